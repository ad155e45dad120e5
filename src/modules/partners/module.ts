import type { Module } from '../../module.ts'
import { partnerEndpoints } from './api.ts'
import { partnerPages } from './pages.tsx'
import { partnersSubjects } from './queries/subjects.ts'
import { deeds } from './words/deeds.ts'
import { fields } from './words/fields.ts'
import { tasks } from './words/tasks.ts'
import { titles } from './words/titles.ts'

export const partners: Module = {
  name: 'partners',
  tasks,
  deeds,
  fields,
  operations: partnerEndpoints.map(endpoint => endpoint.operation),
  endpoints: partnerEndpoints,
  subjects: partnersSubjects,
  pages: partnerPages,
  navigation: [{ href: '/mitra', label: titles.partners, power: 'partner.read', thread: 'cooperation', order: 2 }],
}
