import { homeOf } from './home.tsx'
import type { Module } from './module.ts'
import { agreements } from './modules/agreements/module.ts'
import { evaluation } from './modules/evaluation/module.ts'
import { findings } from './modules/findings/module.ts'
import { followups } from './modules/followups/module.ts'
import { imports } from './modules/imports/module.ts'
import { organisation } from './modules/organisation/module.ts'
import { partners } from './modules/partners/module.ts'
import { reports } from './modules/reports/module.ts'
import type { Subjects } from './platform/audit/subjects.ts'
import type { AnyJob } from './platform/jobs/jobs.ts'
import { filesOf, system } from './system.ts'

/** The modules, in the order of imports: a module knows only those before it. */
const domain: Module[] = [organisation, partners, followups, agreements, imports, findings, evaluation, reports]

/** All that the doors are made from: the modules, what the platform shows of itself, and the home page over them. */
export const modules: Module[] = [...domain, ...system, filesOf(domain), homeOf(domain)]

export const operations = modules.flatMap(module => module.operations)
export const endpoints = modules.flatMap(module => module.endpoints)
export const subjects: Subjects = Object.assign({}, ...modules.map(module => module.subjects ?? {}))
export const jobs: AnyJob[] = modules.flatMap(module => module.jobs ?? [])

/** The left list by thread: cooperation, its evaluation and what comes of it, then the offices and their people, then the house itself. */
const threads = ['/perjanjian', '/mitra', '/impor', '/evaluasi', '/temuan', '/tindak-lanjut', '/laporan', '/satuan-kerja', '/orang']
const rank = (href: string): number => (threads.includes(href) ? threads.indexOf(href) : threads.length)
export const navigationLines = modules.flatMap(module => module.navigation ?? []).sort((a, b) => rank(a.href) - rank(b.href))
