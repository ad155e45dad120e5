import { z } from 'zod'
import { authorize } from '../../../platform/authority/reach.ts'
import { notify } from '../../../platform/notices/notify.ts'
import { type Context, operation } from '../../../platform/operation/operation.ts'
import { checkRevision, Refusal } from '../../../platform/refusals/refusal.ts'
import { tellFollowers } from '../../../platform/subject/subject.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id, seenRev } from '../../../platform/values/shapes.ts'
import { stateAfter, transition, type Workflow } from '../../../platform/workflow/workflow.ts'
import { engagedIn, findMeetingForChange, type MeetingRow, objectivesOf, placeOf } from '../queries/visible.ts'
import { eventOf, type Transition, transitions } from '../rules/transitions.ts'
import { type EventKind, MeetingDetail, Reason, type State } from '../schema/meetings.ts'
import { refusals } from '../words/refusals.ts'
import { words } from '../words/words.ts'
import { reload } from './read.ts'
import { refreshClashes } from './refreshing-clashes.ts'
import { addEvent, thisMeeting } from './write.ts'

const workflow: Workflow<State, Transition> = { transitions, thing: refusals.meeting, states: locale => words[locale].states }

const Seen = z.object({ id, rev: seenRev })
type Seen = z.output<typeof Seen>

export const inviteToMeeting = operation({
  name: 'meetings.invite',
  summary: 'Say that a meeting has been invited to',
  power: 'meeting.write',
  input: Seen,
  output: MeetingDetail,
  example: { id: example.meeting, rev: 0 },
  run: (context, seen) => move(context, 'invite', seen),
})

export const startMeeting = operation({
  name: 'meetings.start',
  summary: 'Begin a meeting',
  power: 'meeting.write',
  input: Seen,
  output: MeetingDetail,
  example: { id: example.meeting, rev: 0 },
  run: (context, seen) => move(context, 'start', seen),
})

export const endMeeting = operation({
  name: 'meetings.end',
  summary: 'End a meeting: its times, places and objectives stay as they are',
  power: 'meeting.write',
  input: Seen,
  output: MeetingDetail,
  example: { id: example.runningMeeting, rev: 0 },
  run: (context, seen) => move(context, 'end', seen),
})

export const reportMeeting = operation({
  name: 'meetings.report',
  summary: 'Close a meeting that has ended, once each of its objectives is answered; nothing of it changes any more',
  power: 'meeting.write',
  input: Seen,
  output: MeetingDetail,
  example: { id: example.endedMeeting, rev: 0 },
  run: (context, seen) =>
    move(context, 'report', seen, async () => {
      const open = (await objectivesOf(context, seen.id)).filter(({ reached }) => reached === null).length
      if (open) throw new Refusal('conflict', refusals.objectivesOpen({ count: open }))
    }),
})

export const cancelMeeting = operation({
  name: 'meetings.cancel',
  summary: 'Cancel a meeting that has not ended, with the reason; those with a part in its released programme are told',
  power: 'meeting.write',
  input: Seen.extend({ reason: Reason }),
  output: MeetingDetail,
  example: { id: example.meeting, rev: 0, reason: 'Narasumber utama berhalangan hadir.' },
  run: (context, seen) => move(context, 'cancel', seen),
})

export const restoreMeeting = operation({
  name: 'meetings.restore',
  summary: 'Plan a cancelled meeting again, with the reason; those with a part in its released programme are told',
  power: 'meeting.write',
  input: Seen.extend({ reason: Reason }),
  output: MeetingDetail,
  example: { id: example.cancelledMeeting, rev: 0, reason: 'Pembatalan dicatat pada rapat yang salah.' },
  run: (context, seen) => move(context, 'restore', seen),
})

/** Whoever has a part in what was released is told that it does not take place, or does after all; nobody of what they did themselves. */
async function tellEngaged(context: Context, { id, title }: MeetingRow, event: EventKind, line: string): Promise<void> {
  if (event !== 'cancelled' && event !== 'restored') return
  const engaged = await engagedIn(context, id)
  await notify(
    context,
    engaged
      .filter(to => to !== context.actor.personId)
      .map(to => ({ to, kind: 'meeting.state', key: line, subject: { kind: 'meeting', id }, params: { title, event } })),
  )
}

/** Letters are on their way: that the meeting has been invited to need not be said as well. One that goes on already stays as it is. */
export async function noteInvited(context: Context, { id, rev, state }: Pick<MeetingRow, 'id' | 'rev' | 'state'>): Promise<void> {
  if (state === 'planned') await move(context, 'invite', { id, rev })
}

/** Locks, asks the power, takes it through one transition. */
async function move(
  context: Context,
  name: Transition,
  { id, rev, reason: note = null }: Seen & { reason?: string | null },
  check?: () => Promise<void>,
) {
  const before = await findMeetingForChange(context, id)
  authorize(context, 'meeting.write', { path: before.path })
  checkRevision(rev, before, thisMeeting)
  await check?.()
  const line = await transition(context, workflow, before.state, name, {
    subject: placeOf(before),
    before: { state: before.state },
    after: { state: stateAfter(transitions, before.state, name), note },
    write: state =>
      context.db
        .updateTable('meeting')
        .set({ state, rev: before.rev + 1 })
        .where('id', '=', id)
        .execute(),
    event: () => addEvent(context, id, eventOf[name], note),
  })
  await tellEngaged(context, before, eventOf[name], line)
  await tellFollowers(context, { kind: 'meeting', id }, stateAfter(transitions, before.state, name) ?? before.state)
  if (name === 'cancel' || name === 'restore') await refreshClashes(context, id, [])
  return reload(context, id)
}
