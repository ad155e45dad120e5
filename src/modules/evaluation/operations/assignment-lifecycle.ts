import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { authorize } from '../../../platform/authority/reach.ts'
import { letterOf } from '../../../platform/notices/letter.ts'
import { operation } from '../../../platform/operation/operation.ts'
import { invalid, Refusal } from '../../../platform/refusals/refusal.ts'
import { addDays } from '../../../platform/values/clock.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { day, flag, id, paragraphs } from '../../../platform/values/shapes.ts'
import { nextState, transition } from '../../../platform/workflow/workflow.ts'
import { findAssignmentForChange, type LockedAssignment, todayAt } from '../queries/assignments.ts'
import { dueDayOf, phaseOn } from '../rules/phase.ts'
import { assignmentStateOf } from '../rules/transitions.ts'
import { refusals } from '../words/refusals.ts'
import { audience } from './answering.ts'
import { letterWords } from './letter-words.ts'
import { tellOwnSide } from './letters.ts'
import { addEvents, assignmentWorkflow } from './workflows.ts'

const reason = paragraphs(2000, 10)

export const extendAssignment = operation({
  name: 'assignments.extend',
  summary: 'Give a form more time, with the reason; with `all` every waiting form of the same office and side in this cycle',
  power: 'assignment.extend',
  input: z.object({ id, until: day, reason, all: flag.default(false) }),
  output: z.object({ extended: z.int() }),
  example: { id: example.assignment, until: '2025-12-31', reason: 'Kantor terdampak banjir sejak 10 November 2025.' },
  async run(context, { id, until, reason, all }) {
    const assignment = await findAssignmentForChange(context, id)
    authorize(context, 'assignment.extend', { path: assignment.officePath })
    const today = todayAt(context, assignment)
    nextState(assignmentWorkflow, assignmentStateOf(assignment), 'extend')
    const due = dueDayOf({ dueOn: assignment.cycleDueOn, extendedTo: assignment.extendedTo })
    const least = [due, addDays(today, -1)].sort().at(-1)!
    if (until <= least) throw invalid('until', refusals.extensionNotLater)
    if (until > addDays(assignment.closesOn, 90)) throw invalid('until', refusals.most90DaysAfter)
    const { rows } = await sql<{ id: string }>`
      update assignment set extended_to = ${until}::date, extension_reason = ${reason}
      where submitted_at is null and coalesce(extended_to, '-infinity') < ${until}::date
        and ${all ? ofTheSame(assignment) : sql`id = ${id}`}
      returning id`.execute(context.db)
    await addEvents(
      context,
      rows.map(row => row.id),
      'extended',
      reason,
    )
    for (const row of rows)
      record(
        context,
        { kind: 'assignment', id: row.id, reach: [assignment.officePath], partnerId: assignment.partnerId },
        { extendedTo: assignment.extendedTo },
        { extendedTo: until, reason },
      )
    await tellOwnSide(
      context,
      rows.map(row => row.id),
      {
        kind: 'evaluation.news',
        event: `${id} extended ${until} ${context.clock.now().toISOString()}`,
        params: { letter: 'extended', cycle: assignment.cycleName, until },
      },
      (locale, name, url) => letterOf(letterWords[locale].extended, { name, cycle: assignment.cycleName, until, reason, url }),
    )
    return { extended: rows.length }
  },
})

export const returnAssignment = operation({
  name: 'assignments.return',
  summary:
    'Send a submitted form back for correction, with the reason, while its cycle runs; a partner’s only once both sides see each other',
  power: 'assignment.extend',
  input: z.object({ id, reason }),
  output: z.object({ id }),
  example: { id: example.returnedAssignment, reason: 'Bukti pelaksanaan kewajiban kedua belum dilampirkan.' },
  async run(context, { id, reason }) {
    const assignment = await findAssignmentForChange(context, id)
    authorize(context, 'assignment.extend', { path: assignment.officePath })
    nextState(assignmentWorkflow, assignmentStateOf(assignment), 'return')
    if (!assignment.isReadable) throw new Refusal('conflict', refusals.partnerFormNotReturnable)
    if (phaseOn({ ...assignment, dueOn: assignment.cycleDueOn }, todayAt(context, assignment)) === 'closed')
      throw new Refusal('conflict', refusals.cycleClosed)
    const cleared = {
      submitted_at: null,
      submitted_by: null,
      late: false,
      score: null,
      sections: null,
      item_keys: null,
      item_counts: null,
      item_sums: null,
      choices: null,
      maturity: null,
      rating: null,
      recommendation: null,
    }
    const event = await transition(context, assignmentWorkflow, assignmentStateOf(assignment), 'return', {
      subject: { kind: 'assignment', id, ...audience(assignment) },
      before: { submittedAt: assignment.submittedAt },
      after: { submittedAt: null, reason },
      write: () => context.db.updateTable('assignment').set(cleared).where('id', '=', id).execute(),
      event: () => addEvents(context, [id], 'returned', reason),
    })
    const about = { agreement: assignment.agreementTitle, cycle: assignment.cycleName }
    await tellOwnSide(context, [id], { kind: 'evaluation.returned', event, params: about }, (locale, name, url) =>
      letterOf(letterWords[locale].returned, { name, agreement: about.agreement, cycle: about.cycle, reason, url }),
    )
    return { id }
  },
})

/** All forms of one office, side and partner in the cycle. */
const ofTheSame = ({ cycleId, officeId, side, partnerId }: LockedAssignment) =>
  sql<boolean>`cycle_id = ${cycleId} and office_id = ${officeId} and side = ${side} and partner_id is not distinct from ${partnerId}::uuid`
