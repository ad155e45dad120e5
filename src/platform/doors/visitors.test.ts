import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { kernel, person } from '../../../test/world.ts'
import { type Actor, anonymous } from '../authority/actor.ts'
import { reach } from '../authority/reach.ts'
import { type Context, operation } from '../operation/operation.ts'
import type { Refusal } from '../refusals/refusal.ts'
import { downloadsFor } from '../streams/downloads.ts'
import { reading } from '../streams/limits.ts'
import { makersFor } from '../streams/makers.ts'
import type { Streams } from '../streams/streaming.ts'
import { begun } from '../values/file-answer.ts'
import { Download } from '../values/shapes.ts'
import { problem, restRoutes } from './endpoint.ts'
import type { Env } from './request.ts'
import { placesIn } from './visitors.ts'

/** More than the machine keeps for a socket that is not read. */
const megabytes = 24
/** Files that are open now, and what a file that is made waits for. */
let [open, gate] = [0, Promise.resolve()]
async function* contents() {
  open++
  try {
    for (let n = 0; n < megabytes * 16; n++) yield Buffer.alloc(65_536, 'a')
  } finally {
    open--
  }
}
async function* made() {
  yield Buffer.from('a')
  await gate
}
const kinds = { power: 'register.read', input: z.object({}), example: {} } as const
const asking = (context: Context) => reach(context, 'register.read')
const stored = operation({
  ...kinds,
  name: 'tests.stored',
  summary: 'A large file that lies there',
  reads: true,
  output: Download,
  async run(context) {
    asking(context)
    return { name: 'berkas.bin', type: 'application/octet-stream', size: megabytes * 1_048_576, chunks: await begun(contents()) }
  },
})
const exported = operation({
  ...kinds,
  name: 'tests.exported',
  summary: 'A file that is made',
  reads: 'stream',
  output: Download,
  async run(context) {
    asking(context)
    return { name: 'berkas.csv', type: 'text/csv', size: null, chunks: made() }
  },
})
const page = operation({
  ...kinds,
  name: 'tests.page',
  summary: 'A page',
  reads: true,
  output: z.string(),
  run: async context => `${asking(context).public}`,
})

const server = createServer()
const sockets = new Set<Socket>()
let [streams, address, admin]: [Partial<Streams>, string, Actor | null] = [{}, '', null]
beforeAll(async () => {
  admin = await person('Admin', 'national_admin')
  const app = new Hono<Env>().use(async (c, next) => {
    c.set('kernel', { ...kernel, streams: { ...kernel.streams, ...streams } })
    c.set('actor', c.req.header('x-admin') ? admin! : anonymous('id'))
    await next()
  })
  app.route(
    '/',
    restRoutes([
      { route: 'GET /stored', operation: stored },
      { route: 'GET /exported', operation: exported },
      { route: 'GET /page', operation: page },
    ]),
  )
  app.onError((error, c) => problem(c, error as Refusal, 'id'))
  server.on('request', getRequestListener(app.fetch))
  await new Promise<void>(resolve => server.listen(0, '0.0.0.0', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
beforeEach(() => {
  streams = { downloads: downloadsFor({ all: 3, own: 2, wait: 20_000 }) }
})
afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  sockets.clear()
  await until(() => open === 0)
})
afterAll(async () => {
  server.close()
  await kernel.close()
})

const until = async (holds: () => boolean) => {
  while (!holds()) await setTimeout(5)
}
/** Asks by a socket of its own from one of the machine's addresses, and reads nothing but the head; resolves to the status. */
function slowly(path: string, from: string): { status: Promise<string>; socket: Socket; gone: Promise<void> } {
  const socket = connect({ port: Number(new URL(address).port), host: '127.0.0.1', localAddress: from })
  sockets.add(socket)
  socket.on('error', () => {})
  socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`)
  const status = new Promise<string>(resolve =>
    socket.once('data', head => {
      socket.pause()
      resolve(head.toString('latin1').split(' ')[1]!)
    }),
  )
  return { status, socket, gone: new Promise(resolve => socket.once('close', () => resolve())) }
}
const waits = async (status: Promise<unknown>) => Promise.race([status, setTimeout(150, 'waits')])
const get = (path: string, headers: Record<string, string> = {}) => fetch(address + path, { headers })

test('strangers who read slowly hold a few places, of one address fewer; who comes next waits in turn, and staff do not', async () => {
  const first = slowly('/stored', '127.0.0.1')
  const second = slowly('/stored', '127.0.0.1')
  expect([await first.status, await second.status]).toEqual(['200', '200'])
  const third = slowly('/stored', '127.0.0.1')
  expect(await waits(third.status)).toBe('waits') // this address has as many as it may
  const other = slowly('/stored', '127.0.0.2')
  expect(await other.status).toBe('200')
  const another = slowly('/stored', '127.0.0.3')
  expect(await waits(another.status)).toBe('waits') // and now all have
  expect(open).toBe(3)
  const staff = await Promise.all(['/stored', '/stored'].map(path => get(path, { 'x-admin': 'yes' })))
  expect(staff.map(({ status }) => status)).toEqual([200, 200])
  expect((await staff[0]!.arrayBuffer()).byteLength).toBe(megabytes * 1_048_576)
  await staff[1]!.body!.cancel()

  other.socket.destroy()
  expect(await another.status).toBe('200')
  first.socket.resume() // is read to its end
  expect(await third.status).toBe('200')
})

test('who waited in vain is told when to come again, and so is the address that has too many; nothing stays behind', async () => {
  streams = { downloads: downloadsFor({ all: 3, own: 2, wait: 100 }) }
  const held = [slowly('/stored', '127.0.0.1'), slowly('/stored', '127.0.0.1')]
  for (const { status } of held) expect(await status).toBe('200')
  const told = async () => {
    const answer = await get('/stored')
    return [answer.status, answer.headers.get('retry-after'), ((await answer.json()) as { title: string }).title]
  }
  expect(await told()).toEqual([503, '60', 'Unduhan lain dari jaringan Anda belum selesai. Silakan unduh lagi sekitar 60 detik lagi.'])
  streams = { downloads: downloadsFor({ all: 1, own: 1, wait: 100 }) }
  const last = slowly('/stored', '127.0.0.2')
  expect(await last.status).toBe('200')
  expect(await told()).toEqual([503, '60', 'Banyak orang lain sedang mengunduh. Silakan unduh lagi sekitar 60 detik lagi.'])
  last.socket.destroy()
  const whole = async () => (await (await get('/stored')).arrayBuffer()).byteLength
  expect(await whole()).toBe(megabytes * 1_048_576)
  expect((await fetch(`${address}/stored`, { method: 'HEAD' })).status).toBe(200)
  expect(await whole()).toBe(megabytes * 1_048_576)
})

test('whoever goes away while they wait, or reads for too long, holds no place any more', async () => {
  streams = { downloads: downloadsFor({ all: 1, own: 1, wait: 20_000 }) }
  const whole = async () => (await (await get('/stored')).arrayBuffer()).byteLength
  const reader = slowly('/stored', '127.0.0.1')
  expect(await reader.status).toBe('200')
  const left = slowly('/stored', '127.0.0.2')
  expect(await waits(left.status)).toBe('waits')
  left.socket.destroy()
  const next = whole()
  reader.socket.destroy()
  expect(await next).toBe(megabytes * 1_048_576)

  const usual = reading.longest
  reading.longest = 200
  const slow = slowly('/stored', '127.0.0.1')
  expect(await slow.status).toBe('200')
  reading.longest = usual
  expect(await whole()).toBe(megabytes * 1_048_576) // the time of the slow one was over
  slow.socket.resume()
  await slow.gone // broken off
})

test('strangers have half of the places where files are made and wait in turn, in the way of neither staff nor pages', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  gate = promise
  streams = { makers: makersFor({ all: 2, own: 2, wait: 20_000 }), downloads: downloadsFor({ all: 30, own: 30, wait: 20_000 }) }
  const many = placesIn(kernel) + 2
  const strangers = Array.from({ length: many }, () => get('/exported'))
  await Promise.race(strangers)
  const staff = await get('/exported', { 'x-admin': 'yes' })
  expect([staff.status, await waits(Promise.all(strangers))]).toEqual([200, 'waits'])
  const visitor = await get('/page')
  expect([visitor.status, await visitor.json()]).toEqual([200, 'true'])
  resolve()
  const answers = await Promise.all(strangers.map(async one => (await one).text()))
  expect(answers).toEqual(Array.from({ length: many }, () => 'a'))
  expect(await staff.text()).toBe('a')
})

test('a stranger who waited in vain for a file to be made is told when to come again', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  gate = promise
  streams = { makers: makersFor({ all: 2, own: 2, wait: 100 }), downloads: downloadsFor({ all: 3, own: 3, wait: 100 }) }
  const first = await get('/exported')
  const second = await get('/exported')
  expect([first.status, second.status, second.headers.get('retry-after'), ((await second.json()) as { title: string }).title]).toEqual([
    200,
    503,
    '30',
    'Banyak unduhan besar sedang disiapkan. Silakan unduh lagi sekitar 30 detik lagi.',
  ])
  resolve()
  expect(await first.text()).toBe('a')
  expect(await (await get('/exported')).text()).toBe('a')
})
