import { Hono } from 'hono'
import type { Env } from '../../../platform/doors/request.ts'
import {
  addJury,
  awardPage,
  certificate,
  dropJury,
  mark,
  markPage,
  openNow,
  plan,
  planPage,
  stopNow,
  vote,
  winnersPage,
} from './awards.tsx'
import { act, clockPage, createEntry, entryPage, move, prepare, preparePage, roundPage, saveEntry, screenPage } from './rounds.tsx'

export const roundPages = new Hono<Env>()
  .get('/rapat/:id/putaran', c => preparePage(c))
  .post('/rapat/:id/putaran', prepare)
  .get('/putaran/:id', c => roundPage(c))
  .get('/putaran/:id/layar', screenPage)
  .get('/putaran/:id/jam', clockPage)
  .get('/putaran/:id/penampil', c => entryPage(c))
  .post('/putaran/:id/penampil', createEntry)
  .get('/putaran/:id/penampil/:entry', c => entryPage(c))
  .post('/putaran/:id/penampil/:entry', saveEntry)
  .post('/putaran/:id/mulai', act('started'))
  .post('/putaran/:id/jeda', act('paused'))
  .post('/putaran/:id/lanjut', act('resumed'))
  .post('/putaran/:id/selesai', act('stopped'))
  .post('/putaran/:id/tunda', act('deferred'))
  .post('/putaran/:id/lewati', act('skipped'))
  .post('/putaran/:id/kembali', act('readded'))
  .post('/putaran/:id/penampil/:entry/urutan', move)
  .get('/putaran/:id/penghargaan', c => awardPage(c))
  .get('/putaran/:id/penghargaan/aturan', c => planPage(c))
  .post('/putaran/:id/penghargaan/aturan', plan)
  .post('/putaran/:id/penghargaan/pembukaan', openNow)
  .post('/putaran/:id/penghargaan/penutupan', stopNow)
  .post('/putaran/:id/penghargaan/juri', addJury)
  .post('/putaran/:id/penghargaan/juri/:person', dropJury)
  .get('/putaran/:id/penghargaan/nilai/:entry', c => markPage(c))
  .post('/putaran/:id/penghargaan/nilai/:entry', mark)
  .post('/putaran/:id/penghargaan/suara', vote)
  .get('/putaran/:id/pemenang', winnersPage)
  .get('/putaran/:id/piagam/:entry', certificate)
