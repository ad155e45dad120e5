import { createServer, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { as, db, kernel, now, person } from '../../../test/world.ts'
import type { Actor } from '../authority/actor.ts'
import { reach } from '../authority/reach.ts'
import { compressed } from '../doors/compressed.ts'
import { restRoutes } from '../doors/endpoint.ts'
import type { Env } from '../doors/request.ts'
import { type Context, call, newId, operation } from '../operation/operation.ts'
import { notFound } from '../refusals/refusal.ts'
import { bytesOf } from '../values/file-answer.ts'
import { Download } from '../values/shapes.ts'
import { making, reading } from './limits.ts'

/** What the file of a test is made of, and whether it has been left. */
let source: (context: Context) => AsyncGenerator<Uint8Array, void>
let isLeft = false
const flow = operation({
  name: 'tests.flow',
  summary: 'A file that flows',
  power: 'partner.read',
  reads: 'stream',
  input: z.object({}),
  output: Download,
  example: {},
  async run(context) {
    reach(context, 'partner.read')
    return { name: 'aliran.csv', type: 'text/csv', size: null, chunks: watched(context) }
  },
})
async function* watched(context: Context) {
  try {
    yield* source(context)
  } finally {
    isLeft = true
  }
}

let admin: Actor
let address: string
const server = createServer()
beforeAll(async () => {
  admin = await person('Admin', 'national_admin')
  const app = new Hono<Env>().use(compressed).use(async (c, next) => {
    c.set('kernel', kernel)
    c.set('actor', admin)
    await next()
  })
  app.route('/', restRoutes([{ route: 'GET /flow', operation: flow }]))
  server.on('request', getRequestListener(app.fetch))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/flow`
})
afterAll(async () => {
  server.close()
  await kernel.close()
})
afterEach(async () => {
  await until(isFree)
  isLeft = false
})

const until = async (holds: () => boolean) => {
  while (!holds()) await setTimeout(5)
}
/** Whether every connection for what takes long is back, and every place too. */
const isFree = () => {
  const { pool } = kernel.store.long
  return pool.idleCount === pool.totalCount && pool.waitingCount === 0
}
const kilobytes = async function* (count: number, each = 100) {
  for (let n = 0; n < count; n++) yield Buffer.alloc(each * 1024, n % 256)
}
const insertPartner = () =>
  db
    .insertInto('partner')
    .values({ id: newId(), name: `Mitra ${newId()}`, folded: newId(), class: 'media', office_id: admin.office!.id, created_at: now.at })
    .execute()
const partners = async ({ db }: Pick<Context, 'db'>) => {
  const { count } = await db
    .selectFrom('partner')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
const begin = () => as(admin)(flow) as Promise<z.output<typeof Download>>
function gate() {
  let open = () => {}
  const opened = new Promise<void>(resolve => {
    open = resolve
  })
  return { open, opened }
}

test('a file shows one moment on PostgreSQL, and keeps nobody from writing meanwhile on either engine', async () => {
  const before = await partners({ db })
  const { open, opened } = gate()
  source = async function* (context) {
    yield Buffer.from(`${await partners(context)},`)
    await opened
    yield Buffer.from(`${await partners(context)}`)
  }
  const file = await begin()
  await insertPartner()
  open()
  const seen = Buffer.from(await bytesOf(file)).toString()
  expect(seen).toBe(kernel.store.engine === 'postgres' ? `${before},${before}` : `${before},${before + 1}`)
})

test('whoever reads slowly, or not at all, holds no connection, and gets all of it later', async () => {
  source = () => kilobytes(50)
  const file = await begin()
  await until(() => isLeft && isFree())
  const bytes = await bytesOf(file)
  expect(Buffer.from(bytes).equals(await whole(kilobytes(50)))).toBe(true)
})
const whole = async (chunks: AsyncIterableIterator<Uint8Array>) => Buffer.from(await bytesOf({ chunks }))

test('when the reader goes away over HTTP, what was being made is left and its connection is back', async () => {
  source = async function* (context) {
    for (;;) {
      yield Buffer.alloc(10_000, 'a')
      await partners(context)
    }
  }
  await new Promise<void>(resolve => get(address, answer => answer.once('data', () => resolve(void answer.destroy()))))
  await until(() => isLeft)
})

test('what fails half way breaks the connection off, compressed or not, and is no whole file', async () => {
  source = async function* () {
    yield* kilobytes(30)
    await setTimeout(20)
    throw new Error('putus')
  }
  for (const encoding of ['identity', 'gzip', 'br']) {
    const outcome = await new Promise(resolve => {
      get(address, { headers: { 'accept-encoding': encoding } }, (answer: IncomingMessage) => {
        answer.resume()
        answer.once('end', () => resolve('whole'))
        answer.once('error', error => resolve((error as NodeJS.ErrnoException).code))
      })
    })
    expect(outcome, encoding).toBe('ECONNRESET')
  }
})

test('what cannot be read at all is refused before anything flows', async () => {
  source = async function* (context) {
    if (await partners(context)) throw notFound()
    yield Buffer.from('a')
  }
  await insertPartner()
  await expect(begin()).rejects.toMatchObject({ code: 'not_found' })
})

test('asked for its head alone nothing flows and nothing stays', async () => {
  source = async function* () {
    for (;;) yield Buffer.alloc(10_000)
  }
  const { status, headers, body } = await fetch(address, { method: 'HEAD' })
  expect([status, headers.get('content-disposition'), body]).toEqual([
    200,
    `attachment; filename="aliran.csv"; filename*=UTF-8''aliran.csv`,
    null,
  ])
  await until(() => isLeft)
})

test('it flows compressed to whom accepts that, and is the same', async () => {
  source = () => kilobytes(20)
  for (const encoding of ['identity', 'gzip', 'br']) {
    const answer = await fetch(address, { headers: { 'accept-encoding': encoding } })
    expect(answer.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding)
    expect(Buffer.from(await answer.arrayBuffer()).equals(await whole(kilobytes(20)))).toBe(true)
  }
})

test('a person has a few made at once, others wait for a place, and nobody is refused what is made already', async () => {
  const { open, opened } = gate()
  source = async function* () {
    yield Buffer.from('a')
    await opened
  }
  const own = await Promise.all(Array.from({ length: making.own }, begin))
  await expect(begin()).rejects.toMatchObject({ code: 'too_many' })
  const other = call(kernel, await person('Lain', 'auditor'), flow, {})
  expect(await Promise.race([other.then(() => 'begun'), setTimeout(100, 'waits')])).toBe('waits')
  open()
  for (const file of [...own, await other]) expect(Buffer.from(await bytesOf(file)).toString()).toBe('a')
  await until(isFree)
  expect(Buffer.from(await bytesOf(await begin())).toString()).toBe('a')
})

test('whoever loses the right while it flows gets no more of it', async () => {
  const usual = reading.askAgain
  reading.askAgain = 0
  try {
    source = () => kilobytes(3)
    const budi = await person('Budi', 'auditor')
    const file = await call(kernel, budi, flow, {})
    expect((await file.chunks.next()).done).toBe(false)
    await db.updateTable('role_grant').set({ to_on: '2020-02-01' }).where('person_id', '=', budi.personId).execute()
    await expect(bytesOf(file)).rejects.toMatchObject({ code: 'forbidden' })
  } finally {
    reading.askAgain = usual
  }
})
