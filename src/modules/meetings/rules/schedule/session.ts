import { addDays } from '../../../../platform/values/clock.ts'
import { firstOf } from '../../../../platform/values/cut.ts'
import { scheduleProblems } from '../../words/schedule-problems.ts'
import type { ProgrammePerson, ProgrammeSession } from './programme.ts'
import { isUuid, type Part, type Problems, type SessionPart, textOf } from './source.ts'
import { clockOf, dayOf, minutesOfLength, momentOf, offsetIn } from './times.ts'

/** Where a session is listed: `date` null for a day without a date, `start` the moment with which the day begins. */
export type Listing = { date: string | null; start: string | null; room: string; timeZone: string }

/** A session as it is listed; null where nobody can say when it begins. */
export function sessionOf(part: SessionPart, listing: Listing, problems: Problems): ProgrammeSession | null {
  const text = (name: string) => textOf(part, name, problems)
  const code = codeOf(part, problems)
  const startsAt = startOf(part, listing, problems)
  const people = part.people.flatMap(person => personOf(person, problems) ?? [])
  const guid = text('guid') ?? ''
  if (guid !== '' && !isUuid(guid)) problems.remark(part.at('guid'), scheduleProblems.otherForm)
  const title = text('title') ?? ''
  if (part.values.get('title') === '') problems.remark(part.at('title'), () => scheduleProblems.missing({ field: 'title' }))
  const session = { guid, code, title, kind: text('type') ?? '', track: text('track'), abstract: text('abstract') }
  const room = roomOf(part, listing.room, problems)
  const language = text('language') ?? ''
  if (startsAt === null) return null
  const day = listing.date ?? startsAt.slice(0, 10)
  return { ...session, room, day, startsAt, minutes: lengthOf(part, startsAt, problems), people, language }
}

/** The short name of a session, or its number. */
function codeOf(part: Part, problems: Problems): string {
  const id = part.values.get('id')
  if (id !== undefined && id !== null && !(Number.isInteger(id) && Number(id) > 0)) {
    problems[Number.isInteger(id) ? 'remark' : 'refuse'](part.at('id'), scheduleProblems.notWhole)
  }
  return textOf(part, 'code', problems) ?? (typeof id === 'number' || typeof id === 'string' ? String(id) : '')
}

function roomOf(part: Part, listed: string, problems: Problems): string {
  const own = textOf(part, 'room', problems)
  if (listed === '') return own ?? ''
  if (own && own !== listed) problems.lose(part.at('room'), () => scheduleProblems.otherRoom({ other: firstOf(own, 80) }))
  return listed
}

/**
 * When a session begins, from its `date`; where that is missing, from the day and the clock of `start`, which is past midnight when it
 * comes before the day begins. An offset that is not said is that of the day or of the time zone.
 */
function startOf(part: Part, { date, start, timeZone }: Listing, problems: Problems): string | null {
  const dated = textOf(part, 'date', problems)
  const clock = clockOf(textOf(part, 'start', problems) ?? '')
  const dayStart = start === null ? null : momentOf(start)
  const known = dated === null ? null : momentOf(dated)
  const day = known?.day ?? (dated === null ? null : dayOf(dated)) ?? (date && clock ? dayAt(date, clock, dayStart?.clock) : null)
  const at = known?.clock ?? clock
  if (day === null || at === null) {
    problems.lose(part.at(dated === null ? undefined : 'date'), scheduleProblems.startUnknown)
    return null
  }
  if (known === null) problems.remark(part.at('date'), () => scheduleProblems.missing({ field: 'date' }))
  const offset = known?.offset ?? dayStart?.offset ?? (timeZone ? offsetIn(timeZone, day, at) : null)
  if (offset === null) problems.lose(part.at(known ? 'date' : 'start'), scheduleProblems.offsetUnknown)
  return `${day}T${at}${offset ?? '+00:00'}`
}
const dayAt = (date: string, clock: string, dayStart: string | undefined): string =>
  dayStart !== undefined && clock < dayStart ? addDays(date, 1) : date

/** Minutes by `duration`, else until `end`; null where neither says a length. */
function lengthOf(part: Part, startsAt: string, problems: Problems): number | null {
  const [duration, end] = [textOf(part, 'duration', problems), textOf(part, 'end', problems)]
  const until = end === null ? null : momentOf(end)
  const span = until?.offset ? (Date.parse(`${until.day}T${until.clock}${until.offset}`) - Date.parse(startsAt)) / 60_000 : null
  const minutes = duration === null ? null : minutesOfLength(duration)
  if (duration !== null && minutes === null) problems.lose(part.at('duration'), scheduleProblems.lengthUnclear)
  if (minutes && span !== null && span !== minutes) problems.lose(part.at('end'), scheduleProblems.endsElsewhere)
  if (minutes) return minutes
  return span !== null && span > 0 ? Math.ceil(span) : null
}

/** Numbers that are not above 0 stand for nobody in particular: many have them. */
function personOf(part: Part, problems: Problems): ProgrammePerson | null {
  const text = (name: string) => textOf(part, name, problems)
  const id = part.values.get('id')
  const isNumber = Number.isInteger(id)
  if (id !== undefined && id !== null && !(isNumber && Number(id) > 0)) problems.remark(part.at('id'), scheduleProblems.notWhole)
  const code = text('code')
  if (code !== null && !/^[A-Z0-9]+$/.test(code)) problems.remark(part.at('code'), scheduleProblems.otherForm)
  const own = isNumber ? (Number(id) > 0 ? String(id) : null) : typeof id === 'string' && id.trim() !== '' ? id : null
  const name = text('name') || text('public_name') || ''
  const person = { id: text('guid') || own || code || null, name, role: text('role') }
  if (name !== '') return person
  if (person.id === null) problems.lose(part.at(), scheduleProblems.nobody)
  else problems.remark(part.at('name'), () => scheduleProblems.missing({ field: 'name' }))
  return person.id === null ? null : person
}
