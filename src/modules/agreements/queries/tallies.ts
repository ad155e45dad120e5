import { sql } from 'kysely'
import type { Context } from '../../../platform/operation/operation.ts'
import type { TallyKind } from '../../../platform/subject/subject.ts'
import { inForce } from '../rules/status.ts'
import { titles } from '../words/titles.ts'
import { words } from '../words.ts'
import { isInForce } from './filters.ts'
import { today, visible } from './visible.ts'

/** Of a partner how many of its agreements bind both sides today. */
export const agreementTallies: readonly TallyKind[] = [
  {
    of: 'partner',
    label: titles.inForce,
    power: 'agreement.read',
    measure: {
      key: 'agreements',
      of: context => sql`select n.id, n.count::int as value from (${inForceOf(context).where('y.partner_id', 'is not', null)}) as n`,
    },
    async find(context, partners) {
      const rows = await inForceOf(context)
        .where(sql<boolean>`y.partner_id = any (${partners.map(({ id }) => id)}::uuid[])`)
        .execute()
      const names = new Map(partners.map(({ id, name }) => [id, name]))
      const { show: w } = words[context.locale]
      return new Map(
        rows.map(({ id, total, count }) => [
          id!,
          {
            text: w.inForceTally({ count, total }),
            count,
            path: `/perjanjian?mitra=${encodeURIComponent(names.get(id!)!)}&status=${inForce}`,
          },
        ]),
      )
    },
  },
]

const inForceOf = (context: Context) =>
  visible(context)
    .innerJoin('agreement_party as y', 'y.agreement_id', 'a.id')
    .groupBy('y.partner_id')
    .select([
      'y.partner_id as id',
      sql<number>`count(distinct a.id)`.as('total'),
      sql<number>`count(distinct a.id) filter (where ${isInForce(sql`${today(context)}`)})`.as('count'),
    ])
