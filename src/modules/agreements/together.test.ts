import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { agreement, partner } from '../../../test/evaluation-world.ts'
import { as, db, kernel, person } from '../../../test/world.ts'
import type { Database, Queryable } from '../../platform/database/database.ts'
import { addDocument, removeDocument } from './operations/documents.ts'
import type { AgreementDetail } from './schema.ts'

afterAll(() => kernel.close())

/**
 * Two changes of which the second waits for the first one's rows: on PostgreSQL it is begun before the first is kept and looked at until
 * it waits; on one connection it can only begin afterwards.
 */
async function oneWaitingForTheOther(first: (trx: Queryable) => Promise<unknown>, second: (trx: Queryable) => Promise<unknown>) {
  let waiting: Promise<unknown> | undefined
  await db.transaction().execute(async trx => {
    await first(trx)
    if (kernel.store.engine === 'pglite') return
    waiting = inTransaction(db, second)
    await untilWaiting(1)
  })
  await (waiting ?? inTransaction(db, second))
}
/**
 * On PostgreSQL, until so many wait for what another holds; asked outside any transaction, which would see only who was there when it first
 * looked.
 */
async function untilWaiting(many: number): Promise<void> {
  for (let waiting = 0; waiting < many; ) {
    const { rows } = await sql<{ waiting: number }>`
      select count(*)::integer as waiting from pg_stat_activity where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`.execute(
      db,
    )
    waiting = rows[0]!.waiting
  }
}
const inTransaction = (db: Database, work: (trx: Queryable) => Promise<unknown>) => db.transaction().execute(trx => work(trx))

const listed = (id: string) =>
  db
    .selectFrom('agreement')
    .select(['partner_names as partners', 'kpu_number as number', sql<string[]>`reach::text[]`.as('reach')])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
const rename = (id: string, name: string) => (trx: Queryable) => trx.updateTable('partner').set({ name }).where('id', '=', id).execute()

test('two partners of one agreement that are renamed at once both stand in the list under their new names', async () => {
  const [one, two] = [await partner('Pertama lama'), await partner('Kedua lama')]
  const id = await agreement('Dua mitra', ['35.10'], [one, two])
  await oneWaitingForTheOther(rename(two, 'Kedua baru'), rename(one, 'Pertama baru'))
  expect((await listed(id)).partners).toBe('Pertama baru, Kedua baru')
})

test('an agreement that goes to another office while its partner is renamed is in reach of the new office and no more of the old one', async () => {
  const renamed = await partner('Ketiga lama')
  const id = await agreement('Pindah kantor', ['35.10'], [renamed])
  const move = async (trx: Queryable) => {
    await trx.selectFrom('agreement').select('id').where('id', '=', id).forUpdate().execute()
    const { rows } = await sql<{ id: string; path: string }>`select id, path::text from office where code = '35.17'`.execute(trx)
    await trx
      .updateTable('agreement_party')
      .set({ office_id: rows[0]!.id, number: '7/BARU' })
      .where('agreement_id', '=', id)
      .where('side', '=', 'kpu')
      .execute()
    await sql`select refresh_agreements(array[${id}]::uuid[])`.execute(trx)
  }
  await oneWaitingForTheOther(move, rename(renamed, 'Ketiga baru'))
  expect(await listed(id)).toEqual({ partners: 'Ketiga baru', number: '7/BARU', reach: ['id.35.3517'] })
})

test('a document that two people take away at once is taken away once, and the other is told that it is gone', async () => {
  const sari = await person('Sari', 'office_operator', '35.10')
  const id = await agreement('Satu dokumen', ['35.10'], [])
  const file = { name: 'naskah.csv', bytes: new TextEncoder().encode('nomor;tanggal\n') }
  const { documents } = await as(sari)<AgreementDetail>(addDocument, { agreement: id, label: 'Naskah', file })
  const document = documents[0]!.id
  const remove = () => as(sari)(removeDocument, { id: document })
  const both = () => Promise.allSettled([remove(), remove()])
  let outcomes: ReturnType<typeof both> | undefined
  if (kernel.store.engine === 'postgres')
    await db.transaction().execute(async trx => {
      await trx.selectFrom('agreement').select('id').where('id', '=', id).forUpdate().execute()
      outcomes = both()
      await untilWaiting(2)
    })
  const ended = await (outcomes ?? both())
  expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(ended.find(each => each.status === 'rejected')).toMatchObject({ reason: { code: 'not_found' } })
  const lines = await db
    .selectFrom('audit_event')
    .select('operation')
    .where('subject_id', '=', document)
    .where('operation', '=', 'documents.remove')
    .execute()
  expect(lines).toHaveLength(1)
})
