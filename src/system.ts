import { Hono } from 'hono'
import type { Module } from './module.ts'
import { auditEndpoints } from './platform/audit/api.ts'
import { auditPages } from './platform/audit/pages.tsx'
import { account } from './platform/auth/module.ts'
import { sendFile } from './platform/endpoint.ts'
import { fileEndpoints } from './platform/files/api.ts'
import { showFileOf } from './platform/files/operations.ts'
import { filePages } from './platform/files/pages.tsx'
import { mailEndpoints } from './platform/mail/api.ts'
import { mailPages } from './platform/mail/pages.tsx'
import { call } from './platform/operation.ts'
import type { Env } from './platform/request.ts'

const of = (endpoints: Module['endpoints']): Pick<Module, 'operations' | 'endpoints'> => ({
  endpoints,
  operations: endpoints.map(({ operation }) => operation),
})

/** What the platform itself shows people: signing in and their account, the audit trail, letters. */
export const system: Module[] = [
  account,
  {
    name: 'audit',
    ...of(auditEndpoints),
    pages: auditPages,
    navigation: [{ href: '/jejak', label: { id: 'Jejak audit', en: 'Audit trail' }, power: 'audit.read' }],
  },
  {
    name: 'mail',
    ...of(mailEndpoints),
    pages: mailPages,
    navigation: [{ href: '/surat', label: { id: 'Surat', en: 'Letters' }, power: 'setting.write' }],
  },
]

/** The store of files, and downloads of what the modules vouch for. */
export function filesOf(domain: readonly Module[]): Module {
  const showFile = showFileOf(domain.flatMap(({ ownsFile }) => ownsFile ?? []))
  const pages = new Hono<Env>().route('/', filePages)
  pages.get('/berkas/:id', async c => sendFile(c, await call(c.var.kernel, c.var.actor, showFile, { id: c.req.param('id') })))
  return {
    name: 'files',
    ...of([...fileEndpoints, { route: 'GET /files/:id', operation: showFile }]),
    pages,
    navigation: [{ href: '/berkas', label: { id: 'Berkas', en: 'Files' }, power: 'setting.write' }],
  }
}
