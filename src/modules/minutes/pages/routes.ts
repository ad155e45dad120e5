import { Hono } from 'hono'
import type { Env } from '../../../platform/doors/request.ts'
import { actNow, addNew, begin, historyPage, move, passagePage, remove, returnPage, save, showPage, verificationPage } from './minutes.tsx'

export const minutesPages = new Hono<Env>()
  .post('/rapat/:id/notula', begin)
  .get('/notula/:id', c => showPage(c))
  .get('/notula/:id/riwayat', historyPage)
  .get('/notula/:id/sidik-jari', verificationPage)
  .post('/notula/:id/bagian', addNew)
  .get('/notula/:id/bagian/:passage', c => passagePage(c))
  .post('/notula/:id/bagian/:passage', save)
  .post('/notula/:id/bagian/:passage/letak', move)
  .post('/notula/:id/bagian/:passage/hapus', remove)
  .post('/notula/:id/pengiriman', actNow('send'))
  .post('/notula/:id/persetujuan', actNow('approve'))
  .post('/notula/:id/edaran', actNow('distribute'))
  .get('/notula/:id/pengembalian', c => returnPage(c))
  .post('/notula/:id/pengembalian', actNow('return'))
