import { sql } from 'kysely'
import type { Context } from '../operation/operation.ts'
import type { Agenda, AgendaKind, AgendaQuestion, Dated } from './entry.ts'

/**
 * What each of the kinds has, in the order asked for, one's own before others of a day, no more than asked for of each, with how many there
 * are in all; one statement for all kinds, and what kinds add to their rows.
 */
export async function datedEntries(
  context: Context,
  kinds: readonly AgendaKind[],
  question: AgendaQuestion,
): Promise<(Agenda & { kind: string })[]> {
  if (!kinds.length) return []
  const parts = kinds.map(each => sql`(${asJson(context, each, question)})`)
  const { rows } = await sql<{ kind: string; row: Dated & { total: number } }>`${sql.join(parts, sql` union all `)}`.execute(context.db)
  const byKind = Map.groupBy(rows, ({ kind }) => kind)
  const answers = []
  for (const { kind, entryOf, complete } of kinds) {
    const own = (byKind.get(kind) ?? []).map(({ row }) => row)
    const entries = ((await complete?.(context, own)) ?? own).map(row => ({
      ...entryOf(context, row),
      date: row.date,
      time: row.from ? { from: new Date(row.from), ...(row.to ? { to: new Date(row.to) } : {}) } : { on: row.day },
      state: row.ended ? ('ended' as const) : ('live' as const),
      mine: row.mine,
    }))
    answers.push({ kind, entries, total: own[0]?.total ?? 0 })
  }
  return answers
}

/** The rows of one kind that were asked for, each as JSON, since every kind has columns of its own. */
function asJson(context: Context, { kind, rows }: AgendaKind, question: AgendaQuestion) {
  const { from, to, near, mine, ended, most } = question
  const asked = context.db
    .selectFrom(rows(context, question).as('dated'))
    .selectAll()
    .select(sql<number>`count(*) over ()`.as('total'))
    .where(sql<boolean>`day between ${from}::date and ${to}::date`)
    .$if(mine, query => query.where(sql<boolean>`mine`))
    .$if(!ended, query => query.where(sql<boolean>`not ended`))
    .orderBy(near ? sql`ended, abs(day - ${near}::date), mine desc, day, id, date collate "C"` : sql`day, mine desc, id, date collate "C"`)
    .limit(most)
  return context.db.selectFrom(asked.as('asked')).select([sql`${kind}::text`.as('kind'), sql`to_json(asked)`.as('row')])
}
