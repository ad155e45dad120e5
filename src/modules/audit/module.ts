import type { Module } from '../../module.ts'
import { auditEndpoints } from './api.ts'
import { auditPages } from './pages.tsx'
import { fields } from './words/fields.ts'
import { tasks } from './words/tasks.ts'
import { titles } from './words/titles.ts'

export const audit: Module = {
  name: 'audit',
  tasks,
  fields,
  operations: auditEndpoints.map(({ operation }) => operation),
  endpoints: auditEndpoints,
  pages: auditPages,
  navigation: [{ href: '/jejak', label: titles.auditTrail, power: 'audit.read', thread: 'manage', order: 6 }],
}
