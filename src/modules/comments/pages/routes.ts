import { Hono } from 'hono'
import type { Env } from '../../../platform/doors/request.ts'
import { act, actPage } from './acts.tsx'
import { attachment, picture } from './attachments.ts'
import { create, listPage, readers } from './list.tsx'
import { showPage } from './show.tsx'

export const commentPages = new Hono<Env>()
  .get('/komentar', c => listPage(c))
  .post('/komentar', create)
  .get('/komentar/orang', readers)
  .get('/komentar/lampiran/:file', attachment)
  .get('/komentar/lampiran/:file/:size{kecil|besar}', picture)
  .get('/komentar/:id', showPage)
  .get('/komentar/:id/suntingan', actPage('change'))
  .post('/komentar/:id/suntingan', act('change'))
  .get('/komentar/:id/pembukaan', actPage('open'))
  .post('/komentar/:id/pembukaan', act('open'))
  .get('/komentar/:id/penutupan', actPage('close'))
  .post('/komentar/:id/penutupan', act('close'))
  .get('/komentar/:id/penghapusan', actPage('remove'))
  .post('/komentar/:id/penghapusan', act('remove'))
