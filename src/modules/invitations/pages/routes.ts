import { Hono } from 'hono'
import type { Env } from '../../../platform/doors/request.ts'
import { allot, changeNow, classesPage, classForm, classPage } from './classes.tsx'
import { lettersPage, sendLetters } from './letters.tsx'
import { listPage, refresh } from './list.tsx'
import { answerLink, answerOwn, appointLink, appointOwn, chooseLink, chooseOwn, endOwn, linkPage, minePage, ownPage } from './own.tsx'
import { add, addPage, drop } from './rules.tsx'

export const invitationPages = new Hono<Env>()
  .get('/rapat/:id/daftar-undangan', c => listPage(c))
  .get('/rapat/:id/daftar-undangan/tambah', c => addPage(c))
  .post('/rapat/:id/daftar-undangan/aturan', add)
  .post('/rapat/:id/daftar-undangan/aturan/:rule/hapus', drop)
  .post('/rapat/:id/daftar-undangan/pembaruan', refresh)
  .get('/rapat/:id/daftar-undangan/kirim', c => lettersPage('invitation')(c))
  .post('/rapat/:id/daftar-undangan/kirim', sendLetters('invitation'))
  .get('/rapat/:id/daftar-undangan/pengingat', c => lettersPage('reminder')(c))
  .post('/rapat/:id/daftar-undangan/pengingat', sendLetters('reminder'))
  .get('/rapat/:id/kelas', c => classesPage(c))
  .post('/rapat/:id/kelas/pembagian', allot)
  .get('/rapat/:id/kelas/:class', classPage)
  .get('/rapat/:id/kelas/:class/atur', c => classForm(c))
  .post('/rapat/:id/kelas/:class/atur', changeNow)
  .get('/undangan', minePage)
  .get('/undangan/:id', c => ownPage(c))
  .post('/undangan/:id', answerOwn)
  .post('/undangan/:id/kelas', chooseOwn)
  .post('/undangan/:id/wakil', appointOwn)
  .post('/undangan/:id/wakil/:proxy/akhir', endOwn)
  .get('/jawab/:token', linkPage)
  .post('/jawab/:token', answerLink)
  .post('/jawab/:token/kelas', chooseLink)
  .post('/jawab/:token/wakil', appointLink)
