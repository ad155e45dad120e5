import { sql } from 'kysely'
import type { Context } from '../../../platform/operation/operation.ts'
import { type Clash, clashesAmong, type Engagement } from '../rules/clashes/clashes.ts'

import { type MeetingClash, severityNames } from '../schema/clashes.ts'
import type { Session } from '../schema/programmes.ts'
import { type MeetingRow, visible } from './visible.ts'

type Elsewhere = {
  sessionId: string
  personId: string
  meetingId: string
  involvement: Engagement['involvement']
  title: string
  startsAt: Date
  endsAt: Date | null
}

/**
 * Who of these sessions of a meeting is wanted elsewhere at the same time, in any released programme of any office, also where the one who
 * asks may not read it; the gravest first. Three statements, however many there are.
 */
export async function clashesOf(context: Context, meeting: MeetingRow, sessions: readonly Session[]): Promise<MeetingClash[]> {
  const here = sessions.flatMap(session => engagementsIn(meeting.id, session))
  const persons = [...new Set(here.map(({ person }) => person))]
  if (!persons.length) return []
  const others = await elsewhere(context, meeting.id, persons)
  const there = others.map(other => ({
    person: other.personId,
    meeting: other.meetingId,
    session: other.sessionId,
    sameAs: '',
    startsAt: other.startsAt.getTime(),
    endsAt: other.endsAt?.getTime() ?? null,
    place: null,
    involvement: other.involvement,
  }))
  const found = clashesAmong([...here, ...there], () => 0, 0).filter(({ a, b }) => a.meeting === meeting.id || b.meeting === meeting.id)
  const names = new Map(
    sessions.flatMap(({ parts }) => parts.flatMap(({ personId, name }) => (personId ? [[personId, name] as const] : []))),
  )
  const titles = new Map(
    [...sessions, ...others.map(({ sessionId, title }) => ({ id: sessionId, title }))].map(({ id, title }) => [id, title]),
  )
  const readable = await meetingsIn(context, [...new Set(found.flatMap(({ a, b }) => [a.meeting, b.meeting]))])
  return found
    .map(clash => clashFrom(clash, meeting.id, { names, titles, readable }))
    .sort((a, b) => severityNames.indexOf(a.severity) - severityNames.indexOf(b.severity) || (a.here.startsAt < b.here.startsAt ? -1 : 1))
}

/** Somebody with several parts in a session counts with the one that binds most (`clashesAmong`). */
const engagementsIn = (meeting: string, { id, startsAt, endsAt, parts }: Session): Engagement[] =>
  startsAt === null
    ? []
    : parts.flatMap(({ personId, involvement }) =>
        personId
          ? [
              {
                person: personId,
                meeting,
                session: id,
                sameAs: '',
                startsAt: Date.parse(startsAt),
                endsAt: endsAt === null ? null : Date.parse(endsAt),
                place: null,
                involvement,
              },
            ]
          : [],
      )

const elsewhere = ({ db }: Context, meetingId: string, persons: readonly string[]): Promise<Elsewhere[]> =>
  db
    .selectFrom('meeting_engagement as e')
    .innerJoin('meeting_slot as s', 's.session_id', 'e.session_id')
    .innerJoin('meeting as m', 'm.id', 's.meeting_id')
    .where('e.person_id', 'in', [...persons])
    .where('e.meeting_id', '<>', meetingId)
    .where('m.state', '<>', 'cancelled')
    .where('s.starts_at', 'is not', null)
    .select(['e.session_id as sessionId', 'e.person_id as personId', 'e.meeting_id as meetingId', 'e.involvement', 's.title'])
    .select([sql<Date>`s.starts_at`.as('startsAt'), 's.ends_at as endsAt'])
    .execute()

async function meetingsIn(context: Context, ids: readonly string[]): Promise<Map<string, string>> {
  if (!ids.length) return new Map()
  const rows = await visible(context)
    .where('m.id', 'in', [...ids])
    .select(['m.id', 'm.title'])
    .execute()
  return new Map(rows.map(({ id, title }) => [id, title]))
}

type Known = { names: Map<string, string>; titles: Map<string, string>; readable: Map<string, string> }

function clashFrom({ person, a, b, kind, minutes, severity }: Clash, meeting: string, { names, titles, readable }: Known): MeetingClash {
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
    here: { id: here.session, title: titles.get(here.session) ?? '', ...span(here) },
    there: {
      session: name === undefined ? null : (titles.get(there.session) ?? null),
      meeting: name === undefined ? null : { id: there.meeting, name },
      ...span(there),
    },
  }
}
