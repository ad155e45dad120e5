import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { seedExampleWorld } from '../../../test/example-world/all.ts'
import { as, db, kernel, person, statementsOf, stranger } from '../../../test/world.ts'
import { listAgreements } from '../../modules/agreements/operations/read.ts'
import { listFindings } from '../../modules/findings/operations/read.ts'
import { listFollowUps } from '../../modules/followups/operations/read.ts'
import { listPersons } from '../../modules/organisation/operations/persons.ts'
import { listRegister } from '../../modules/register/operations/read.ts'
import { listReports } from '../../modules/reports/operations/reports.ts'

beforeAll(seedExampleWorld)

/** The nodes of a plan with the tables that they read; behind a card a table bears its own name. */
const nodesOf = (plan: readonly string[]): string[] =>
  plan.filter((line, at) => at === 0 || line.includes('->')).map(line => line.replace(/( on \w+) \w+$/, '$1'))

const planOf = async (statement: string, values: readonly unknown[] = []): Promise<string[]> => {
  const { rows } = await kernel.store.pool.query(`explain (costs off) ${statement}`, [...values])
  return rows.map((row: Record<string, string>) => row['QUERY PLAN']!)
}

test('the planner opens each card up to the table behind it', async () => {
  const { rows } = await sql<{ card: string }>`
    select relname as card from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v'`.execute(db)
  expect(rows.length).toBeGreaterThan(15)
  for (const { card } of rows) {
    expect(card).toMatch(/_card$/)
    const plan = await planOf(`select 1 from ${card}`)
    if (card.endsWith('_public_card')) {
      expect({ card, opened: !/Subquery Scan/.test(plan.join()) }).toEqual({ card, opened: true }) // it asks the agreement whether it is public
      continue
    }
    expect({ card, scans: plan.filter(line => /Scan/.test(line)).length, opened: !/Subquery Scan|Join/.test(plan.join()) }).toEqual({
      card,
      scans: 1, // and what a card joins is left out where it is not asked for
      opened: true,
    })
  }
})

test('lists are planned over cards as they would be over the tables', async () => {
  const admin = as(await person('Planner', 'national_admin'))
  const sent = await statementsOf(async () => {
    await admin(listAgreements, {})
    await admin(listPersons, {})
    await admin(listFindings, {})
    await admin(listFollowUps, {})
    await admin(listReports, {})
  })
  const overCards = sent.filter((each): each is [string, unknown[]] => /^select/.test(String(each[0])) && /_card\b/.test(String(each[0])))
  expect(overCards.length).toBeGreaterThanOrEqual(5)
  for (const [text, values] of overCards) {
    const overTables = text.replaceAll(/\b(?!role_grant_)(\w+)_card\b/g, '$1') // the name of the partner is that card's own
    expect(nodesOf(await planOf(text, values))).toEqual(nodesOf(await planOf(overTables, values)))
  }
})

test('words are looked up in the register by its own index, and nothing of a row is computed to compare it with them', async () => {
  const sent = await statementsOf(() => as(stranger)(listRegister, { q: 'pertukaran langka' }))
  const [text, values] = sent.find(([statement]) => String(statement).includes('search_beginnings')) as [string, unknown[]]
  const client = await kernel.store.pool.connect()
  try {
    await client.query('begin')
    // So wide that reading all of them would cost more.
    await client.query(`
      insert into agreement (id, kind, title, search_text, place, office_id, stage, openness, created_at)
      select gen_random_uuid(), 'mou', title, title, repeat('-', 1500), (select id from office where kind = 'national'), 'signed',
        (array['public', 'on_request'])[1 + n % 2], now()
      from generate_series(1, 2000) n, lateral (select 'Pertukaran ' || case when n % 500 = 0 then 'langka ' else '' end || n) t (title)`)
    await client.query('analyze agreement')
    const { rows } = await client.query(`explain (costs off) ${text}`, [...values])
    const plan = rows.map((row: Record<string, string>) => row['QUERY PLAN']!.trim())
    expect(plan.filter(line => line.startsWith('->  Bitmap Index Scan on agreement'))).toEqual([
      '->  Bitmap Index Scan on agreement_public_search', // of how many there are, by what is kept of words
      '->  Bitmap Index Scan on agreement_public_search', // and by words that begin so
      '->  Bitmap Index Scan on agreement_public_search', // of the page
      '->  Bitmap Index Scan on agreement_public_search',
    ])
    expect(plan.filter(line => /agreement_party|agreement_scope|searchable/.test(line))).toEqual([])
  } finally {
    await client.query('rollback')
    client.release()
  }
})
