import type { Module } from './module.ts'
import { organisation } from './modules/organisation/module.ts'
import type { AnyJob } from './platform/jobs/jobs.ts'

/** The modules, in the order of imports: a module knows only those before it. */
export const modules: Module[] = [organisation]

export const operations = modules.flatMap(module => module.operations)
export const endpoints = modules.flatMap(module => module.endpoints)
export const jobs: AnyJob[] = modules.flatMap(module => module.jobs ?? [])
