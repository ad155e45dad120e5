import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { authorize, reach } from '../../../platform/authority/reach.ts'
import { type Context, internalOperation, newId, operation } from '../../../platform/operation/operation.ts'
import { notFound, Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id, line } from '../../../platform/values/shapes.ts'
import { linkProblem } from '../../invitations/operations/answers.ts'
import { findInvitation } from '../../invitations/queries/own.ts'
import { readLinkToken } from '../../invitations/rules/links.ts'
import { refusals as invitationRefusals } from '../../invitations/words/refusals.ts'
import { findMeeting, type MeetingRow, placeOf } from '../../meetings/queries/visible.ts'
import { ownInvitation } from '../queries/people.ts'
import { type Seat, seatsTaken } from '../queries/proxies.ts'
import { sessionsOf } from '../queries/sessions.ts'
import { codeAt, isCode } from '../rules/codes.ts'
import { AttendedSession, attendanceModes } from '../schema/attendance.ts'
import { refusals } from '../words/refusals.ts'
import { findSession } from './read.ts'
import { type EventToRecord, endProxiesOf, insertEvents } from './record.ts'

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

const CheckedIn = z.object({
  outcome: z.enum(['in', 'known', 'wrong', 'tooMany']).describe('`known`: was checked in already'),
  session: AttendedSession.nullable(),
})

export const checkIn = operation({
  name: 'attendance.checkIn',
  summary:
    'Check in to the session that goes on, by the code of the minute, as an invitee. A wrong code is counted: after five within 15 minutes none is looked at',
  power: 'meeting.read',
  alsoOwn: true,
  input: z.object({ meeting: id, code: line(20), mode: z.enum(attendanceModes).default('onsite') }),
  output: CheckedIn,
  example: { meeting: example.meeting, code: 'ACDE' },
  async run(context, { meeting: meetingId, code, mode }) {
    reach(context, 'meeting.read')
    const meeting = await findMeeting(context, meetingId)
    const seats = await seatsTaken(context, meeting.id, await ownInvitation(context, meeting.id))
    if (!seats.length) throw new Refusal('forbidden', refusals.notInvited)
    if (meeting.state === 'cancelled') throw new Refusal('conflict', refusals.meetingNotHeld)
    return checkInAs(context, meeting, { seats, who: context.actor.personId!, code, mode })
  },
})

/** The same by the personal link, for whoever has it: a guest has no account. `key` is that of this installation. */
export const checkInByLink = internalOperation({
  name: 'attendance.checkInByLink',
  input: z.object({ token: z.string().max(200), key: z.string(), code: line(20), mode: z.enum(attendanceModes).default('onsite') }),
  output: CheckedIn,
  async run(context, { token, key, code, mode }) {
    const said = readLinkToken(key, token)
    const row = said ? await findInvitation(context, said.invitee) : undefined
    if (!row || linkProblem(row, token)) throw notFound()
    if (row.lapsed) throw new Refusal('conflict', invitationRefusals.notAnswerable.lapsed)
    if (row.meetingState === 'cancelled') throw new Refusal('conflict', refusals.meetingNotHeld)
    const meeting = { ...row, id: row.meetingId, state: row.meetingState as MeetingRow['state'] }
    return checkInAs(context, meeting, { seats: [{ invitee: row.id, proxy: null, session: null }], who: row.id, code, mode })
  },
})

type TimedMeeting = Parameters<typeof sessionsOf>[1] & Pick<MeetingRow, 'path'>
type By = { seats: readonly Seat[]; who: string; code: string; mode: 'onsite' | 'online' }

/**
 * A wrong code is no refusal, since what is refused leaves no trace: it is counted, the row of the count being locked, so that many at once
 * do not pass the limit.
 */
async function checkInAs(context: Context, meeting: TimedMeeting, { seats, who, code, mode }: By) {
  const now = context.clock.now()
  const before = await countTry(context, meeting.id, who, now)
  if (before > tries.most) return { outcome: 'tooMany' as const, session: null }
  const at = now.getTime()
  const open = (await sessionsOf(context, meeting)).filter(({ startsAt, endsAt }) => {
    const isEarly = startsAt !== null && at < Date.parse(startsAt) - around.before
    return !isEarly && (endsAt === null || at < Date.parse(endsAt) + around.after)
  })
  const key = keyOf(context, meeting.id)
  const session = open.find(({ id }) => isCode(key, id, at, code)) ?? null
  if (!session) return { outcome: 'wrong' as const, session }
  await context.db.deleteFrom('attendance_try').where('meeting_id', '=', meeting.id).where('who_id', '=', who).execute()
  const source = mode === 'online' ? `code ${who}` : 'code'
  const here = seats.filter(({ session: only }) => only === null || only === session.id)
  if (!here.length) throw new Refusal('forbidden', refusals.notInvited)
  const events: EventToRecord[] = []
  for (const { invitee, proxy } of here)
    if (!(await isIn(context, session.id, { invitee, proxy, source })))
      events.push({
        ...{ id: newId(), invitee, session: session.id, kind: 'in', at, mode, source, proxy, of: null },
        ...{ method: 'code', reason: null },
      })
  if (!events.length) return { outcome: 'known' as const, session }
  await insertEvents(context, meeting, events)
  await endProxiesOf(context, meeting, events)
  record(context, placeOf(meeting), { checkedIn: null }, { checkedIn: session.title })
  return { outcome: 'in' as const, session }
}

async function countTry({ db }: Context, meetingId: string, who: string, now: Date): Promise<number> {
  const since = new Date(now.getTime() - tries.within)
  const isOld = sql<boolean>`attendance_try.since <= ${since}`
  const row = await db
    .insertInto('attendance_try')
    .values({ meeting_id: meetingId, who_id: who, tries: 1, since: now })
    .onConflict(conflict =>
      conflict.columns(['meeting_id', 'who_id']).doUpdateSet({
        tries: sql<number>`case when ${isOld} then 1 else attendance_try.tries + 1 end`,
        since: sql<Date>`case when ${isOld} then excluded.since else attendance_try.since end`,
      }),
    )
    .returning('tries')
    .executeTakeFirstOrThrow()
  return row.tries
}

/** The same one: whoever was sent is another than who sent them. */
type Came = Pick<EventToRecord, 'invitee' | 'proxy' | 'source'>
const isIn = async ({ db }: Context, session: string, { invitee, proxy, source }: Came): Promise<boolean> =>
  (await db
    .selectFrom('attendance_event as e')
    .select('e.id')
    .where('e.session_id', '=', session)
    .where('e.invitee_id', '=', invitee)
    .where('e.source', '=', source)
    .where('e.proxy', 'is not distinct from', proxy)
    .where('e.kind', '=', 'in')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('attendance_event as v').select('v.id').whereRef('v.of_id', '=', 'e.id'))),
    )
    .executeTakeFirst()) !== undefined
