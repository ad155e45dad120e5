import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import pg from 'pg'

/** A statement as it was sent to the database. */
export type Statement = { name?: string; text: string; values: unknown[] }
/** What a bare server repeats for every request: these statements one after the other, then this body under these headers. */
export type Repeated = { statements: Statement[]; body: string; headers: Record<string, string>; port: number }

const compressed = promisify(gzip)

/**
 * The least that a page could cost: `node:http`, the same statements over a pool of the same size, the same bytes, compressed for whom
 * accepts it.
 */
export function serveBare(path: string): void {
  const { statements, body, headers, port } = JSON.parse(readFileSync(path, 'utf8')) as Repeated
  const pool = new pg.Pool({
    connectionString: process.env.DATABASE_URL,
    max: 10,
    onConnect: client => client.query('set jit = off') as never,
  })
  createServer(async (request, response) => {
    if (request.url === '/healthz') return response.end('ok')
    for (const statement of statements) await pool.query(statement)
    const bytes = request.headers['accept-encoding']?.includes('gzip') ? await compressed(body) : Buffer.from(body)
    if (bytes.byteLength !== Buffer.byteLength(body)) response.setHeader('content-encoding', 'gzip')
    response.writeHead(200, { ...headers, 'content-length': bytes.byteLength })
    return response.end(bytes)
  }).listen(port, '127.0.0.1')
}
