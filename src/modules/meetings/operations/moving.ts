import { record } from '../../../platform/audit/record.ts'
import { notify } from '../../../platform/notices/notify.ts'
import { type Context, newId } from '../../../platform/operation/operation.ts'
import { tellFollowers } from '../../../platform/subject/subject.ts'
import { schedule } from '../../../platform/timers/schedule.ts'
import { engagedIn, findMeeting, type MeetingRow, placeOf } from '../queries/visible.ts'
import { isMoved, tellMoveAt } from '../rules/moves.ts'
import { isOpen } from '../rules/transitions.ts'
import { WhenAndWhere } from '../schema/meetings.ts'

export const whenAndWhere = ({ startsAt, endsAt, zone, mode, place, link }: MeetingRow): WhenAndWhere => ({
  startsAt: startsAt.toISOString(),
  endsAt: endsAt?.toISOString() ?? null,
  zone,
  mode,
  place,
  link,
})

/** Of another hour or place a line stands in the history of a meeting; ten minutes after the last of them all are told at once. */
export async function noteMove(context: Context, before: MeetingRow, after: MeetingRow): Promise<void> {
  const [was, became] = [whenAndWhere(before), whenAndWhere(after)]
  if (!isMoved(was, became)) return
  const now = context.clock.now()
  await context.db
    .insertInto('meeting_event')
    .values({
      id: newId(),
      meeting_id: before.id,
      kind: 'moved',
      note: null,
      by: context.actor.personId,
      at: now,
      was: JSON.stringify(was),
      became: JSON.stringify(became),
    })
    .execute()
  const subject = { kind: 'meeting', id: before.id }
  await schedule(context, { kind: 'meeting.moved', subject, dueAt: tellMoveAt(now, was, became), evenDone: true })
}

/**
 * Tells whoever has a part in what was released, and what follows of the meeting, how its hour or place was when they were told last, and
 * how it is now; nothing where it is as it was, or does not take place. Who made all of the changes knows.
 */
export async function tellMoved(context: Context, id: string): Promise<undefined> {
  await context.db.selectFrom('meeting').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  const meeting = await findMeeting(context, id)
  const moves = await context.db
    .updateTable('meeting_event')
    .set({ told_at: context.clock.now() })
    .where('meeting_id', '=', id)
    .where('kind', '=', 'moved')
    .where('told_at', 'is', null)
    .returning(['id', 'at', 'by', 'was'])
    .execute()
  const [first] = moves.toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1))
  if (!first || !isOpen(meeting.state)) return
  const [was, is] = [WhenAndWhere.parse(first.was), whenAndWhere(meeting)]
  if (!isMoved(was, is)) return
  const knows = moves.every(({ by }) => by === first.by) ? first.by : null
  const told = await notify(
    context,
    (await engagedIn(context, id))
      .filter(to => to !== knows)
      .map(to => ({
        to,
        kind: 'meeting.moved',
        key: first.id,
        subject: { kind: 'meeting', id },
        params: { title: meeting.title, was, is },
      })),
  )
  await tellFollowers(context, { kind: 'meeting', id }, 'moved')
  if (told.length) record(context, placeOf(meeting), null, { toldOfMove: told.length })
}
