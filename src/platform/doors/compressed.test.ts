import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { compressed } from './compressed.ts'
import type { Env } from './request.ts'

const long = 'Perjanjian kerja sama. '.repeat(100)
const app = new Hono<Env>().use(compressed)
app.get('/halaman', c => c.html(long, 404, { 'content-security-policy': "default-src 'none'" }))
app.get('/pendek', c => c.text('ya'))
app.get('/berkas', c => c.body(long, 200, { 'content-type': 'application/pdf' }))
app.get('/sudah', c => c.body('br', 200, { 'content-type': 'text/css', 'content-encoding': 'br' }))
const ask = (path: string, accepts: string, method = 'GET') => app.request(path, { method, headers: { 'accept-encoding': accepts } })

test.each([
  ['br', 'gzip, deflate, br, zstd', brotliDecompressSync],
  ['gzip', 'gzip, deflate', gunzipSync],
] as const)('a page goes as %s to whom accepts it, with its status and headers', async (way, accepts, opened) => {
  const page = await ask('/halaman', accepts)
  expect([page.status, ...['content-encoding', 'vary', 'content-security-policy'].map(name => page.headers.get(name))]).toEqual([
    404,
    way,
    'Accept-Encoding, Accept-Language, Authorization, Cookie',
    "default-src 'none'",
  ])
  expect(opened(await page.bytes()).toString()).toBe(long)
})

test('whoever does not accept it, or refuses it, gets it plain', async () => {
  for (const accepts of ['', 'deflate', 'gzip;q=0', 'gzip;q=0.0, br;q=0', 'x-gzip', '*;q=0']) {
    const page = await ask('/halaman', accepts)
    expect([page.headers.get('content-encoding'), await page.text()], accepts).toEqual([null, long])
  }
  for (const [accepts, way] of [
    ['br;q=1.0, gzip;q=0.8, *;q=0.1', 'br'],
    ['gzip;q=1.0, br;q=0', 'gzip'],
    ['GZIP', 'gzip'],
    ['*', 'br'],
  ] as const)
    expect((await ask('/halaman', accepts)).headers.get('content-encoding'), accepts).toBe(way)
})

test('what is short, what is compressed already and what is no text stays as it is', async () => {
  for (const path of ['/pendek', '/berkas']) expect((await ask(path, 'gzip')).headers.get('content-encoding'), path).toBeNull()
  expect((await ask('/sudah', 'gzip')).headers.get('content-encoding')).toBe('br')
  expect(await (await ask('/halaman', 'gzip', 'HEAD')).text()).toBe('')
})
