import { Hono } from 'hono'
import { z } from 'zod'
import { refusedFor } from '../../../platform/auth/answers.ts'
import { pendingFactor, takeCode } from '../../../platform/auth/second-factor.ts'
import { guess } from '../../../platform/auth/throttle.ts'
import { type Env, type Request, readForm, redirect } from '../../../platform/doors/request.ts'
import { call } from '../../../platform/operation/operation.ts'
import { forbidden, invalid, Refusal, unauthenticated } from '../../../platform/refusals/refusal.ts'
import { show } from '../../../web/show.tsx'
import type { Errors } from '../../../web/ui/form-state.ts'
import { showAccount } from '../operations/profile.ts'
import { listSessions } from '../operations/sessions.ts'
import { changePassword, noteSecondFactor } from '../operations/signing-in.ts'
import { ConnectApp, RecoveryCodes } from '../views/second-factor.tsx'
import { type Refused, Security } from '../views/security.tsx'
import { accountWords } from '../words/account.ts'
import { receipts } from '../words/receipts.ts'
import { refusals } from '../words/refusals.ts'
import { attempt, forwardCookies, headersFor, inShape } from './browser.ts'

/** Password and second factor of somebody who is signed in. */
export const securityPages = new Hono<Env>()

export async function securityPage(c: Request, refused?: Refused, status: 200 | 422 | 409 | 429 = 200) {
  const account = await call(c.var.kernel, c.var.actor, showAccount, {})
  const { sessions } = await call(c.var.kernel, c.var.actor, listSessions, {})
  return show(c, { title: titleOf(c, 'security'), status }, <Security account={account} sessions={sessions} refused={refused} />)
}

/** The part first: it is what tells one tab of the browser from another. */
export function titleOf(c: Request, part: 'profile' | 'security' | 'tokens'): string {
  const w = accountWords[c.var.viewer.locale]
  return `${w.tabs[part]} – ${w.account}`
}

securityPages.post('/akun/sandi', async c => {
  const { current, password, keepTokens } = await readForm(c)
  return attempt(
    c,
    (errors, status) => securityPage(c, { form: 'password', errors }, status),
    async () => {
      const { tokens } = await guess(
        c,
        [['own', personOf(c)]],
        () => call(c.var.kernel, c.var.actor, changePassword, { current, password, keepTokens } as z.input<typeof changePassword.input>),
        ({ fields }) => 'current' in fields,
      )
      return redirect(c, '/akun/keamanan', receipts.passwordChanged({ tokens }))
    },
  )
})

securityPages.post('/akun/dua-langkah', async c => {
  const form = await readForm(c)
  return attempt(
    c,
    (errors, status) => securityPage(c, { form: 'factor', errors }, status),
    async () => {
      const { password, aksi } = inShape(Change, form)
      const answer = await guess(
        c,
        [['own', personOf(c)]],
        () => changeFactor(c, aksi, password),
        ({ code }) => code === 'invalid',
      )
      forwardCookies(c, answer)
      if (aksi === 'aktifkan') return redirect(c, '/akun/dua-langkah')
      if (aksi === 'kode') return codesPage(c, ((await answer.json()) as { backupCodes: string[] }).backupCodes)
      await call(c.var.kernel, c.var.actor, noteSecondFactor, { on: false })
      return redirect(c, '/akun/keamanan', receipts.secondFactorOff)
    },
  )
})

async function changeFactor(c: Request, action: 'aktifkan' | 'kode' | 'matikan', password: string): Promise<Response> {
  const { api } = c.var.kernel.auth
  const request = { body: { password }, headers: headersFor(c, 'session_token'), asResponse: true as const }
  const ask = { aktifkan: api.enableTwoFactor, kode: api.generateBackupCodes, matikan: api.disableTwoFactor }[action]
  const answer = await ask(request)
  const why = await refusedFor(answer, ['INVALID_PASSWORD', 'TWO_FACTOR_NOT_ENABLED', 'TOTP_ALREADY_ENABLED'])
  if (why === 'INVALID_PASSWORD') throw invalid('password', refusals.notPassword)
  if (why) throw new Refusal('conflict', refusals.secondFactorChanged)
  return answer
}

const Change = z.object({ password: z.string().min(1).max(1000), aksi: z.enum(['aktifkan', 'kode', 'matikan']) })

securityPages.get('/akun/dua-langkah', c => connectPage(c))

securityPages.post('/akun/dua-langkah/kode', async c => {
  const form = await readForm(c)
  return attempt(
    c,
    (errors, status) => connectPage(c, errors, status),
    async () => {
      const { code } = inShape(z.object({ code: z.string().min(1).max(40) }), form)
      const userId = await userOf(c)
      if (!(await pendingFactor(c.var.kernel, userId))) throw new Refusal('conflict', refusals.appNotWaiting)
      const answer = await guess(c, [['own', personOf(c)]], () => confirmFactor(c, userId, code.replace(/\s/g, '')))
      forwardCookies(c, answer)
      await call(c.var.kernel, c.var.actor, noteSecondFactor, { on: true })
      const { backupCodes } = await c.var.kernel.auth.api.viewBackupCodes({ body: { userId } })
      return codesPage(c, backupCodes)
    },
  )
})

async function confirmFactor(c: Request, userId: string, code: string): Promise<Response> {
  const { kernel } = c.var
  const answer =
    (await takeCode(kernel, userId, code)) === 'taken' &&
    (await kernel.auth.api.verifyTOTP({ body: { code }, headers: headersFor(c, 'session_token'), asResponse: true }))
  if (answer === false || (await refusedFor(answer, ['INVALID_CODE']))) throw invalid('code', refusals.codeWrongCheckClock)
  return answer
}

async function connectPage(c: Request, errors: Errors = {}, status: 200 | 422 | 409 | 429 = 200) {
  const pending = await pendingFactor(c.var.kernel, await userOf(c))
  if (!pending) return redirect(c, '/akun/keamanan')
  return show(
    c,
    { title: accountWords[c.var.viewer.locale].factor.scanTitle, status },
    <ConnectApp uri={pending.uri} keyText={pending.key} errors={errors} />,
  )
}

const codesPage = (c: Request, codes: string[]) =>
  show(c, { title: accountWords[c.var.viewer.locale].factor.codesTitle }, <RecoveryCodes codes={codes} />)

function personOf(c: Request): string {
  const { personId, sessionId } = c.var.actor
  if (!personId) throw unauthenticated()
  if (!sessionId) throw forbidden()
  return personId
}

async function userOf(c: Request): Promise<string> {
  const row = await c.var.kernel.store.db.selectFrom('person_card').select('auth_user_id').where('id', '=', personOf(c)).executeTakeFirst()
  if (!row?.auth_user_id) throw forbidden()
  return row.auth_user_id
}
