import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import { endpoints, modules, navigationLines, searches, sections } from './modules.ts'
import { askAgain, bearerOf, identify } from './platform/auth/identify.ts'
import { withReturn } from './platform/auth/return-path.ts'
import { signedInOnly } from './platform/auth/signed-in.ts'
import { anonymous } from './platform/authority/actor.ts'
import { canAnywhere } from './platform/authority/reach.ts'
import { compressed } from './platform/doors/compressed.ts'
import { problem, restRoutes } from './platform/doors/endpoint.ts'
import { openApi } from './platform/doors/openapi.ts'
import { asksForJson, type Env, type Request, redirect } from './platform/doors/request.ts'
import { languages } from './platform/i18n/languages.ts'
import { type Locale, localeOf } from './platform/i18n/words.ts'
import { most } from './platform/intake/limits.ts'
import { watchProxy } from './platform/intake/peer.ts'
import { inboxLines } from './platform/notices/lines.ts'
import type { Kernel } from './platform/operation/operation.ts'
import { httpStatus, notFound, Refusal, unauthenticated } from './platform/refusals/refusal.ts'
import { Unavailable } from './platform/refusals/unavailable.ts'
import { refusals } from './refusal-words.ts'
import { findAsset, findServiceWorker } from './web/assets.ts'
import { contentPolicy } from './web/content-policy.ts'
import { addressOf, show, visitorLines } from './web/show.tsx'
import { type ErrorKind, ErrorPage } from './web/ui/error-page.tsx'
import { showUnavailable } from './web/unavailable.tsx'
import { words } from './web/words.ts'

/**
 * The whole application as one `fetch`: pages, REST under `/api/v1`, assets, health. `closing` refuses what is new while what runs
 * finishes.
 */
export function createApp(kernel: Kernel, closing: () => boolean = () => false): Hono<Env> {
  const app = new Hono<Env>()
  app.use((c, next) => (/^\/assets\/(.*\.(css|js)|icon\.\w+\.svg)$/.test(c.req.path) ? partHeaders : headers)(c, next))
  app.use(unkept)
  app.get('/healthz', c => c.text('ok'))
  app.get('/readyz', async c => {
    if (closing()) return c.text('closing', 503)
    const missing = await kernel.store.ready().then(
      () => null,
      error => kernel.outages.note(error) ?? 'database',
    )
    return missing ? c.text(missing, 503, { 'retry-after': '5' }) : c.text('ready')
  })
  app.get('/assets/:file', c => {
    const asset = findAsset(c.req.param('file'), c.req.header('accept-encoding'))
    return asset ? c.body(asset.body as never, 200, asset.headers) : c.notFound()
  })
  app.get('/sw.js', c => {
    const { body, headers } = findServiceWorker(kernel.config.OFFLINE, c.req.header('accept-encoding'))
    const isKnown = c.req.header('if-none-match') === headers.etag
    return isKnown ? c.body(null, 304, headers) : c.body(body as never, 200, headers)
  })
  app.get('/robots.txt', c => c.text(robots, 200, { 'cache-control': 'public, max-age=3600' }))
  app.use(compressed)
  app.use((c, next) => prepare(c, kernel, closing, next))
  const isOurs = (origin: string, { req }: { req: { url: string } }) => origin === new URL(req.url).origin || origin === kernel.baseUrl
  const ownForms = csrf({ origin: isOurs })
  app.use((c, next) => {
    if (bearerOf(c)) return next() // a program comes from no site, and its cookies count for nothing
    const origin = c.req.header('origin')
    // Browsers ask before they send another site's JSON; whatever they do, it is not taken.
    if (origin !== undefined && !/^(GET|HEAD|OPTIONS)$/.test(c.req.method) && !isOurs(origin, c)) throw new HTTPException(403)
    return ownForms(c, next)
  })
  app.route('/api/v1', restRoutes(endpoints))
  app.get('/api/openapi.json', c => c.json(openApi(endpoints, kernel.baseUrl)))
  for (const { pages, open } of modules) if (pages && open) app.route('/', pages)
  app.use((c, next) => (isForPrograms(c) ? next() : signedInOnly(c, next)))
  for (const { pages, open } of modules) if (pages && !open) app.route('/', pages)
  app.notFound(c => refuse(c, notFound()))
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status < 500) return expired(c)
    const trouble = c.var.kernel && kernel.outages.note(error, { method: c.req.method, path: loggable(c), reference: c.var.reference })
    const refusal = trouble ? new Unavailable(trouble, error) : error
    if (!(refusal instanceof Refusal)) return fail(c, error)
    if (refusal.code !== 'unavailable' || wantsProblem(c) || !c.var.viewer) return refuse(c, refusal)
    return showUnavailable(c, refusal, isOurs(c.req.header('origin') ?? '', c))
  })
  return app
}

const headers = secureHeaders({
  overwrite: false, // a download forbids more than a page
  // What only browsers and players that nobody has any more would read; it would weigh on every page.
  xXssProtection: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xDnsPrefetchControl: false,
  originAgentCluster: false, // no page of another name on the same site has anything to share
  contentSecurityPolicy: contentPolicy,
  referrerPolicy: 'same-origin',
  xFrameOptions: 'DENY',
  crossOriginResourcePolicy: 'same-origin',
  permissionsPolicy: { camera: ['self'], microphone: [], geolocation: [] },
})

/** A part of a page needs none of what is said to pages, and each of its bytes is paid on every first visit. */
const partHeaders = secureHeaders({
  xXssProtection: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xDnsPrefetchControl: false,
  xFrameOptions: false,
  referrerPolicy: false,
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  strictTransportSecurity: false,
  crossOriginResourcePolicy: 'same-origin',
})

/** Search engines may walk the public register page by page, not through its filters; everything else is for people who sign in. */
const robots = [
  'User-agent: *',
  'Disallow: /',
  'Allow: /assets/',
  'Allow: /daftar-publik',
  'Disallow: /daftar-publik?',
  'Allow: /daftar-publik?sesudah=',
  '',
].join('\n')

/** What is said to one is kept by nobody on the way; assets, the same for all, say otherwise. */
function unkept(c: Request, next: () => Promise<void>): Promise<void> {
  c.header('cache-control', 'private, no-store')
  return next()
}

async function prepare(c: Request, kernel: Kernel, closing: () => boolean, next: () => Promise<void>): Promise<void> {
  const started = performance.now()
  const chosen = getCookie(c, 'bahasa')
  c.set('kernel', kernel)
  c.set('reference', randomBytes(6).toString('hex'))
  c.set('actor', anonymous(localeOf(chosen, c.req.header('accept-language'))))
  c.set('viewer', { locale: c.var.actor.locale, zone: 'Asia/Jakarta', today: kernel.clock.today() })
  c.set('theme', (['light', 'dark'] as const).find(theme => theme === getCookie(c, 'tampilan')) ?? 'auto')
  c.set('notice', noticeOf(getCookie(c, 'notice')))
  c.set('navigation', path => navigation(c, path))
  c.set('sections', sections)
  c.set('searches', searches)
  c.set('afterwards', [])
  if (closing()) throw new Refusal('unavailable', refusals.sinergiRestartingTryMoment)
  watchProxy(c)
  if (kernel.outages.databaseIsGone()) throw new Unavailable('database')
  const { actor, token, also } = await identify(c, kernel, isForPrograms(c) ? undefined : inboxLines)
  const meant = c.req.header('sinergi-person')
  if (meant && meant !== actor?.personId) throw unauthenticated() // it waited on a device, and somebody else is signed in there now
  if (actor) {
    const locale = chosen === undefined ? actor.locale : languages.has(chosen as Locale) ? (chosen as Locale) : actor.locale
    c.set('actor', { ...actor, locale })
    c.set('viewer', { locale, zone: actor.zone, today: kernel.clock.today(actor.zone) })
  }
  c.set('sessionToken', token)
  c.set('inboxLines', also ?? 0)
  c.set('askAgain', () => askAgain(c, kernel, started))
  if (controls.test(new URL(c.req.url).pathname)) throw notFound()
  try {
    await next()
  } finally {
    // What one of them holds is given back although another fails, or the page that tells of it does.
    const ended = await Promise.allSettled(c.var.afterwards.map(async done => done()))
    for (const each of ended) if (each.status === 'rejected') kernel.log.error('request.unfinished', { error: each.reason })
  }
  kernel.log.debug('request', {
    method: c.req.method,
    path: loggable(c),
    status: c.res.status,
    person: c.var.actor.personId,
    milliseconds: Math.round(performance.now() - started),
    reference: c.var.reference,
  })
}

/** Characters that no address of ours has, and no header takes when the address is said back. */
const controls = /%(?:[01][0-9a-f]|7f)/i

function navigation(c: Request, path: string) {
  const { actor, viewer } = c.var
  const lines = navigationLines.filter(({ power }) => canAnywhere(actor, power))
  const isFilled = (thread: string) => lines.some(each => each.thread === thread && !each.alone)
  return [
    ...(actor.kind === 'person' ? [{ href: '/', label: words[viewer.locale].home, current: path === '/', thread: 'home' }] : []),
    ...lines.map(({ own, alone, ...line }) => {
      const thread = alone && !isFilled(line.thread) ? alone : line.thread
      const { href, label } = own?.(actor) ?? line
      return { href, label: label[viewer.locale], current: path === line.href || path.startsWith(`${line.href}/`), thread }
    }),
  ]
}

function noticeOf(cookie: string | undefined): Env['Variables']['notice'] {
  if (!cookie) return null
  try {
    const { kind, text } = JSON.parse(cookie)
    return typeof text === 'string' && ['success', 'info', 'warning', 'error'].includes(kind) ? { kind, text: text.slice(0, 300) } : null
  } catch {
    return null
  }
}

/** The path without the secret of a link by mail. */
const loggable = (c: Request): string => c.req.path.slice(0, most.address).replace(/[\w-]{40,}/g, '…')

const isForPrograms = (c: Request): boolean => c.req.path.startsWith('/api/')
const wantsProblem = (c: Request): boolean => isForPrograms(c) || (c.req.method === 'POST' && asksForJson(c))

/**
 * A clear no; in plain text to whom nothing else is known. Whoever is not signed in and asks for a page is shown the way in; afterwards
 * they are where they wanted to be.
 */
function refuse(c: Request, error: Refusal): Response | Promise<Response> {
  if (wantsProblem(c)) return problem(c, error, c.var.viewer?.locale ?? 'id')
  if (!c.var.viewer) return c.text(error.localized.en, httpStatus[error.code])
  const signedOut = c.var.actor?.kind === 'anonymous' && !c.var.isForEverybody
  if (signedOut && c.req.method === 'GET' && c.req.path !== '/masuk') return c.redirect(withReturn('/masuk', addressOf(c)), 303)
  const text = error.localized[c.var.viewer.locale]
  const back = sameSite(c, c.req.header('referer'))
  if (back && c.req.method === 'POST' && (error.code === 'conflict' || error.code === 'invalid'))
    return redirect(c, back, error.localized, 'warning')
  const reads = c.req.method === 'GET' || c.req.method === 'HEAD'
  const code = reads && error.code === 'invalid' ? 'not_found' : error.code // what is wrong in an address leads nowhere
  const kind = kinds[code]
  const hasEnded = kind === 'signedOut' // a link back would show an empty form; the browser's own way back keeps what was typed
  const { errors } = words[c.var.viewer.locale]
  const visitor = visitorLines(c)
  const own = visitor && kind === 'notFound' ? errors.notPublic : undefined
  return show(
    c,
    { title: errors[kind].title, status: httpStatus[code] },
    <ErrorPage kind={kind} text={ownWords.includes(kind) ? own : text} back={hasEnded ? undefined : back} visitor={visitor} />,
  )
}

const kinds = {
  not_found: 'notFound',
  unauthenticated: 'signedOut',
  forbidden: 'forbidden',
  too_many: 'tooMany',
  too_large: 'tooLarge',
  too_slow: 'tooSlow',
  unavailable: 'unavailable',
  invalid: 'expired',
  conflict: 'expired',
} as const

/** Kinds that say on a page more than the refusal itself: where what was typed is. */
const ownWords: readonly ErrorKind[] = ['notFound', 'signedOut', 'tooLarge', 'tooSlow']

/** A form that another site sent, or one that a browser no longer vouches for. */
const expired = (c: Request): Response | Promise<Response> =>
  c.var.viewer && !wantsProblem(c)
    ? show(c, { title: words[c.var.viewer.locale].errors.expired.title, status: 403 }, <ErrorPage kind="expired" />)
    : c.text('Forbidden', 403)

/** The path of an address of this site, or nothing; two slashes would be the way to another. */
function sameSite(c: Request, address: string | undefined): string | undefined {
  const url = address && URL.canParse(address) ? new URL(address) : undefined
  return url && url.host === new URL(c.req.url).host && !url.pathname.startsWith('//') ? url.pathname + url.search : undefined
}

/** A bug: logged with a reference, which is all that the person sees of it. */
function fail(c: Request, error: Error): Response | Promise<Response> {
  const { kernel, reference, actor } = c.var
  kernel?.log.error('request.failed', { reference, method: c.req.method, path: loggable(c), person: actor?.personId, error })
  if (wantsProblem(c) || !c.var.viewer)
    return c.body(JSON.stringify({ type: '/api/problems#bug', title: 'Internal error', status: 500, code: 'bug', reference }), 500, {
      'content-type': 'application/problem+json',
    })
  return show(c, { title: words[c.var.viewer.locale].errors.bug.title, status: 500 }, <ErrorPage kind="bug" reference={reference} />)
}
