import { sql } from 'kysely'
import type { Context } from '../../../platform/operation/operation.ts'
import { type Clash, clashesAmong, type Engagement, oncePerMeetings } from '../rules/clashes/clashes.ts'
import { longestTravel, travel } from '../rules/clashes/travel.ts'
import { type MeetingClash, severityNames } from '../schema/clashes.ts'
import type { Session } from '../schema/programmes.ts'
import { engagementOf, engagementsIn, released, seenOf } from './engagements.ts'
import { roomsOf } from './rooms.ts'
import { type MeetingRow, visible } from './visible.ts'

/**
 * Who of these sessions of a meeting is wanted elsewhere at the same time, or cannot come there in time, in any released programme of any
 * office, also where the one who asks may not read it; the gravest first. Five statements, however many there are.
 */
export async function clashesOf(context: Context, meeting: MeetingRow, sessions: readonly Session[]): Promise<MeetingClash[]> {
  const rooms = await roomsOf(context, meeting.id)
  const here = sessions.flatMap(session => engagementsIn(meeting.id, meeting, session, rooms))
  const persons = [...new Set(here.map(({ person }) => person))]
  if (!persons.length) return []
  const others = await released(
    context,
    sql<boolean>`(e.person_id = any (${persons}::uuid[]) and e.meeting_id <> ${meeting.id}::uuid and ${near(here)})`,
  )
  const found = oncePerMeetings(clashesAmong([...here, ...others.map(engagementOf)], travel, longestTravel)).filter(
    ({ a, b }) => a.meeting === meeting.id || b.meeting === meeting.id,
  )
  const names = new Map(
    sessions.flatMap(({ parts }) => parts.flatMap(({ personId, name }) => (personId ? [[personId, name] as const] : []))),
  )
  const titles = new Map(
    [...sessions, ...others.map(({ sessionId, title }) => ({ id: sessionId, title }))].map(({ id, title }) => [id, title]),
  )
  const readable = await meetingsIn(context, [...new Set(found.flatMap(({ a, b }) => [a.meeting, b.meeting]))])
  const ignored = await ignoredOf(context, meeting.id)
  return found
    .map(clash => clashFrom(clash, meeting.id, { names, titles, readable, ignored }))
    .sort(
      (a, b) =>
        Number(a.ignored) - Number(b.ignored) ||
        severityNames.indexOf(a.severity) - severityNames.indexOf(b.severity) ||
        (a.here.startsAt < b.here.startsAt ? -1 : 1),
    )
}

/** Beginning within a day and the longest way of any of these: no other can clash with them. */
function near(here: readonly Engagement[]) {
  const span = 86_400_000 + longestTravel * 60_000
  const from = here.reduce((least, { startsAt }) => Math.min(least, startsAt), Number.POSITIVE_INFINITY)
  const until = here.reduce((most, { startsAt, endsAt }) => Math.max(most, endsAt ?? startsAt), Number.NEGATIVE_INFINITY)
  return sql<boolean>`s.starts_at <= ${new Date(until + span)} and coalesce(s.ends_at, s.starts_at) >= ${new Date(from - span)}`
}

async function meetingsIn(context: Context, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await visible(context).where(sql<boolean>`m.id = any (${ids}::uuid[])`).select(['m.id', 'm.title']).execute()
  return new Map(rows.map(({ id, title }) => [id, title]))
}

/** Which of a meeting were ignored, by whom they are about, which sessions, and hours and places as they were then. */
async function ignoredOf({ db }: Context, meetingId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('meeting_clash as c')
    .where(sql<boolean>`(c.a_meeting = ${meetingId}::uuid or c.b_meeting = ${meetingId}::uuid)`)
    .where('c.gone_at', 'is', null)
    .where('c.ignored_at', 'is not', null)
    .select(['c.person_id as person', 'c.a_session as a', 'c.b_session as b', 'c.seen'])
    .execute()
  return new Set(rows.map(({ person, a, b, seen }) => [person, a, b, seen].join('\n')))
}

type Known = { names: Map<string, string>; titles: Map<string, string>; readable: Map<string, string>; ignored: Set<string> }

function clashFrom(
  { person, a, b, kind, minutes, severity }: Clash,
  meeting: string,
  { names, titles, readable, ignored }: Known,
): MeetingClash {
  const [here, there] = a.meeting === meeting ? [a, b] : [b, a]
  const name = readable.get(there.meeting)
  const span = ({ startsAt, endsAt }: Engagement) => ({
    startsAt: new Date(startsAt).toISOString(),
    endsAt: endsAt === null ? null : new Date(endsAt).toISOString(),
  })
  return {
    person: { id: person, name: names.get(person) ?? '' },
    severity,
    kind,
    minutes,
    ignored: ignored.has([person, a.session, b.session, seenOf(a, b)].join('\n')),
    here: { id: here.session, title: titles.get(here.session) ?? '', ...span(here) },
    there: {
      session: name === undefined ? null : (titles.get(there.session) ?? null),
      meeting: name === undefined ? null : { id: there.meeting, name },
      ...span(there),
    },
  }
}
