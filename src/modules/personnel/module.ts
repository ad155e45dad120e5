import type { Module } from '../../module.ts'
import { personnelEndpoints } from './api.ts'
import { personnelPages } from './pages/imports.tsx'
import { personnelRuns } from './runs.ts'
import { deeds } from './words/deeds.ts'
import { tasks } from './words/tasks.ts'

/** Registers of officials and operators, as offices keep them, on their way into the persons of the organisation. */
export const personnel: Module = {
  name: 'personnel',
  tasks,
  deeds,
  operations: personnelEndpoints.map(endpoint => endpoint.operation),
  endpoints: personnelEndpoints,
  pages: personnelPages,
  runs: personnelRuns,
}
