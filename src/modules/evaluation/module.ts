import type { Module } from '../../module.ts'
import { evaluationEndpoints } from './api.ts'
import { evaluationJobs } from './jobs.ts'
import { evaluationNotices } from './notices.ts'
import { evaluationFigures, evaluationNeeds } from './operations/needs.ts'
import { evaluationPages } from './pages/routes.ts'
import { evaluationSections } from './pages/sections.tsx'
import { evaluationAgenda } from './queries/agenda.ts'
import { evaluationSubjects } from './queries/subjects.ts'
import { letters } from './runs.ts'
import { evaluationTimers } from './timers.ts'
import { deeds } from './words/deeds.ts'
import { fields } from './words/fields.ts'
import { statusKinds } from './words/statuses.ts'
import { tasks } from './words/tasks.ts'
import { titles } from './words/titles.ts'

export const evaluation: Module = {
  name: 'evaluation',
  statusKinds,
  tasks,
  deeds,
  fields,
  operations: evaluationEndpoints.map(endpoint => endpoint.operation),
  endpoints: evaluationEndpoints,
  subjects: evaluationSubjects,
  pages: evaluationPages,
  sections: evaluationSections,
  jobs: evaluationJobs,
  runs: [letters],
  timers: evaluationTimers,
  notices: evaluationNotices,
  agenda: evaluationAgenda,
  navigation: [{ href: '/evaluasi', label: titles.evaluation, power: 'cycle.read', thread: 'cooperation', order: 3 }],
  needs: evaluationNeeds,
  figures: evaluationFigures,
}
