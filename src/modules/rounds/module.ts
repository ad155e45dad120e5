import type { Module } from '../../module.ts'
import { roundEndpoints } from './api.ts'
import { roundTopic } from './live.ts'
import { roundPages } from './pages/routes.ts'
import { roundSections } from './pages/sections.tsx'
import { roundsSubjects } from './queries/subjects.ts'
import { deeds } from './words/deeds.ts'
import { fields } from './words/fields.ts'
import { statusKinds } from './words/statuses.ts'
import { tasks } from './words/tasks.ts'

/** Presenting rounds of meetings: the queue of offices with their clock, and what comes of it. */
export const rounds: Module = {
  name: 'rounds',
  operations: roundEndpoints.map(({ operation }) => operation),
  endpoints: roundEndpoints,
  pages: roundPages,
  sections: roundSections,
  subjects: roundsSubjects,
  live: [roundTopic],
  statusKinds,
  tasks,
  deeds,
  fields,
}
