import { sql } from 'kysely'
import type { Context } from '../../../platform/operation/operation.ts'
import type { Grounds } from '../../../platform/subject/subject.ts'
import { visible } from './visible.ts'

/** The findings that follow-ups answer, for whoever may read them: an agreement or a partner where it is one for all of them. */
export async function findingsAnswered(context: Context, followUps: string[]): Promise<(Grounds & { id: string })[]> {
  const linked = visible(context)
    .innerJoin('finding_follow_up as l', 'l.finding_id', 't.id')
    .where('l.follow_up_id', 'in', followUps)
    .where('t.dismissed_at', 'is', null)
    .groupBy('l.follow_up_id')
    .select([
      'l.follow_up_id as id',
      sql<number>`count(*)`.as('count'),
      sql<string>`(array_agg(t.id order by t.created_at, t.id))[1]`.as('first'),
      onlyOne('t.agreement_id').as('agreement'),
      onlyOne('t.partner_id').as('partner'),
    ])
  const rows = await context.db
    .selectFrom(linked.as('s'))
    .innerJoin('finding as t', 't.id', 's.first')
    .leftJoin('agreement_card as a', 'a.id', 's.agreement')
    .leftJoin('partner_card as q', join => join.on('q.id', '=', partner))
    .select(['s.id', 's.count', 's.first', 't.text', 's.agreement', 'a.title', 'q.id as partner', 'q.name'])
    .execute()
  return rows.map(({ id, count, first, text, agreement, title, partner, name }) => ({
    id,
    text,
    count,
    path: count === 1 ? `/temuan/${first}` : `/temuan?tindak-lanjut=${id}`,
    things: [
      ...(agreement && title ? [{ kind: 'agreement', id: agreement, name: title }] : []),
      ...(partner && name ? [{ kind: 'partner', id: partner, name }] : []),
    ],
  }))
}

/** The partner of all, or the only one of the agreement that all are about. */
const partner = sql<string>`coalesce(s.partner, case when cardinality(a.partner_ids) = 1 then a.partner_ids[1] end)`

/** The value that all of a group have, null where they differ or one has none. */
const onlyOne = (column: string) =>
  sql<
    string | null
  >`case when count(${sql.ref(column)}) = count(*) and count(distinct ${sql.ref(column)}) = 1 then (array_agg(${sql.ref(column)}))[1] end`
