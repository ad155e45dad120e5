import { Hono } from 'hono'
import type { Env } from '../../../platform/doors/request.ts'
import { create, createPage } from './create.tsx'
import { listPage } from './list.tsx'
import { dismiss, dismissPage, link, plan, planPage, restore, showPage, unlink } from './show.tsx'

export const findingPages = new Hono<Env>()
  .get('/temuan', listPage)
  .post('/temuan', create)
  .get('/temuan/baru', createPage)
  .get('/temuan/:id', c => showPage(c))
  .get('/temuan/:id/tindak-lanjut', c => planPage(c))
  .post('/temuan/:id/tindak-lanjut', plan)
  .get('/temuan/:id/pengesampingan', c => dismissPage(c))
  .post('/temuan/:id/pengesampingan', dismiss)
  .post('/temuan/:id/pemulihan', restore)
  .post('/temuan/:id/kaitan', link)
  .post('/temuan/:id/kaitan/:followUp', unlink)
