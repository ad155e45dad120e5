import { fixedId } from '../../../../platform/values/fixed-id.ts'
import { acronymForm, readScheduleJson } from './json-read.ts'
import { type Kept, keptOf } from './kept.ts'
import type { Programme, ProgrammePerson } from './programme.ts'
import { isUuid } from './source.ts'
import { momentAfter } from './times.ts'
import * as written from './written.ts'

/**
 * The programme in the schedule format of c3voc (draft-06 schema of `c3voc.de/schedule/schema.json`), so that it is read back as it was.
 *
 * @throws RangeError for a session whose start is no moment, and for more than is read back (`limits`)
 */
export function writeScheduleJson(programme: Programme): string {
  const sessions = written.writtenSessions(programme)
  const plain = documentOf(programme, sessions, null)
  const { programme: read } = readScheduleJson(plain)
  if (read === null) throw new RangeError('A programme of this size is not read back')
  const guids = sessions.map(({ guid }) => guid)
  const kept = keptOf(programme, guids, read)
  return kept ? documentOf(programme, sessions, kept) : plain
}

function documentOf(programme: Programme, sessions: readonly written.WrittenSession[], kept: Kept | null): string {
  const { title, acronym, from, to, timeZone, version, rooms } = programme
  const baseUrl = written.addressOf(programme.baseUrl)
  const days = written.writtenDays(programme, sessions)
  const conference = {
    acronym: acronymForm.test(acronym) ? acronym : written.nameOf(acronym),
    title,
    start: from,
    end: to,
    daysCount: days.length,
    timeslot_duration: '00:05',
    ...(/^[A-Z][a-z]+\/[A-Z][a-z]+|^UTC$/.test(timeZone) ? { time_zone_name: timeZone } : {}),
    rooms: rooms.map(({ name, guid, capacity }) => ({
      name,
      guid: guid !== null && isUuid(guid) ? guid : fixedId(`room:${name}`),
      capacity,
    })),
    days: days.map(({ date, start, end, rooms }, at) => ({
      index: at + 1,
      date,
      day_start: start,
      day_end: end,
      rooms: Object.fromEntries([...rooms].map(([name, own]) => [name, own.map(each => sessionOf(each, baseUrl))])),
    })),
    ...(kept ? { meta: { sinergi: kept } } : {}),
  }
  const schedule = { version, ...(baseUrl === null ? {} : { base_url: baseUrl }), conference }
  return JSON.stringify({ $schema: 'https://c3voc.de/schedule/schema.json', generator: { name: 'Sinergi' }, schedule })
}

function sessionOf(each: written.WrittenSession, baseUrl: string | null) {
  const { session, guid, id, slug, code, startsAt, minutes } = each
  const { title, kind, track, abstract, room, language, people } = session
  return {
    guid,
    id,
    ...(code === null ? {} : { code }),
    date: startsAt,
    start: written.writtenClock(each),
    duration: written.writtenLength(each),
    ...(minutes > 0 ? { end: momentAfter(startsAt, minutes) } : {}),
    room,
    slug,
    url: baseUrl === null ? `urn:uuid:${guid}` : `${baseUrl.replace(/\/$/, '')}/${guid}`,
    title,
    subtitle: '',
    track,
    type: kind,
    language,
    abstract,
    persons: people.map(personOf),
    links: [],
  }
}

/** One of the two forms of a person that the format has: with a number, or with a name alone. */
function personOf({ id, name, role }: ProgrammePerson) {
  const more = role === null ? {} : { role }
  if (id !== null && /^[1-9]\d{0,14}$/.test(id)) return { id: Number(id), public_name: name, ...more }
  const key = id === null ? {} : isUuid(id) ? { guid: id } : /^[A-Z0-9]+$/.test(id) ? { code: id } : {}
  return { ...key, name, public_name: name, ...more }
}
