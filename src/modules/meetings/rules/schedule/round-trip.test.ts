import fc from 'fast-check'
import { expect, test } from 'vitest'
import { programmes } from '../../../../../test/programmes.ts'
import { readScheduleJson } from './json-read.ts'
import { writeScheduleJson } from './json-write.ts'
import type { Programme, ProgrammeSession } from './programme.ts'
import { readScheduleXml } from './xml-read.ts'
import { parseXml } from './xml-tree.ts'
import { writeScheduleXml } from './xml-write.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/

test('whatever a programme holds is read back from JSON as it was', () => {
  fc.assert(
    fc.property(programmes, programme => {
      expect(readScheduleJson(writeScheduleJson(programme)).programme).toEqual(programme)
    }),
  )
})

test('whatever a programme holds is read back from XML as it was', () => {
  fc.assert(
    fc.property(programmes, programme => {
      expect(readScheduleXml(writeScheduleXml(programme)).programme).toEqual(programme)
    }),
  )
})

/** Pieces of a file put elsewhere, left out or doubled, and what breaks a format put in between. */
const broken = fc.array(
  fc.record({
    from: fc.nat(),
    length: fc.integer({ min: 0, max: 40 }),
    put: fc.oneof(fc.constantFrom('', '0', '-1', '""', 'null', '[]', '{}', '<', '>', '&', '"', '2026-02-30', '<event/>'), fc.nat()),
  }),
  { minLength: 1, maxLength: 4 },
)
function breakText(text: string, changes: { from: number; length: number; put: string | number }[]): string {
  let broken = text
  for (const { from, length, put } of changes) {
    const at = from % broken.length
    const piece = typeof put === 'string' ? put : broken.slice(put % broken.length, (put % broken.length) + length)
    broken = broken.slice(0, at) + piece + broken.slice(at + (put === '<event/>' ? 0 : length))
  }
  return broken
}
const formats = [
  ['JSON', writeScheduleJson, readScheduleJson],
  ['XML', writeScheduleXml, readScheduleXml],
] as const

test.each(formats)(
  'a broken file of %s is refused with a place or read, and what is read can be written and read again',
  (_, write, read) => {
    let count = 0
    fc.assert(
      fc.property(programmes, broken, (programme, changes) => {
        const { programme: back, problems } = read(breakText(write(programme), changes))
        if (back === null) return void expect(problems.length).toBeGreaterThan(0)
        count++
        for (const [, write, read] of formats) expect(read(write(back)).programme).toEqual(back)
      }),
      { numRuns: 500 },
    )
    expect(count).toBeGreaterThan(20)
  },
)

test('in JSON each session has what other programs look for, in the form that the format demands', () => {
  fc.assert(
    fc.property(programmes, programme => {
      const { schedule } = JSON.parse(writeScheduleJson(programme))
      const { conference } = schedule
      expect(Object.keys(schedule)).not.toContain('rooms')
      expect(conference.acronym).toMatch(/^[a-z0-9_-][a-z0-9_]{3,}(-2[0-9]{3}-[a-z]+)?$/)
      expect(conference.daysCount).toBe(conference.days.length)
      for (const { guid } of conference.rooms) expect(guid).toMatch(uuid)
      for (const [at, day] of conference.days.entries()) {
        expect([day.index, typeof day.date]).toEqual([at + 1, 'string'])
        expect([day.day_start, day.day_end]).toEqual([expect.stringMatching(moment), expect.stringMatching(moment)])
      }
      const events = conference.days.flatMap((day: { rooms: object }) => Object.values(day.rooms).flat())
      expect(events.length).toBe(programme.sessions.length)
      for (const event of events) {
        expect(event).toMatchObject({
          guid: expect.stringMatching(uuid),
          date: expect.stringMatching(moment),
          start: expect.stringMatching(/^([01]\d|2[0-3]):[0-5]\d$/),
          duration: expect.stringMatching(/^\d+:\d{2}$/),
          slug: expect.stringMatching(/^[a-z0-9_-]+[a-z0-9]$/),
          url: expect.stringMatching(/^(https?:\/\/|urn:uuid:)[!-~]+$/),
          links: [],
        })
        expect(event.id).toBeGreaterThan(0)
        if ('code' in event) expect(event.code).toMatch(/^[A-Z0-9]+$/)
        for (const person of event.persons) expect('id' in person && 'name' in person).toBe(false)
      }
      for (const key of ['guid', 'id']) expect(new Set(events.map((event: Record<string, unknown>) => event[key])).size).toBe(events.length)
    }),
  )
})

test('in XML each session has what other programs look for, in the form that the format demands', () => {
  fc.assert(
    fc.property(programmes, programme => {
      const { root } = parseXml(writeScheduleXml(programme))
      expect(root.children.map(({ name }) => name).slice(0, 4)).toEqual(['generator', 'version', 'conference', 'day'])
      const days = root.children.slice(3)
      expect(days.map(({ name, attributes }) => [name, attributes.index])).toEqual(days.map((_, at) => ['day', String(at + 1)]))
      const events = days.flatMap(day => day.children.flatMap(({ children }) => children))
      expect(events.length).toBe(programme.sessions.length)
      for (const { attributes, children } of events) {
        const texts = Object.fromEntries(children.map(({ name, text }) => [name, text]))
        expect(attributes).toMatchObject({ guid: expect.stringMatching(uuid), id: expect.stringMatching(/^[1-9]\d*$/) })
        if ('code' in attributes) expect(attributes.code).toMatch(/^[0-9A-Z]{6}$/)
        expect(texts).toMatchObject({
          date: expect.stringMatching(moment),
          start: expect.stringMatching(/^([01]\d|2[0-3]):[0-5]\d$/),
          duration: expect.stringMatching(/^\d{2}:\d{2}$/),
        })
        for (const name of ['room', 'title', 'type', 'abstract', 'track']) expect(Object.keys(texts)).toContain(name)
      }
      for (const key of ['guid', 'id', 'code']) {
        const values = events.flatMap(({ attributes }) => attributes[key] ?? [])
        expect(new Set(values).size).toBe(values.length)
      }
    }),
  )
})

const session: ProgrammeSession = {
  guid: 'b3c6f0b2-7f2a-4a4e-9b53-0a2f7c1d9e11',
  code: 'PLENO1',
  title: 'Rapat pleno',
  kind: 'Pleno',
  track: null,
  abstract: 'Penetapan <daftar> pemilih',
  room: 'Aula',
  day: '2026-11-30',
  startsAt: '2026-12-01T00:30:00+07:00',
  minutes: 90,
  people: [{ id: '7', name: 'Sari Wulandari', role: 'pembicara' }],
  language: 'id',
}
const programme: Programme = {
  title: 'Rapat koordinasi nasional',
  acronym: 'rakornas',
  from: '2026-11-30',
  to: '2026-12-02',
  timeZone: 'Asia/Jakarta',
  baseUrl: 'https://kpu.go.id/rakornas/',
  version: '3',
  rooms: [{ name: 'Aula', guid: null, capacity: 400 }],
  sessions: [session],
}
test.each(formats)(
  'what somebody changed in a file of %s since is read as changed, and what Sinergi noted of the rest still holds',
  (_, write, read) => {
    const meant = {
      ...programme,
      acronym: 'RAKORNAS',
      sessions: [
        { ...session, guid: 'no UUID', abstract: null },
        { ...session, track: 'Logistik' },
      ],
    }
    const text = write(meant).replace(/("acronym":"|<acronym>)rakornas/, '$1pemilu')
    const changed = text.replace('Rapat pleno', 'Rapat tertutup').replace('Logistik', 'Hukum').replaceAll('01:30', '02:00')
    expect(read(changed).programme?.acronym).toBe('pemilu')
    expect(
      read(changed)
        .programme?.sessions.map(({ guid, title, track, abstract, minutes }) => [guid, title, track, abstract, minutes])
        .sort(),
    ).toEqual([
      ['b3c6f0b2-7f2a-4a4e-9b53-0a2f7c1d9e11', 'Rapat pleno', 'Hukum', session.abstract, 120],
      ['no UUID', 'Rapat tertutup', null, null, 120],
    ])
  },
)

test.each(formats)('a note in a file of %s that is not of Sinergi’s form is not used, and said', (_, write, read) => {
  const text = write({ ...programme, acronym: 'RAKORNAS' })
  const { programme: back, problems } = read(text.replace('"RAKORNAS"', '["RAKORNAS"]'))
  expect([back?.acronym, problems.map(({ message }) => message.en)]).toEqual([
    'rakornas',
    ['What Sinergi noted in this file cannot be read and is not used.'],
  ])
})

test.each(formats)('a session that begins at no moment cannot be written as %s', (_, write) => {
  for (const startsAt of ['', '2026-02-30T09:00:00+07:00', '2026-11-30T24:00:00+07:00', '2026-11-30'])
    expect(() => write({ ...programme, sessions: [{ ...session, startsAt }] })).toThrow(RangeError)
})
