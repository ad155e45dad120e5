import { Hono } from 'hono'
import type { Env } from '../../../platform/doors/request.ts'
import { act, actPage } from './acts.tsx'
import { attachment, attachmentsPage, picture } from './attachments.tsx'
import { create, listPage, readers } from './list.tsx'
import { showPage } from './show.tsx'

export const commentPages = new Hono<Env>()
  .post('/komentar', create)
  .get('/komentar/pada/:kind/:subject', c => listPage(c))
  .get('/komentar/pada/:kind/:subject/orang', readers)
  .get('/komentar/pada/:kind/:subject/lampiran', attachmentsPage)
  .get('/komentar/berkas/:file', attachment)
  .get('/komentar/berkas/:file/:size{kecil|besar}', picture)
  .get('/komentar/:id', showPage)
  .get('/komentar/:id/suntingan', actPage('change'))
  .post('/komentar/:id/suntingan', act('change'))
  .get('/komentar/:id/pembukaan', actPage('open'))
  .post('/komentar/:id/pembukaan', act('open'))
  .get('/komentar/:id/penutupan', actPage('close'))
  .post('/komentar/:id/penutupan', act('close'))
  .get('/komentar/:id/penghapusan', actPage('remove'))
  .post('/komentar/:id/penghapusan', act('remove'))
