import { folded } from '../../../../platform/reading/text.ts'
import type { Engagement, Involvement } from '../clashes/clashes.ts'
import type { Programme, ProgrammePerson, ProgrammeSession } from './programme.ts'

/**
 * Everybody at every session of a programme, for `clashesAmong`. Who has no number is known by name, written in whatever way; whose roles
 * say nothing of how much they are needed must be there.
 */
export function engagementsOf(
  { sessions }: Programme,
  meeting: string,
  involvementOf: (role: string | null) => Involvement = () => 'must',
): Engagement[] {
  return sessions.flatMap((session, at) => {
    const startsAt = Date.parse(session.startsAt)
    const endsAt = session.minutes === null ? null : startsAt + session.minutes * 60_000
    const own = { meeting, session: String(at), sameAs: sessionKey(session), startsAt, endsAt, place: session.room }
    return session.people.map(person => ({ ...own, person: personKey(person), involvement: involvementOf(person.role) }))
  })
}

/** By which a session is known in several programmes: its guid, else title, start, length and room. */
export const sessionKey = ({ guid, title, startsAt, minutes, room }: ProgrammeSession): string =>
  guid || [folded(title), Date.parse(startsAt), minutes ?? '', folded(room)].join('/')
export const personKey = ({ id, name }: ProgrammePerson): string => (id === null ? `name ${folded(name)}` : `id ${id}`)
