import { expect, test } from 'vitest'
import { readScheduleJson } from './json-read.ts'

const event = {
  id: 12,
  guid: '5d1f9a34-0c7b-4e62-9a88-3b7e2f60c1d5',
  date: '2026-11-30T14:00:00+07:00',
  start: '14:00',
  duration: '00:45',
  room: 'Aula',
  slug: 'rakornas-12-pleno',
  url: 'https://kpu.go.id/12',
  title: 'Rapat pleno',
  subtitle: '',
  track: 'Pemilih',
  type: 'Pleno',
  language: 'id',
  abstract: 'Daftar pemilih',
  persons: [{ id: 7, public_name: 'Sari Wulandari' }],
  links: [],
}
const day = { index: 1, date: '2026-11-30', day_start: '2026-11-30T08:00:00+07:00', day_end: '2026-12-01T03:00:00+07:00' }
const conference = {
  acronym: 'rakornas',
  title: 'Rakornas',
  start: '2026-11-30',
  end: '2026-12-02',
  daysCount: 3,
  timeslot_duration: '00:05',
  time_zone_name: 'Asia/Jakarta',
}
const fileOf = (events: unknown, more: { schedule?: object; conference?: object; day?: object } = {}) =>
  JSON.stringify({
    schedule: {
      version: '2',
      base_url: 'https://kpu.go.id/',
      ...more.schedule,
      conference: { ...conference, days: [{ ...day, ...more.day, rooms: { Aula: events } }], ...more.conference },
    },
  })
const read = (changes: object, more: Parameters<typeof fileOf>[1] = {}) => readScheduleJson(fileOf([{ ...event, ...changes }], more))
const session = (changes: object, more: Parameters<typeof fileOf>[1] = {}) => {
  const { programme, problems } = read(changes, more)
  return { ...programme?.sessions[0], problems: problems.map(({ at, message }) => `${at}: ${message.en}`) }
}
const at = '/schedule/conference/days/0/rooms/Aula/0'

test('a session is read with all that it says', () => {
  expect(read({})).toEqual({
    problems: [],
    programme: {
      title: 'Rakornas',
      acronym: 'rakornas',
      from: '2026-11-30',
      to: '2026-12-02',
      timeZone: 'Asia/Jakarta',
      baseUrl: 'https://kpu.go.id/',
      version: '2',
      rooms: [{ name: 'Aula', guid: null, capacity: null }],
      sessions: [
        {
          guid: event.guid,
          code: '12',
          title: 'Rapat pleno',
          kind: 'Pleno',
          track: 'Pemilih',
          abstract: 'Daftar pemilih',
          room: 'Aula',
          day: '2026-11-30',
          startsAt: '2026-11-30T14:00:00+07:00',
          minutes: 45,
          people: [{ id: '7', name: 'Sari Wulandari', role: null }],
          language: 'id',
        },
      ],
    },
  })
})

test.each([
  [
    'a number of nobody in particular',
    { persons: [{ id: 0, public_name: 'A' }, { id: -1, name: 'B' }, { name: 'C' }] },
    [null, null, null],
  ],
  ['a guid and a code', { persons: [{ guid: event.guid, id: 3, name: 'A' }, { code: 'XY7', name: 'B' }, 'C'] }, [event.guid, 'XY7', null]],
])('people are known by %s', (_, changes, ids) => {
  expect(session(changes)).toMatchObject({ problems: [], people: ['A', 'B', 'C'].map((name, nth) => ({ id: ids[nth], name, role: null })) })
})

test('who has a number but no name is kept, who has neither is left out and said', () => {
  expect(
    session({
      persons: [
        { id: 7, public_name: '' },
        { id: 0, public_name: '' },
      ],
    }),
  ).toMatchObject({
    people: [{ id: '7', name: '', role: null }],
    problems: [`${at}/persons/1: This person has neither a name nor a number and is not taken over.`],
  })
})

test('a day runs past midnight: what has no date is on the next morning when its clock comes before the day begins', () => {
  expect(session({ date: '2026-12-01T01:30:00+07:00', start: '01:30' })).toMatchObject({
    day: '2026-11-30',
    startsAt: '2026-12-01T01:30:00+07:00',
  })
  expect(session({ date: undefined, start: '01:30' })).toMatchObject({
    day: '2026-11-30',
    startsAt: '2026-12-01T01:30:00+07:00',
    problems: [],
  })
  expect(session({ date: null, start: '9:30' })).toMatchObject({ startsAt: '2026-11-30T09:30:00+07:00', problems: [] })
})

test('an offset that is not said is that of the day, else of the time zone at that time, else it is said to be missing', () => {
  const local = { date: '2026-07-01T09:00:00' }
  expect(session(local)).toMatchObject({ startsAt: '2026-07-01T09:00:00+07:00', problems: [] })
  const withoutStart = (time_zone_name: string) => session(local, { day: { day_start: null }, conference: { time_zone_name } })
  expect(withoutStart('Europe/Berlin')).toMatchObject({ startsAt: '2026-07-01T09:00:00+02:00', problems: [] })
  expect(withoutStart('Mars/Base')).toMatchObject({
    startsAt: '2026-07-01T09:00:00+00:00',
    problems: [`${at}/date: Its time zone is not said; the hour is read as UTC.`],
  })
})

test('what begins at no time is left out and said', () => {
  for (const date of ['2026-02-30T09:00:00+07:00', 'besok', '2026-11-30T25:00:00+07:00'])
    expect(read({ date, start: null })).toMatchObject({ programme: { sessions: [] }, problems: [{ at: `${at}/date` }] })
  expect(read({ date: undefined, start: undefined })).toMatchObject({ programme: { sessions: [] }, problems: [{ at }] })
})

test.each([
  ['00:00', undefined, null, 0],
  ['1:30', undefined, 90, 0],
  ['01:30:00', undefined, 90, 0],
  ['1:02:30', undefined, 1590, 0],
  ['150:00', undefined, 9000, 0],
  [undefined, '2026-11-30T15:00:00+07:00', 60, 0],
  ['00:00', '2026-11-30T13:00:00+07:00', null, 0],
  ['00:45', '2026-11-30T15:00:00+07:00', 45, 1],
  ['sejam', undefined, null, 1],
])('a length of %s with the end %s is %s minutes', (duration, end, minutes, problems) => {
  const read = session({ duration, end })
  expect([read.minutes, read.problems.length]).toEqual([minutes, problems])
})

test('a guid that is no UUID and a code that is no code stay as they are', () => {
  expect(session({ guid: 'pleno-1', code: 'P/1', slug: 'ABC' })).toMatchObject({ guid: 'pleno-1', code: 'P/1', problems: [] })
  expect(session({ guid: undefined, id: undefined })).toMatchObject({ guid: '', code: '', problems: [] })
})

test('another room than the one under which it is listed is said', () => {
  expect(session({ room: 'Lobi' })).toMatchObject({ room: 'Aula', problems: [expect.stringContaining(`${at}/room`)] })
})

test('a file that cannot be read without guessing is refused with the place of each fault, the harmless ones too', () => {
  const broken = { id: '12', answers: [], persons: [{ id: 'x', code: 'KÖ', public_name: 'Sari' }, 5], title: ['x'], links: undefined }
  const { programme, problems } = read(broken, { schedule: { rooms: [] }, conference: { acronym: 'RAKORNAS' } })
  expect(programme).toBe(null)
  expect(
    problems.map(({ at, message }) => [at.replace('/schedule/conference', '…').replace('/days/0/rooms/Aula/0', '/0'), message.en]),
  ).toEqual([
    ['/schedule/rooms', 'The list of rooms must not stand here; it belongs into conference.'],
    ['…/acronym', 'It is not written as the format demands.'],
    ['…/0/links', 'The part links is required.'],
    ['…/0/answers', 'The format does not know the part answers.'],
    ['…/0/persons/1', 'There must be an object with named parts here.'],
    ['…/0/id', 'There must be a whole number here.'],
    ['…/0/persons/0/id', 'There must be a whole number here.'],
    ['…/0/persons/0/code', 'It is not written as the format demands.'],
    ['…/0/title', 'There must be a text here.'],
  ])
})

test.each([
  ['', ''],
  ['{"schedule":', ''],
  ['[]', ''],
  ['{}', '/schedule'],
  ['{"schedule":{}}', '/schedule/conference'],
  ['{"schedule":{"conference":[]}}', '/schedule/conference'],
  ['{"schedule":{"conference":{}}}', '/schedule/conference/days'],
  [fileOf({}), '/schedule/conference/days/0/rooms/Aula'],
  [fileOf([[]]), '/schedule/conference/days/0/rooms/Aula/0'],
  [fileOf([], { conference: { days: { a: 1 } } }), '/schedule/conference/days'],
  [fileOf([], { conference: { days: [{ ...day, rooms: [] }] } }), '/schedule/conference/days/0/rooms'],
  [fileOf([], { conference: { days: [{ ...day, rooms: { 'A/B~C': 1 } }] } }), '/schedule/conference/days/0/rooms/A~1B~0C'],
])('what is no programme is refused: %s', (text, place) => {
  const { programme, problems } = readScheduleJson(text)
  expect([programme, problems.map(({ at }) => at)]).toEqual([null, expect.arrayContaining([place])])
})

test('a fault of JSON is told with its line', () => {
  const { problems } = readScheduleJson(`{\n "schedule": {"version": "1", "conference": {"title": "Rapat koordinasi nasional",\n x}}}`)
  expect(problems[0]?.message.en).toBe('This is not complete JSON: the fault is in line 3, character 2.')
})

test('hostile files are refused or read, never more than their length allows', () => {
  const deep = '['.repeat(200_000)
  const nested = `${deep}${']'.repeat(200_000)}`
  const cases: [text: string, isRefused: boolean][] = [
    [deep, true],
    [nested, true],
    [fileOf([event]).replace('"Rapat pleno"', nested), true],
    ['[{'.repeat(400_000), true],
    ['x'.repeat(24_000_001), true],
    [fileOf(Array.from({ length: 10_001 }, () => 0)), true],
    [fileOf(Array.from({ length: 10_001 }, () => ({}))), true],
    [fileOf([event], { conference: { meta: { sinergi: { programme: { title: ['?', ''] } } } } }).replace('"?"', nested), false],
    [fileOf([{ ...event, persons: [JSON.parse('{"__proto__": {"name": "x"}, "name": "Sari"}')] }]), false],
    [fileOf([{ ...event, ...Object.fromEntries(Array.from({ length: 100_000 }, (_, nth) => [`x${nth}`, nth])) }]), false],
  ]
  expect(cases.map(([text]) => readScheduleJson(text).programme === null)).toEqual(cases.map(([, isRefused]) => isRefused))
})

test('of very many faults the first are told, and how many more there are', () => {
  const { problems } = readScheduleJson(fileOf(Array.from({ length: 1000 }, () => 0)))
  expect([problems.length, problems.at(-1)?.message.en]).toEqual([201, 'There are 800 more.'])
})
