import { z } from 'zod'
import { authorize } from '../../../platform/authority/reach.ts'
import { operation } from '../../../platform/operation/operation.ts'
import { checkRevision, invalid, Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { day, id, seenRev } from '../../../platform/values/shapes.ts'
import { findFollowUpForChange } from '../queries/visible.ts'
import { mayCancel } from '../rules.ts'
import { FollowUp, Reason } from '../schema.ts'
import { refusals } from '../words/refusals.ts'
import { ownerOf, tell } from './letters.ts'
import { checkDue, checkOwner, reload, thisFollowUp, transition } from './transition.ts'

const reason = 'Pejabat yang bertugas berganti sejak bulan ini.'

export const reassignFollowUp = operation({
  name: 'followups.reassign',
  summary: 'Give a follow-up to another owner, with the reason; the new owner is told by mail',
  power: 'followup.write',
  input: z.object({ id, rev: seenRev, ownerId: id, reason: Reason }),
  output: FollowUp,
  example: { id: example.followUp, ownerId: example.person, reason, rev: 0 },
  async run(context, { id, rev, ownerId, reason }) {
    const held = await findFollowUpForChange(context, id)
    authorize(context, 'followup.write', { path: held.path })
    checkRevision(rev, held, thisFollowUp)
    if (ownerId === held.ownerId) throw invalid('ownerId', refusals.ownerUnchanged)
    await checkOwner(context, ownerId, held)
    const event = await transition(context, held, 'reassign', { kind: 'reassigned', note: reason, ownerId })
    await tell(context, 'assigned', event, held, await ownerOf(context, ownerId), reason)
    return reload(context, id)
  },
})

export const rescheduleFollowUp = operation({
  name: 'followups.reschedule',
  summary: 'Change the due date, with the reason; the earlier date stays in the history',
  power: 'followup.write',
  input: z.object({ id, rev: seenRev, dueOn: day, reason: Reason }),
  output: FollowUp,
  example: { id: example.followUp, dueOn: '2099-06-30', reason, rev: 0 },
  async run(context, { id, rev, dueOn, reason }) {
    const held = await findFollowUpForChange(context, id)
    authorize(context, 'followup.write', { path: held.path })
    checkRevision(rev, held, thisFollowUp)
    if (dueOn === held.dueOn) throw invalid('dueOn', refusals.dueDateUnchanged)
    checkDue(context, dueOn, held.zone)
    const event = await transition(context, held, 'reschedule', { kind: 'rescheduled', note: reason, dueOn })
    await tell(context, 'rescheduled', event, { ...held, dueOn }, await ownerOf(context, held.ownerId), reason)
    return reload(context, id)
  },
})

export const cancelFollowUp = operation({
  name: 'followups.cancel',
  summary: 'Cancel a follow-up that is no longer needed, with the reason; not by anybody who owned it',
  power: 'followup.write',
  input: z.object({ id, rev: seenRev, reason: Reason }),
  output: FollowUp,
  example: { id: example.followUp, reason, rev: 0 },
  async run(context, { id, rev, reason }) {
    const held = await findFollowUpForChange(context, id)
    authorize(context, 'followup.write', { path: held.path })
    checkRevision(rev, held, thisFollowUp)
    if (!mayCancel(held, context.actor.personId)) throw new Refusal('forbidden', refusals.ownerCancelsOwn)
    const event = await transition(context, held, 'cancel', { kind: 'cancelled', note: reason })
    await tell(context, 'cancelled', event, held, await ownerOf(context, held.ownerId), reason)
    return reload(context, id)
  },
})

export const reopenFollowUp = operation({
  name: 'followups.reopen',
  summary: 'Open a finished or cancelled follow-up again, with the reason and a new due date',
  power: 'followup.write',
  input: z.object({ id, rev: seenRev, dueOn: day, reason: Reason }),
  output: FollowUp,
  example: { id: example.doneFollowUp, dueOn: '2099-06-30', reason: 'Masalah yang sama muncul lagi pada triwulan ini.', rev: 0 },
  async run(context, { id, rev, dueOn, reason }) {
    const held = await findFollowUpForChange(context, id)
    authorize(context, 'followup.write', { path: held.path })
    checkRevision(rev, held, thisFollowUp)
    checkDue(context, dueOn, held.zone)
    const event = await transition(context, held, 'reopen', { kind: 'reopened', note: reason, dueOn })
    await tell(context, 'reopened', event, { ...held, dueOn }, await ownerOf(context, held.ownerId), reason)
    return reload(context, id)
  },
})
