import type { Module } from '../../module.ts'
import { findingEndpoints } from './api.ts'
import { findingBulk } from './operations/bulk.ts'
import { findingPages } from './pages/routes.ts'
import { findingSections } from './pages/sections.tsx'
import { findingsSubjects } from './queries/subjects.ts'
import { deeds } from './words/deeds.ts'
import { fields } from './words/fields.ts'
import { statusKinds } from './words/statuses.ts'
import { tasks } from './words/tasks.ts'
import { titles } from './words/titles.ts'

export const findings: Module = {
  name: 'findings',
  statusKinds,
  tasks,
  deeds,
  fields,
  operations: findingEndpoints.map(endpoint => endpoint.operation),
  endpoints: findingEndpoints,
  subjects: findingsSubjects,
  pages: findingPages,
  bulk: findingBulk,
  sections: findingSections,
  navigation: [{ href: '/temuan', label: titles.findings, power: 'finding.read', thread: 'outcome', order: 1 }],
}
