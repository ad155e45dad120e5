import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { safePath } from '../../../platform/auth/return-path.ts'
import { type Env, type Request, readForm, redirect } from '../../../platform/doors/request.ts'
import { languages } from '../../../platform/i18n/languages.ts'
import type { Locale } from '../../../platform/i18n/words.ts'
import { call, type Operation } from '../../../platform/operation/operation.ts'
import { show, submit } from '../../../web/show.tsx'
import { changeAccount, showAccount } from '../operations/profile.ts'
import { clearSessions, revokeSession } from '../operations/sessions.ts'
import { createToken, listTokens, revokeToken } from '../operations/tokens.ts'
import { Profile } from '../views/account.tsx'
import { TokenMade, Tokens } from '../views/tokens.tsx'
import { accountWords } from '../words/account.ts'
import { receipts } from '../words/receipts.ts'
import { securityPage, titleOf } from './security.tsx'

/** `/akun` and its parts, and `/tampilan`. */
export const accountPages = new Hono<Env>()

accountPages.get('/akun', async c => show(c, { title: titleOf(c, 'profile') }, <Profile account={await ask(c, showAccount)} />))

accountPages.post('/akun', c =>
  submit(c, changeAccount, {
    asked: ['name'],
    done: ({ locale }) => {
      chooseLocale(c, locale)
      return redirect(c, '/akun', receipts.profileSaved)
    },
    again: async (values, errors, status) => {
      const account = await ask(c, showAccount)
      const stored = status === 409 ? account : undefined
      return show(
        c,
        { title: titleOf(c, 'profile'), status },
        <Profile account={account} values={values} errors={errors} stored={stored} />,
      )
    },
  }),
)

accountPages.get('/akun/keamanan', c => securityPage(c))

accountPages.post('/akun/sesi/lain', c =>
  submit(c, clearSessions, {
    done: ({ ended }) => redirect(c, '/akun/keamanan#perangkat', receipts.othersSignedOut({ ended })),
    again: () => securityPage(c),
  }),
)

accountPages.post('/akun/sesi/:id', c =>
  submit(c, revokeSession, {
    add: { id: c.req.param('id') },
    done: () => redirect(c, '/akun/keamanan#perangkat', receipts.deviceSignedOut),
    again: () => securityPage(c),
  }),
)

accountPages.get('/akun/token', async c => show(c, { title: titleOf(c, 'tokens') }, <Tokens tokens={(await ask(c, listTokens)).tokens} />))

accountPages.post('/akun/token', c =>
  submit(c, createToken, {
    done: ({ token, kept }) =>
      show(c, { title: accountWords[c.var.viewer.locale].tokens.madeTitle }, <TokenMade token={token} name={kept.name} />),
    again: async (values, errors, status) =>
      show(
        c,
        { title: titleOf(c, 'tokens'), status },
        <Tokens tokens={(await ask(c, listTokens)).tokens} values={values} errors={errors} />,
      ),
  }),
)

accountPages.post('/akun/token/:id', c =>
  submit(c, revokeToken, {
    add: { id: c.req.param('id') },
    done: ({ name }) => redirect(c, '/akun/token', receipts.tokenRevoked({ name })),
    again: () => redirect(c, '/akun/token'),
  }),
)

/** Language and theme of the pages, kept in this browser. */
accountPages.post('/tampilan', async c => {
  const { bahasa, tema, kembali } = await readForm(c)
  // Of the pages on this device; that of one's mail is a matter of one's account.
  if (typeof bahasa === 'string' && languages.has(bahasa as Locale)) chooseLocale(c, bahasa as Locale)
  if (tema === 'auto' || tema === 'light' || tema === 'dark') remember(c, 'tampilan', tema)
  return redirect(c, returnTo(kembali))
})

const ask = <O,>(c: Request, operation: Operation & { output: { _zod: { output: O } } }): Promise<O> =>
  call(c.var.kernel, c.var.actor, operation, {}) as Promise<O>

const chooseLocale = (c: Request, locale: Locale): void => remember(c, 'bahasa', locale)
const remember = (c: Request, name: string, value: string): void =>
  setCookie(c, name, value, {
    path: '/',
    maxAge: 365 * 86_400,
    sameSite: 'Lax',
    httpOnly: true,
    secure: c.var.kernel.baseUrl.startsWith('https:'),
  })

/** The page where the language was chosen may be the way in itself. */
const returnTo = (path: unknown): string => (typeof path === 'string' && /^\/masuk(\?ke=[^#]*)?$/.test(path) ? path : safePath(path))
