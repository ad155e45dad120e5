import { Hono } from 'hono'
import type { z } from 'zod'
import { type Env, redirect } from '../../platform/doors/request.ts'
import { call } from '../../platform/operation/operation.ts'
import { show, submit } from '../../web/show.tsx'
import { listMail, resendMail, retryMail, showMail } from './operations.ts'
import { LetterView, MailList } from './views.tsx'
import { words } from './words.ts'

export const mailPages = new Hono<Env>()

mailPages.get('/surat', async c => {
  const { q, keadaan, sesudah, sebelum } = c.req.query()
  const filter = {
    q: q || undefined,
    state: (keadaan || undefined) as z.input<typeof listMail.input>['state'],
    after: sesudah,
    before: sebelum,
  }
  const found = await call(c.var.kernel, c.var.actor, listMail, filter)
  const w = words[c.var.viewer.locale]
  const url = new URL(c.req.url)
  return show(c, { title: w.title }, <MailList {...found} url={url.pathname + url.search} values={{ q, keadaan }} />)
})

mailPages.get('/surat/:id', async c => {
  const letter = await call(c.var.kernel, c.var.actor, showMail, { id: c.req.param('id') })
  const w = words[c.var.viewer.locale]
  return show(
    c,
    { title: letter.subject, breadcrumbs: [{ href: '/surat', label: w.title }, { label: letter.subject }] },
    <LetterView letter={letter} />,
  )
})

mailPages.post('/surat/kirim-ulang', c =>
  submit(c, retryMail, {
    done: ({ letters }) =>
      redirect(c, '/surat', {
        id: `${letters} surat dikirim sekarang. Keadaannya tampil di halaman ini.`,
        en: `Sending now: ${letters}. Their state is shown on this page.`,
      }),
    again: () => redirect(c, '/surat'),
  }),
)

mailPages.post('/surat/:id/kirim-ulang', c => {
  const to = `/surat/${c.req.param('id')}`
  return submit(c, resendMail, {
    add: { id: c.req.param('id') },
    done: ({ id }) =>
      redirect(c, `/surat/${id}`, {
        id: 'Surat dikirim ulang. Keadaannya tampil di halaman ini.',
        en: 'The letter is being sent again. Its state is shown on this page.',
      }),
    again: () => redirect(c, to),
  })
})
