import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, db, kernel, operator, person } from '../../../test/world.ts'
import { difference } from '../../platform/audit/record.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import type { Queryable } from '../../platform/database/database.ts'
import { createPartner } from '../partners/operations/write.ts'
import { verifyAudit } from './operations.ts'
import { verifyChain } from './queries.ts'

let ratna: Actor
const add = (name: string) => as(ratna)(createPartner, { name, class: 'university' })
beforeAll(async () => {
  ratna = await person('Ratna', 'national_admin')
  for (const name of ['Airlangga', 'Brawijaya', 'Cenderawasih', 'Diponegoro', 'Udayana']) await add(`Universitas ${name}`)
})
afterAll(() => kernel.close())

const lines = () => db.selectFrom('audit_event').selectAll().orderBy('id').execute()

/** What somebody with all rights on the database could do, undone afterwards. */
async function tampering<T>(work: (db: Queryable) => Promise<T>): Promise<T> {
  const transaction = await db.startTransaction().execute()
  try {
    await sql`alter table audit_event disable trigger user`.execute(transaction)
    return await work(transaction)
  } finally {
    await transaction.rollback().execute()
  }
}

test('only what differs is noted', () => {
  expect(difference({ name: 'A', place: null, list: [1] }, { name: 'B', list: [1], added: 2 })).toEqual({
    name: ['A', 'B'],
    added: [null, 2],
  })
})

test('numbers follow without a gap, each line sealed with the one before, and the check agrees', async () => {
  const all = await lines()
  expect(all.map(({ id }) => id)).toEqual(all.map((_, at) => at + 1))
  expect(all.slice(1).every(({ previous }, at) => previous.equals(all[at]!.hash))).toBe(true)
  expect(await as(operator)(verifyAudit)).toEqual({ lines: all.length, head: all.at(-1)!.hash.toString('hex'), broken: null })
})

test('whichever field of whichever line is changed, the check names that line', async () => {
  const all = await lines()
  const changes = [
    "person_name = 'Orang lain'",
    "at = at + interval '1 millisecond'",
    "operation = 'partners.show'",
    "changes = '{}'",
    "reach = '{id.99}'",
    'person_id = null',
    "door = 'command'",
    "subject_id = 'lain'",
    'partner_id = gen_random_uuid()',
  ]
  const forgery = fc.tuple(fc.integer({ min: 0, max: all.length - 1 }), fc.constantFrom(...changes))
  await fc.assert(
    fc.asyncProperty(forgery, async ([at, change]) => {
      const line = all[at]!
      await tampering(async db => {
        await sql`update audit_event set ${sql.raw(change)} where id = ${line.id}`.execute(db)
        const forged = await db.selectFrom('audit_event').selectAll().where('id', '=', line.id).executeTakeFirst()
        const same = JSON.stringify(forged) === JSON.stringify(line)
        expect((await verifyChain({ db })).broken).toEqual(same ? null : { id: line.id, why: 'changed' })
      })
    }),
    { numRuns: 25 },
  )
})
