import { Hono } from 'hono'
import type { Env } from '../../../platform/doors/request.ts'
import { acts } from '../schema.ts'
import { actPaths } from '../views/show.tsx'
import { create, createPage } from './create.tsx'
import { listPage, progressPage } from './list.tsx'
import { actNow, actPage, evidence, showPage } from './show.tsx'

export const followUpPages = new Hono<Env>()
  .get('/tindak-lanjut', listPage)
  .post('/tindak-lanjut', create)
  .get('/tindak-lanjut/baru', createPage)
  .get('/tindak-lanjut/perkembangan', progressPage)
  .get('/tindak-lanjut/:id', showPage)
  .get('/tindak-lanjut/:id/berkas/:file', evidence)
for (const act of acts)
  followUpPages.get(`/tindak-lanjut/:id/${actPaths[act]}`, actPage(act)).post(`/tindak-lanjut/:id/${actPaths[act]}`, actNow(act))
