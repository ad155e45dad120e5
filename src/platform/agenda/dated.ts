import { type SelectQueryBuilder, sql } from 'kysely'
import type { Queryable } from '../database/database.ts'
import type { Agenda, AgendaEntry, AgendaQuestion } from './entry.ts'

/** What a row must say to be ordered, cut and counted. */
type Dated = { id: string; date: string; day: string; ended: boolean; mine: boolean }

/**
 * The entries of a select of dated rows, in the order asked for, one's own before others of a day, no more than asked for, with how many
 * there are in all; one statement for however many.
 */
export async function datedEntries<Row extends Dated>(
  db: Queryable,
  rows: SelectQueryBuilder<any, any, Row>,
  { from, to, near, mine, ended, most }: AgendaQuestion,
  entryOf: (row: Row) => Omit<AgendaEntry, 'date' | 'state' | 'mine' | 'time'>,
): Promise<Agenda> {
  const found = (await db
    .selectFrom(rows.as('dated'))
    .selectAll()
    .select(sql<number>`(count(*) over ())::integer`.as('total'))
    .where(sql<boolean>`day between ${from}::date and ${to}::date`)
    .$if(mine, query => query.where(sql<boolean>`mine`))
    .$if(!ended, query => query.where(sql<boolean>`not ended`))
    .orderBy(near ? sql`ended, abs(day - ${near}::date), mine desc, day, id, date collate "C"` : sql`day, mine desc, id, date collate "C"`)
    .limit(most)
    .execute()) as unknown as (Row & { total: number })[]
  const entries = found.map(row => ({
    ...entryOf(row),
    date: row.date,
    time: { on: row.day },
    state: row.ended ? ('ended' as const) : ('live' as const),
    mine: row.mine,
  }))
  return { entries, total: found[0]?.total ?? 0 }
}
