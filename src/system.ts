import type { Module } from './module.ts'
import { auditEndpoints } from './platform/audit/api.ts'
import { auditPages } from './platform/audit/pages.tsx'
import { account } from './platform/auth/module.ts'
import { fileEndpoints } from './platform/files/api.ts'
import { filePages } from './platform/files/pages.ts'
import { mailEndpoints } from './platform/mail/api.ts'
import { mailPages } from './platform/mail/pages.tsx'

const of = (endpoints: Module['endpoints']): Pick<Module, 'operations' | 'endpoints'> => ({
  endpoints,
  operations: endpoints.map(({ operation }) => operation),
})

/** What the platform itself shows people: signing in and their account, the audit trail, letters, files. */
export const system: Module[] = [
  account,
  {
    name: 'audit',
    ...of(auditEndpoints),
    pages: auditPages,
    navigation: [{ href: '/jejak', label: { id: 'Jejak Audit', en: 'Audit trail' }, power: 'audit.read' }],
  },
  {
    name: 'mail',
    ...of(mailEndpoints),
    pages: mailPages,
    navigation: [{ href: '/surat', label: { id: 'Surat', en: 'Letters' }, power: 'setting.write' }],
  },
  { name: 'files', ...of(fileEndpoints), pages: filePages },
]
