import { firstOf } from '../../../../platform/values/cut.ts'
import { scheduleProblems } from '../../words/schedule-problems.ts'
import type { ReadProgramme } from './programme.ts'
import { programmeOf } from './read-programme.ts'
import { type DayPart, limits, newProblems, type Part, type Problems, type SessionPart } from './source.ts'

/**
 * A programme in the schedule format of c3voc, as pretalx, frab and others write it in JSON. What is odd there is read: numbers of people
 * that are 0, -1 or missing, a guid that is no UUID, a day past midnight, a session without its date. A file is refused with the place of
 * each fault where reading it would be guessing. Costs no more than its length.
 */
export function readScheduleJson(text: string): ReadProgramme {
  const problems = newProblems()
  const parsed = parse(text, problems)
  if (parsed === undefined) return problems.result(null)
  const document = objectAt(parsed, '', problems)
  const schedule = document && objectIn(document, 'schedule', '/schedule', problems)
  if (!schedule) return problems.result(null)
  if ('rooms' in schedule) problems.refuse('/schedule/rooms', scheduleProblems.roomsElsewhere)
  const at = '/schedule/conference'
  const conference = objectIn(schedule, 'conference', at, problems)
  if (!conference) return problems.result(null)
  remarkParts(conference, at, conferenceParts, problems)
  remarkForm(conference.acronym, `${at}/acronym`, acronymForm, problems)
  if (!('days' in conference)) problems.refuse(`${at}/days`, scheduleProblems.missing({ field: 'days' }))
  const days = listAt(conference.days, `${at}/days`, problems).flatMap((day, place) => dayOf(day, `${at}/days/${place}`, problems))
  const rooms = listAt(conference.rooms, `${at}/rooms`, problems).flatMap((room, place) => {
    const value = objectAt(room, `${at}/rooms/${place}`, problems)
    return value ? [partOf(value, `${at}/rooms/${place}`)] : []
  })
  const { meta } = conference
  const kept = isObject(meta) ? meta.sinergi : undefined
  return programmeOf({ conference: headOf(conference, schedule, at), rooms, days, kept }, problems)
}

/** Which form an acronym has in this format. */
export const acronymForm = /^[a-z0-9_-][a-z0-9_]{3,}(-2[0-9]{3}-[a-z]+)?$/
const slugForm = /^[a-z0-9_-]+[a-z0-9]$/

const conferenceParts = {
  required: ['title', 'acronym', 'days', 'daysCount', 'start', 'end', 'timeslot_duration'],
  optional: ['description', 'time_zone_name', 'logo', 'colors', 'keywords', 'url', 'tracks', 'rooms', 'meta'],
}
const sessionParts = {
  required: [
    ...['abstract', 'date', 'duration', 'guid', 'id', 'language', 'links', 'persons', 'room', 'slug', 'start', 'subtitle'],
    ...['title', 'track', 'type', 'url'],
  ],
  optional: [
    ...['code', 'logo', 'end', 'description', 'recording_license', 'do_not_record', 'do_not_stream', 'feedback_url', 'origin_url'],
    'attachments',
  ],
}

type Values = Record<string, unknown>
const isObject = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value)

function parse(text: string, problems: Problems): unknown {
  if (text.length > limits.characters) problems.refuse('', scheduleProblems.tooLong({ most: limits.characters }))
  else if (countParts(text) > limits.parts) problems.refuse('', scheduleProblems.tooManyParts({ most: limits.parts }))
  else {
    try {
      return JSON.parse(text.replace(/^\ufeff/, ''))
    } catch (error) {
      const place = /\(line (\d+) column (\d+)\)/.exec(String(error))
      const message = place && scheduleProblems.notJsonAt({ line: Number(place[1]), column: Number(place[2]) })
      problems.refuse('', message ?? scheduleProblems.notJson)
    }
  }
  return undefined
}

/** Objects and lists, and those that are only written in texts: an upper bound that is had before anything is made. */
function countParts(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x7b || code === 0x5b) count++
  }
  return count
}

function headOf(conference: Values, schedule: Values, at: string): Part {
  const ofSchedule = ['version', 'base_url']
  const values = new Map([...Object.entries(conference), ...ofSchedule.map(name => [name, schedule[name]] as const)])
  return { values, at: name => (name === undefined ? at : `${ofSchedule.includes(name) ? '/schedule' : at}/${pointerPart(name)}`) }
}

function dayOf(value: unknown, at: string, problems: Problems): DayPart[] {
  const day = objectAt(value, at, problems)
  if (!day) return []
  const rooms = day.rooms === undefined ? {} : objectAt(day.rooms, `${at}/rooms`, problems)
  if (day.rooms === undefined) problems.remark(`${at}/rooms`, scheduleProblems.missing({ field: 'rooms' }))
  const parts = Object.entries(rooms ?? {}).map(([name, sessions]) => {
    const place = `${at}/rooms/${pointerPart(name)}`
    return {
      name,
      guid: null,
      sessions: listAt(sessions, place, problems).flatMap((session, nth) => sessionOf(session, `${place}/${nth}`, problems)),
    }
  })
  return [{ ...partOf(day, at), rooms: parts }]
}

function sessionOf(value: unknown, at: string, problems: Problems): SessionPart[] {
  const session = objectAt(value, at, problems)
  if (!session) return []
  remarkParts(session, at, sessionParts, problems)
  remarkForm(session.slug, `${at}/slug`, slugForm, problems)
  const people = listAt(session.persons, `${at}/persons`, problems).flatMap((person, nth) =>
    personOf(person, `${at}/persons/${nth}`, problems),
  )
  return [{ ...partOf(session, at), people }]
}

function personOf(value: unknown, at: string, problems: Problems): Part[] {
  if (typeof value === 'string') {
    problems.remark(at, scheduleProblems.notObject)
    return [partOf({ name: value }, at)]
  }
  const person = objectAt(value, at, problems)
  return person ? [partOf(person, at)] : []
}

const partOf = (value: Values, at: string): Part => ({
  values: new Map(Object.entries(value)),
  at: name => (name === undefined ? at : `${at}/${pointerPart(name)}`),
})
const pointerPart = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1')

function objectIn(parent: Values, name: string, at: string, problems: Problems): Values | null {
  if (name in parent) return objectAt(parent[name], at, problems)
  problems.refuse(at, scheduleProblems.missing({ field: name }))
  return null
}

function objectAt(value: unknown, at: string, problems: Problems): Values | null {
  if (isObject(value)) return value
  problems.refuse(at, scheduleProblems.notObject)
  return null
}

function listAt(value: unknown, at: string, problems: Problems): unknown[] {
  if (Array.isArray(value)) return value
  if (value !== undefined && value !== null) problems.refuse(at, scheduleProblems.notList)
  return []
}

function remarkParts(value: Values, at: string, { required, optional }: typeof sessionParts, problems: Problems): void {
  for (const field of required) if (!(field in value)) problems.remark(`${at}/${field}`, () => scheduleProblems.missing({ field }))
  for (const name of Object.keys(value)) {
    const isKnown = required.includes(name) || optional.includes(name)
    if (!isKnown)
      problems.remark(`${at}/${pointerPart(firstOf(name, 80))}`, () => scheduleProblems.unknownPart({ field: firstOf(name, 80) }))
  }
}

function remarkForm(value: unknown, at: string, form: RegExp, problems: Problems): void {
  if (typeof value === 'string' && !form.test(value)) problems.remark(at, scheduleProblems.otherForm)
}
