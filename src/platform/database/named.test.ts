import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { db, kernel } from '../../../test/world.ts'
import { byName, namedStatements } from './named.ts'

const lost = (code: string, routine = '') => Object.assign(new Error('Not by this name'), { code, routine })
/** What a server was sent, which knows no names. */
function nameless(error: Error) {
  const sent: unknown[] = []
  const send = async ([first, values]: unknown[]) => {
    sent.push(typeof first === 'object' ? (first as { name: string }).name : first)
    if (typeof first === 'object') throw error
    return values
  }
  return { sent, send }
}
const marked = '/* by name */ select $1'

test.each([
  ['knows no such name', lost('26000')],
  ['has the name for another', lost('42P05')],
  ['answers with other columns than before', lost('0A000', 'RevalidateCachedQuery')],
])('a server that %s is asked as it is, and from then on by no name', async (_, error) => {
  const { sent, send } = nameless(error)
  const asNamed = namedStatements()
  expect(await asNamed([marked, ['a']], send)).toEqual(['a'])
  expect(await asNamed([marked, ['b']], send)).toEqual(['b'])
  expect(sent).toEqual(['sinergi_0', marked, marked])
})

test('what failed by another fault is not sent twice', async () => {
  const { sent, send } = nameless(lost('23505'))
  await expect(namedStatements()([marked, ['a']], send)).rejects.toThrow('Not by this name')
  expect(sent).toEqual(['sinergi_0'])
})

test('only what is marked and inserts of values have names, as many as a connection keeps', async () => {
  const names: (string | undefined)[] = []
  const send = async ([first]: unknown[]) => names.push(typeof first === 'object' ? (first as { name: string }).name : undefined)
  const asNamed = namedStatements()
  const insert = 'insert into "person" ("id", "name") values ($1, $2)'
  for (const text of ['select $1', marked, insert, 'insert into a select $1', marked, insert]) await asNamed([text, [1]], send)
  expect(names).toEqual([undefined, 'sinergi_0', 'sinergi_1', undefined, 'sinergi_0', 'sinergi_1'])
  await asNamed([marked], send)
  for (let count = 0; count < 400; count++) await asNamed([`/* by name */ select $1 + ${count}`, [1]], send)
  expect(new Set(names).size).toBe(301)
  expect(names.at(-1)).toBeUndefined()
})

test('the server keeps what has a name and goes on when it has forgotten it; the embedded one is asked as ever', async () => {
  await db.connection().execute(async connection => {
    const ask = async (value: number) =>
      (await sql<{ n: number }>`${byName} select ${value}::integer + 1 as n`.execute(connection)).rows[0]!.n
    const kept = async () => (await sql`select from pg_prepared_statements where name like 'sinergi%'`.execute(connection)).rows.length
    expect([await ask(1), await ask(2)]).toEqual([2, 3])
    const isNamed = kernel.store.engine === 'postgres'
    expect((await kept()) > 0).toBe(isNamed)
    await sql`deallocate all`.execute(connection)
    expect([await ask(3), await kept(), await ask(4)]).toEqual([4, 0, 5])
  })
})
