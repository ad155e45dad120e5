import type { Module } from '../../module.ts'
import { followUpEndpoints } from './api.ts'
import { followUpJobs } from './jobs.ts'
import { followUpFigures, followUpNeeds } from './operations/needs.ts'
import { followUpPages } from './pages/routes.ts'
import { followupsSubjects } from './queries/subjects.ts'

export const followups: Module = {
  name: 'followups',
  operations: followUpEndpoints.map(endpoint => endpoint.operation),
  endpoints: followUpEndpoints,
  subjects: followupsSubjects,
  pages: followUpPages,
  jobs: followUpJobs,
  navigation: [{ href: '/tindak-lanjut', label: { id: 'Tindak lanjut', en: 'Follow-ups' }, power: 'followup.read' }],
  needs: followUpNeeds,
  figures: followUpFigures,
}
