import { Hono } from 'hono'
import { z } from 'zod'
import { show } from '../../../web/show.tsx'
import type { Errors } from '../../../web/ui/form-state.ts'
import { Refusal } from '../../refusal.ts'
import { type Env, type Request, readForm, redirect } from '../../request.ts'
import { email } from '../../shapes.ts'
import { oidcIsOn } from '../auth.ts'
import { peerOf, placeOf } from '../peer.ts'
import { safePath, withReturn } from '../return-path.ts'
import { clearCookie, endSession } from '../session.ts'
import { signInWords } from '../sign-in-words.ts'
import { forgive, spend } from '../throttle.ts'
import { SecondStep, SignIn } from '../views/sign-in.tsx'
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

/** Signs in by password, or as far as the second step. One answer to whatever does not fit, in the same time. */
export async function passwordSignIn(c: Request, email: string, password: string): Promise<'in' | 'code'> {
  const { auth } = c.var.kernel
  const place = placeOf(peerOf(c))
  await spend(c, 'place', place)
  await spend(c, 'password', `${email} ${place}`)
  const answer = await auth.api.signInEmail({ body: { email, password }, headers: headersFor(c), asResponse: true })
  if (!answer.ok)
    throw new Refusal('invalid', { id: 'Surel atau kata sandi tidak cocok.', en: 'The address or the password is not right.' })
  await forgive(c, 'password', `${email} ${place}`)
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
      await spend(c, 'place', placeOf(peerOf(c)))
      const { api } = c.var.kernel.auth
      const headers = headersFor(c, 'two_factor')
      const answer = recovery
        ? await api.verifyBackupCode({ body: { code: code.trim().toLowerCase() }, headers, asResponse: true })
        : await api.verifyTOTP({ body: { code: code.replace(/\s/g, '') }, headers, asResponse: true })
      if (!answer.ok) return refusedCode(c, answer, next)
      await endSession(c)
      forwardCookies(c, answer)
      const { user } = (await answer.json()) as { user: { id: string } }
      await noteEntry(c, user.id, 'code')
      return redirect(c, next)
    },
  )
})

/** A wrong code may be typed again; a challenge that ran out, or was guessed at too often, begins anew with the password. */
async function refusedCode(c: Request, answer: Response, next: string): Promise<Response> {
  const { code = '' } = (await answer.json().catch(() => ({}))) as { code?: string }
  if (answer.status === 429)
    throw new Refusal('too_many', {
      id: 'Terlalu banyak kode yang salah. Silakan coba lagi dalam 15 menit.',
      en: 'Too many wrong codes. Please try again in 15 minutes.',
    })
  if (code === 'INVALID_CODE' || code === 'INVALID_BACKUP_CODE')
    throw new Refusal(
      'invalid',
      { id: 'Ada isian yang perlu diperbaiki.', en: 'Some fields need attention.' },
      { code: [{ id: 'Kode ini tidak cocok.', en: 'This code is not right.' }] },
    )
  return redirect(
    c,
    withReturn('/masuk', next),
    { id: 'Waktu untuk kode sudah habis. Silakan masuk lagi.', en: 'The time for the code is over. Please sign in again.' },
    'warning',
  )
}

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
  return redirect(c, '/masuk', { id: 'Anda sudah keluar.', en: 'You have signed out.' })
})
