import { sql } from 'kysely'
import type { Context } from '../../../platform/operation/operation.ts'
import type { Grounds } from '../../../platform/subject/subject.ts'
import { visible } from './decisions.ts'

/** The decisions that follow-ups carry out, for whoever may read them. */
export async function decisionsCarriedOut(context: Context, followUps: string[]): Promise<(Grounds & { id: string })[]> {
  const rows = await visible(context)
    .innerJoin('decision_follow_up as l', 'l.decision_id', 'd.id')
    .where('l.follow_up_id', 'in', followUps)
    .groupBy('l.follow_up_id')
    .select([
      'l.follow_up_id as id',
      sql<number>`count(*)`.as('count'),
      sql<string>`(array_agg(d.id order by d.created_at, d.id))[1]`.as('first'),
      sql<string>`(array_agg(d.text order by d.created_at, d.id))[1]`.as('text'),
    ])
    .execute()
  return rows.map(({ id, count, first, text }) => ({
    id,
    text,
    count,
    path: count === 1 ? `/keputusan/${first}` : `/keputusan?tindak-lanjut=${id}`,
    things: [],
  }))
}
