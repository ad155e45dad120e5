import { Hono } from 'hono'
import { type Env, type Request, redirect } from '../../platform/doors/request.ts'
import { call } from '../../platform/operation/operation.ts'
import { askList } from '../../web/list/ask.ts'
import { readList } from '../../web/list/read.ts'
import { show, submit } from '../../web/show.tsx'
import type { Errors, Values } from '../../web/ui/form-state.ts'
import { groupNotices, listNotices, readAllNotices, readNotice } from './operations/inbox.ts'
import { changePreferences, showPreferences } from './operations/preferences.ts'
import { Inbox, InboxByKind } from './views/inbox.tsx'
import { inboxList } from './views/listing.ts'
import { PreferencesForm } from './views/preferences.tsx'
import { receipts } from './words/receipts.ts'
import { noticeWords } from './words.ts'

export const noticePages = new Hono<Env>()

noticePages.get('/kotak-masuk', async c => {
  const title = noticeWords[c.var.viewer.locale].inbox
  const kinds = kindsOf(c)
  const list = inboxList(kinds)
  const first = readList(list, new URL(c.req.url))
  if (!first.values.tampil && !first.values.jenis && !first.turn.after && !first.turn.before) {
    const found = await call(c.var.kernel, c.var.actor, groupNotices, {})
    return show(c, { title }, <InboxByKind {...found} asked={first} kinds={kinds} />)
  }
  const { asked, answer } = await askList(c, list, listNotices, ({ asks }) => ({ unread: asks.unread ?? true }))
  return show(c, { title }, <Inbox {...answer} asked={asked} kinds={kinds} />)
})

noticePages.post('/kotak-masuk/dibaca', c =>
  submit(c, readAllNotices, {
    done: ({ read }) => redirect(c, '/kotak-masuk', receipts.noticesRead({ read })),
    again: () => redirect(c, '/kotak-masuk'),
  }),
)

/** Opens what it is about; from where there is nothing to open one comes back to the inbox. */
noticePages.post('/kotak-masuk/:id/dibaca', c =>
  submit(c, readNotice, {
    add: { id: c.req.param('id') },
    done: ({ path }) => redirect(c, path ?? '/kotak-masuk'),
    again: () => redirect(c, '/kotak-masuk'),
  }),
)

noticePages.get('/akun/pemberitahuan', c => preferences(c))
noticePages.post('/akun/pemberitahuan', c =>
  submit(c, changePreferences, {
    done: () => redirect(c, '/akun/pemberitahuan', receipts.choicesSaved),
    again: (values, errors, status) => preferences(c, values, errors, status),
  }),
)

const kindsOf = ({ var: { kernel, viewer } }: Request) =>
  [...kernel.noticeKinds.values()].map(({ kind, names }) => ({ kind, name: names[viewer.locale] }))

async function preferences(c: Request, values?: Values, errors?: Errors, status: 200 | 409 | 422 = 200) {
  const found = await call(c.var.kernel, c.var.actor, showPreferences, {})
  const w = noticeWords[c.var.viewer.locale]
  return show(c, { title: w.preferences, status }, <PreferencesForm preferences={found} values={values} errors={errors} />)
}
