import { Hono } from 'hono'
import { sendFile } from '../../platform/doors/endpoint.ts'
import { type Env, redirect } from '../../platform/doors/request.ts'
import { inWords } from '../../platform/i18n/words.ts'
import { call } from '../../platform/operation/operation.ts'
import { show, submit } from '../../web/show.tsx'
import { showFile } from './operations/show.ts'
import { showFileState } from './operations/state.ts'
import { sweepFiles } from './operations/sweep.ts'
import { verifyFiles } from './operations/verify.ts'
import { FileCheckView, FileStateView } from './views.tsx'
import { words } from './words.ts'

export const filePages = new Hono<Env>()

filePages.get('/berkas', async c => {
  const state = await call(c.var.kernel, c.var.actor, showFileState, {})
  return show(c, { title: words[c.var.viewer.locale].title }, <FileStateView {...state} />)
})

filePages.get('/berkas/pemeriksaan', async c => {
  const check = await call(c.var.kernel, c.var.actor, verifyFiles, c.req.query())
  const w = words[c.var.viewer.locale]
  const breadcrumbs = [{ href: '/berkas', label: w.title }, { label: w.check }]
  return show(c, { title: w.check, breadcrumbs }, <FileCheckView {...check} />)
})

filePages.get('/berkas/:id', async c => sendFile(c, await call(c.var.kernel, c.var.actor, showFile, { id: c.req.param('id') })))

filePages.post('/berkas/pembersihan', c =>
  submit(c, sweepFiles, {
    done: ({ removed, passed, stored }) => {
      const told = inWords(words, w =>
        [w.swept({ count: removed }), ...(passed < stored ? [w.sweptSoFar({ passed, stored })] : [])].join(' '),
      )
      return redirect(c, '/berkas', told)
    },
    again: () => redirect(c, '/berkas'),
  }),
)
