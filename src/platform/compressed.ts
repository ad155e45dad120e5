import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Next } from 'hono'
import type { Request } from './request.ts'

/** Below this many bytes an answer is one packet anyway. */
const worthwhile = 800
const squeeze = promisify(gzip)

/**
 * Answers with text in gzip to whom accepts it. Whole answers at once: the streams of hono's own middleware take twice as long, and
 * it takes an answer apart even when nobody wants it compressed.
 */
export async function compressed(c: Request, next: Next): Promise<void> {
  c.header('vary', 'Accept-Encoding')
  await next()
  const { status, headers } = c.res
  if (c.req.method === 'HEAD' || headers.has('content-encoding') || !isText(headers.get('content-type'))) return
  if (!acceptsGzip(c.req.header('accept-encoding'))) return
  const plain = new Uint8Array(await c.res.arrayBuffer())
  const body = plain.byteLength < worthwhile ? plain : new Uint8Array(await squeeze(plain))
  const sent = new Headers(headers)
  sent.delete('content-length')
  if (body !== plain) sent.set('content-encoding', 'gzip')
  // Hono would mix the headers of the answer before into the new one.
  c.res = undefined
  c.res = new Response(body, { status, headers: sent })
}

const isText = (type: string | null): boolean => /^(text\/|image\/svg|application\/([\w.-]+\+)?(json|xml|javascript))/.test(type ?? '')

/** Named, and not refused by `q=0`. */
const acceptsGzip = (accepted = ''): boolean => /(^|,)\s*(gzip|\*)\s*(;\s*q=(1|0?\.\d*[1-9])[\d.]*\s*)?(,|$)/i.test(accepted)
