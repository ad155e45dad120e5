import { expect, test } from 'vitest'
import { readScheduleXml } from './xml-read.ts'

const event = `<event guid="5d1f9a34-0c7b-4e62-9a88-3b7e2f60c1d5" id="12" code="PLENO1">
  <room>Aula</room><title>Rapat &lt;pleno&gt; &#38; lain</title><subtitle/><type>Pleno</type>
  <date>2026-12-01T01:30:00+07:00</date><start>01:30</start><duration>00:45</duration>
  <abstract><![CDATA[Daftar <b>pemilih</b>]]></abstract><track>Pemilih</track><language>id</language>
  <persons><person id="7">Sari Wulandari</person><person id="-1">Budi</person><person>Ani</person></persons>
</event>`
const dayStart = ' start="2026-11-30T08:00:00+07:00" end="2026-12-01T03:00:00+07:00"'
const fileOf = (events: string, days = `<day index="1" date="2026-11-30"${dayStart}>`) => `<?xml version="1.0" encoding="UTF-8"?>
<schedule><generator name="frab"/><version>2</version>
<conference><title>Rakornas</title><acronym>rakornas</acronym><start>2026-11-30</start><end>2026-12-02</end>
<base_url>https://kpu.go.id/</base_url><time_zone_name>Asia/Jakarta</time_zone_name></conference>
${days}
<room name="Aula" guid="c27e8f10-64ab-4d0e-b1f3-9e5a7d2c4b86">
${events}
</room></day></schedule>`
const read = (events: string, days?: string) => {
  const { programme, problems } = readScheduleXml(fileOf(events, days))
  return { ...programme?.sessions[0], problems: problems.map(({ at, message }) => `${at} ${message.en}`) }
}

test('a session is read with all that it says', () => {
  expect(readScheduleXml(fileOf(event))).toEqual({
    problems: [],
    programme: {
      title: 'Rakornas',
      acronym: 'rakornas',
      from: '2026-11-30',
      to: '2026-12-02',
      timeZone: 'Asia/Jakarta',
      baseUrl: 'https://kpu.go.id/',
      version: '2',
      rooms: [{ name: 'Aula', guid: 'c27e8f10-64ab-4d0e-b1f3-9e5a7d2c4b86', capacity: null }],
      sessions: [
        {
          guid: '5d1f9a34-0c7b-4e62-9a88-3b7e2f60c1d5',
          code: 'PLENO1',
          title: 'Rapat <pleno> & lain',
          kind: 'Pleno',
          track: 'Pemilih',
          abstract: 'Daftar <b>pemilih</b>',
          room: 'Aula',
          day: '2026-11-30',
          startsAt: '2026-12-01T01:30:00+07:00',
          minutes: 45,
          people: [
            { id: '7', name: 'Sari Wulandari', role: null },
            { id: null, name: 'Budi', role: null },
            { id: null, name: 'Ani', role: null },
          ],
          language: 'id',
        },
      ],
    },
  })
})

test('older dialects are read: sessions called entry, names for numbers, neither a date nor a beginning of the day', () => {
  const entry = '<entry id="talk-3"><title>Rapat</title><start>09:30</start><duration>01:00</duration></entry>'
  expect(read(entry, '<day index="1" date="2026-11-30">')).toEqual({
    guid: '',
    code: 'talk-3',
    title: 'Rapat',
    kind: '',
    track: null,
    abstract: null,
    room: 'Aula',
    day: '2026-11-30',
    startsAt: '2026-11-30T09:30:00+07:00',
    minutes: 60,
    people: [],
    language: '',
    problems: [],
  })
})

test('what is lost is told with path and line', () => {
  const lossy = event
    .replace('<date>2026-12-01T01:30:00+07:00</date><start>01:30</start>', '')
    .replace('</track>', ' <i>baru</i></track>')
    .replace('>Ani<', '><')
  expect(read(`${event}${lossy}`).problems).toEqual([
    '/schedule/day[1]/room[1]/event[2]/track:15 The markup within this text is not taken over.',
    '/schedule/day[1]/room[1]/event[2]:12 When this session begins is missing or unclear, so it is not taken over.',
    '/schedule/day[1]/room[1]/event[2]/persons/person[3]:16 This person has neither a name nor a number and is not taken over.',
  ])
  expect(read(event.replace('01:30:00+07:00', '01:30:00'), '<day index="1" date="x">').problems).toEqual([
    '/schedule/day[1]/@date:5 The date of this day is unclear; each session gets the date on which it begins.',
  ])
})

test.each([
  ['', ':1'],
  ['schedule', ':1'],
  ['<schedule>', '/schedule:1'],
  ['<schedule>\n<conference>\n<title>x</conference></schedule>', '/schedule/conference:3'],
  ['<schedule a="1" a="2"/>', ':1'],
  ['<schedule>\n&nbsp;</schedule>', '/schedule:2'],
  ['<schedule>&constructor;</schedule>', '/schedule:1'],
  ['<schedule>\u0001</schedule>', '/schedule:1'],
  ['<html/>', '/html:1'],
  ['<schedule/>', '/schedule:1'],
  ['<schedule/><schedule/>', ':1'],
  ['<!DOCTYPE schedule>\n<schedule/>', ':1'],
])('what is no programme is refused with its place: %s', (text, place) => {
  const { programme, problems } = readScheduleXml(text)
  expect([programme, problems[0]?.at]).toEqual([null, place])
})

test('hostile files are refused or read, never more than their length allows', () => {
  const bomb = Array.from({ length: 20 }, (_, nth) => `<!ENTITY e${nth + 1} "${`&e${nth};`.repeat(10)}">`).join('')
  const many = 300_000
  const cases: [name: string, text: string, isRefused: boolean][] = [
    ['entities in entities', `<!DOCTYPE schedule [<!ENTITY e0 "x">${bomb}]>${fileOf(event.replace('Pemilih', '&e20;'))}`, true],
    ['files as entities', `<!DOCTYPE schedule [<!ENTITY e SYSTEM "file:///etc/passwd">]>${fileOf(event.replace('Pemilih', '&e;'))}`, true],
    ['deep', '<a>'.repeat(many), true],
    ['deep in its place', fileOf(`${'<a>'.repeat(many)}${'</a>'.repeat(many)}`), true],
    ['flat', fileOf('<a/>'.repeat(600_001)), true],
    ['attributes', fileOf(`<event ${Array.from({ length: many }, (_, nth) => `a${nth}="x"`).join(' ')}/>`.repeat(2)), true],
    ['no end of a declaration', `<!${'x'.repeat(many)}`, true],
    ['no end of a name', `<${'x'.repeat(many)}`, true],
    ['too long', ' '.repeat(24_000_001), true],
    ['too many sessions', fileOf('<event/>'.repeat(10_001)), true],
    ['a large attribute', fileOf(event.replace('id="12"', `id="12" x="${'x'.repeat(4_000_000)}"`)), false],
    ['a large text', fileOf(event.replace('Pemilih', ']]'.repeat(1_000_000))), false],
    ['references', fileOf(event.replace('Pemilih', '&#97;'.repeat(many))), false],
    ['names of code', fileOf(event.replace('id="12"', 'id="12" hasOwnProperty="x" __proto__="y" constructor="z"')), false],
    ['a comment', fileOf(`<!--${'- '.repeat(many)}-->${event}`), false],
  ]
  const results = cases.map(([name, text]) => [name, readScheduleXml(text).programme === null])
  expect(results).toEqual(cases.map(([name, , isRefused]) => [name, isRefused]))
})
