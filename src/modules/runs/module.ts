import type { Module } from '../../module.ts'
import { runEndpoints } from './api.ts'
import { runTopic } from './live.ts'
import { runPages } from './pages.tsx'
import { deeds } from './words/deeds.ts'
import { statusKinds } from './words/statuses.ts'
import { titles } from './words/titles.ts'

/** Long work of all modules, for those who asked for it and those who read what it is about. */
export const longWork: Module = {
  name: 'runs',
  statusKinds,
  deeds,
  live: [runTopic],
  operations: runEndpoints.map(({ operation }) => operation),
  endpoints: runEndpoints,
  pages: runPages,
  // Whoever imports is also who makes reports and sends letters.
  navigation: [{ href: '/pekerjaan', label: titles.work, power: 'agreement.import', thread: 'manage', order: 5 }],
}
