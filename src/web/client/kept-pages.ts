import { within } from './sending.ts'

/**
 * Pages of forms, kept on this device as the server made them, with the scripts and styles that they name: one cache for each person, so
 * that nobody is shown another's. Only where the browser has such caches, which asks for https (or this very machine).
 */
export type KeptPage = { path: string; title: string; at: Date; bytes: number }

/** Where whatever waits on this device is shown; kept so that it opens without a connection too. */
export const devicePage = '/perangkat'

const nameOf = (person: string): string => `orang:${person}`
export const canKeep = (): boolean => 'caches' in globalThis

/** A page with a form or a desk that says so may be kept: as it was opened, not one that came back with something wrong. */
export const isKeepable = (html: string): boolean => /<(draft-form|attendance-desk|voice-form) data-keep/.test(html)

/** Without making one where nothing is kept. */
const ownCache = async (person: string): Promise<Cache | undefined> =>
  (await caches.has(nameOf(person))) ? caches.open(nameOf(person)) : undefined

export async function keepPage(person: string, path: string, title: string, html: string, by = ''): Promise<void> {
  const cache = await caches.open(nameOf(person))
  const assets = assetsIn(html)
  for (const url of assets) if (!(await cache.match(url, { ignoreVary: true }))) await cache.add(new Request(url, { cache: 'force-cache' }))
  const headers = { 'kept-at': new Date().toISOString(), 'kept-title': encodeURIComponent(title), 'kept-by': encodeURIComponent(by) }
  const before = await cache.match(path)
  await cache.put(path, new Response(html, { headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } }))
  if (before && assetsIn(await before.text()).some(url => !assets.includes(url))) await sweep(cache)
}

/** Asks the server for it, without looking at it; what is no form any more is not kept. */
export async function fetchPage(person: string, path: string, title: string, by?: string): Promise<boolean> {
  const answer = await fetch(path, { headers: { 'sinergi-person': person }, redirect: 'error', signal: within(60_000) ?? null })
  const html = answer.ok ? await answer.text() : ''
  if (by === undefined && !isKeepable(html)) {
    await forgetPage(person, path)
    return false
  }
  if (html) await keepPage(person, path, title, html, by)
  return html !== ''
}

export async function forgetPage(person: string, path: string): Promise<void> {
  const cache = await ownCache(person)
  if (cache && (await cache.delete(path))) await sweep(cache)
}

export const forgetPerson = (person: string): Promise<unknown> => (canKeep() ? caches.delete(nameOf(person)) : Promise.resolve())

/** So long a copy stays that was not opened with a connection meanwhile, in milliseconds. */
const longest = 30 * 86_400_000

/** Copies that nobody came back to. One whose form still has something to send here (`needed`, by path) stays. */
export async function forgetOld(person: string, needed: ReadonlySet<string>): Promise<void> {
  const cache = await ownCache(person)
  for (const request of (await cache?.keys()) ?? []) {
    const at = (await cache!.match(request))?.headers.get('kept-at')
    const { pathname, search } = new URL(request.url)
    if (at && Date.now() - Date.parse(at) > longest && !needed.has(pathname)) await forgetPage(person, pathname + search)
  }
}

/** What is kept for others on this device goes as soon as somebody else is here. */
export async function forgetOthers(person: string): Promise<void> {
  for (const name of await caches.keys()) if (name !== nameOf(person)) await caches.delete(name)
}

export async function keptPages(person: string): Promise<KeptPage[]> {
  const cache = canKeep() && (await ownCache(person))
  if (!cache) return []
  const pages = await Promise.all((await cache.keys()).map(async request => ({ request, kept: (await cache.match(request))! })))
  const found = pages.filter(({ kept }) => kept.headers.has('kept-at') && !kept.headers.get('kept-by'))
  return Promise.all(
    found.map(async ({ request, kept }) => ({
      path: new URL(request.url).pathname,
      title: decodeURIComponent(kept.headers.get('kept-title') ?? ''),
      at: new Date(kept.headers.get('kept-at')!),
      bytes: (await kept.blob()).size,
    })),
  )
}

/** How many bytes all of this person's kept things have, scripts and styles too. */
export async function bytesKept(person: string): Promise<number> {
  const all = (await (await ownCache(person))?.matchAll()) ?? []
  const sizes = await Promise.all(all.map(async kept => (await kept.blob()).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}

export const isKept = async (person: string, path: string): Promise<boolean> => (await keptBy(person, path)) !== null

/** By which version of Sinergi the page of this device was kept. */
export async function keptBy(person: string, path: string): Promise<string | null> {
  const kept = await (await ownCache(person))?.match(path)
  return kept ? decodeURIComponent(kept.headers.get('kept-by') ?? '') : null
}

/** Scripts and styles that no kept page names any more: they were an earlier version's. */
async function sweep(cache: Cache): Promise<void> {
  const named = new Set<string>()
  const requests = await cache.keys()
  for (const request of requests) {
    const kept = await cache.match(request)
    if (kept?.headers.has('kept-at')) for (const url of assetsIn(await kept.text())) named.add(url)
  }
  for (const { url } of requests) {
    const { pathname } = new URL(url)
    if (pathname.startsWith('/assets/') && !named.has(pathname)) await cache.delete(url)
  }
}

const assetsIn = (html: string): string[] => [...new Set(html.match(/\/assets\/[\w.-]+/g))]
