import { sql } from 'kysely'
import { z } from 'zod'
import { type Context, operation } from '../../../platform/operation/operation.ts'
import { Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id } from '../../../platform/values/shapes.ts'
import { transition } from '../../../platform/workflow/workflow.ts'
import { checkAnswers } from '../../questionnaires/rules/answers.ts'
import { type Score, scoreOf } from '../../questionnaires/rules/score.ts'
import { problemText } from '../../questionnaires/words.ts'
import { answerRows, answersFrom } from '../queries/answers.ts'
import { findAssignmentForChange, formOf, type LockedAssignment } from '../queries/assignments.ts'
import { capturedAt } from '../rules/captured.ts'
import { columnsOf, type Tally, tallyOf } from '../rules/tally.ts'
import { assignmentStateOf } from '../rules/transitions.ts'
import { refusals } from '../words/refusals.ts'
import { allowAnswer, audience, mustBeOpen } from './answering.ts'
import { findWritten } from './findings.ts'
import { notifyCounterparts } from './letters.ts'
import { store } from './save-answers.ts'
import { addEvents, assignmentWorkflow } from './workflows.ts'

export const submitAnswers = operation({
  name: 'answers.submit',
  summary: 'Submit a form whose required questions are all answered; it gets its score, and the other side is told',
  power: 'answer.submit',
  /** `capturedAt` is when it was sent off, by the clock of the sender's device: kept beside the time it came, which alone says if it is late. */
  input: z.object({ id, capturedAt: z.coerce.date<Date | string>().optional() }),
  output: z.object({
    id,
    submittedAt: z.date(),
    late: z.boolean(),
    score: z.number().nullable(),
    /** Answers that were left out, since the other answers hide their questions. */
    unasked: z.array(z.string()),
    /** Whether both sides now see each other's answers. */
    revealed: z.boolean(),
  }),
  example: { id: example.assignment },
  async run(context, { id, capturedAt: claim }) {
    const assignment = await findAssignmentForChange(context, id)
    allowAnswer(context, assignment, 'answer.submit')
    await lockAgreementPair(context, assignment)
    const late = mustBeOpen(context, assignment) === 'late'
    const form = formOf(assignment)
    const { answers, problems, unasked } = checkAnswers(form, answersFrom(await answerRows(context, [id])), { final: true })
    if (Object.keys(problems).length)
      throw new Refusal(
        'invalid',
        refusals.answersMissing({ count: Object.keys(problems).length }),
        Object.fromEntries(Object.entries(problems).map(([key, problem]) => [key, [problemText(problem)]])),
      )
    if (unasked.length) await store(context, assignment, Object.fromEntries(unasked.map(key => [key, null])), assignment.rev + 1)
    const score = scoreOf(form, answers)
    const submittedAt = await keep(context, assignment, score, tallyOf(form, answers), { late, claim })
    const revealed = await isRevealed(context, assignment)
    await findWritten(
      context,
      assignment.cycleId,
      revealed ? { agreement: assignment.agreementId } : assignment.side === 'kpu' ? { assignment: id } : null,
    )
    await notifyCounterparts(context, assignment, revealed)
    return { id, submittedAt, late, score: score.score, unasked, revealed }
  },
})

async function keep(
  context: Context,
  assignment: LockedAssignment,
  { score, sections, maturity, rating, recommendation }: Score,
  tally: Tally,
  { late, claim }: { late: boolean; claim: Date | undefined },
): Promise<Date> {
  const at = context.clock.now()
  const by = context.actor.personId
  const items = columnsOf(tally, sections)
  // Without the score: the trail is read by many, also before the other side has answered.
  await transition(context, assignmentWorkflow, assignmentStateOf(assignment), 'submit', {
    subject: { kind: 'assignment', id: assignment.id, ...audience(assignment) },
    before: { submittedAt: null },
    after: { submittedAt: at, late },
    write: () =>
      context.db
        .updateTable('assignment')
        .set({
          submitted_at: at,
          submitted_by: by,
          started_at: assignment.startedAt ?? at,
          late,
          score,
          maturity,
          rating,
          recommendation,
          sections: sql`${JSON.stringify(sections)}::jsonb`,
          item_keys: items.item_keys,
          item_counts: sql`${items.item_counts}::integer[]`,
          item_sums: sql`${items.item_sums}::bigint[]`,
          choices: items.choices,
        })
        .where('id', '=', assignment.id)
        .execute(),
    event: () => addEvents(context, [assignment.id], 'submitted', null, capturedAt(claim, { now: at, opensOn: assignment.opensOn })),
  })
  return at
}

/** Of the last two who submit at once, the second must see that it was the last. */
const lockAgreementPair = ({ db }: Context, { cycleId, agreementId }: LockedAssignment) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`${cycleId} ${agreementId}`}, 0))`.execute(db)

const isRevealed = async ({ db }: Context, { cycleId, agreementId }: LockedAssignment): Promise<boolean> =>
  (await db
    .selectFrom('assignment')
    .select('id')
    .where('cycle_id', '=', cycleId)
    .where('agreement_id', '=', agreementId)
    .where('submitted_at', 'is', null)
    .limit(1)
    .executeTakeFirst()) === undefined
