import { isFull } from './device-database.ts'
import { draftsOf } from './draft-store.ts'
import { canKeep, devicePage, fetchPage, forgetOld, forgetPage, keepPage, keptBy } from './kept-pages.ts'
import { entries, send } from './outbox.ts'

/** So often what waits is tried again while the page is looked at, in milliseconds. */
const again = 60_000

export type Work = { person: string; hasWorker: boolean; html: string; isCopy: boolean; version: string }

/**
 * What `<on-device>` does where something waits or is kept, loaded only there: sends what waits, now and whenever there may be a
 * connection, and keeps the page (`html`, as the server made it; empty where it is none to keep) with the one that shows what waits.
 */
export function work(what: Work): void {
  addEventListener('online', () => void send())
  setInterval(() => document.hidden || void send(), again)
  void send().then(() => sendInBackground(what.person))
  if (canKeep() && what.hasWorker) void keep(what).catch(notKept)
}

/** It is tried again with the next page; that there is no room, a form says, so that nobody counts on it. */
function notKept(error: unknown): void {
  const said = document.querySelector<HTMLElement>('draft-form [data-part=not-kept]')
  if (said && isFull(error)) said.hidden = false
}

async function keep({ person, html, isCopy, version }: Work): Promise<void> {
  const path = location.pathname + location.search
  const title = document.querySelector('h1')?.textContent ?? document.title
  if (html) await keepPage(person, path, title, html)
  else if (!isCopy && path !== devicePage) await forgetPage(person, path)
  await navigator.serviceWorker.register('/sw.js')
  if (!isCopy) await forgetOld(person, await unsentPages(person)) // with a connection: without one an old copy is better than none
  if (!isCopy && (await keptBy(person, devicePage)) !== version) await fetchPage(person, devicePage, '', version)
}

/** The forms of which something was not sent yet. */
async function unsentPages(person: string): Promise<Set<string>> {
  const own = [...(await entries()).filter(entry => entry.person === person), ...(await draftsOf(person))]
  return new Set(own.map(({ page = '' }) => page))
}

/** Also when the page is closed, where the browser does that and the person lets it. */
async function sendInBackground(person: string): Promise<void> {
  if (!('serviceWorker' in navigator) || !(await entries()).some(entry => entry.person === person && entry.state === 'waiting')) return
  const { sync } = (await navigator.serviceWorker.ready) as unknown as { sync?: { register(tag: string): Promise<void> } }
  await sync?.register('kirim').catch(() => {})
}
