import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { type StandIn, standInPostgres } from '../../../test/stand-in-postgres.ts'
import { system } from '../authority/actor.ts'
import { call, type Door, type Kernel, type Operation, operation } from '../operation/operation.ts'
import { troubleOf } from '../refusals/unavailable.ts'
import { openPostgres, type Store } from './database.ts'

const opened: (Store | StandIn)[] = []
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close()
})

/** A store on a server that can be frozen; its short limit is two tenths of a second, its long one a minute. */
async function standIn(most = 2): Promise<{ server: StandIn; store: Store }> {
  const server = await standInPostgres()
  const short = { statement: 150, lock: 150, idle: 150, answer: 200, acquire: 200 }
  const store = openPostgres(server.url, most, { short, long: { ...short, answer: 60_000 }, readiness: { answer: 100, acquire: 100 } })
  opened.push(store, server)
  return { server, store }
}
const troubleWith = (work: Promise<unknown>) =>
  work.then(
    () => null,
    error => troubleOf(error),
  )

test('every connection is told its limits before anything else, each the same', async () => {
  const { server, store } = await standIn()
  await Promise.all([store.db, store.long.db].map(db => sql`select 1`.execute(db)))
  const told = server.statements.filter(statement => statement.startsWith('set '))
  expect([told.length, new Set(told).size]).toEqual([2, 1])
  for (const limit of ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout'])
    expect(told[0]).toMatch(`set ${limit} = `)
})

test('a server that is frozen keeps nobody waiting for ever, and is used again once it has thawed', async () => {
  const { server, store } = await standIn()
  await sql`select 1`.execute(store.db)
  server.freeze()
  expect(await troubleWith(sql`select 2`.execute(store.db))).toBe('database')
  expect(await troubleWith(sql`select 3`.execute(store.db))).not.toBeNull()
  expect(await troubleWith(store.ready())).not.toBeNull()
  server.thaw()
  await sql`select 4`.execute(store.db)
  await store.ready()
})

test('a transaction on a frozen server ends with its statement: nothing waits once more for its rollback', async () => {
  const { server, store } = await standIn(1)
  const work = store.db.transaction().execute(async transaction => {
    server.freeze()
    await sql`select 2`.execute(transaction)
  })
  expect(await troubleWith(work)).toBe('database')
  expect(store.pool.totalCount).toBe(0)
  expect(server.statements.filter(statement => statement === 'rollback')).toEqual([])
})

test('a server that hangs up in the middle of a transaction ends what waits on it, and not the process', async () => {
  const { server, store } = await standIn()
  const work = store.db.transaction().execute(async transaction => {
    await sql`select 1`.execute(transaction)
    server.hangUp()
    await new Promise(resolve => setTimeout(resolve, 50))
    await sql`select 2`.execute(transaction)
  })
  expect(await troubleWith(work)).toBe('database')
  await sql`select 3`.execute(store.db)
})

test('when all connections are in use, the next one waits for a limited time', async () => {
  const { store } = await standIn(1)
  const client = await store.pool.connect()
  expect(await troubleWith(sql`select 1`.execute(store.db))).toBe('busy')
  await sql`select 1`.execute(store.long.db) // has connections of its own
  await store.ready()
  client.release()
  await sql`select 1`.execute(store.db)
})

const read: Operation = operation({
  name: 'test.read',
  summary: 'Reads',
  power: 'open',
  input: z.object({}),
  output: z.unknown(),
  example: {},
  reads: true,
  run: ({ db }) => sql`select 'work'`.execute(db).then(() => null),
})
const { reads: _, ...write } = read
test.each<[string, Operation, Door, boolean]>([
  ['a page that reads', read, 'page', false],
  ['a page that writes', write, 'page', false],
  ['a program', write, 'rest', false],
  ['a read that says so', { ...read, limit: 'long' }, 'page', true],
  ['a write that says so', { ...write, limit: 'long' }, 'rest', true],
  ['a job', write, 'job', true],
  ['a command', read, 'command', true],
])('%s has the limits that belong to it, said inside its transaction', async (_name, op, door, isLong) => {
  const { server, store } = await standIn()
  await call({ store } as Kernel, system(), op, {}, door)
  const after = server.statements.filter(statement => !statement.startsWith('set '))
  const [begun, said] = after
  const work = after.findIndex(statement => statement.includes("'work'"))
  expect(work).toBeGreaterThanOrEqual(0)
  expect(after.some(statement => statement.includes('statement_timeout'))).toBe(isLong)
  if (isLong) expect([/^(begin|start transaction)/.test(begun!), said!.includes('statement_timeout'), work]).toEqual([true, true, 2])
})
