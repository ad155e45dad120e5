import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { openKernel } from '../src/kernel.ts'
import { cookieName, signToken } from '../src/platform/auth/session.ts'
import { type Actor, anonymous, system } from '../src/platform/authority/actor.ts'
import { actorOfPerson } from '../src/platform/authority/load-actor.ts'
import type { Role } from '../src/platform/authority/roles.ts'
import type { Database } from '../src/platform/database/database.ts'
import type { Env } from '../src/platform/doors/request.ts'
import { type AnyOperation, call, type Door, type Kernel, newId } from '../src/platform/operation/operation.ts'
import { readConfig } from '../src/platform/process/config.ts'
import { clockAt } from '../src/platform/values/clock.ts'
import { isId } from '../src/platform/values/shapes.ts'
import { createApp } from '../src/server.tsx'
import { freshDatabase } from './database.ts'

/** The day it is in the tests, unless a test moves it. */
export const now = { at: new Date('2025-11-20T03:00:00Z') }

export let kernel: Kernel & { close(): Promise<void> }
export let app: Hono<Env>
export let db: Database
let offices: Map<string, { id: string; code: string; name: string }>

/** For each test file (`test/setup.ts`): a database, a folder and a day of its own. */
export async function openWorld(): Promise<void> {
  now.at = new Date('2025-11-20T03:00:00Z')
  const { store, DATABASE_URL } = await freshDatabase()
  const config = readConfig({
    DATA_DIR: mkdtempSync(join(tmpdir(), 'sinergi-test-')),
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
    BASE_URL: 'http://sinergi.test',
    SECRET: 'a-secret-of-the-tests-that-is-long-enough',
    ...(DATABASE_URL ? { DATABASE_URL } : {}),
  })
  kernel = await openKernel(config, { store, clock: clockAt(() => now.at) })
  app = createApp(kernel)
  db = store.db
  const rows = await db.selectFrom('office').select(['id', 'code', 'name']).execute()
  offices = new Map(rows.map(row => [row.code, row]))
}

export async function closeWorld(): Promise<void> {
  await kernel.close()
  rmSync(kernel.config.DATA_DIR, { recursive: true, force: true })
}

/** An office by its code: `00` national, `35` Jawa Timur, `35.10` Banyuwangi, `35.76` Kota Mojokerto, `51` Bali. */
export const office = (code: string): { id: string; code: string; name: string } => offices.get(code) ?? missing(code)
const missing = (code: string): never => {
  throw new Error(`No office ${code}`)
}

/** Someone with a role in an office (by code), with those below it unless said otherwise. */
export async function person(
  name: string,
  role?: Role,
  code = '00',
  descendants = true,
  more: { partnerId?: string } = {},
): Promise<Actor> {
  const id = newId()
  const email = `${name.toLowerCase().replace(/\W+/g, '.')}.${id.slice(-6)}@contoh.go.id`
  await db.insertInto('auth_user').values({ id, name, email, emailVerified: true }).execute()
  await db.insertInto('person').values({ id, name, email, auth_user_id: id, created_at: now.at }).execute()
  const place = more.partnerId ? { partner_id: more.partnerId } : { office_id: office(code).id, with_descendants: descendants }
  if (role)
    await db
      .insertInto('role_grant')
      .values({ id: newId(), person_id: id, role, from_on: '2020-01-01', granted_at: now.at, ...place })
      .execute()
  return (await actorOfPerson(db, id, kernel.clock.today())) ?? missing(name)
}

export const stranger: Actor = anonymous()
export const operator: Actor = system()
/**
 * Runs an operation as somebody, by the one door: somebody who has just read what they change, unless the test says which `rev` they saw.
 */
export const as =
  (actor: Actor, door: Door = 'page') =>
  async <T = any>(operation: AnyOperation, input: object = {}): Promise<T> =>
    call(kernel, actor, operation, { ...(await newest(actor, operation, input)), ...input }, door) as Promise<T>

const rowsOf = {
  offices: 'office',
  persons: 'person',
  positions: 'position',
  partners: 'partner',
  contacts: 'partner_contact',
  agreements: 'agreement',
  obligations: 'obligation',
  followups: 'follow_up',
  imports: 'import_batch',
  cycles: 'cycle',
  account: 'person',
} as const

async function newest(actor: Actor, { name, input: shape }: AnyOperation, input: object): Promise<{ rev?: number }> {
  const table = rowsOf[name.split('.')[0] as keyof typeof rowsOf]
  const id = table === 'person' && name.startsWith('account.') ? actor.personId : (input as { id?: string }).id
  if (!table || !id || !isId(id) || !shape.safeParse({}).error?.issues.some(({ path }: { path: unknown[] }) => path[0] === 'rev')) return {}
  const { rev } = (await db.selectFrom(table).select('rev').where('id', '=', id).executeTakeFirst()) ?? { rev: 0 }
  return { rev }
}

/** A browser of this person: `get` and `post` on the real application, signed in by a real session. */
export async function browser(actor: Actor | null): Promise<{
  get(path: string): Promise<Response>
  post(path: string, fields: Record<string, string | string[] | Blob>): Promise<Response>
  cookie: string
}> {
  const cookie = actor?.personId
    ? `${cookieName(false)}=${encodeURIComponent(signToken(await session(actor.personId), kernel.secret))}`
    : ''
  const headers = { cookie, origin: 'http://sinergi.test' }
  return {
    cookie,
    get: async path => app.request(`http://sinergi.test${path}`, { headers }),
    async post(path, fields) {
      const body = new FormData()
      for (const [name, value] of Object.entries(fields))
        for (const each of Array.isArray(value) ? value : [value]) body.append(name, each as string)
      return app.request(`http://sinergi.test${path}`, { method: 'POST', headers, body })
    },
  }
}

/** A program of this person over REST. */
export async function program(
  actor: Actor | null,
): Promise<(method: string, path: string, body?: object, headers?: Record<string, string>) => Promise<Response>> {
  const cookie = actor?.personId
    ? `${cookieName(false)}=${encodeURIComponent(signToken(await session(actor.personId), kernel.secret))}`
    : ''
  return async (method, path, body, headers = {}) =>
    app.request(`http://sinergi.test/api/v1${path}`, {
      method,
      headers: { cookie, origin: 'http://sinergi.test', 'content-type': 'application/json', ...headers },
      ...(body && method !== 'GET' ? { body: JSON.stringify(body) } : {}),
    })
}

async function session(personId: string): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  await db
    .insertInto('auth_session')
    .values({ id: newId(), token, userId: personId, expiresAt: new Date(now.at.getTime() + 365 * 86_400_000) })
    .execute()
  return token
}

/** How many statements a piece of work sends, whatever it asks, on whichever connections. */
export async function countQueries(work: () => Promise<unknown>): Promise<number> {
  const { length } = await statementsOf(work)
  if (!length) throw new Error('The work was to be counted and sent no statement')
  return length
}

const counted = new AsyncLocalStorage<true>()
/**
 * The statements that a piece of work sends, each as it is given to the connection: its text and what is bound to it. What the process asks
 * by itself meanwhile, as whether a language has changed, is not of it.
 */
export async function statementsOf(work: () => Promise<unknown>): Promise<unknown[][]> {
  const sent: unknown[][] = []
  const pools = [...new Set([kernel.store.pool, kernel.store.long.pool])].map(pool => ({
    pool,
    connect: pool.connect,
    bound: pool.connect.bind(pool),
  }))
  for (const { pool, bound } of pools)
    pool.connect = (async () => {
      const client = await bound()
      if (!counted.getStore()) return client
      const query = client.query
      client.query = ((...statement: unknown[]) => {
        sent.push(statement)
        return (query as (...all: unknown[]) => unknown).apply(client, statement)
      }) as typeof client.query
      const release = client.release.bind(client)
      client.release = error => {
        client.query = query
        client.release = release
        release(error)
      }
      return client
    }) as typeof pool.connect
  try {
    await counted.run(true, work)
  } finally {
    for (const { pool, connect } of pools) pool.connect = connect
  }
  return sent
}
