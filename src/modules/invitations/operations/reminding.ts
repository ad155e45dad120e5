import { instantOf } from '../../../platform/i18n/format.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { schedule } from '../../../platform/timers/schedule.ts'
import { addDays } from '../../../platform/values/clock.ts'
import type { MeetingRow } from '../../meetings/queries/visible.ts'
import { dayOfMeeting } from '../queries/resolving.ts'

const daysBefore = 3

/** At seven in the morning where the meeting is hosted, three days before it begins. */
export const remindAt = (meeting: MeetingRow): Date => instantOf(addDays(dayOfMeeting(meeting), -daysBefore), 7, meeting.zone)

/** Once invitations leave, those who have not answered three days before are reminded; of a meeting that is nearer nobody is. */
export async function scheduleReminder(context: Context, meeting: MeetingRow): Promise<void> {
  const dueAt = remindAt(meeting)
  if (dueAt > context.clock.now())
    await schedule(context, { kind: 'meeting.remindInvitees', subject: { kind: 'meeting', id: meeting.id }, dueAt })
}
