import type { Module } from '../../module.ts'
import { searchEndpoints } from './api.ts'
import { searchJobs } from './jobs.ts'
import { searchPages } from './pages.tsx'
import { deeds } from './words/deeds.ts'
import { fields } from './words/fields.ts'
import { tasks } from './words/tasks.ts'
import { titles } from './words/titles.ts'

/** Search over everything: what each kind says of how it is found, asked at once. */
export const everything: Module = {
  name: 'search',
  tasks,
  deeds,
  fields,
  subjects: [
    { kind: 'saved_search', names: titles.savedSearch },
    { kind: 'search', names: titles.search },
  ],
  operations: searchEndpoints.map(({ operation }) => operation),
  endpoints: searchEndpoints,
  pages: searchPages,
  jobs: searchJobs,
}
