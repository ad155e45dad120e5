import { Hono } from 'hono'
import type { Env } from '../../../platform/doors/request.ts'
import { linkPage, sendByLink } from './link.tsx'
import { act, actPage, listPage, send, sendPage, topicPage } from './voices.tsx'

export const voicePages = new Hono<Env>()
  .get('/rapat/:id/suara', c => listPage(c))
  .get('/rapat/:id/suara/kirim', c => sendPage(c))
  .post('/rapat/:id/suara/kirim', send)
  .get('/jawab/:token/suara', linkPage)
  .post('/jawab/:token/suara', sendByLink)
  .get('/suara/:id', topicPage)
  .get('/suara/:id/jawaban', c => actPage('answer')(c))
  .post('/suara/:id/jawaban', act('answer'))
  .get('/suara/:id/temuan', c => actPage('finding')(c))
  .post('/suara/:id/temuan', act('finding'))
  .get('/suara/:id/pengesampingan', c => actPage('aside')(c))
  .post('/suara/:id/pengesampingan', act('aside'))
  .get('/suara/:id/gabungan', c => actPage('join')(c))
  .post('/suara/:id/gabungan', act('join'))
