import { Hono } from 'hono'
import { findLink } from '../../../platform/auth/links.ts'
import { type Env, type Request, readForm, redirect } from '../../../platform/doors/request.ts'
import type { Localized } from '../../../platform/i18n/words.ts'
import { show } from '../../../web/show.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { createAdministrator } from '../operations/setup.ts'
import { Setup } from '../views/password.tsx'
import { receipts } from '../words/receipts.ts'
import { refusals } from '../words/refusals.ts'
import { signInWords } from '../words/sign-in.ts'
import { attempt, runAs } from './browser.ts'
import { enterAfterwards, voidPage } from './links.tsx'

/** `/mulai/…`: the page of the link that an empty installation prints. */
export const setupPages = new Hono<Env>()

setupPages.get('/mulai/:token', async c => {
  const link = await linkOf(c)
  return link?.state === 'open' ? setupPage(c, {}) : voidPage(c, link, 'setup')
})

setupPages.post('/mulai/:token', async c => {
  const { name, email, password } = await readForm(c)
  const link = await linkOf(c)
  if (link?.state !== 'open') return voidPage(c, link, 'setup')
  return attempt(
    c,
    (errors, status) => (status === 409 ? voidPage(c, { ...link, state: 'used' }, 'setup') : setupPage(c, { name, email }, errors, status)),
    async () => {
      const made = await runAs(c, null, createAdministrator, { token: c.req.param('token'), name, email, password })
      const entered = await enterAfterwards(c, made.email, String(password))
      if (entered !== 'in') return redirect(c, entered === 'code' ? '/masuk/kode' : '/masuk', registered)
      return redirect(c, '/', receipts.administratorWelcomed)
    },
  )
})

const registered: Localized = refusals.administratorRegistered

const linkOf = (c: Request) => findLink(c.var.kernel.store.db, c.req.param('token') ?? '', c.var.kernel.clock.now(), ['setup'])

const setupPage = (c: Request, values: Values, errors: Errors = {}, status: 200 | 422 | 409 | 429 = 200) =>
  show(
    c,
    { title: signInWords[c.var.viewer.locale].setup.title, status },
    <Setup token={c.req.param('token')!} values={values} errors={errors} />,
  )
