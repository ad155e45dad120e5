import { Hono } from 'hono'
import { type Env, redirect } from '../../platform/doors/request.ts'
import { call } from '../../platform/operation/operation.ts'
import { askList } from '../../web/list/ask.ts'
import { show, submit } from '../../web/show.tsx'
import { listMail, resendMail, retryMail, showMail } from './operations.ts'
import { LetterView, MailList, mailList } from './views.tsx'
import { receipts } from './words/receipts.ts'
import { words } from './words.ts'

export const mailPages = new Hono<Env>()

mailPages.get('/surat', async c => {
  const { asked, answer } = await askList(c, mailList, listMail)
  const w = words[c.var.viewer.locale]
  return show(c, { title: w.title }, <MailList {...answer} asked={asked} />)
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
    done: ({ letters }) => redirect(c, '/surat', receipts.lettersBeingSent({ letters })),
    again: () => redirect(c, '/surat'),
  }),
)

mailPages.post('/surat/:id/kirim-ulang', c => {
  const to = `/surat/${c.req.param('id')}`
  return submit(c, resendMail, {
    add: { id: c.req.param('id') },
    done: ({ id }) => redirect(c, `/surat/${id}`, receipts.letterBeingSent),
    again: () => redirect(c, to),
  })
})
