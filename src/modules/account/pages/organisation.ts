import { Hono } from 'hono'
import { oidcIsOn } from '../../../platform/auth/auth.ts'
import { safePath, withReturn } from '../../../platform/auth/return-path.ts'
import { endSession } from '../../../platform/auth/session.ts'
import { consume } from '../../../platform/auth/throttle.ts'
import { type Env, type Request, redirect } from '../../../platform/doors/request.ts'
import type { Localized } from '../../../platform/i18n/words.ts'
import { peerOf, placeOf } from '../../../platform/intake/peer.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { refusals } from '../words/refusals.ts'
import { forwardCookies, headersFor, noteEntry } from './browser.ts'

/** Sign-in at the organisation's own OpenID Connect service: there and back. */
export const organisationPages = new Hono<Env>()

organisationPages.get('/masuk/oidc', async c => {
  const { auth, config, baseUrl, log } = c.var.kernel
  if (!oidcIsOn(config)) throw notFound()
  await consume(c, 'organisation', placeOf(peerOf(c)))
  const next = safePath(c.req.query('ke'))
  const body = {
    provider: 'oidc',
    callbackURL: `${baseUrl}${next}`,
    errorCallbackURL: `${baseUrl}${withReturn('/masuk', next)}`,
    disableRedirect: true,
  }
  const answer = await auth.api.signInSocial({ body, headers: headersFor(c), asResponse: true })
  const { url, code } = (await answer.json().catch(() => ({}))) as { url?: string; code?: string }
  if (!answer.ok || !url) {
    log.warn('sign-in.organisation-unreachable', { status: answer.status, code })
    return redirect(c, withReturn('/masuk', next), unreachable, 'warning')
  }
  forwardCookies(c, answer)
  return c.redirect(url, 302)
})

organisationPages.get('/masuk/oidc/kembali', async c => {
  const { auth, config, baseUrl, log } = c.var.kernel
  if (!oidcIsOn(config)) throw notFound()
  const answer = await auth.api.callbackOAuth({
    params: { id: 'oidc' },
    query: c.req.query(),
    headers: headersFor(c, 'state'),
    method: 'GET',
    asResponse: true,
  })
  const location = new URL(answer.headers.get('location') ?? '/masuk', baseUrl)
  const token = forwardCookies(c, answer)
  const userId = token && (await userOf(c, token))
  if (!userId) {
    log.warn('sign-in.organisation-refused', { why: location.searchParams.get('error') })
    return redirect(c, withReturn('/masuk', safePath(location.searchParams.get('ke'))), refused, 'warning')
  }
  await endSession(c)
  await noteEntry(c, userId, 'oidc')
  return redirect(c, safePath(location.origin === new URL(baseUrl).origin ? location.pathname + location.search : '/'))
})

const unreachable: Localized = refusals.signInServiceUnreachable
const refused: Localized = refusals.organisationAccountUnknown

async function userOf(c: Request, token: string): Promise<string | null> {
  const session = await c.var.kernel.store.db.selectFrom('auth_session').select('userId').where('token', '=', token).executeTakeFirst()
  return session?.userId ?? null
}
