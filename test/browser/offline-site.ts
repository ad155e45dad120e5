import { serve } from '@hono/node-server'
import { freePort } from '../../bin/free-port.js'
import { root } from '../../src/platform/process/root.ts'
import { withAxe } from './example-site.ts'

/**
 * The application of `test/world.ts` behind a line that can be cut: while `isCut`, every connection is broken off before it is answered,
 * for pages and service workers alike; while `isSlow`, no page comes. `loses` takes the next so many requests of a path to the server and breaks off before the answer.
 * `version` stands for the one that runs: from 2 on, all scripts and styles have other names, those of before are gone, and the service
 * worker is another; from 3 on, the databases of the device have one store more.
 */
export type Site = {
  url: string
  isCut: boolean
  isSlow: boolean
  loses: { path: RegExp; times: number }
  version: number
  close(): Promise<void>
}

export async function startSite(): Promise<Site> {
  await (await import(`${root}/bin/build.js`)).build()
  const port = await freePort('localhost')
  const site: Site = {
    url: `http://localhost:${port}`,
    isCut: false,
    isSlow: false,
    loses: { path: /^$/, times: 0 },
    version: 1,
    async close() {
      if ('closeAllConnections' in server) server.closeAllConnections()
      await new Promise(closed => server.close(closed))
    },
  }
  const answer = async (request: Request, bindings: { incoming: { destroy(): void } }): Promise<Response> => {
    const { pathname } = new URL(request.url)
    const cut = () => {
      bindings.incoming.destroy()
      return new Response(null, { status: 500 })
    }
    if (site.isCut) return cut()
    while (site.isSlow && request.headers.get('sec-fetch-mode') === 'navigate') await new Promise(later => setTimeout(later, 50))
    const from = await versioned(site.version, request, bindings)
    if (site.loses.times > 0 && site.loses.path.test(pathname)) {
      site.loses.times--
      return cut()
    }
    return from
  }
  const server = await new Promise<ReturnType<typeof serve>>(listening => {
    const made = serve({ fetch: answer as never, port, hostname: 'localhost' }, () => listening(made))
  })
  return site
}

async function versioned(version: number, request: Request, bindings: object): Promise<Response> {
  if (version === 1) return withAxe(request, bindings)
  const url = new URL(request.url)
  const mark = `-v${version}.`
  if (url.pathname.startsWith('/assets/')) {
    if (!url.pathname.includes(mark)) return new Response('', { status: 404 })
    const asset = await withAxe(new Request(new URL(url.pathname.replace(mark, '.'), url)), bindings)
    if (version === 2 || !url.pathname.endsWith('.js')) return asset
    return new Response(later(await asset.text()), { headers: { 'content-type': 'text/javascript' } })
  }
  const plain = new Headers(request.headers)
  plain.delete('accept-encoding')
  const answer = await withAxe(new Request(request, { headers: plain }), bindings)
  const type = answer.headers.get('content-type') ?? ''
  if (!/html|javascript/.test(type)) return answer
  const text = await answer.text()
  const headers = new Headers(answer.headers)
  headers.delete('content-length')
  const changed = /html/.test(type)
    ? text.replace(/(\/assets\/[\w-]+)\./g, `$1${mark}`)
    : `${version > 2 ? later(text) : text}\n// ${version}`
  if (headers.has('etag')) headers.set('etag', `"${version}"`)
  return new Response(changed, { status: answer.status, headers })
}

/** A later version of the scripts, which adds to what the device holds. */
const later = (script: string): string =>
  script.replace(/(createObjectStore\("(?:entries|drafts)",\{keyPath:"id"\}\))\]/g, '$1,late=>late.createObjectStore("later")]')
