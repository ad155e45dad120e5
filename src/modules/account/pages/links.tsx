import { Hono } from 'hono'
import { z } from 'zod'
import { findLink, type Link, type Purpose } from '../../../platform/auth/links.ts'
import { safePath, withReturn } from '../../../platform/auth/return-path.ts'
import { startSession } from '../../../platform/auth/session.ts'
import { consume } from '../../../platform/auth/throttle.ts'
import { type Env, type Request, readForm, redirect } from '../../../platform/doors/request.ts'
import { peerOf, placeOf } from '../../../platform/intake/peer.ts'
import { Refusal } from '../../../platform/refusals/refusal.ts'
import { email } from '../../../platform/values/shapes.ts'
import { show } from '../../../web/show.tsx'
import type { Errors } from '../../../web/ui/form-state.ts'
import { choosePassword, redeemLink, requestLetter } from '../operations/signing-in.ts'
import { AskLetter, LetterSent, OpenLink, VoidLink } from '../views/links.tsx'
import { ChoosePassword } from '../views/password.tsx'
import { refusals } from '../words/refusals.ts'
import { signInWords } from '../words/sign-in.ts'
import { attempt, inShape, noteEntry, runAs } from './browser.ts'
import { enter } from './sign-in.tsx'

/** Links by mail: asking for one (`/lupa-sandi`, `/masuk/tautan`), and what they open (`/sandi/…`, `/masuk/tautan/…`). */
export const linkPages = new Hono<Env>()

type Kind = 'forgotten' | 'link'
const asking = { forgotten: '/lupa-sandi', link: '/masuk/tautan' } as const

for (const [kind, path] of Object.entries(asking) as [Kind, string][]) {
  linkPages.get(path, c => {
    const next = safePath(c.req.query('ke'))
    if (c.req.query('terkirim') === undefined) return askPage(c, kind, { next })
    return show(c, { title: signInWords[c.var.viewer.locale].forgotten.sentTitle }, <LetterSent kind={kind} next={next} />)
  })
  linkPages.post(path, async c => {
    const form = await readForm(c)
    const next = safePath(form.ke)
    const given = typeof form.email === 'string' ? form.email : undefined
    return attempt(
      c,
      (errors, status) => askPage(c, kind, { next, email: given, errors, status }),
      async () => {
        const { email } = inShape(Asking, form)
        await consume(c, 'letterPlace', placeOf(peerOf(c)))
        await consume(c, 'letter', email)
        await runAs(c, null, requestLetter, { email, next })
        return redirect(c, withReturn(`${path}?terkirim=ya`, next))
      },
    )
  })
}

const Asking = z.object({ email })

function askPage(
  c: Request,
  kind: Kind,
  { next, email, errors = {}, status = 200 }: { next: string; email?: string | undefined; errors?: Errors; status?: 200 | 422 | 409 | 429 },
) {
  const w = signInWords[c.var.viewer.locale]
  return show(
    c,
    { title: kind === 'forgotten' ? w.forgotten.title : w.link.askTitle, status },
    <AskLetter kind={kind} next={next} email={email} errors={errors} />,
  )
}

linkPages.get('/sandi/:token', async c => {
  const link = await linkOf(c, ['invitation', 'password'])
  return link?.state === 'open' ? choosePage(c, link) : voidPage(c, link, 'password')
})

linkPages.post('/sandi/:token', async c => {
  const token = c.req.param('token')
  const form = await readForm(c)
  const link = await linkOf(c, ['invitation', 'password'])
  if (link?.state !== 'open') return voidPage(c, link, 'password')
  return attempt(
    c,
    (errors, status) => (status === 409 ? voidPage(c, { ...link, state: 'used' }, 'password') : choosePage(c, link, errors, status)),
    async () => {
      const { email, tokens } = await runAs(c, link.person!.id, choosePassword, { token, password: form.password })
      const entered = await enterAfterwards(c, email, String(form.password))
      const message = passwordSaved(tokens)
      if (entered === 'in') return redirect(c, '/', message.signedIn)
      return redirect(c, entered === 'code' ? '/masuk/kode' : '/masuk', message.saved)
    },
  )
})

/** The password is saved already, so whatever keeps somebody from coming in now, they are told that it is. */
export async function enterAfterwards(c: Request, email: string, password: string): Promise<'in' | 'code' | 'out'> {
  return enter(c, email, password).catch((error: unknown) => {
    c.var.kernel.log.warn('sign-in.not-after-password', { reference: c.var.reference, error })
    return 'out' as const
  })
}

function passwordSaved(tokens: number) {
  const ended = refusals.accessEnded({ tokens })
  return {
    signedIn: refusals.passwordSavedAndIn({ ended }),
    saved: refusals.passwordSaved({ ended }),
  }
}

function choosePage(c: Request, link: Link, errors: Errors = {}, status: 200 | 422 | 409 | 429 = 200) {
  const purpose = link.purpose === 'invitation' ? 'invitation' : 'password'
  return show(
    c,
    { title: signInWords[c.var.viewer.locale].choose[purpose], status },
    <ChoosePassword token={c.req.param('token')!} purpose={purpose} person={link.person!} errors={errors} />,
  )
}

linkPages.get('/masuk/tautan/:token', async c => {
  const link = await linkOf(c, ['session'])
  if (link?.person && link.person.id === c.var.actor.personId) return redirect(c, link.next)
  if (link?.state !== 'open') return voidPage(c, link, 'link')
  return show(
    c,
    { title: signInWords[c.var.viewer.locale].link.openTitle },
    <OpenLink token={c.req.param('token')} name={link.person!.name} />,
  )
})

linkPages.post('/masuk/tautan/:token', async c => {
  const link = await linkOf(c, ['session'])
  if (link?.state !== 'open') return voidPage(c, link, 'link')
  try {
    const { userId, next } = await runAs(c, link.person!.id, redeemLink, { token: c.req.param('token') })
    await startSession(c, userId)
    await noteEntry(c, userId, 'link')
    return redirect(c, next)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'conflict') return voidPage(c, { ...link, state: 'used' }, 'link')
    throw error
  }
})

const linkOf = (c: Request, purposes: Purpose[]): Promise<Link | null> =>
  findLink(c.var.kernel.store.db, c.req.param('token') ?? '', c.var.kernel.clock.now(), purposes)

/** 410: there was, or could have been, something here; asking again does not help. */
export function voidPage(c: Request, link: Link | null, kind: 'password' | 'link' | 'setup') {
  const why = link && link.state !== 'open' ? link.state : 'unknown'
  return show(
    c,
    { title: signInWords[c.var.viewer.locale].void.title, status: 410 },
    <VoidLink why={why} kind={kind} next={link?.next ?? '/'} />,
  )
}
