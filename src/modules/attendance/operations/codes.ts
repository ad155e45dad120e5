import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { authorize, reach } from '../../../platform/authority/reach.ts'
import { type Context, newId, operation } from '../../../platform/operation/operation.ts'
import { Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id, line } from '../../../platform/values/shapes.ts'
import { findMeeting, type MeetingRow, placeOf } from '../../meetings/queries/visible.ts'
import { ownInvitation } from '../queries/people.ts'
import { sessionsOf } from '../queries/sessions.ts'
import { codeAt, isCode } from '../rules/codes.ts'
import { AttendedSession, attendanceModes } from '../schema/attendance.ts'
import { refusals } from '../words/refusals.ts'
import { findSession } from './read.ts'
import { insertEvents } from './record.ts'

const minute = 60_000
const keyOf = ({ deriveKey }: Context, meetingId: string) => deriveKey(`attendance code ${meetingId}`, 32)

export const showCode = operation({
  name: 'attendance.code',
  summary: 'The code of this minute for a session, to be shown in the room or spoken: whoever is invited types it to check in',
  power: 'meeting.write',
  reads: true,
  secret: true,
  input: z.object({ meeting: id, session: id }),
  output: z.object({ session: AttendedSession, code: z.string(), until: z.iso.datetime(), seconds: z.int() }),
  example: { meeting: example.meeting, session: example.meeting },
  async run(context, asked) {
    const meeting = await findMeeting(context, asked.meeting)
    authorize(context, 'meeting.write', { path: meeting.path })
    const session = await findSession(context, meeting, asked.session)
    const now = context.clock.now().getTime()
    const until = (Math.floor(now / minute) + 1) * minute
    return {
      session,
      code: codeAt(keyOf(context, meeting.id), session.id, now),
      until: new Date(until).toISOString(),
      seconds: Math.ceil((until - now) / 1000),
    }
  },
})

/** Wrong codes of one person for one meeting within so long. */
const tries = { most: 5, within: 15 * minute }
/** So long before it begins one may check in to a session, and so long after its end. */
const around = { before: 60 * minute, after: 15 * minute }

export const checkIn = operation({
  name: 'attendance.checkIn',
  summary:
    'Check in to the session that goes on, by the code of the minute, as an invitee. A wrong code is counted: after five within 15 minutes none is looked at',
  power: 'meeting.read',
  alsoOwn: true,
  input: z.object({ meeting: id, code: line(20), mode: z.enum(attendanceModes).default('onsite') }),
  output: z.object({
    outcome: z.enum(['in', 'known', 'wrong', 'tooMany']).describe('`known`: was checked in already'),
    session: AttendedSession.nullable(),
  }),
  example: { meeting: example.meeting, code: 'ACDE' },
  async run(context, { meeting: meetingId, code, mode }) {
    reach(context, 'meeting.read')
    const meeting = await findMeeting(context, meetingId)
    const invitee = await ownInvitation(context, meeting.id)
    if (!invitee) throw new Refusal('forbidden', refusals.notInvited)
    if (meeting.state === 'cancelled') throw new Refusal('conflict', refusals.meetingNotHeld)
    return checkInAs(context, meeting, { invitee, person: context.actor.personId!, code, mode })
  },
})

type By = { invitee: string; person: string; code: string; mode: 'onsite' | 'online' }

/**
 * A wrong code is no refusal, since what is refused leaves no trace: it is counted, the row of the count being locked, so that many at once
 * do not pass the limit.
 */
async function checkInAs(context: Context, meeting: MeetingRow, { invitee, person, code, mode }: By) {
  const now = context.clock.now()
  const before = await countTry(context, meeting.id, person, now)
  if (before > tries.most) return { outcome: 'tooMany' as const, session: null }
  const at = now.getTime()
  const open = (await sessionsOf(context, meeting)).filter(({ startsAt, endsAt }) => {
    const isEarly = startsAt !== null && at < Date.parse(startsAt) - around.before
    return !isEarly && (endsAt === null || at < Date.parse(endsAt) + around.after)
  })
  const key = keyOf(context, meeting.id)
  const session = open.find(({ id }) => isCode(key, id, at, code)) ?? null
  if (!session) return { outcome: 'wrong' as const, session }
  await context.db.deleteFrom('attendance_try').where('meeting_id', '=', meeting.id).where('person_id', '=', person).execute()
  const source = mode === 'online' ? `code ${person}` : 'code'
  if (await isIn(context, session.id, invitee, source)) return { outcome: 'known' as const, session }
  const event = { id: newId(), invitee, session: session.id, kind: 'in' as const, at, mode, source, proxy: null, of: null }
  await insertEvents(context, meeting, [{ ...event, method: 'code', reason: null }])
  record(context, placeOf(meeting), { checkedIn: null }, { checkedIn: session.title })
  return { outcome: 'in' as const, session }
}

async function countTry({ db }: Context, meetingId: string, personId: string, now: Date): Promise<number> {
  const since = new Date(now.getTime() - tries.within)
  const isOld = sql<boolean>`attendance_try.since <= ${since}`
  const row = await db
    .insertInto('attendance_try')
    .values({ meeting_id: meetingId, person_id: personId, tries: 1, since: now })
    .onConflict(conflict =>
      conflict.columns(['meeting_id', 'person_id']).doUpdateSet({
        tries: sql<number>`case when ${isOld} then 1 else attendance_try.tries + 1 end`,
        since: sql<Date>`case when ${isOld} then excluded.since else attendance_try.since end`,
      }),
    )
    .returning('tries')
    .executeTakeFirstOrThrow()
  return row.tries
}

const isIn = async ({ db }: Context, session: string, invitee: string, source: string): Promise<boolean> =>
  (await db
    .selectFrom('attendance_event as e')
    .select('e.id')
    .where('e.session_id', '=', session)
    .where('e.invitee_id', '=', invitee)
    .where('e.source', '=', source)
    .where('e.kind', '=', 'in')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('attendance_event as v').select('v.id').whereRef('v.of_id', '=', 'e.id'))),
    )
    .executeTakeFirst()) !== undefined
