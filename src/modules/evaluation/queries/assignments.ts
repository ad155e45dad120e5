import { type RawBuilder, sql } from 'kysely'
import { reach, reachOf, within } from '../../../platform/authority/reach.ts'
import type { Power } from '../../../platform/authority/roles.ts'
import type { Zone } from '../../../platform/i18n/format.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { todayThere } from '../../followups/queries/visible.ts'
import type { Form } from '../../questionnaires/rules/questions.ts'
import type { AskedObligation, Instrument, Side } from '../../questionnaires/schema.ts'
import { dueDayOf, phaseOn } from '../rules/phase.ts'
import type { AssignmentRow } from '../schema.ts'

/**
 * Forms in reach: of offices by their place, of a partner by the partner. That one exists and whether it was submitted is all this shows.
 */
export const visibleAssignments = (context: Context, power: Power = 'assignment.read') =>
  context.db
    .selectFrom('assignment as t')
    .innerJoin('cycle as c', 'c.id', 't.cycle_id')
    .innerJoin('office_card as o', 'o.id', 't.office_id')
    .innerJoin('agreement_card as a', 'a.id', 't.agreement_id')
    .leftJoin('partner_card as p', 'p.id', 't.partner_id')
    .where(within(reach(context, power), { path: sql.ref('o.path'), partner: sql.ref('t.partner_id') }))

/**
 * Whose side one is on: an office's forms by the place, a partner's only by a grant of that very partner. Nobody in the commission
 * is on a partner's side, not even who reaches everything.
 */
export function ownSide(context: Context): RawBuilder<boolean> {
  const own = reach(context, 'answer.read')
  return sql<boolean>`case t.side when 'kpu' then ${within(own, { path: sql.ref('o.path') })} else t.partner_id = any (${own.partners}::uuid[]) end`
}

/** The blind rule: nobody sees the other side's answers or scores until every form of the agreement is submitted, or the cycle closed. */
export const revealed = sql<boolean>`(c.closed_at is not null or not exists (
  select from assignment w where w.cycle_id = t.cycle_id and w.agreement_id = t.agreement_id and w.submitted_at is null))`

/**
 * Whose scores one reads of what is submitted and `revealed`: within reach, and a partner that has submitted its own form of an agreement
 * those of the commission for that agreement and cycle, whose answers stand in that very form. Never those of another partner.
 */
export function scoreInReach(context: Context): RawBuilder<boolean> {
  const own = reach(context, 'answer.read')
  const inReach = within(own, { path: sql.ref('o.path'), partner: sql.ref('t.partner_id') })
  if (own.partners.length === 0) return inReach
  return sql<boolean>`(${inReach} or (t.side = 'kpu' and exists (select from assignment v
    where v.cycle_id = t.cycle_id and v.agreement_id = t.agreement_id and v.partner_id = any (${own.partners}::uuid[]) and v.submitted_at is not null)))`
}

/** May this form's submitted answers be seen here? Drafts are for one's own side alone. */
export const readable = (context: Context): RawBuilder<boolean> =>
  sql<boolean>`(${ownSide(context)} or (t.submitted_at is not null and ${revealed}))`

/** Whether the actor answers for this side; the refusal and the button both come from here. */
export function answersFor(
  context: Context,
  { side, officePath, partnerId }: { side: Side; officePath: string; partnerId: string | null },
  power: Power,
): boolean {
  if (context.actor.scope === 'read') return false
  const own = reachOf(context.actor, power)
  if (side === 'partner') return own.partners.includes(partnerId!)
  return own.everywhere || own.at.includes(officePath) || own.below.some(path => officePath === path || officePath.startsWith(`${path}.`))
}

export const assignmentColumns = (context: Context) =>
  [
    't.id',
    't.side',
    't.cycle_id as cycleId',
    'c.name as cycleName',
    'c.opens_on as opensOn',
    'c.due_on as cycleDueOn',
    'c.closes_on as closesOn',
    'c.opened_at as openedAt',
    'c.closed_at as closedAt',
    't.extended_to as extendedTo',
    't.agreement_id as agreementId',
    'a.title as agreementTitle',
    'a.kpu_number as kpuNumber',
    'a.partner_names as partnerNames',
    't.office_id as officeId',
    'o.name as officeName',
    'o.code as officeCode',
    sql<string>`o.path::text`.as('officePath'),
    'o.zone as officeZone',
    't.partner_id as partnerId',
    'p.name as partnerName',
    't.started_at as startedAt',
    't.submitted_at as submittedAt',
    't.late as submittedLate',
    sql<number | null>`case when ${readable(context)} then t.score::float8 end`.as('score'),
    sql<Date | null>`(select max(l.at) from assignment_letter l where l.assignment_id = t.id)`.as('lastLetterAt'),
  ] as const

const rowsOf = (context: Context) => visibleAssignments(context).select(assignmentColumns(context)).execute()
export type FoundAssignment = Awaited<ReturnType<typeof rowsOf>>[number]

/** Whether a form `t` of a cycle `c` is taken no more, as `phaseOn` says, on the day of its office `o`. */
export const isOver = (context: Pick<Context, 'clock'>) =>
  sql<boolean>`(c.closed_at is not null or greatest(c.closes_on, t.extended_to) < ${todayThere(context)})`

/** A form is due by the day of its office, whoever answers or looks. */
export const todayAt = ({ clock }: Pick<Context, 'clock'>, { officeZone }: { officeZone: string }): string =>
  clock.today(officeZone as Zone)

/** `written` are the forms about which somebody can be written to, where that was asked. */
export function assignmentFrom(context: Context, row: FoundAssignment, written?: ReadonlySet<string> | null): AssignmentRow {
  const deadlines = { ...row, dueOn: row.cycleDueOn }
  const today = todayAt(context, row)
  const phase = phaseOn(deadlines, today)
  const dueOn = dueDayOf(deadlines)
  return {
    id: row.id,
    cycle: { id: row.cycleId, name: row.cycleName },
    agreement: { id: row.agreementId, title: row.agreementTitle, kpuNumber: row.kpuNumber, partnerNames: row.partnerNames },
    office: { id: row.officeId, name: row.officeName, code: row.officeCode, path: row.officePath },
    side: row.side,
    partner: row.partnerId ? { id: row.partnerId, name: row.partnerName! } : null,
    state: row.submittedAt ? 'submitted' : row.startedAt ? 'draft' : 'not_started',
    late: row.submittedAt ? row.submittedLate : phase !== 'closed' && today > dueOn,
    phase,
    dueOn,
    submittedAt: row.submittedAt,
    score: row.score,
    lastLetterAt: row.lastLetterAt,
    reachable: written ? written.has(row.id) : null,
  }
}

/**
 * One form in reach, held until the transaction ends, with its questionnaire and what it asks of each obligation. Its cycle cannot be
 * closed meanwhile.
 */
export async function findAssignmentForChange(context: Context, id: string) {
  const row = await visibleAssignments(context)
    .innerJoin('instrument_card as i', 'i.id', 'c.instrument_id')
    .select([
      ...assignmentColumns(context),
      't.rev',
      't.obligations',
      sql<boolean>`${readable(context)}`.as('isReadable'),
      sql<Instrument>`i.definition`.as('instrument'),
    ])
    .where('t.id', '=', id)
    .modifyEnd(sql`for update of t for share of c`)
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}

export type LockedAssignment = Awaited<ReturnType<typeof findAssignmentForChange>>
/** What the rules need to know of it. */
export const formOf = ({ instrument, side, obligations }: Pick<LockedAssignment, 'instrument' | 'side' | 'obligations'>): Form => ({
  instrument,
  side,
  obligations: obligations as AskedObligation[],
})
