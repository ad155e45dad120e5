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
import { type Context, type Kernel, operation } from '../operation/operation.ts'
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
/** Files that are open now and that ever were, and what a file that is made waits for. */
let [open, opened, gate] = [0, 0, Promise.resolve()]
async function* contents() {
  open++
  opened++
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
/** One of its own for each test, and for all that is asked in it: what is counted and who waits is kept by kernel. */
let shared: Kernel
let [address, admin]: [string, Actor | null] = ['', null]
beforeAll(async () => {
  admin = await person('Admin', 'national_admin')
  const app = new Hono<Env>().use(async (c, next) => {
    c.set('kernel', shared)
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
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
beforeEach(() => {
  shared = { ...kernel, config: { ...kernel.config, TRUST_PROXY: true } }
  bound({ all: 3, own: 2, wait: 20_000 })
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

/** Who waits for a place now, and who has one; those who find one at once are never seen waiting between two turns of the event loop. */
const [waiting, inside] = [new Set<object>(), new Set<object>()]
const watched =
  <A extends unknown[]>(enter: (...given: A) => Promise<() => void>) =>
  async (...given: A): Promise<() => void> => {
    const mine = {}
    waiting.add(mine)
    const leave = await enter(...given).finally(() => waiting.delete(mine))
    inside.add(mine)
    return () => {
      leave()
      inside.delete(mine)
    }
  }
type Bounds = { all: number; own: number; wait: number }
/** From now on so many may download, and have files made. */
function bound(downloads: Bounds, making: Bounds = { all: 2, own: 2, wait: 20_000 }): void {
  const makers = makersFor(making)
  const streams: Streams = {
    ...kernel.streams,
    makers: { ...makers, enterAsStranger: watched(makers.enterAsStranger) },
    downloads: { enter: watched(downloadsFor(downloads).enter) },
  }
  Object.assign(shared, { streams })
}

const until = async (holds: () => boolean) => {
  while (!holds()) await setTimeout(5)
}
/** Places that a trusted proxy says requests come from. */
const [here, there, elsewhere] = ['192.0.2.1', '192.0.2.2', '192.0.2.3'] as const
/** Asks by a socket of its own, and reads nothing but the head; resolves to the status. */
function slowly(path: string, from: string): { status: Promise<string>; socket: Socket; gone: Promise<void> } {
  const socket = connect({ port: Number(new URL(address).port), host: '127.0.0.1' })
  sockets.add(socket)
  socket.on('error', () => {})
  socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: ${from}\r\n\r\n`)
  const status = new Promise<string>(resolve =>
    socket.once('data', head => {
      socket.pause()
      resolve(head.toString('latin1').split(' ')[1]!)
    }),
  )
  return { status, socket, gone: new Promise(resolve => socket.once('close', () => resolve())) }
}
/** Once so many wait: what was answered instead, if anything was. */
async function waits(status: Promise<string>, many: number): Promise<string> {
  let answered = ''
  void status.then(said => (answered = said))
  await until(() => answered !== '' || waiting.size === many)
  return answered || 'waits'
}
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(address + path, { headers: { 'x-forwarded-for': here, ...headers } })

test('strangers who read slowly hold a few places, of one address fewer; who comes next waits in turn, and staff do not', async () => {
  const first = slowly('/stored', here)
  const second = slowly('/stored', here)
  expect([await first.status, await second.status]).toEqual(['200', '200'])
  const third = slowly('/stored', here)
  expect(await waits(third.status, 1)).toBe('waits') // this address has as many as it may
  const other = slowly('/stored', there)
  expect(await other.status).toBe('200')
  const another = slowly('/stored', elsewhere)
  expect(await waits(another.status, 2)).toBe('waits') // and now all have
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
  bound({ all: 3, own: 2, wait: 100 })
  const held = [slowly('/stored', here), slowly('/stored', here)]
  for (const { status } of held) expect(await status).toBe('200')
  const told = async () => {
    const answer = await get('/stored')
    return [answer.status, answer.headers.get('retry-after'), ((await answer.json()) as { title: string }).title]
  }
  expect(await told()).toEqual([503, '60', 'Unduhan lain dari jaringan Anda belum selesai. Silakan unduh lagi sekitar 60 detik lagi.'])
  bound({ all: 1, own: 1, wait: 100 })
  const last = slowly('/stored', there)
  expect(await last.status).toBe('200')
  expect(await told()).toEqual([503, '60', 'Banyak orang lain sedang mengunduh. Silakan unduh lagi sekitar 60 detik lagi.'])
  last.socket.destroy()
  const whole = async () => {
    await until(() => inside.size === held.length) // whoever came before has gone
    return (await (await get('/stored')).arrayBuffer()).byteLength
  }
  expect(await whole()).toBe(megabytes * 1_048_576)
  await until(() => inside.size === held.length)
  expect((await fetch(`${address}/stored`, { method: 'HEAD' })).status).toBe(200)
  expect(await whole()).toBe(megabytes * 1_048_576)
})

test('whoever goes away while they wait, or reads for too long, holds no place any more', async () => {
  bound({ all: 1, own: 1, wait: 20_000 })
  const whole = async () => (await (await get('/stored')).arrayBuffer()).byteLength
  const reader = slowly('/stored', here)
  expect(await reader.status).toBe('200')
  const left = slowly('/stored', there)
  expect(await waits(left.status, 1)).toBe('waits')
  left.socket.destroy()
  const next = whole()
  reader.socket.destroy()
  expect(await next).toBe(megabytes * 1_048_576)

  await until(() => inside.size === 0)
  const usual = reading.longest
  reading.longest = 200
  const [before, slow] = [opened, slowly('/stored', here)]
  await until(() => opened > before && open === 0 && inside.size === 0) // its time is over
  reading.longest = usual
  expect(await whole()).toBe(megabytes * 1_048_576)
  slow.socket.resume()
  await slow.gone // broken off
})

test('strangers have half of the places where files are made and wait in turn, in the way of neither staff nor pages', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  gate = promise
  bound({ all: 30, own: 30, wait: 20_000 })
  const many = placesIn(kernel) + 2
  const strangers = Array.from({ length: many }, () => get('/exported'))
  let answered = 0
  for (const one of strangers) void one.then(() => answered++)
  // One has a file made; of the others more wait for it than strangers have places where pages are.
  await until(() => answered > 0 && waiting.size >= placesIn(kernel) - 1)
  const staff = await get('/exported', { 'x-admin': 'yes' })
  const visitor = await get('/page')
  expect([staff.status, visitor.status, await visitor.json(), answered]).toEqual([200, 200, 'true', 1])
  resolve()
  const answers = await Promise.all(strangers.map(async one => (await one).text()))
  expect(answers).toEqual(Array.from({ length: many }, () => 'a'))
  expect(await staff.text()).toBe('a')
})

test('a stranger who waited in vain for a file to be made is told when to come again', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  gate = promise
  bound({ all: 3, own: 3, wait: 100 }, { all: 2, own: 2, wait: 100 })
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
  await until(() => inside.size === 0)
  expect(await (await get('/exported')).text()).toBe('a')
})
