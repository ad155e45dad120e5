import type { Module } from '../../module.ts'
import { mailEndpoints } from './api.ts'
import { mailJobs } from './jobs.ts'
import { mailPages } from './pages.tsx'
import { deeds } from './words/deeds.ts'
import { fields } from './words/fields.ts'
import { statusKinds } from './words/statuses.ts'
import { tasks } from './words/tasks.ts'
import { titles } from './words/titles.ts'

export const mail: Module = {
  name: 'mail',
  statusKinds,
  tasks,
  deeds,
  fields,
  subjects: [{ kind: 'mail', names: titles.letter }],
  operations: mailEndpoints.map(({ operation }) => operation),
  endpoints: mailEndpoints,
  pages: mailPages,
  jobs: mailJobs,
  navigation: [{ href: '/surat', label: titles.letters, power: 'setting.write', thread: 'manage', order: 7 }],
}
