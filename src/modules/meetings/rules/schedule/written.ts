import { fixedId } from '../../../../platform/values/fixed-id.ts'
import type { Programme, ProgrammeSession } from './programme.ts'
import { isUuid } from './source.ts'
import { isDay, lengthOf, momentAfter, momentOf } from './times.ts'

/**
 * A session as both formats can hold it: guid, number, slug and code are its alone (`code` null where it has none
 * that a format takes, or only its number), times are of their form, `minutes` 0 where unknown.
 */
export type WrittenSession = {
  session: ProgrammeSession
  guid: string
  id: number
  slug: string
  code: string | null
  startsAt: string
  minutes: number
}
export type WrittenDay = { date: string; start: string; end: string; rooms: Map<string, WrittenSession[]> }

/** @throws RangeError for a session whose start is no moment */
export function writtenSessions({ acronym, sessions }: Programme): WrittenSession[] {
  const [guids, ids, codes] = [new Set<string>(), new Set<number>(), new Set<string>()]
  const numbers = sessions.map(({ code }) => (/^[1-9]\d{0,8}$/.test(code) ? Number(code) : null))
  const numbered = new Set(numbers)
  let next = 1
  return sessions.map((session, at) => {
    const guid = isUuid(session.guid) && !guids.has(session.guid) ? session.guid : ownGuid(session, guids)
    guids.add(guid)
    let id = numbers[at] ?? 0
    if (id === 0 || ids.has(id)) {
      while (ids.has(next) || numbered.has(next)) next++
      id = next
    }
    ids.add(id)
    const { code } = session
    const isOwn = /^[A-Z0-9]+$/.test(code) && code !== String(id) && !codes.has(code)
    codes.add(code)
    const minutes = Number.isInteger(session.minutes) && Number(session.minutes) > 0 ? Number(session.minutes) : 0
    return {
      session,
      guid,
      id,
      slug: `${nameOf(acronym)}-${id}-${slugOf(session.title)}`,
      code: isOwn ? code : null,
      startsAt: writtenMoment(session.startsAt),
      minutes: minutes <= longest ? minutes : 0,
    }
  })
}
/** A year. */
const longest = 527_040

/** In the order of days; within one, rooms and sessions as they come. Without any session there is still one day. */
export function writtenDays(programme: Programme, sessions: readonly WrittenSession[]): WrittenDay[] {
  const dateOf = ({ session, startsAt }: WrittenSession) => (isDay(session.day) ? session.day : startsAt.slice(0, 10))
  const days = [...Map.groupBy(sessions, dateOf)].sort(([a], [b]) => (a < b ? -1 : 1))
  if (days.length === 0) days.push([isDay(programme.from) ? programme.from : '1970-01-01', []])
  return days.map(([date, ofDay]) => ({ date, ...spanOf(date, ofDay), rooms: Map.groupBy(ofDay, ({ session }) => session.room) }))
}

function spanOf(date: string, sessions: readonly WrittenSession[]): { start: string; end: string } {
  const starts = sessions.map(({ startsAt }) => startsAt).sort(byInstant)
  const ends = sessions.map(({ startsAt, minutes }) => momentAfter(startsAt, minutes)).sort(byInstant)
  return { start: starts[0] ?? `${date}T00:00:00+00:00`, end: ends.at(-1) ?? `${date}T23:59:59+00:00` }
}
const byInstant = (a: string, b: string): number => Date.parse(a) - Date.parse(b)

/** At least four of a–z, 0–9 and `_`, as both formats want an acronym. */
export const nameOf = (acronym: string): string =>
  acronym
    .toLowerCase()
    .replace(/[^a-z0-9_]/g, '_')
    .slice(0, 60)
    .padEnd(4, '_')
export const writtenLength = ({ minutes }: WrittenSession): string => lengthOf(minutes)
export const writtenClock = ({ startsAt }: WrittenSession): string => startsAt.slice(11, 16)
/** An address that a format takes as such, else null. */
export const addressOf = (text: string | null): string | null =>
  text !== null && /^https?:\/\/[\w.-]+(:\d{1,5})?(\/([\w.~!$&'()*+,;=:@/-]|%[0-9a-fA-F]{2})*)?$/.test(text) ? text : null

function writtenMoment(text: string): string {
  const moment = momentOf(text)
  if (moment === null) throw new RangeError(`A session must begin at a moment, not at ${JSON.stringify(text.slice(0, 40))}`)
  return `${moment.day}T${moment.clock}${moment.offset ?? '+00:00'}`
}

function ownGuid({ guid, code, title, startsAt, room }: ProgrammeSession, taken: ReadonlySet<string>): string {
  for (let copy = 1; ; copy++) {
    const own = fixedId(JSON.stringify(['session', guid, code, title, startsAt, room, copy]))
    if (!taken.has(own)) return own
  }
}

const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
    .replace(/-$/, '') || 'session'
