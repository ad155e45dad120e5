import { sql } from 'kysely'
import type { Figure, NeedGroup } from '../../../module.ts'
import { formatDay } from '../../../platform/i18n/format.ts'
import { inWords } from '../../../platform/i18n/words.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { assignmentColumns, assignmentFrom } from '../queries/assignments.ts'
import { evaluationWords } from '../words.ts'
import { filtered } from './assignments.ts'

/** For the home page: the forms that wait for this person, the earliest due day first. */
export async function evaluationNeeds(context: Context): Promise<NeedGroup[]> {
  const lateNow = sql`coalesce(t.extended_to, c.due_on) < ${context.clock.today(context.actor.zone)}::date`
  const rows = await filtered(context, { mine: true, state: 'waiting' })
    .select(assignmentColumns(context))
    .select([sql<number>`count(*) over ()`.as('total'), sql<number>`count(*) filter (where ${lateNow}) over ()`.as('lateTotal')])
    .orderBy(sql`coalesce(t.extended_to, c.due_on)`)
    .orderBy('t.id')
    .limit(10)
    .execute()
  if (rows.length === 0) return []
  const { total, lateTotal } = rows[0]!
  const w = evaluationWords[context.locale]
  const cycles = new Set(rows.map(row => row.cycleId)).size
  const needs = rows.map(row => {
    const { agreement, office, dueOn, late, state, cycle, closesOn } = { ...assignmentFrom(context, row), closesOn: row.closesOn }
    return {
      who: row.side === 'kpu' ? agreement.partnerNames : office.name,
      title: agreement.title,
      href: `/evaluasi/isian/${row.id}`,
      note: [cycles > 1 ? cycle.name : '', w.states[state], late ? w.closesOn({ day: formatDay(context.locale, closesOn, 'short') }) : '']
        .filter(Boolean)
        .join(' · '),
      due: dueOn,
      overdue: late,
    }
  })
  return [
    {
      key: 'evaluation.waiting',
      title: inWords(evaluationWords, w => w.mineTitle),
      action: inWords(evaluationWords, w => w.fillIn),
      total: Number(total),
      overdue: Number(lateTotal),
      more: '/evaluasi/isian?saya=ya&keadaan=waiting',
      needs,
    },
  ]
}

/** For the home page: how far the cycles that run now are, in this person's reach. */
export async function evaluationFigures(context: Context): Promise<Figure[]> {
  const counts = await filtered(context, { running: true })
    .select([
      sql<number>`count(*)::integer`.as('assignments'),
      sql<number>`count(t.submitted_at)::integer`.as('submitted'),
      sql<number>`(count(*) filter (where t.submitted_at > ${context.clock.now()}::timestamptz - interval '7 days'))::integer`.as('lately'),
    ])
    .executeTakeFirstOrThrow()
  if (counts.assignments === 0) return []
  const said = (key: 'formsSubmitted' | 'sinceWeek') => inWords(evaluationWords, w => w[key])
  return [
    {
      key: 'evaluation.submitted',
      label: said('formsSubmitted'),
      value: counts.submitted,
      of: counts.assignments,
      unit: inWords(evaluationWords, w => w.ofForms({ count: counts.assignments })),
      href: '/evaluasi/isian?berjalan=ya&keadaan=submitted',
      change: { by: counts.lately, since: said('sinceWeek'), good: 'up' },
    },
  ]
}
