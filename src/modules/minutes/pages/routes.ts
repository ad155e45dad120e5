import { Hono } from 'hono'
import type { Env } from '../../../platform/doors/request.ts'
import {
  add,
  addPage,
  change,
  changePage,
  link,
  listPage,
  plan,
  planPage,
  remove as removeDecision,
  showPage as showDecisionPage,
  unlink,
} from './decisions.tsx'
import {
  actNow,
  addNew,
  answerCorrectionNow,
  begin,
  historyPage,
  move,
  passagePage,
  remove,
  returnPage,
  save,
  sendCorrectionNow,
  showPage,
  verificationPage,
} from './minutes.tsx'

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
  .get('/notula/:id/keputusan', c => addPage(c))
  .post('/notula/:id/keputusan', add)
  .get('/keputusan', listPage)
  .get('/keputusan/:id', c => showDecisionPage(c))
  .get('/keputusan/:id/ubah', c => changePage(c))
  .post('/keputusan/:id/ubah', change)
  .post('/keputusan/:id/hapus', removeDecision)
  .get('/keputusan/:id/tindak-lanjut', c => planPage(c))
  .post('/keputusan/:id/tindak-lanjut', plan)
  .post('/keputusan/:id/kaitan', link)
  .post('/keputusan/:id/kaitan/:followUp', unlink)
  .post('/notula/:id/koreksi', sendCorrectionNow)
  .post('/notula/:id/koreksi/:correction', answerCorrectionNow)
