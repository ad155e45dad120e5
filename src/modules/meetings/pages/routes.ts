import { Hono } from 'hono'
import type { Env } from '../../../platform/doors/request.ts'
import { actNow, answer, answerPage, reasonPage, showPage } from './acts.tsx'
import { clashListPage, clashPage, dismiss, restore } from './clashes.tsx'
import { listPage } from './list.tsx'
import { change, changePage, copy, copyPage, create, createPage } from './plan.tsx'
import {
  createMaterial,
  createPart,
  createSession,
  dropMaterial,
  dropPart,
  dropSession,
  fill,
  fillPage,
  programmePage,
  release,
  saveSession,
  sessionPage,
} from './programme.tsx'
import { createRoom, dropRoom, roomPage, roomsPage, saveRoom } from './rooms.tsx'
import { choose, choosePage, seriesListPage, seriesPage } from './series.tsx'

export const meetingPages = new Hono<Env>()
  .get('/bentrok', clashListPage)
  .get('/bentrok/:id', c => clashPage(c))
  .post('/bentrok/:id/abaikan', dismiss)
  .post('/bentrok/:id/kembalikan', restore)
  .get('/rapat', listPage)
  .post('/rapat', create)
  .get('/rapat/baru', createPage)
  .get('/rapat/:id', c => showPage(c))
  .get('/rapat/:id/ubah', changePage)
  .post('/rapat/:id/ubah', change)
  .get('/rapat/:id/salinan', c => copyPage(c))
  .post('/rapat/:id/salinan', copy)
  .post('/rapat/:id/undangan', actNow('invite'))
  .post('/rapat/:id/mulai', actNow('start'))
  .post('/rapat/:id/akhir', actNow('end'))
  .post('/rapat/:id/laporan', actNow('report'))
  .get('/rapat/:id/capaian', c => answerPage(c))
  .post('/rapat/:id/capaian', answer)
  .get('/rapat/:id/seri', c => choosePage(c))
  .post('/rapat/:id/seri', choose)
  .get('/seri-rapat', seriesListPage)
  .get('/seri-rapat/:id', seriesPage)
  .get('/rapat/:id/pembatalan', c => reasonPage(c, 'cancel'))
  .post('/rapat/:id/pembatalan', actNow('cancel'))
  .get('/rapat/:id/pemulihan', c => reasonPage(c, 'restore'))
  .post('/rapat/:id/pemulihan', actNow('restore'))
  .get('/rapat/:id/ruang', c => roomsPage(c))
  .post('/rapat/:id/ruang', createRoom)
  .get('/rapat/:id/ruang/:room', c => roomPage(c))
  .post('/rapat/:id/ruang/:room', saveRoom)
  .post('/rapat/:id/ruang/:room/hapus', dropRoom)
  .get('/rapat/:id/acara', c => programmePage(c))
  .post('/rapat/:id/acara', createSession)
  .get('/rapat/:id/acara/berkas', c => fillPage(c))
  .post('/rapat/:id/acara/berkas', fill)
  .get('/rapat/:id/acara/baru', c => sessionPage(c))
  .post('/rapat/:id/acara/rilis', release)
  .get('/rapat/:id/acara/:session', c => sessionPage(c))
  .post('/rapat/:id/acara/:session', saveSession)
  .post('/rapat/:id/acara/:session/hapus', dropSession)
  .post('/rapat/:id/acara/:session/bahan', createMaterial)
  .post('/rapat/:id/acara/:session/bahan/:material', dropMaterial)
  .post('/rapat/:id/acara/:session/orang', createPart)
  .post('/rapat/:id/acara/:session/orang/:part', dropPart)
