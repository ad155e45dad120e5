import { policyHeader } from '../content-policy.ts'
import { devicePage } from './kept-pages.ts'
import { send } from './outbox.ts'

/**
 * Opens kept pages where there is no connection, or a line so weak that nothing has come for a while, and sends what waits when the
 * browser says that there is one. Everything else goes to the server as if this were not here: nothing that is sent, no download, no
 * program's request, and no page but those that people kept.
 */
type Waiting = Event & { waitUntil(work: Promise<unknown>): void }
type Fetching = Waiting & { request: Request; respondWith(answer: Promise<Response>): void }
type Worker = EventTarget & { skipWaiting(): Promise<void>; clients: { claim(): Promise<void> } }
const worker = self as unknown as Worker

/** So long a page is waited for when a copy is at hand, in milliseconds. */
const patience = 4000
/** Where somebody signs in: whoever it is, what is kept is shown to nobody before a page has said who is here, and cleared this away. */
const entrances = /^\/(masuk|demo|sandi|mulai)/
const somebody = 'masuk'
/** A page whose newest version somebody asked for, however long it takes. */
let awaited: string | undefined

on('install', event => event.waitUntil(worker.skipWaiting())) // it holds nothing of a page, so a new one may take over at once
on('activate', event => event.waitUntil(worker.clients.claim()))
on('message', event => {
  awaited = (event as unknown as MessageEvent<string>).data
})
on('sync', event => event.waitUntil(send()))
on('fetch', event => {
  const { request, respondWith } = event as Fetching
  const { origin, pathname, search } = new URL(request.url)
  if (origin !== location.origin) return
  if (request.method === 'POST' && request.mode === 'navigate' && entrances.test(pathname)) event.waitUntil(caches.open(somebody))
  if (request.method !== 'GET') return
  const answer = pathname.startsWith('/assets/')
    ? asset(request)
    : request.mode === 'navigate'
      ? page(request, pathname + search)
      : undefined
  if (answer) respondWith.call(event, answer)
})

function on(name: string, hear: (event: Waiting) => void): void {
  worker.addEventListener(name, hear as EventListener)
}

const asset = async (request: Request): Promise<Response> => (await caches.match(request, { ignoreVary: true })) ?? fetch(request)

async function page(request: Request, path: string): Promise<Response> {
  const isOpen = !(await caches.has(somebody))
  const kept = isOpen ? await caches.match(path) : undefined
  const fromServer = fetch(request)
  const mayWait = !kept || awaited === path
  awaited = undefined
  try {
    const answer = await (mayWait ? fromServer : Promise.race([fromServer, tooLong(fromServer)]))
    // Led there, as when the session was ended from elsewhere: what is kept is for whoever signs in, and for nobody before.
    if (answer.ok && path.startsWith('/masuk') && (await caches.keys()).length) await caches.open(somebody)
    return kept && answer.status >= 502 ? asKept(kept) : answer
  } catch (error) {
    const instead = kept ?? (isOpen ? await caches.match(devicePage) : undefined)
    if (!instead) throw error
    return asKept(instead)
  }
}

async function tooLong(fromServer: Promise<Response>): Promise<never> {
  fromServer.catch(() => {}) // nobody waits for it any more
  await new Promise(resolve => setTimeout(resolve, patience))
  throw new Error('too long')
}

/** The copy says of itself that it is one, and since when. */
async function asKept(kept: Response): Promise<Response> {
  const html = (await kept.text()).replace('<html ', `<html data-kept="${kept.headers.get('kept-at')}" `)
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policyHeader() }
  return new Response(html, { headers })
}
