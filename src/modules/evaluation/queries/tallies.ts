import { type RawBuilder, sql } from 'kysely'
import { formatScore } from '../../../platform/i18n/format.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import type { TallyKind } from '../../../platform/subject/subject.ts'
import type { Side } from '../../questionnaires/schema.ts'
import { titles } from '../words/titles.ts'
import { evaluationWords } from '../words.ts'
import { revealed, scoreInReach, visibleAssignments } from './assignments.ts'

export const evaluationTallies: readonly TallyKind[] = [
  {
    // Of a partner what both sides scored in the latest cycle that has scores, by the rule of `scoresByCycle`.
    of: 'partner',
    label: titles.lastScores,
    power: 'answer.read',
    // As its two numbers stand in the cell: that of KPU, then that of the partner, of which the greatest weighs less than a hundredth of KPU's.
    measure: {
      key: 'score',
      of: context => sql`select n.id, sum(n.score * case n.side when 'kpu' then 2000000 else 100 end)::int as value
        from (select *, dense_rank() over (partition by id order by "from" desc, cycle) as latest from (${scoresOf(context)}) x) n
        where n.latest = 1 group by n.id`,
    },
    async find(context, partners) {
      const these = sql`partner_id = any (${partners.map(({ id }) => id)}::uuid[])`
      const { rows } = await sql<{ id: string; cycle: string; side: Side; score: number }>`
        select * from (${scoresOf(context, these)}) x order by "from" desc, cycle`.execute(context.db)
      return new Map(
        [...Map.groupBy(rows, ({ id }) => id)].map(([id, some]) => {
          const { cycle } = some[0]!
          const said = (side: Side) => {
            const row = some.find(each => each.cycle === cycle && each.side === side)
            return row ? formatScore(context.locale, row.score) : '–'
          }
          return [id, { text: `${said('kpu')} / ${said('partner')}`, path: `/evaluasi/isian?mitra=${id}&siklus=${cycle}` }]
        }),
      )
    },
  },
  {
    // Of an office, with those below it, how much of the cycles that run is submitted.
    of: 'office',
    label: titles.submittedForms,
    power: 'assignment.read',
    async find(context, offices) {
      const rows = await visibleAssignments(context)
        .innerJoin('office_card as l', join => join.on(sql<boolean>`o.path <@ l.path`))
        .where(
          sql<boolean>`c.opened_at is not null and c.closed_at is null and c.opens_on <= ${context.clock.today(context.actor.zone)}::date`,
        )
        .where(sql<boolean>`l.id = any (${offices.map(({ id }) => id)}::uuid[])`)
        .groupBy('l.id')
        .select(['l.id', sql<number>`count(*)`.as('total'), sql<number>`count(t.submitted_at)`.as('count')])
        .execute()
      const codes = new Map(offices.map(({ id, code = '' }) => [id, code]))
      const w = evaluationWords[context.locale]
      return new Map(
        rows.map(({ id, total, count }) => [
          id,
          {
            text: w.submittedOf({ count, total }),
            count,
            path: `/evaluasi/isian?provinsi=${codes.get(id)}&berjalan=ya&keadaan=submitted`,
          },
        ]),
      )
    },
  },
]

/** What each side scored with partners, cycle by cycle. */
const scoresOf = (context: Context, these: RawBuilder<unknown> = sql`partner_id is not null`) => sql`
  select y.partner_id as id, c.id as cycle, c.period_from as "from", t.side, round(avg(t.score), 2)::float8 as score
  from (select distinct agreement_id, partner_id from agreement_party_card where ${these}) y
  join assignment t on t.agreement_id = y.agreement_id join office_card o on o.id = t.office_id join cycle c on c.id = t.cycle_id
  where t.submitted_at is not null and t.score is not null and ${revealed}
    and ${scoreInReach(context)}
  group by y.partner_id, c.id, t.side`
