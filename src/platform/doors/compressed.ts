import { pipeline, Readable } from 'node:stream'
import { promisify } from 'node:util'
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib'
import type { Next } from 'hono'
import type { FileAnswer } from '../values/file-answer.ts'
import type { Request } from './request.ts'

/** Below this many bytes an answer is one packet anyway. */
const worthwhile = 800
/**
 * Brotli's sixth step makes a page a tenth smaller than gzip, for a third more of the time (`npm run bench -- weight`); its highest takes
 * far longer.
 */
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }
const [squeezed, zipped] = [promisify(brotliCompress), promisify(gzip)]
const ways = { br: (plain: Uint8Array) => squeezed(plain, brotli), gzip: (plain: Uint8Array) => zipped(plain) }

/**
 * Answers with text in Brotli, else gzip, to whom accepts it. Whole answers at once: the streams of hono's own middleware take twice as
 * long, and it takes an answer apart even when nobody wants it compressed.
 */
export async function compressed(c: Request, next: Next): Promise<void> {
  c.header('vary', 'Accept-Encoding, Accept-Language, Authorization, Cookie') // what an answer is made for
  await next()
  const { status, headers } = c.res
  const type = headers.get('content-type')
  // What never ends would never be whole.
  if (c.req.method === 'HEAD' || headers.has('content-encoding') || !isText(type) || type?.startsWith('text/event-stream')) return
  const way = wayFor(c.req.header('accept-encoding'))
  if (!way) return
  const plain = new Uint8Array(await c.res.arrayBuffer())
  const body = plain.byteLength < worthwhile ? plain : new Uint8Array(await ways[way](plain))
  const sent = new Headers(headers)
  sent.delete('content-length')
  if (body !== plain) sent.set('content-encoding', way)
  // Hono would mix the headers of the answer before into the new one.
  c.res = undefined
  c.res = new Response(body, { status, headers: sent })
}

/** The quickest step of each, since what flows is long and waits for its compression. */
const quickest = {
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
  gzip: () => createGzip({ level: 1 }),
}

/** The same for a file as it flows; what begins with a chunk that is short and known to be all stays as it is. */
export function compressedFlow(
  c: Request,
  { type, size, chunks }: FileAnswer,
): { encoding: string | null; chunks: AsyncIterableIterator<Uint8Array> } {
  const isWorthwhile = isText(type) && (size === null || size >= worthwhile)
  const encoding = isWorthwhile ? wayFor(c.req.header('accept-encoding')) : undefined
  if (!encoding) return { encoding: null, chunks }
  const compression = quickest[encoding]()
  pipeline(Readable.from(chunks), compression, () => {}) // what goes wrong at either end ends the other, and whoever reads is told
  return { encoding, chunks: compression[Symbol.asyncIterator]() }
}

const isText = (type: string | null): boolean => /^(text\/|image\/svg|application\/([\w.-]+\+)?(json|xml|javascript))/.test(type ?? '')

/** The first of ours that is named, itself or by `*`, and not refused by `q=0`. */
function wayFor(accepted = ''): keyof typeof ways | undefined {
  const offers = new Map<string, number>()
  for (const each of accepted.toLowerCase().split(',')) {
    const [name = '', ...parameters] = each.split(';').map(part => part.trim())
    const q = parameters.find(parameter => parameter.startsWith('q='))
    offers.set(name, q ? Number(q.slice(2)) : 1)
  }
  return (['br', 'gzip'] as const).find(way => (offers.get(way) ?? offers.get('*') ?? 0) > 0)
}
