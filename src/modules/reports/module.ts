import type { Module } from '../../module.ts'
import { reportEndpoints } from './api.ts'
import { reportJobs } from './jobs.ts'
import { reportNotices } from './notices.ts'
import { reportPages } from './pages/reports.tsx'
import { reportSections } from './pages/sections.tsx'
import { reportsSubjects } from './queries/subjects.ts'
import { making } from './runs.ts'
import { deeds } from './words/deeds.ts'
import { fields } from './words/fields.ts'
import { statusKinds } from './words/statuses.ts'
import { tasks } from './words/tasks.ts'
import { titles } from './words/titles.ts'

export const reports: Module = {
  name: 'reports',
  statusKinds,
  tasks,
  deeds,
  fields,
  operations: reportEndpoints.map(endpoint => endpoint.operation),
  endpoints: reportEndpoints,
  subjects: reportsSubjects,
  pages: reportPages,
  sections: reportSections,
  runs: [making],
  jobs: reportJobs,
  notices: reportNotices,
  navigation: [{ href: '/laporan', label: titles.reports, power: 'report.read', thread: 'outcome', order: 3 }],
}
