import { Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { z } from 'zod'
import { refusedFor } from '../../../platform/auth/answers.ts'
import { oidcIsOn } from '../../../platform/auth/auth.ts'
import { knownAccount } from '../../../platform/auth/known-device.ts'
import { safePath, withReturn } from '../../../platform/auth/return-path.ts'
import { takeCode, usedCode } from '../../../platform/auth/second-factor.ts'
import { clearCookie, cookieName, endSession, verifyToken } from '../../../platform/auth/session.ts'
import { type Count, guess, reset } from '../../../platform/auth/throttle.ts'
import { turns } from '../../../platform/auth/turns.ts'
import { type Env, type Request, readForm, redirect } from '../../../platform/doors/request.ts'
import { peerOf, placeOf } from '../../../platform/intake/peer.ts'
import { invalid, Refusal } from '../../../platform/refusals/refusal.ts'
import { email } from '../../../platform/values/shapes.ts'
import { show } from '../../../web/show.tsx'
import type { Errors } from '../../../web/ui/form-state.ts'
import { SecondStep, SignIn } from '../views/sign-in.tsx'
import { receipts } from '../words/receipts.ts'
import { refusals } from '../words/refusals.ts'
import { signInWords } from '../words/sign-in.ts'
import { attempt, forwardCookies, headersFor, inShape, noteEntry } from './browser.ts'

/** `/masuk` and its second step, and `/keluar`. */
export const signInPages = new Hono<Env>()

signInPages.get('/masuk', c => {
  const next = safePath(c.req.query('ke'))
  return c.var.actor.kind === 'person' ? redirect(c, next) : signInPage(c, { next })
})

signInPages.post('/masuk', async c => {
  const form = await readForm(c)
  const next = safePath(form.ke)
  const given = typeof form.email === 'string' ? form.email : undefined
  return attempt(
    c,
    (errors, status) => signInPage(c, { next, email: given, errors, status }),
    async () => {
      const { email, password } = inShape(Credentials, form)
      return (await passwordSignIn(c, email, password)) === 'code' ? redirect(c, withReturn('/masuk/kode', next)) : redirect(c, next)
    },
  )
})

const Credentials = z.object({ email, password: z.string().min(1).max(1000) })

const inTurn = turns(8)

/** Signs in by password, or as far as the second step. One answer to whatever does not fit, in the same time. */
function passwordSignIn(c: Request, email: string, password: string): Promise<'in' | 'code'> {
  const place = placeOf(peerOf(c))
  const known = knownAccount(c)
  const from = `${email} ${known ?? place}`
  return inTurn(known ?? place, async () => {
    const isOwner = known !== null && known === (await accountOf(c, email))
    const counts: Count[] = [
      ['password', from],
      ...(isOwner ? [] : [['account', email] as const]),
      known ? ['device', known] : ['place', place],
    ]
    const entered = await guess(c, counts, () => enter(c, email, password))
    await reset(c, 'password', from)
    return entered
  })
}

const accountOf = async (c: Request, email: string): Promise<string | undefined> =>
  (await c.var.kernel.store.db.selectFrom('auth_user').select('id').where('email', '=', email).executeTakeFirst())?.id

/** The password was right, but whoever's it is has left (`isCurrent` in auth.ts). */
const nobodyHere = 'FAILED_TO_CREATE_SESSION'

/** The same of a password that was chosen just now, so nobody guesses and nothing is counted. */
export async function enter(c: Request, email: string, password: string): Promise<'in' | 'code'> {
  const answer = await c.var.kernel.auth.api.signInEmail({ body: { email, password }, headers: headersFor(c), asResponse: true })
  if (await refusedFor(answer, ['INVALID_EMAIL_OR_PASSWORD', 'INVALID_EMAIL', nobodyHere]))
    throw new Refusal('invalid', refusals.credentialsWrong)
  await endSession(c)
  forwardCookies(c, answer)
  const { user } = (await answer.json()) as { user?: { id: string } }
  if (!user) return 'code'
  await noteEntry(c, user.id, 'password')
  return 'in'
}

function signInPage(
  c: Request,
  { next, email, errors = {}, status = 200 }: { next: string; email?: string | undefined; errors?: Errors; status?: 200 | 422 | 409 | 429 },
) {
  const { config } = c.var.kernel
  const { title } = signInWords[c.var.viewer.locale].signIn
  return show(c, { title, status }, <SignIn next={next} email={email} errors={errors} organisation={oidcIsOn(config)} demo={config.demo} />)
}

signInPages.get('/masuk/kode', c => secondStepPage(c, { next: safePath(c.req.query('ke')), recovery: c.req.query('cara') === 'pemulihan' }))

signInPages.post('/masuk/kode', async c => {
  const form = await readForm(c)
  const next = safePath(form.ke)
  const recovery = form.cara === 'pemulihan'
  return attempt(
    c,
    (errors, status) => secondStepPage(c, { next, recovery, errors, status }),
    async () => {
      const { code } = inShape(z.object({ code: z.string().min(1).max(40) }), form)
      const userId = await challengedUser(c)
      if (!userId) return anew(c, next)
      const answer = await guess(c, [['code', userId]], () => verify(c, userId, { code, recovery }))
      if (!answer) return anew(c, next)
      await endSession(c)
      forwardCookies(c, answer)
      await noteEntry(c, userId, 'code')
      return redirect(c, next)
    },
  )
})

/** Whose password was right just now, by the cookie of the challenge; null when there is none any more. */
async function challengedUser(c: Request): Promise<string | null> {
  const { auth, baseUrl, secret } = c.var.kernel
  const value = getCookie(c, cookieName(baseUrl.startsWith('https:')).replace('session_token', 'two_factor'))
  const challenge = value && verifyToken(value, secret)
  if (!challenge) return null
  return (await (await auth.$context).internalAdapter.findVerificationValue(challenge))?.value ?? null
}

/** A wrong code may be typed again (`invalid`); null when the challenge ran out, or was guessed at too often. */
async function verify(c: Request, userId: string, { code, recovery }: { code: string; recovery: boolean }): Promise<Response | null> {
  const { api } = c.var.kernel.auth
  const headers = headersFor(c, 'two_factor')
  const typed = code.replace(/\s/g, '')
  if (!recovery && (await takeCode(c.var.kernel, userId, typed)) === 'used') throw usedCode()
  const answer = recovery
    ? await api.verifyBackupCode({ body: { code: typed.toLowerCase() }, headers, asResponse: true })
    : await api.verifyTOTP({ body: { code: typed }, headers, asResponse: true })
  // 409: somebody else used the same recovery code up at the same moment
  const why = answer.status === 409 ? wrongCodes[0] : await refusedFor(answer, [...wrongCodes, ...challengeOver])
  if (why === null) return answer
  if (challengeOver.some(each => each === why)) return null
  throw invalid('code', refusals.codeWrong)
}

const wrongCodes = ['INVALID_CODE', 'INVALID_BACKUP_CODE'] as const
/** It ran out, was guessed at too often, or the second step was switched off meanwhile. */
const challengeOver = [
  'INVALID_TWO_FACTOR_COOKIE',
  'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE',
  'TOTP_NOT_ENABLED',
  'BACKUP_CODES_NOT_ENABLED',
  nobodyHere,
] as const

const anew = (c: Request, next: string): Response => redirect(c, withReturn('/masuk', next), receipts.codeTimeOver, 'warning')

function secondStepPage(
  c: Request,
  { next, recovery, errors = {}, status = 200 }: { next: string; recovery: boolean; errors?: Errors; status?: 200 | 422 | 409 | 429 },
) {
  return show(
    c,
    { title: signInWords[c.var.viewer.locale].code.title, status },
    <SecondStep next={next} recovery={recovery} errors={errors} />,
  )
}

signInPages.post('/keluar', async c => {
  await endSession(c)
  clearCookie(c)
  return redirect(c, '/masuk', receipts.signedOut)
})
