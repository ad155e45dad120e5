import type { Module } from '../../module.ts'
import { findingEndpoints } from './api.ts'
import { findingPages } from './pages/routes.ts'
import { findingsSubjects } from './queries/subjects.ts'
import { deeds } from './words/deeds.ts'

export const findings: Module = {
  name: 'findings',
  deeds,
  operations: findingEndpoints.map(endpoint => endpoint.operation),
  endpoints: findingEndpoints,
  subjects: findingsSubjects,
  pages: findingPages,
  navigation: [{ href: '/temuan', label: { id: 'Temuan', en: 'Findings' }, power: 'finding.read' }],
}
