import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { newId, operation } from '../../../platform/operation/operation.ts'
import { invalid, Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id, optional } from '../../../platform/values/shapes.ts'
import { findMeetingForChange } from '../../meetings/queries/visible.ts'
import { authorizeWriting } from '../queries/minutes.ts'
import { sessionsWith } from '../queries/sessions.ts'
import { MinutesDetail } from '../schema/minutes.ts'
import { refusals } from '../words/refusals.ts'
import { addEvent, placeOf } from './place.ts'
import { hasBegun, reload } from './read.ts'

export const beginMinutes = operation({
  name: 'minutes.begin',
  summary:
    'Begin the minutes of a session, or of a meeting without sessions: for those who write the meeting, take the minutes of the session or chair it',
  power: 'meeting.write',
  alsoOwn: true, // whoever takes the minutes of a session or chairs it
  input: z.object({ meeting: id, session: optional(id) }),
  output: MinutesDetail,
  example: { meeting: example.minutesMeeting, session: example.minutesSession },
  async run(context, { meeting: meetingId, session: sessionId }) {
    const meeting = await findMeetingForChange(context, meetingId)
    await authorizeWriting(context, { sessionId, path: meeting.path })
    if (!hasBegun(meeting)) throw new Refusal('conflict', refusals.notBegun)
    const session = (await sessionsWith(context, meeting)).find(({ id }) => id === sessionId)
    if (!session) throw invalid('session', refusals.sessionUnknown)
    const known = await context.db
      .selectFrom('minutes')
      .select('id')
      .where('meeting_id', '=', meetingId)
      .where('session_id', sessionId ? '=' : 'is', sessionId)
      .executeTakeFirst()
    if (known) throw new Refusal('conflict', refusals.begunAlready)
    const minutesId = newId()
    await context.db
      .insertInto('minutes')
      .values({
        id: minutesId,
        meeting_id: meetingId,
        session_id: sessionId,
        title: session.title,
        state: 'draft',
        created_by: context.actor.personId,
        created_at: context.clock.now(),
      })
      .execute()
    await addEvent(context, minutesId, 'begun')
    record(context, placeOf({ id: minutesId, path: meeting.path }), null, { state: 'draft' })
    return reload(context, minutesId)
  },
})
