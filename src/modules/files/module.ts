import { Hono } from 'hono'
import type { Module } from '../../module.ts'
import { sendFile } from '../../platform/doors/endpoint.ts'
import type { Env } from '../../platform/doors/request.ts'
import { call } from '../../platform/operation/operation.ts'
import { fileEndpoints } from './api.ts'
import { fileJobs } from './jobs.ts'
import { showFileOf } from './operations/show.ts'
import { filePages } from './pages.tsx'
import { deeds } from './words/deeds.ts'

/** The store of files, and downloads of what the modules vouch for. */
export function filesOf(modules: readonly Module[]): Module {
  const showFile = showFileOf(modules.flatMap(({ ownsFile }) => ownsFile ?? []))
  const endpoints: Module['endpoints'] = [...fileEndpoints, { route: 'GET /files/:id', operation: showFile }]
  const pages = new Hono<Env>().route('/', filePages)
  pages.get('/berkas/:id', async c => sendFile(c, await call(c.var.kernel, c.var.actor, showFile, { id: c.req.param('id') })))
  return {
    name: 'files',
    deeds,
    subjects: [{ kind: 'file_sweep', names: { id: 'pembersihan berkas', en: 'file clean-up' } }],
    operations: endpoints.map(({ operation }) => operation),
    endpoints,
    pages,
    jobs: fileJobs,
    navigation: [{ href: '/berkas', label: { id: 'Berkas', en: 'Files' }, power: 'setting.write' }],
  }
}
