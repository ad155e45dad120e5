import { wordsOf } from '../../../platform/reading/cell-words.ts'
import { nameKey, readPersonName } from '../../../platform/reading/person-names.ts'
import type { GuestStatus } from '../schema/guests.ts'

/** Somebody who is invited, with the code of their office. */
export type Invited = { id: string; name: string; office: string | null; personId: string | null; contactId: string | null }
/** What somebody said of a name in an earlier report. */
export type KnownGuest = {
  office: string | null
  personId: string | null
  contactId: string | null
  called: string | null
  nobody: boolean
}
export type Meaning = { status: GuestStatus; how: 'read' | 'remembered'; office: string | null; invitee: string | null }
type Guest = { name: string; email: string | null; offices: readonly string[]; isWaiting: boolean }

/** By what a name is known again in another report; null where nothing is left of it. */
export function guestKey({ name, email }: Pick<Guest, 'name' | 'email'>): string | null {
  const words = wordsOf(name)
  return words || email ? `${words} ${email ?? ''}` : null
}

/**
 * Says who a name of a report is. What somebody said of it before goes first; then the one office that it means, and of that office the one
 * who is invited, or the one whose whole name stands in it; without an office the one of all whose whole name stands in it.
 */
export function guestReader(invited: readonly Invited[], known: ReadonlyMap<string, KnownGuest>): (guest: Guest) => Meaning {
  const byOffice = Map.groupBy(invited, ({ office }) => office ?? '')
  const names = new Map(invited.map(each => [each.id, nameKey(readPersonName(each.name))]))
  const named = indexOf(invited, names)
  const of = (office: string) => byOffice.get(office) ?? []
  const inOffice = (office: string, words: string): Omit<Meaning, 'how'> => {
    const own = of(office)
    const called = own.filter(({ id }) => stands(names.get(id)!, words))
    const one = own.length === 1 ? own[0] : called.length === 1 ? called[0] : undefined
    return { status: one ? 'matched' : own.length ? 'unnamed' : 'uninvited', office, invitee: one?.id ?? null }
  }
  const remembered = (known: KnownGuest, words: string): Omit<Meaning, 'how'> | null => {
    if (known.nobody) return { status: 'nobody', office: null, invitee: null }
    const [one, another] = invited.filter(each => isKnown(each, known))
    if (one && !another) return { status: 'matched', office: one.office, invitee: one.id }
    return known.office ? inOffice(known.office, words) : null
  }
  return guest => {
    const words = wordsOf(guest.name)
    const earlier = known.get(guestKey(guest) ?? '')
    const told = earlier && remembered(earlier, words)
    if (told) return { ...told, status: guest.isWaiting ? 'waiting' : told.status, how: 'remembered' }
    const read = ((): Omit<Meaning, 'how'> => {
      const [office, another] = guest.offices
      if (office !== undefined && another === undefined) return inOffice(office, words)
      const called = named(words).filter(each => office === undefined || guest.offices.includes(each.office ?? ''))
      if (called.length === 1) return { status: 'matched', office: called[0]!.office, invitee: called[0]!.id }
      return { status: office === undefined ? 'unmatched' : 'ambiguous', office: null, invitee: null }
    })()
    return { ...read, status: guest.isWaiting ? 'waiting' : read.status, how: 'read' }
  }
}

const isKnown = (each: Invited, { personId, contactId, called }: KnownGuest): boolean =>
  (personId !== null && each.personId === personId) ||
  (contactId !== null && each.contactId === contactId) ||
  (called !== null && each.personId === null && each.contactId === null && wordsOf(each.name) === wordsOf(called))

/** Whether a name of two words at least stands in a text, word by word. */
const stands = (name: string, words: string): boolean => name.includes(' ') && ` ${words} `.includes(` ${name} `)

/** Who is called so in a text, asked by the first two words of names: in the time that the text takes, however many are invited. */
function indexOf(invited: readonly Invited[], names: ReadonlyMap<string, string>): (words: string) => Invited[] {
  const byStart = Map.groupBy(invited, ({ id }) => startOf(names.get(id)!))
  return words => {
    const each = words.split(' ')
    const starts = new Set(each.slice(1).map((word, at) => `${each[at]} ${word}`))
    return [...starts].flatMap(start => (byStart.get(start) ?? []).filter(({ id }) => stands(names.get(id)!, words)))
  }
}
const startOf = (name: string): string => name.split(' ').slice(0, 2).join(' ')
