import type { Module } from '../../module.ts'
import { importEndpoints } from './api.ts'
import { importPages } from './pages/imports.tsx'
import { importsSubjects } from './queries/subjects.ts'
import { importRuns } from './runs.ts'
import { deeds } from './words/deeds.ts'
import { fields } from './words/fields.ts'
import { statusKinds } from './words/statuses.ts'
import { tasks } from './words/tasks.ts'
import { titles } from './words/titles.ts'

export const imports: Module = {
  name: 'imports',
  statusKinds,
  tasks,
  deeds,
  fields,
  operations: importEndpoints.map(endpoint => endpoint.operation),
  endpoints: importEndpoints,
  subjects: importsSubjects,
  pages: importPages,
  runs: importRuns,
  navigation: [{ href: '/impor', label: titles.import, power: 'agreement.import', thread: 'manage', order: 3 }],
}
