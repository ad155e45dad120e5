import { Hono } from 'hono'
import type { Env } from '../../../platform/doors/request.ts'
import { listPage, refresh } from './list.tsx'
import { add, addPage, drop } from './rules.tsx'

export const invitationPages = new Hono<Env>()
  .get('/rapat/:id/daftar-undangan', c => listPage(c))
  .get('/rapat/:id/daftar-undangan/tambah', c => addPage(c))
  .post('/rapat/:id/daftar-undangan/aturan', add)
  .post('/rapat/:id/daftar-undangan/aturan/:rule/hapus', drop)
  .post('/rapat/:id/daftar-undangan/pembaruan', refresh)
