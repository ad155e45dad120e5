import { Hono } from 'hono'
import type { Env } from '../../../platform/doors/request.ts'
import { historyPage } from './answer-history.tsx'
import { autosave, post, showPage } from './answers.tsx'
import { actPage, extend, file, giveBack, invite, listPage, paper } from './assignments.tsx'
import { boardPage, close, closePage, lettersPage, open, sendLetters } from './board.tsx'
import { change, changePage, create, cyclesPage, newPage } from './cycles.tsx'

export const evaluationPages = new Hono<Env>()
  .get('/evaluasi', cyclesPage)
  .post('/evaluasi', create)
  .get('/evaluasi/baru', newPage)
  .get('/evaluasi/isian', listPage)
  .get('/evaluasi/isian/:id', showPage)
  .post('/evaluasi/isian/:id', post)
  .post('/evaluasi/isian/:id/draf', autosave)
  .get('/evaluasi/isian/:id/cetak', paper)
  .get('/evaluasi/isian/:id/riwayat', historyPage)
  .get('/evaluasi/isian/:id/berkas/:file', file)
  .post('/evaluasi/isian/:id/undangan', invite)
  .get('/evaluasi/isian/:id/perpanjangan', actPage('extend'))
  .post('/evaluasi/isian/:id/perpanjangan', extend)
  .get('/evaluasi/isian/:id/pengembalian', actPage('return'))
  .post('/evaluasi/isian/:id/pengembalian', giveBack)
  .get('/evaluasi/:id', boardPage)
  .get('/evaluasi/:id/ubah', changePage)
  .post('/evaluasi/:id/ubah', change)
  .post('/evaluasi/:id/pembukaan', open)
  .get('/evaluasi/:id/penutupan', closePage)
  .post('/evaluasi/:id/penutupan', close)
  .get('/evaluasi/:id/undangan', lettersPage('invitation'))
  .post('/evaluasi/:id/undangan', sendLetters('invitation'))
  .get('/evaluasi/:id/pengingat', lettersPage('reminder'))
  .post('/evaluasi/:id/pengingat', sendLetters('reminder'))
