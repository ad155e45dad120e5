import { Hono } from 'hono'
import { show, submit } from '../../web/show.tsx'
import { call } from '../operation.ts'
import { type Env, redirect } from '../request.ts'
import { words } from './page-words.ts'
import { showFileState } from './state.ts'
import { sweepFiles } from './sweep.ts'
import { verifyFiles } from './verify.ts'
import { FileCheckView, FileStateView } from './views.tsx'

export const filePages = new Hono<Env>()

filePages.get('/berkas', async c => {
  const state = await call(c.var.kernel, c.var.actor, showFileState, {})
  return show(c, { title: words[c.var.viewer.locale].title }, <FileStateView {...state} />)
})

filePages.get('/berkas/pemeriksaan', async c => {
  const check = await call(c.var.kernel, c.var.actor, verifyFiles, {})
  const w = words[c.var.viewer.locale]
  const breadcrumbs = [{ href: '/berkas', label: w.title }, { label: w.check }]
  return show(c, { title: w.check, breadcrumbs }, <FileCheckView {...check} />)
})

filePages.post('/berkas/pembersihan', c =>
  submit(c, sweepFiles, {
    done: ({ removed }) => redirect(c, '/berkas', { id: words.id.swept(removed), en: words.en.swept(removed) }),
    again: () => redirect(c, '/berkas'),
  }),
)
