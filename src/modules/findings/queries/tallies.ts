import { sql } from 'kysely'
import { formatNumber } from '../../../platform/i18n/format.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import type { TallyKind } from '../../../platform/subject/subject.ts'
import { titles } from '../words/titles.ts'
import { stands, visible } from './visible.ts'

/** Of a partner how many findings wait to be followed up; one that names no partner is about those of its agreement. */
export const findingTallies: readonly TallyKind[] = [
  {
    of: 'partner',
    label: titles.open,
    power: 'finding.read',
    measure: { key: 'findings', of: context => sql`select n.id, n.count::int as value from (${openOf(context)}) as n` },
    async find(context, partners) {
      const rows = await openOf(context)
        .where(sql<boolean>`p.id = any (${partners.map(({ id }) => id)}::uuid[])`)
        .execute()
      return new Map(
        rows.map(({ id, count }) => [id, { text: formatNumber(context.locale, count), count, path: `/temuan?mitra=${id}&status=open` }]),
      )
    },
  },
]

const openOf = (context: Context) =>
  visible(context)
    .leftJoin('agreement_card as a', 'a.id', 't.agreement_id')
    .innerJoin(
      sql<{ id: string }>`lateral unnest(case when t.partner_id is null then a.partner_ids else array[t.partner_id] end)`.as<'p'>(
        sql`p(id)`,
      ),
      join => join.onTrue(),
    )
    .where(stands.open)
    .groupBy('p.id')
    .select(['p.id', sql<number>`count(*)`.as('count')])
