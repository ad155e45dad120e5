import { z } from 'zod'
import { type Context, operation } from '../../../platform/operation/operation.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id } from '../../../platform/values/shapes.ts'
import { findMeeting, type MeetingRow } from '../../meetings/queries/visible.ts'
import { eventsOf, movesOf } from '../queries/history.ts'
import { detailed, findMinutes, type MinutesRow, minutesFrom, rightsOver, writesMinutes } from '../queries/minutes.ts'
import { passageFrom, passagesOf } from '../queries/passages.ts'
import { sessionOf, sessionsWith } from '../queries/sessions.ts'
import { actsFor } from '../rules/transitions.ts'
import { MeetingMinutes, MinutesDetail, MinutesHistory, type MinutesOf } from '../schema/minutes.ts'

export const listMinutes = operation({
  name: 'minutes.list',
  summary: 'What minutes there are of the sessions of a meeting, as its programme was released, or of a meeting without sessions itself',
  power: 'meeting.read',
  reads: true,
  input: z.object({ meeting: id }),
  output: MeetingMinutes,
  example: { meeting: example.minutesMeeting },
  async run(context, { meeting: meetingId }) {
    const meeting = await findMeeting(context, meetingId)
    return { sessions: await ofMeeting(context, meeting) }
  },
})

/** The sessions in their order, then what was written of one that is not in the programme any more. */
async function ofMeeting(context: Context, meeting: MeetingRow): Promise<MinutesOf[]> {
  const rows = await detailed(context).where('n.meeting_id', '=', meeting.id).orderBy('n.created_at').orderBy('n.id').execute()
  const bySession = new Map(rows.map(row => [row.sessionId, row]))
  const sessions = await sessionsWith(context, meeting)
  const known = new Set(sessions.map(({ id }) => id))
  const gone = rows.filter(({ sessionId }) => !known.has(sessionId)).map(row => ({ id: row.sessionId, title: row.title, startsAt: null }))
  const mayBegin = async (sessionId: string | null) =>
    hasBegun(meeting) && !bySession.has(sessionId) && writesMinutes(context, { sessionId, path: meeting.path })
  const all: MinutesOf[] = []
  for (const session of [...sessions, ...gone]) {
    const row = bySession.get(session.id)
    all.push({ session, minutes: row ? minutesFrom(row) : null, mayBegin: known.has(session.id) && (await mayBegin(session.id)) })
  }
  return all
}

/** Nothing can be said before it has begun, and of one that was cancelled nothing is. */
export const hasBegun = ({ state }: Pick<MeetingRow, 'state'>): boolean => state === 'running' || state === 'ended' || state === 'reported'

export const showMinutes = operation({
  name: 'minutes.show',
  summary: 'The minutes of a session: who said what, what was concluded, and how far they have come',
  power: 'meeting.read',
  reads: true,
  input: z.object({ id }),
  output: MinutesDetail,
  example: { id: example.minutes },
  run: async (context, { id }) => detailOf(context, await findMinutes(context, id)),
})

export async function detailOf(context: Context, row: MinutesRow): Promise<z.infer<typeof MinutesDetail>> {
  const passages = await passagesOf(context, row.id)
  const { approvers, writers, ...rights } = await rightsOver(context, row)
  const session = await sessionOf(context, row)
  return {
    ...minutesFrom(row),
    zone: row.zone,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    room: session.room,
    people: session.people,
    passages: passages.map(passageFrom),
    events: (await eventsOf(context, row.id)).map(event => ({ ...event, at: event.at.toISOString() })),
    writers: writers.map(({ name }) => name),
    approvers: approvers.slice(0, mostNamed).map(({ name }) => name),
    acts: actsFor(row.state, passages.length > 0, rights),
  }
}
const mostNamed = 20

/** As they stand after a change. */
export const reload = async (context: Context, id: string) => detailOf(context, await findMinutes(context, id))

export const showHistory = operation({
  name: 'minutes.history',
  summary: 'What the words of minutes were before, and what was sent and not chosen, the latest first; at most 500 values',
  power: 'meeting.read',
  reads: true,
  input: z.object({ id }),
  output: MinutesHistory,
  example: { id: example.minutes },
  async run(context, { id }) {
    await findMinutes(context, id)
    return movesOf(context, id)
  },
})
