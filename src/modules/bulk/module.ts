import type { Module } from '../../module.ts'
import { bulkEndpoints } from './api.ts'
import { bulkPages } from './pages.tsx'
import { deeds } from './words/deeds.ts'
import { statusKinds } from './words/statuses.ts'

/** What one person does to many things at once; which acts there are, the modules of those things say. */
export const bulk: Module = {
  name: 'bulk',
  statusKinds,
  deeds,
  operations: bulkEndpoints.map(({ operation }) => operation),
  endpoints: bulkEndpoints,
  pages: bulkPages,
}
