import { sql } from 'kysely'
import { reach, within } from '../../../platform/authority/reach.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { revealed } from '../../evaluation/queries/assignments.ts'
import { followsUp } from '../../findings/queries/visible.ts'
import type { Category } from '../../findings/schema.ts'

/** The forms of a cycle that the one who asks may know of: the base of every row of the report. */
const forms = (context: Context, cycleId: string) => sql`
  assignment_card t join cycle_card c on c.id = t.cycle_id join office_card o on o.id = t.office_id join agreement_card a on a.id = t.agreement_id left join partner_card p on p.id = t.partner_id
  where t.cycle_id = ${cycleId} and ${within(reach(context, 'assignment.read'), { path: sql.ref('o.path') })}`

export type ResponseRow = {
  agreementId: string
  agreement: string
  partner: string
  officeCode: string
  office: string
  province: string
  provinceName: string
  side: 'kpu' | 'partner'
  submittedOn: string | null
  late: boolean
}

/** Every form: who answered when, and who has not. */
export async function responseRows(context: Context, cycleId: string): Promise<ResponseRow[]> {
  const { rows } = await sql<ResponseRow>`
    select a.id as "agreementId", coalesce(a.kpu_number, a.title) as agreement, coalesce(p.name, a.partner_names) as partner, o.code as "officeCode", o.name as office,
      l.code as province, l.name as "provinceName", t.side, to_char(t.submitted_at at time zone o.zone, 'YYYY-MM-DD') as "submittedOn", t.late
    from (select t.id from ${forms(context, cycleId)}) mine join assignment_card t on t.id = mine.id join office_card o on o.id = t.office_id join agreement_card a on a.id = t.agreement_id left join partner_card p on p.id = t.partner_id
    join office_card l on l.path = subpath(o.path, 0, least(2, nlevel(o.path)))
    order by o.code, a.kpu_number, a.id, t.side, p.name`.execute(context.db)
  return rows
}

export type AgreementFigures = {
  id: string
  number: string
  title: string
  kind: 'mou' | 'pks' | 'addendum'
  class: string
  partner: string
  partners: { id: string; class: string }[]
  office: string
  from: string | null
  until: string | null
  status: string
  kpu: number | null
  partnerScore: number | null
  maturity: number | null
  both: boolean
  owesBoth: boolean
}

/**
 * Every agreement that the cycle asks about, with its status on a day, the mean score of each side and the lowest maturity that the offices
 * state. Scores and maturity only where they may be seen: while the cycle runs, of agreements that both sides have answered.
 */
export async function agreementRows(context: Context, cycleId: string, day: string): Promise<AgreementFigures[]> {
  const { rows } = await sql<AgreementFigures>`
    select a.id, coalesce(a.kpu_number, '') as number, a.title, a.kind, coalesce(a.partner_classes[1], 'other') as class, a.partner_names as partner,
      coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'class', p.class)) from partner_card p where p.id = any (a.partner_ids)), '[]') as partners, o.name as office,
      a.starts_on as from, a.ends_on as until, agreement_status(a.stage, a.starts_on, a.ends_on, a.renewal_since, a.ended_how, a.ended_on, ${day}::date) as status,
      n.kpu::float8 as kpu, n.partner::float8 as "partnerScore", n.maturity, n.both_submitted as both, n.owes_both as "owesBoth"
    from (
      select t.agreement_id,
        round(avg(t.score) filter (where t.side = 'kpu' and ${revealed}), 2) as kpu, round(avg(t.score) filter (where t.side = 'partner' and ${revealed}), 2) as partner,
        min(t.maturity) filter (where t.side = 'kpu' and ${revealed}) as maturity,
        bool_and(t.submitted_at is not null) and count(distinct t.side) = 2 as both_submitted, count(distinct t.side) = 2 as owes_both
      from ${forms(context, cycleId)} group by t.agreement_id
    ) n join agreement_card a on a.id = n.agreement_id join office_card o on o.id = a.office_id
    order by o.code, a.kpu_number, a.id`.execute(context.db)
  return rows
}

export type FindingFigures = {
  number: string
  kind: string
  category: Category | null
  class: string | null
  text: string
  agreement: string | null
  partner: string | null
  officeCode: string
  office: string
  side: 'kpu' | 'partner' | null
  followUp: string | null
}

/** What the answers of the cycle brought up, each with the follow-up that was made of it and not cancelled, if any. */
export async function findingRows(context: Context, cycleId: string): Promise<FindingFigures[]> {
  const { rows } = await sql<FindingFigures>`
    select f.number, f.kind, f.category, f.text, coalesce(a.kpu_number, a.title) as agreement, coalesce(p.name, a.partner_names) as partner, coalesce(p.class, a.partner_classes[1]) as class,
      o.code as "officeCode", o.name as office, f.side,
      (select min(u.number) from finding_follow_up_card l join follow_up_card u on u.id = l.follow_up_id where l.finding_id = f.id and ${followsUp('u')}) as "followUp"
    from finding_card f join assignment_card t on t.id = f.source_id join cycle_card c on c.id = t.cycle_id join office_card o on o.id = f.office_id left join agreement_card a on a.id = f.agreement_id left join partner_card p on p.id = f.partner_id
    where f.source_kind = 'assignment' and t.cycle_id = ${cycleId} and f.dismissed_at is null and t.submitted_at is not null and ${revealed}
      and ${within(reach(context, 'finding.read'), { path: sql.ref('o.path') })}
    order by f.number`.execute(context.db)
  return rows
}

export type ActionFigures = {
  id: string
  number: string
  action: string
  owner: string
  officeCode: string
  office: string
  dueOn: string
  state: string
  overdue: boolean
}

/** The follow-ups that were made of findings of the cycle; late by the reader's day, as their list counts. */
export async function actionRows(context: Context, cycleId: string): Promise<ActionFigures[]> {
  const { rows } = await sql<ActionFigures>`
    select u.id, u.number, u.action, w.name as owner, o.code as "officeCode", o.name as office, u.due_on as "dueOn", u.state,
      u.state in ('open', 'returned') and u.due_on < ${context.clock.today(context.actor.zone)}::date as overdue
    from follow_up_card u join office_card o on o.id = u.office_id join person_card w on w.id = u.owner_id
    where exists (select from finding_follow_up_card l join finding_card f on f.id = l.finding_id join assignment_card t on t.id = f.source_id join cycle_card c on c.id = t.cycle_id
        where l.follow_up_id = u.id and f.source_kind = 'assignment' and t.cycle_id = ${cycleId} and f.dismissed_at is null and ${revealed})
      and ${within(reach(context, 'followup.read'), { path: sql.ref('o.path') })}
    order by u.number`.execute(context.db)
  return rows
}

/**
 * Offices of the commission in reach that were open in the cycle's period, or have forms of it all the same: what "of 553 offices" means.
 */
export async function officesCovered(context: Context, cycleId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from office_card o join cycle_card c on c.id = ${cycleId}
    where ${within(reach(context, 'assignment.read'), { path: sql.ref('o.path') })} and (
      o.kind in ('national', 'province', 'regency') and o.opened_on <= c.period_to and coalesce(o.closed_on, 'infinity') > c.period_from
      or exists (select from assignment_card t where t.cycle_id = c.id and t.office_id = o.id))`.execute(context.db)
  return rows[0]!.count
}

/** The cycle of the same office that ended last before this one. */
export async function cycleBefore(context: Context, cycleId: string): Promise<{ id: string; name: string } | null> {
  const { rows } = await sql<{ id: string; name: string }>`
    select b.id, b.name from cycle_card c join cycle_card b on b.office_id = c.office_id and b.period_to < c.period_to and b.closed_at is not null where c.id = ${cycleId} order by b.period_to desc limit 1`.execute(
    context.db,
  )
  return rows[0] ?? null
}
