import { type PartRole, partRoles, type SessionKind, sessionKinds } from '../../schema/programmes.ts'
import type { FileSession } from '../../schema/rundown.ts'
import type { Programme, ProgrammePerson } from './programme.ts'

/** The sessions of a programme of another system, as a draft takes them: whose role is not one of ours speaks; a guid is not kept. */
export const rowsOf = ({ sessions }: Programme): FileSession[] =>
  sessions.map(({ title, kind, track, abstract, room, day, startsAt, minutes, people }) => ({
    title: title || '–',
    kind: sessionKinds.includes(kind as SessionKind) ? (kind as SessionKind) : 'other',
    class: track || null,
    owner: null,
    room: room || null,
    description: abstract || null,
    day,
    startsAt: new Date(startsAt).toISOString(),
    endsAt: minutes ? new Date(Date.parse(startsAt) + minutes * 60_000).toISOString() : null,
    people: people.flatMap(person => (person.name.trim() ? [{ name: person.name.trim(), role: roleOf(person) }] : [])),
    problems: [],
  }))

const roleOf = ({ role }: ProgrammePerson): PartRole => {
  if (partRoles.includes(role as PartRole)) return role as PartRole
  return /^(moderator|moderation|host|chair)/i.test(role ?? '') ? 'moderates' : 'speaks'
}
