import { sql } from 'kysely'
import type { Context } from '../../../platform/operation/operation.ts'
import { sessionsOf } from '../../attendance/queries/sessions.ts'
import type { MeetingOfParticipants } from '../../meetings/queries/participants.ts'
import { isOn, problemOf } from '../rules/window.ts'
import { most, type OwnVoices, type VoiceSession } from '../schema/voices.ts'
import { type Seat, seatIn } from './participants.ts'

/** Whose: of a person, whatever seat they sent it from, or of one invitation. */
export type Whose = { person: string } | { invitee: string }
export const sentBy = (whose: Whose) =>
  'person' in whose
    ? sql<boolean>`v.person_id = ${whose.person}::uuid`
    : sql<boolean>`(v.invitee_id = ${whose.invitee}::uuid and v.behalf_of is null)`

type Db = Pick<Context, 'db' | 'clock'>

/** How many somebody sent, by session (the meeting itself where it has no programme). */
async function countsOf({ db }: Pick<Context, 'db'>, meetingId: string, whose: Whose): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('voice as v')
    .where('v.meeting_id', '=', meetingId)
    .where(sentBy(whose))
    .groupBy('v.session_id')
    .select(['v.session_id', sql<number>`count(*)::integer`.as('count')])
    .execute()
  return new Map(rows.map(row => [row.session_id ?? meetingId, row.count]))
}

export async function sessionsFor(
  context: Db,
  meeting: MeetingOfParticipants,
  seats: readonly Seat[],
  whose: Whose,
): Promise<VoiceSession[]> {
  const now = context.clock.now()
  const sent = await countsOf(context, meeting.id, whose)
  return (await sessionsOf(context, meeting)).map(({ id, title, startsAt, endsAt }) => {
    const left = Math.max(0, most.voices - (sent.get(id) ?? 0))
    const problem = problemOf({ startsAt, endsAt }, meeting, now) ?? (seatIn(seats, id) ? (left ? null : 'full') : 'notInvited')
    return { id, title, startsAt, endsAt, isOn: isOn({ startsAt, endsAt }, meeting, now), left, problem }
  })
}

export const currentOf = (sessions: readonly VoiceSession[]): string | null => {
  const open = sessions.filter(({ problem }) => problem === null)
  return (open.find(({ isOn }) => isOn) ?? open[0])?.id ?? null
}

export async function ownVoices(context: Db, meeting: MeetingOfParticipants, seats: readonly Seat[], whose: Whose): Promise<OwnVoices> {
  const sessions = await sessionsFor(context, meeting, seats, whose)
  const rows = await context.db
    .selectFrom('voice as v')
    .innerJoin('voice_topic as t', 't.id', 'v.topic_id')
    .where('v.meeting_id', '=', meeting.id)
    .where(sentBy(whose))
    .select(['v.id', 't.session', 'v.kind', 'v.text', 'v.about', 'v.created_at', 't.state', 't.reply', 't.replied_at'])
    .orderBy('v.created_at', 'desc')
    .orderBy('v.id', 'desc')
    .limit(200)
    .execute()
  return {
    meeting: { id: meeting.id, title: meeting.title, office: meeting.officeName },
    sessions: sessions.filter(({ id }) => seatIn(seats, id)),
    current: currentOf(sessions),
    voices: rows.map(({ created_at, replied_at, ...row }) => ({
      ...row,
      sentAt: created_at.toISOString(),
      repliedAt: replied_at?.toISOString() ?? null,
    })),
  }
}
