import { scheduleProblems } from '../../words/schedule-problems.ts'
import { restoreKept } from './kept.ts'
import type { Programme, ProgrammeRoom, ProgrammeSession, ReadProgramme } from './programme.ts'
import { sessionOf } from './session.ts'
import { type DayPart, limits, type Part, type Problems, type Source, textOf } from './source.ts'
import { dayOf } from './times.ts'

/** The programme that a file says, whichever its format. */
export function programmeOf(source: Source, problems: Problems): ReadProgramme {
  const { conference, days } = source
  if (isTooLarge(days)) {
    problems.refuse(conference.at(), scheduleProblems.tooManySessions({ most: limits.sessions }))
    return problems.result(null)
  }
  const text = (name: string) => textOf(conference, name, problems)
  const timeZone = text('time_zone_name') ?? ''
  const dates = days.map(day => dateOf(day, problems))
  const sessions = days.flatMap((day, at) => sessionsOf(day, dates[at] ?? null, timeZone, problems))
  const known = dates.filter(date => date !== null).sort()
  const programme: Programme = {
    title: text('title') ?? '',
    acronym: text('acronym') ?? '',
    from: dayOf(text('start') ?? '') ?? known[0] ?? '',
    to: dayOf(text('end') ?? '') ?? known.at(-1) ?? '',
    timeZone,
    baseUrl: text('base_url'),
    version: text('version') ?? '',
    rooms: roomsOf(source, problems),
    sessions,
  }
  return problems.result(problems.isRefused() ? null : restoreKept(programme, source.kept, conference.at(), problems))
}

function isTooLarge(days: readonly DayPart[]): boolean {
  const sessions = days.flatMap(({ rooms }) => rooms.flatMap(room => room.sessions))
  return sessions.length > limits.sessions || sessions.reduce((sum, { people }) => sum + people.length, 0) > limits.people
}

function dateOf(day: DayPart, problems: Problems): string | null {
  const date = dayOf(textOf(day, 'date', problems) ?? '') ?? dayOf(textOf(day, 'day_start', problems) ?? '')
  if (date === null && day.rooms.some(({ sessions }) => sessions.length > 0)) problems.lose(day.at('date'), scheduleProblems.otherDay)
  return date
}

function sessionsOf(day: DayPart, date: string | null, timeZone: string, problems: Problems): ProgrammeSession[] {
  const start = textOf(day, 'day_start', problems)
  return day.rooms.flatMap(({ name, sessions }) =>
    sessions.flatMap(session => sessionOf(session, { date, start, room: name, timeZone }, problems) ?? []),
  )
}

/** Those that are listed as rooms, then those in which something takes place. */
function roomsOf({ rooms, days }: Source, problems: Problems): ProgrammeRoom[] {
  const listed = rooms.map(room => ({
    name: textOf(room, 'name', problems) ?? '',
    guid: textOf(room, 'guid', problems),
    capacity: capacityOf(room, problems),
  }))
  const named = new Map(listed.map(room => [room.name, room]))
  for (const { name, guid } of days.flatMap(day => day.rooms)) {
    if (named.has(name)) continue
    const room = { name, guid: typeof guid === 'string' ? guid : null, capacity: null }
    named.set(name, room)
    listed.push(room)
  }
  return listed
}

function capacityOf(room: Part, problems: Problems): number | null {
  const value = room.values.get('capacity')
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (value !== undefined && value !== null) problems.lose(room.at('capacity'), scheduleProblems.notWhole)
  return null
}
