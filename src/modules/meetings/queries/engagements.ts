import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/operation/operation.ts'
import { folded } from '../../../platform/reading/text.ts'
import type { Engagement } from '../rules/clashes/clashes.ts'
import { placeKey } from '../rules/clashes/travel.ts'
import type { Mode } from '../schema/meetings.ts'
import type { Session } from '../schema/programmes.ts'
import type { RoomRow } from './rooms.ts'

/** Somebody who is wanted in a session as it was released, with where that is. */
export type Released = {
  sessionId: string
  personId: string
  meetingId: string
  involvement: Engagement['involvement']
  /** By invitation, not by a part. */
  isInvited: boolean
  title: string
  startsAt: Date
  endsAt: Date | null
  mode: Mode
  region: string
  place: string | null
}
type Seat = { mode: Mode; region: string; place: string | null }

/** Who is wanted in which session as released: whoever has a part in it, and in what is for everybody whoever is invited. */
export const wanted = sql<{
  session_id: string
  person_id: string
  meeting_id: string
  involvement: Engagement['involvement']
  invited: boolean
}>`(
  select session_id, person_id, meeting_id, involvement, false as invited from meeting_engagement
  union all
  select s.session_id, r.person_id, r.meeting_id, r.involvement, true as invited
  from meeting_reader r join meeting_slot s on s.meeting_id = r.meeting_id join meeting_session n on n.id = s.session_id
  where r.involvement is not null and n.class is null and n.kind not in ('break', 'class'))`

/** Who is where in what was released and is not cancelled. */
export const released = ({ db }: Pick<Context, 'db'>, condition: RawBuilder<boolean>): Promise<Released[]> =>
  db
    .selectFrom(wanted.as('e'))
    .innerJoin('meeting_slot as s', 's.session_id', 'e.session_id')
    .innerJoin('meeting as m', 'm.id', 's.meeting_id')
    .innerJoin('office_card as o', 'o.id', 'm.office_id')
    .leftJoin('office_card as r', 'r.id', 'm.region_id')
    .leftJoin('meeting_room as k', join =>
      join.onRef('k.meeting_id', '=', 'm.id').on(sql<boolean>`lower(k.name) = lower(s.room)`).on('k.removed_at', 'is', null),
    )
    .leftJoin('office_card as kr', 'kr.id', 'k.region_id')
    .where('m.state', '<>', 'cancelled')
    .where('s.starts_at', 'is not', null)
    .where(condition)
    .select([
      'e.session_id as sessionId',
      'e.person_id as personId',
      'e.meeting_id as meetingId',
      'e.involvement',
      'e.invited as isInvited',
    ])
    .select('s.title')
    .select([sql<Date>`s.starts_at`.as('startsAt'), 's.ends_at as endsAt', 'm.mode'])
    .select([sql<string>`coalesce(kr.code, r.code, o.code)`.as('region'), sql<string | null>`coalesce(k.place, m.place)`.as('place')])
    .execute()

export const engagementOf = ({ sessionId, personId, meetingId, title, startsAt, endsAt, ...rest }: Released): Engagement => {
  const times = { startsAt: startsAt.getTime(), endsAt: endsAt?.getTime() ?? null }
  const place = placeKey(rest.mode, rest.region, rest.place)
  const { involvement, isInvited } = rest
  const who = { person: personId, meeting: meetingId, session: sessionId, involvement, isInvited }
  return { ...who, ...times, place, sameAs: keyOf(title, times, place) }
}

/** Those of a session that is not released yet; somebody with several parts counts with the one that binds most (`clashesAmong`). */
export function engagementsIn(
  meeting: string,
  { mode, region, place }: Seat,
  { id, title, room, startsAt, endsAt, parts }: Session,
  rooms: readonly RoomRow[],
): Engagement[] {
  if (startsAt === null) return []
  const times = { startsAt: Date.parse(startsAt), endsAt: endsAt === null ? null : Date.parse(endsAt) }
  const named = rooms.find(({ name }) => name.toLowerCase() === room?.toLowerCase())
  const key = placeKey(mode, named?.regionCode ?? region, named?.place ?? place)
  const own = { meeting, session: id, ...times, place: key, sameAs: keyOf(title, times, key) }
  return parts.flatMap(({ personId, involvement }) => (personId ? [{ ...own, person: personId, involvement }] : []))
}

/** One session that two programmes list: called the same, at the same hours and place. Of unknown length it is the same as no other. */
const keyOf = (title: string, { startsAt, endsAt }: { startsAt: number; endsAt: number | null }, place: string | null): string =>
  endsAt === null ? '' : `${startsAt} ${endsAt} ${place ?? ''} ${folded(title)}`

/** Hours and places of two engagements, as one text that is another once either of them is moved. */
export const seenOf = (a: Engagement, b: Engagement): string =>
  [a, b].map(({ startsAt, endsAt, place }) => `${startsAt} ${endsAt ?? ''} ${place ?? ''}`).join(' | ')
