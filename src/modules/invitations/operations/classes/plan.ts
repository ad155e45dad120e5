import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../../../platform/audit/record.ts'
import { authorize } from '../../../../platform/authority/reach.ts'
import { type Context, operation } from '../../../../platform/operation/operation.ts'
import { checkRevision, Refusal } from '../../../../platform/refusals/refusal.ts'
import { example } from '../../../../platform/values/example-ids.ts'
import { id } from '../../../../platform/values/shapes.ts'
import { findMeeting, findMeetingForChange, type MeetingRow, placeOf } from '../../../meetings/queries/visible.ts'
import { classesOf, classFrom, findClass, lockClasses, pageOfSeats } from '../../queries/classes.ts'
import { ClassChange, ClassList, ClassSeats, ClassSeatsAsked } from '../../schema/classes.ts'
import { refusals } from '../../words/refusals.ts'
import { mayInvite } from '../read.ts'
import { checkOpen } from '../rules.ts'
import { moveUp, takeSeats, tell } from './places.ts'

export const listClasses = operation({
  name: 'classes.list',
  summary: 'The parallel classes of the released programme of a meeting: how many fit, have a place and wait',
  power: 'meeting.read',
  reads: true,
  input: z.object({ meeting: id }),
  output: ClassList,
  example: { meeting: example.meeting },
  run: async (context, { meeting }) => viewOf(context, await findMeeting(context, meeting)),
})

async function viewOf(context: Context, meeting: MeetingRow): Promise<z.infer<typeof ClassList>> {
  const { without } = await context.db
    .selectFrom('meeting_invitee as i')
    .where('i.meeting_id', '=', meeting.id)
    .where('i.withdrawn_at', 'is', null)
    .where('i.answer', '<>', 'declined')
    .where(sql<boolean>`not exists (select from meeting_class_seat s where s.invitee_id = i.id and s.state <> 'ended')`)
    .select(sql<number>`count(*)::integer`.as('without'))
    .executeTakeFirstOrThrow()
  return {
    meeting: { id: meeting.id, name: meeting.title },
    classes: (await classesOf(context, meeting.id)).map(classFrom),
    without,
    mayWrite: mayInvite(context, meeting),
  }
}

export const showClass = operation({
  name: 'classes.show',
  summary: 'A parallel class with who has a place in it and who waits, in their order; of another office’s meeting only your own people',
  power: 'meeting.read',
  reads: true,
  input: ClassSeatsAsked,
  output: ClassSeats,
  example: { id: example.meetingClass },
  async run(context, { id, ...turn }) {
    const row = await findClass(context, id)
    const meeting = await findMeeting(context, row.meetingId)
    return { meeting: { id: meeting.id, name: meeting.title }, class: classFrom(row), ...(await pageOfSeats(context, id, turn)) }
  },
})

export const changeClass = operation({
  name: 'classes.change',
  summary:
    'Say how many fit into a parallel class and whose people are allotted to it. Where there is more room those who wait move up and are told; where there is less, whoever has a place keeps it',
  power: 'meeting.write',
  input: ClassChange,
  output: ClassList,
  example: { id: example.meetingClass, capacity: 40, units: ['hukum'], rev: 0 },
  async run(context, { id, capacity, units, rev }) {
    const { meetingId } = await findClass(context, id)
    const meeting = await meetingToPlan(context, meetingId)
    const before = await findClass(context, id)
    checkRevision(rev, before, refusals.class)
    await context.db
      .updateTable('meeting_class')
      .set({ capacity, units, rev: before.rev + 1 })
      .where('id', '=', id)
      .execute()
    await moveUp(context, meetingId)
    record(
      context,
      placeOf(meeting),
      { className: null, capacity: before.capacity, units: before.units },
      { className: before.name, capacity, units },
    )
    return viewOf(context, meeting)
  },
})

export const allotClasses = operation({
  name: 'classes.allot',
  summary:
    'Give everybody who is invited and has no class yet a place in the one for their division, by office and position; who finds it full waits. Those who were invited are told',
  power: 'meeting.write',
  input: z.object({ meeting: id }),
  output: ClassList,
  example: { meeting: example.meeting },
  async run(context, { meeting: meetingId }) {
    const meeting = await meetingToPlan(context, meetingId)
    let allotted = 0
    for (const { id, units, removedAt } of await classesOf(context, meetingId)) {
      if (!units.length || removedAt) continue
      const rows = await takeSeats(context, id, await withoutClass(context, meetingId, units), 'allotted')
      allotted += rows.length
      for (const state of ['placed', 'waiting'] as const)
        await tell(
          context,
          rows.filter(row => row.state === state).map(row => row.id),
          state === 'placed' ? 'allotted' : 'queued',
        )
    }
    if (!allotted) throw new Refusal('conflict', refusals.nobodyToAllot)
    record(context, placeOf(meeting), null, { allotted })
    return viewOf(context, meeting)
  },
})

async function withoutClass({ db }: Context, meetingId: string, units: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('meeting_invitee as i')
    .leftJoin('office_card as o', 'o.id', 'i.office_id')
    .where('i.meeting_id', '=', meetingId)
    .where('i.withdrawn_at', 'is', null)
    .where('i.answer', '<>', 'declined')
    .where('i.unit', 'in', [...units])
    .where(sql<boolean>`not exists (select from meeting_class_seat s where s.invitee_id = i.id and s.state <> 'ended')`)
    .orderBy('o.code')
    .orderBy('i.rank')
    .orderBy('i.name')
    .orderBy('i.id')
    .select('i.id')
    .execute()
  return rows.map(({ id }) => id)
}

async function meetingToPlan(context: Context, meetingId: string): Promise<MeetingRow> {
  const meeting = await findMeetingForChange(context, meetingId)
  authorize(context, 'meeting.write', { path: meeting.path })
  checkOpen(meeting)
  await lockClasses(context, meetingId)
  return meeting
}
