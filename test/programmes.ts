import fc from 'fast-check'
import type { Programme, ProgrammeSession } from '../src/modules/meetings/rules/schedule/programme.ts'

const record = <T extends object>(parts: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record<T>(parts as never, { noNullPrototype: true })

/** Words as people and hostile files write them: markup, line ends, characters that XML does not have, halves of characters, names of code. */
const awkward = [
  '',
  ' ',
  ' a ',
  '1',
  '2',
  '__proto__',
  'constructor',
  '</event>',
  ']]>',
  '&amp;',
  '&#0;',
  '\r\n',
  '\t',
  '\u0000',
  '\ud800',
  '\ufffe',
  'é',
]
const words = fc.oneof(
  { weight: 3, arbitrary: fc.string({ maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  { weight: 1, arbitrary: fc.constantFrom(...awkward) },
)
const numbers = fc.integer({ min: -1, max: 200_000 }).map(String)
const uuid = fc.uuid()
const day = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))
const offset = fc.constantFrom('+00:00', '+07:00', '+08:00', '+09:00', '-03:30', '+14:00')
const two = (value: number) => String(value).padStart(2, '0')
const clock = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), fc.constantFrom(0, 0, 0, 59))
const startsAt = fc.tuple(day, clock, offset).map(([day, parts, offset]) => `${day}T${parts.map(two).join(':')}${offset}`)
const roomNames = ['Aula', 'Ruang 2', '1', '0', '', '__proto__', 'A/B~C', '<&">']

const session: fc.Arbitrary<ProgrammeSession> = record({
  guid: fc.oneof(uuid, words, fc.constantFrom('5d1f9a34-0c7b-4e62-9a88-3b7e2f60c1d5', '5D1F9A34-0C7B-4E62-9A88-3B7E2F60C1D5')),
  code: fc.oneof(numbers, words, fc.constantFrom('ABC123', 'XY', '123456', '7')),
  title: words,
  kind: words,
  track: fc.option(words),
  abstract: fc.option(words),
  room: fc.oneof(fc.constantFrom(...roomNames), words),
  day,
  startsAt,
  minutes: fc.option(fc.oneof(fc.integer({ min: 0, max: 600 }), fc.constantFrom(1440, 5999, 6000, 100_000, 10_000_000, -5, 12.5))),
  people: fc.array(record({ id: fc.option(fc.oneof(numbers, uuid, words)), name: words, role: fc.option(words) }), { maxLength: 3 }),
  language: fc.oneof(fc.constantFrom('id', 'en', ''), words),
})
const room = record({
  name: fc.oneof(fc.constantFrom(...roomNames), words),
  guid: fc.option(fc.oneof(uuid, words)),
  capacity: fc.option(fc.integer({ min: 0, max: 5000 })),
})

/** Programmes with all that their type can hold. */
export const programmes: fc.Arbitrary<Programme> = record({
  title: words,
  acronym: fc.oneof(words, fc.constantFrom('rakornas_2026', 'RAKORNAS 2026', 'pemilu-daerah-2027', 'div-2026-abc')),
  from: fc.oneof(day, fc.constant('')),
  to: fc.oneof(day, fc.constant('')),
  timeZone: fc.constantFrom('Asia/Jakarta', 'Asia/Jayapura', 'UTC', '', 'America/Argentina/Buenos_Aires', 'mars', 'US/ a'),
  baseUrl: fc.option(
    fc.oneof(fc.webUrl(), words, fc.constantFrom('https://kpu.go.id/rapat/', 'http://localhost:3000', 'https://a/ b', '//x')),
  ),
  version: words,
  rooms: fc.array(room, { maxLength: 4 }),
  sessions: fc.array(session, { maxLength: 6 }),
})
