import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { authorize } from '../../../platform/authority/reach.ts'
import { type Context, operation } from '../../../platform/operation/operation.ts'
import { invalid, notFound, Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id, line } from '../../../platform/values/shapes.ts'
import { openFollowUp } from '../../followups/operations/create.ts'
import { findFollowUpLike } from '../../followups/queries/visible.ts'
import { FollowUp } from '../../followups/schema.ts'
import { type DecisionRow, findDecisionForChange } from '../queries/decisions.ts'
import { DecisionDetail, Plan } from '../schema/decisions.ts'
import { refusals } from '../words/refusals.ts'
import { placeOf } from './decisions.ts'
import { placeOfFollowUp, reloadDecision } from './decisions-read.ts'

export const planDecision = operation({
  name: 'decisions.plan',
  summary:
    'Create a follow-up from an approved decision, at the office that it is addressed to, else at the host; the new owner is told by mail',
  power: 'followup.write',
  input: Plan,
  output: FollowUp,
  example: {
    id: example.distributedDecision,
    action: 'Menetapkan narahubung tetap',
    ownerId: example.colleague,
    dueOn: '2099-03-31',
  },
  async run(context, { id, shared, ...draft }) {
    const decision = await findDecisionForChange(context, id)
    const place = placeOfFollowUp(decision)
    authorize(context, 'followup.write', { path: place.path })
    checkApproved(decision)
    const origin = { kind: 'decision', id, label: decision.number }
    const partner = shared ? decision.partnerId : null
    const followUp = await openFollowUp(context, { ...draft, officeId: place.id, partner }, origin)
    await link(context, decision, followUp)
    return followUp
  },
})

export const linkDecision = operation({
  name: 'decisions.link',
  summary: 'Say that a follow-up which exists already (by its number or id) carries out a decision',
  power: 'followup.write',
  input: z.object({ id, followUp: line(50) }),
  output: DecisionDetail,
  example: { id: example.distributedDecision, followUp: 'TL-2020-0001' },
  async run(context, { id, followUp: ref }) {
    const decision = await findDecisionForChange(context, id)
    authorize(context, 'followup.write', { path: placeOfFollowUp(decision).path })
    checkApproved(decision)
    const followUp = await findFollowUpLike(context, ref)
    if (!followUp) throw invalid('followUp', refusals.followUpNotFound)
    await link(context, decision, followUp)
    return reloadDecision(context, id)
  },
})

export const unlinkDecision = operation({
  name: 'decisions.unlink',
  summary: 'Take back that a follow-up carries out a decision; both stay',
  power: 'followup.write',
  input: z.object({ id, followUp: line(50) }),
  output: DecisionDetail,
  example: { id: example.linkedDecision, followUp: example.followUp },
  async run(context, { id, followUp: ref }) {
    const decision = await findDecisionForChange(context, id)
    authorize(context, 'followup.write', { path: placeOfFollowUp(decision).path })
    const followUp = await findFollowUpLike(context, ref)
    if (!followUp) throw notFound()
    const gone = await context.db
      .deleteFrom('decision_follow_up')
      .where('decision_id', '=', id)
      .where('follow_up_id', '=', followUp.id)
      .executeTakeFirst()
    if (!gone.numDeletedRows) throw notFound()
    record(context, placeOf(decision), { followUp: followUp.number }, {})
    return reloadDecision(context, id)
  },
})

async function link(context: Context, decision: DecisionRow, { id, number }: Pick<FollowUp, 'id' | 'number'>): Promise<void> {
  const made = await context.db
    .insertInto('decision_follow_up')
    .values({ decision_id: decision.id, follow_up_id: id })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (!made.numInsertedOrUpdatedRows) throw invalid('followUp', refusals.followUpIsLinked)
  record(context, placeOf(decision), {}, { followUp: number })
}

/** What may still change in a draft is not acted on. */
function checkApproved({ status }: DecisionRow): void {
  if (status === 'draft') throw new Refusal('conflict', refusals.decisionNotApproved)
}
