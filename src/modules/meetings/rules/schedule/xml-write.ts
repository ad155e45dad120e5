import { type Kept, keptOf } from './kept.ts'
import type { Programme, ProgrammePerson } from './programme.ts'
import { isUuid } from './source.ts'
import { isDay } from './times.ts'
import * as written from './written.ts'
import { readScheduleXml } from './xml-read.ts'
import { noteTarget } from './xml-tree.ts'

/**
 * The programme in the schedule format of c3voc in XML (`schedule.xml.xsd`), so that it is read back as it was: what the format cannot hold
 * stands in processing instructions, which other readers pass over.
 *
 * @throws RangeError for a session whose start is no moment, and for more than is read back (`limits`)
 */
export function writeScheduleXml(programme: Programme): string {
  const sessions = written.writtenSessions(programme)
  const plain = documentOf(programme, sessions, null)
  const { programme: read } = readScheduleXml(plain)
  if (read === null) throw new RangeError('A programme of this size is not read back')
  const guids = sessions.map(({ guid }) => guid)
  const kept = keptOf(programme, guids, read)
  return kept ? documentOf(programme, sessions, kept) : plain
}

function documentOf(programme: Programme, sessions: readonly written.WrittenSession[], kept: Kept | null): string {
  const { title, acronym, from, to, timeZone, version } = programme
  const baseUrl = written.addressOf(programme.baseUrl)
  const days = written.writtenDays(programme, sessions)
  const conference = [
    element('title', title),
    element('acronym', /^[a-z0-9_-]{4,}$/.test(acronym) ? acronym : written.nameOf(acronym)),
    ...(isDay(from) ? [element('start', from)] : []),
    ...(isDay(to) ? [element('end', to)] : []),
    element('days', String(days.length)),
    element('timeslot_duration', '00:05'),
    ...(baseUrl === null ? [] : [element('base_url', baseUrl)]),
    element('time_zone_name', timeZone),
    ...(kept ? notesOf(kept) : []),
  ]
  const parts = [
    '<generator name="Sinergi"/>',
    element('version', version),
    around('conference', '', conference),
    ...days.map((day, at) => dayOf(day, at, programme)),
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>\n${around('schedule', '', parts)}\n`
}

/** The first day names all rooms, in their order. */
function dayOf({ date, start, end, rooms }: written.WrittenDay, at: number, programme: Programme): string {
  const names = at === 0 ? [...programme.rooms.map(({ name }) => name), ...rooms.keys()] : [...rooms.keys()]
  const guids = new Map(programme.rooms.map(({ name, guid }) => [name, guid]))
  const parts = [...new Set(names)].map(name => {
    const guid = guids.get(name)
    const attributes = ` name="${escaped(name)}"${guid && isUuid(guid) ? ` guid="${guid}"` : ''}`
    return around('room', attributes, (rooms.get(name) ?? []).map(sessionOf))
  })
  return around('day', ` index="${at + 1}" date="${date}" start="${start}" end="${end}"`, parts)
}

function sessionOf(each: written.WrittenSession): string {
  const { session, guid, id, code, startsAt, minutes } = each
  const { title, kind, track, abstract, room, language, people } = session
  const attributes = ` guid="${guid}" id="${id}"${code?.length === 6 ? ` code="${code}"` : ''}`
  return around('event', attributes, [
    element('room', room),
    element('title', title),
    element('subtitle', ''),
    element('type', kind),
    element('date', startsAt),
    element('start', written.writtenClock(each)),
    element('duration', minutes < 6000 ? written.writtenLength(each) : '00:00'),
    element('abstract', abstract ?? ''),
    element('track', track ?? ''),
    element('language', language),
    around('persons', '', people.map(personOf)),
  ])
}

function personOf({ id, name }: ProgrammePerson): string {
  const key = id === null ? '' : /^[1-9]\d{0,14}$/.test(id) ? ` id="${id}"` : isUuid(id) ? ` guid="${id}"` : ''
  return `<person${key}>${escaped(name)}</person>`
}

/** In pieces that no reader takes for too long; of ASCII alone, so that a piece ends within no character. */
function notesOf(kept: Kept): string[] {
  const text = JSON.stringify(kept).replace(/[^ -~]|[<>?&]/g, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return (text.match(/.{1,16000}/g) ?? []).map(piece => `<?${noteTarget} |${piece}|?>`)
}

const element = (name: string, text: string): string => `<${name}>${escaped(text)}</${name}>`
const around = (name: string, attributes: string, parts: readonly string[]): string =>
  parts.length > 0 ? `<${name}${attributes}>\n${parts.join('\n')}\n</${name}>` : `<${name}${attributes}/>`

const references: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}
/** For text and attributes alike; what no XML can hold is written as U+FFFD. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML does not have
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"\t\n\r]/g, sign => references[sign]!)
