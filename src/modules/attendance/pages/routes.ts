import { Hono } from 'hono'
import { signedInOnly } from '../../../platform/auth/signed-in.ts'
import type { Env } from '../../../platform/doors/request.ts'
import { ownBadgePage, sheetPage } from './badges.tsx'
import { checkInNow, checkInPage, codePage } from './codes.tsx'
import { deskPage, note, take } from './desk.tsx'
import { linkCheckIn, linkCheckInPage } from './link.tsx'
import { listPage } from './list.tsx'
import { assign, participantPage, recordNow, reportPage, reportsPage, upload, withdrawNow } from './participants.tsx'
import { pastPage } from './past.tsx'
import { correct, reissue, seatPage } from './seat.tsx'

/** All but what a personal link opens. */
const closed = ['kehadiran/*', 'kehadiran', 'peserta-daring/*', 'peserta-daring', 'kode-saya', 'hadir', 'meja', 'meja/*']

const pages = new Hono<Env>().get('/jawab/:token/hadir', linkCheckInPage).post('/jawab/:token/hadir', linkCheckIn)
for (const path of closed) pages.use(`/rapat/:id/${path}`, signedInOnly)

pages.use('/kehadiran', signedInOnly)

export const attendancePages = pages
  .get('/kehadiran', pastPage)
  .get('/rapat/:id/kehadiran', listPage)
  .get('/rapat/:id/kehadiran/lembar', sheetPage)
  .get('/rapat/:id/kehadiran/:session/kode', codePage)
  .get('/rapat/:id/kehadiran/:session/:invitee', c => seatPage(c))
  .post('/rapat/:id/kehadiran/:session/:invitee', correct)
  .get('/rapat/:id/peserta-daring', c => reportsPage(c))
  .post('/rapat/:id/peserta-daring', upload)
  .get('/rapat/:id/peserta-daring/:report', c => reportPage(c))
  .post('/rapat/:id/peserta-daring/:report/catat', recordNow)
  .post('/rapat/:id/peserta-daring/:report/tarik', withdrawNow)
  .get('/rapat/:id/peserta-daring/:report/:guest', c => participantPage(c))
  .post('/rapat/:id/peserta-daring/:report/:guest', assign)
  .post('/rapat/:id/kehadiran/:session/:invitee/kode-baru', reissue)
  .get('/rapat/:id/kode-saya', ownBadgePage)
  .get('/rapat/:id/hadir', c => checkInPage(c))
  .post('/rapat/:id/hadir', checkInNow)
  .get('/rapat/:id/meja', c => deskPage(c))
  .post('/rapat/:id/meja', note)
  .post('/rapat/:id/meja/kirim', take)
