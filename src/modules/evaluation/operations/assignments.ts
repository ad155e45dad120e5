import { sql } from 'kysely'
import { z } from 'zod'
import { reachOf } from '../../../platform/authority/reach.ts'
import { holds } from '../../../platform/authority/roles.ts'
import { Ends, pageOf } from '../../../platform/database/keyset.ts'
import { hasInOrder, sortKey } from '../../../platform/database/search.ts'
import { type Context, operation } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id } from '../../../platform/values/shapes.ts'
import { todayThere } from '../../followups/queries/visible.ts'
import { seenText } from '../../questionnaires/rules/merge.ts'
import type { AskedObligation, Instrument, Side } from '../../questionnaires/schema.ts'
import { answerRows, answersFrom, filesOf } from '../queries/answers.ts'
import { answersFor, assignmentColumns, assignmentFrom, isOver, ownSide, readable, visibleAssignments } from '../queries/assignments.ts'
import { reachableAmong } from '../queries/people.ts'
import { Assignment, type AssignmentFilter, AssignmentListing, type AssignmentQuery, AssignmentRow } from '../schema.ts'

const most = 1000

export const listAssignments = operation({
  name: 'assignments.list',
  summary: 'Forms in your reach: who has answered and who has not, by office, or by due day',
  power: 'assignment.read',
  reads: true,
  input: AssignmentListing,
  /**
   * `total` stops counting at 1,000; `hasLetters`: about some form of the cycle that is asked for somebody was written to; `place` is the
   * province or office that is filtered by, `partner` the partner where one of its forms is there.
   */
  output: z.object({
    assignments: z.array(AssignmentRow),
    total: z.int(),
    hasLetters: z.boolean(),
    place: z.string().nullable(),
    partner: z.string().nullable(),
    ...Ends,
  }),
  example: { cycle: example.cycle, state: 'waiting' },
  async run(context, { sort, after, before, most: size, ...filter }) {
    const query = filtered(context, filter)
    const order =
      sort !== 'office'
        ? { name: 'due', column: sql`coalesce(t.extended_to, c.due_on)`, type: 'date' as const, descending: sort === '-due' }
        : // The two sides of one agreement stand together.
          { name: 'office', column: sql`o.code || ' ' || t.agreement_id::text || ' ' || t.side`, type: 'text' as const, descending: false }
    const { rows, next, previous } = await pageOf(query.select(assignmentColumns(context)), order, sql<string>`t.id`, {
      after,
      before,
      most: size,
    })
    const counted = await context.db
      .selectFrom(query.select('t.id').limit(most).as('some'))
      .select(eb => eb.fn.countAll<number>().as('total'))
      .select(lettersAbout(filter.cycle).as('hasLetters'))
      .executeTakeFirstOrThrow()
    const code = filter.office ?? filter.province
    const place = code ? await context.db.selectFrom('office_card').select('name').where('code', '=', code).executeTakeFirst() : null
    const written = await reachableAmong(
      context,
      rows.map(row => row.id),
    )
    return {
      assignments: rows.map(row => assignmentFrom(context, row, written)),
      total: Number(counted.total),
      hasLetters: counted.hasLetters,
      place: place?.name ?? null,
      partner: filter.partner && counted.total ? await partnerName(context, filter.partner) : null,
      next,
      previous,
    }
  },
})

/** Whether the ledger has a letter about a form of this cycle: the same on all pages of its list, whatever else is asked. */
const lettersAbout = (cycle: string | undefined) =>
  sql<boolean>`exists (select from assignment_letter l join assignment w on w.id = l.assignment_id where w.cycle_id = ${cycle ?? null}::uuid)`

async function partnerName({ db }: Context, id: string): Promise<string | null> {
  const row = await db.selectFrom('partner_card').select('name').where('id', '=', id).executeTakeFirst()
  return row?.name ?? null
}

/** The one place where the filters are; the export of a cycle uses it too. */
export function filtered(
  context: Context,
  { cycle, side, state, province, office, agreement, partner, q, mine, running }: z.output<typeof AssignmentQuery>,
) {
  const today = todayThere(context)
  const own = reachOf(context.actor, 'answer.write')
  const ownPaths = context.actor.grants.flatMap(({ path, role }) => (path && holds(role, 'answer.write') ? [path] : []))
  const over = isOver(context)
  const waiting = sql<boolean>`t.submitted_at is null and not ${over}`
  const conditions = {
    not_started: sql<boolean>`${waiting} and t.started_at is null`,
    draft: sql<boolean>`${waiting} and t.started_at is not null`,
    submitted: sql<boolean>`t.submitted_at is not null`,
    late: sql<boolean>`t.late`,
    waiting,
    overdue: sql<boolean>`${waiting} and coalesce(t.extended_to, c.due_on) < ${today}`,
    never: sql<boolean>`t.submitted_at is null and ${over}`,
  } satisfies Record<AssignmentFilter, unknown>
  return visibleAssignments(context)
    .where('c.opened_at', 'is not', null)
    .$if(cycle !== undefined, query => query.where('t.cycle_id', '=', cycle!))
    .$if(side !== undefined, query => query.where('t.side', '=', side!))
    .$if(state !== undefined, query => query.where(conditions[state!]))
    .$if(province !== undefined, query =>
      query.where(sql<boolean>`exists (select from office_card l where l.code = ${province!} and o.path <@ l.path)`),
    )
    .$if(office !== undefined, query => query.where('o.code', '=', office!))
    .$if(agreement !== undefined, query => query.where('t.agreement_id', '=', agreement!))
    .$if(partner !== undefined, query => query.where(sql<boolean>`${partner!}::uuid = any (a.partner_ids)`))
    .$if(q !== undefined, query =>
      query.where(
        sql<boolean>`(${sql.join(
          [sql`a.title`, sql`a.kpu_number`, sql`o.name`, sql`coalesce(p.name, a.partner_names)`].map(text => hasInOrder(text, q!)),
          sql` or `,
        )})`,
      ),
    )
    .$if(running === true, query =>
      query.where(sql<boolean>`c.closed_at is null and c.opens_on <= ${context.clock.today(context.actor.zone)}::date`),
    )
    .$if(mine === true, query =>
      query.where(sql<boolean>`c.closed_at is null and c.opens_on <= ${today} and greatest(c.closes_on, t.extended_to) >= ${today}
        and case t.side when 'kpu' then o.path = any (${ownPaths}::text[]::ltree[]) else t.partner_id = any (${own.partners}::uuid[]) end`),
    )
}

export const showAssignment = operation({
  name: 'assignments.show',
  summary: 'One form with its questions and obligations, your side’s answers, and, once both sides have submitted, the other side’s',
  power: 'assignment.read',
  reads: true,
  input: z.object({ id }),
  output: Assignment,
  example: { id: example.assignment },
  async run(context, { id }) {
    const row = await visibleAssignments(context)
      .innerJoin('instrument_card as i', 'i.id', 'c.instrument_id')
      .leftJoin('person_card as s', 's.id', 't.submitted_by')
      .select([
        ...assignmentColumns(context),
        't.rev',
        't.obligations',
        't.sections',
        's.name as submittedBy',
        'c.period_from as periodFrom',
        'c.period_to as periodTo',
      ])
      .select([sql<Instrument>`i.definition`.as('instrument'), sql<boolean>`${readable(context)}`.as('isReadable')])
      .select(sql<boolean>`${ownSide(context)}`.as('isOwnSide'))
      .where('t.id', '=', id)
      .executeTakeFirst()
    if (!row) throw notFound()
    const others = await counterparts(context, row)
    const shown = [...(row.isReadable ? [id] : []), ...others.filter(other => other.isReadable).map(other => other.id)]
    const answers = Map.groupBy(await answerRows(context, shown), answer => answer.assignmentId)
    const files = Map.groupBy(await filesOf(context, shown), file => file.assignmentId)
    const given = (assignment: string) =>
      shown.includes(assignment)
        ? {
            answers: answersFrom(answers.get(assignment) ?? []),
            files: Object.fromEntries((files.get(assignment) ?? []).map(file => [file.id, { name: file.name, bytes: file.bytes }])),
          }
        : null
    return {
      ...assignmentFrom(context, row, await reachableAmong(context, [id])),
      instrument: row.instrument,
      obligations: row.obligations as AskedObligation[],
      periodFrom: row.periodFrom,
      periodTo: row.periodTo,
      opensOn: row.opensOn,
      closesOn: row.closesOn,
      extendedTo: row.extendedTo,
      isCycleClosed: row.closedAt !== null,
      submittedBy: row.submittedBy,
      sections: row.isReadable ? (row.sections as z.input<typeof Assignment>['sections']) : null,
      given: given(id),
      rev: seenText({ all: row.isReadable ? row.rev : 0, keys: {} }),
      savedAt: row.isReadable ? latest((answers.get(id) ?? []).map(({ at }) => at)) : null,
      isOwnSide: row.isOwnSide,
      canAnswer: answersFor(context, row, 'answer.write'),
      events: await events(context, id),
      counterparts: others.map(other => ({
        id: other.id,
        side: other.side,
        name: other.name,
        submittedAt: other.submittedAt,
        score: other.score,
        given: given(other.id),
      })),
    }
  },
})

/**
 * The other side's forms of the same agreement: who, and whether submitted, for both sides to see; what they say only by the blind rule.
 */
async function counterparts(context: Context, { cycleId, agreementId, side }: { cycleId: string; agreementId: string; side: Side }) {
  return context.db
    .selectFrom('assignment as t')
    .innerJoin('cycle as c', 'c.id', 't.cycle_id')
    .innerJoin('office_card as o', 'o.id', 't.office_id')
    .leftJoin('partner_card as p', 'p.id', 't.partner_id')
    .select(['t.id', 't.side', sql<string>`coalesce(p.name, o.name)`.as('name'), 't.submitted_at as submittedAt'])
    .select([
      sql<boolean>`(${readable(context)} and t.submitted_at is not null)`.as('isReadable'),
      sql<number | null>`case when ${readable(context)} then t.score::float8 end`.as('score'),
    ])
    .where('t.cycle_id', '=', cycleId)
    .where('t.agreement_id', '=', agreementId)
    .where('t.side', '<>', side)
    .orderBy(sortKey(sql`coalesce(p.name, o.name)`))
    .limit(30)
    .execute()
}

const events = ({ db }: Context, assignmentId: string) =>
  db
    .selectFrom('assignment_event as e')
    .leftJoin('person_card as p', 'p.id', 'e.by')
    .select(['e.kind', 'e.note', 'p.name as by', 'e.at', 'e.captured_at as capturedAt'])
    .where('e.assignment_id', '=', assignmentId)
    .orderBy('e.at', 'desc')
    .orderBy('e.id', 'desc')
    .execute()

const latest = (times: Date[]): Date | null => times.reduce<Date | null>((last, at) => (last && last > at ? last : at), null)
