import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, browser, kernel, now, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { releaseProgramme, showProgramme } from '../meetings/operations/programmes.ts'
import { addPart, addSession } from '../meetings/operations/sessions.ts'
import { createMeeting } from '../meetings/operations/write.ts'
import { meetingKindId } from '../meetings/schema/meetings.ts'
import type { ProgrammeView } from '../meetings/schema/programmes.ts'
import { listCalendar } from './operations/list.ts'

afterAll(() => kernel.close())

let euis: Actor, deni: Actor
beforeAll(async () => {
  now.at = new Date('2026-03-01T02:00:00Z')
  euis = await person('Euis', 'office_leader', '32', true)
  deni = await person('Deni', 'office_operator', '32.10', false)
})

test('a calendar has the hours of a meeting, and the sessions in which one has a part, as they were released', async () => {
  const { id: meeting } = await as(euis)(createMeeting, {
    kindId: meetingKindId('rakor'),
    title: 'Rapat koordinasi',
    office: '32',
    mode: 'onsite',
    place: 'Aula',
    startsAt: '2026-03-10T09:00',
    endsAt: '2026-03-11T12:00',
    objectives: [],
  })
  const plan = { kind: 'plenary' as const, title: 'Pembukaan', startsAt: '2026-03-10T09:00', endsAt: '2026-03-10T10:00' }
  const [opening] = ((await as(euis)(addSession, { meeting, ...plan })) as ProgrammeView).sessions
  await as(euis)(addPart, { session: opening!.id, rev: opening!.rev, role: 'speaks', person: deni.personId! })
  const month = { month: '2026-03' }
  const of = async (who: Actor) =>
    ((await as(who)(listCalendar, month)) as { entries: { kind: string; title: string; from?: Date; to?: Date; key: string }[] }).entries
      .filter(({ key }) => [meeting, opening!.id].some(id => key.includes(id)))
      .map(({ title, from, to }) => [title.replace(/^RP-\S+ /, ''), from && new Date(from).toISOString(), to && new Date(to).toISOString()])
  const whole = ['Rapat koordinasi', '2026-03-10T02:00:00.000Z', '2026-03-11T05:00:00.000Z']
  expect(await of(euis)).toEqual([whole])
  expect(await of(deni)).toEqual([])
  const { rev } = await as(euis)(showProgramme, { meeting })
  await as(euis)(releaseProgramme, { meeting, rev })
  expect(await of(euis)).toEqual([whole])
  expect(await of(deni)).toEqual(expect.arrayContaining([whole, ['Pembukaan', '2026-03-10T02:00:00.000Z', '2026-03-10T03:00:00.000Z']]))
})

test('a meeting is called by its name, its hours stand under the day, and an end that is not set is not made up', async () => {
  const plan = (title: string, startsAt: string, endsAt: string) =>
    as(euis)(createMeeting, {
      kindId: meetingKindId('rakor'),
      title,
      office: '32',
      mode: 'onsite',
      place: 'Aula',
      startsAt,
      endsAt,
      objectives: [],
    })
  await plan('Rapat sehari', '2026-04-02T13:00', '2026-04-02T15:30')
  await plan('Rapat terbuka', '2026-04-09T09:00', '')
  await plan('Rapat berhari-hari', '2026-04-26T19:00', '2026-04-28T12:00')
  const { entries } = (await as(euis)(listCalendar, { month: '2026-04' })) as { entries: { title: string; from: Date; to?: Date }[] }
  expect(entries.map(({ title, to }) => [title, to && new Date(to).toISOString()])).toEqual([
    ['Rapat sehari', '2026-04-02T08:30:00.000Z'],
    ['Rapat terbuka', undefined],
    ['Rapat berhari-hari', '2026-04-28T05:00:00.000Z'],
  ])
  const page = (await (await (await browser(euis)).get('/kalender?bulan=2026-04')).text()).replaceAll('\u00a0', ' ')
  const lines = [...page.matchAll(/<a href="\/rapat\/[^>]*>(.*?)<\/a><small>(.*?)<\/small>/g)].map(([, ...said]) =>
    said.map(each => each.replace(/<[^>]+>/g, '').replace(/RP-\d+-\d+/, 'RP')),
  )
  const host = 'Rapat RP · KPU Provinsi Jawa Barat · '
  expect(lines).toEqual([
    ['Rapat sehari', `${host}13.00–15.30 WIB`],
    ['Rapat terbuka', `${host}mulai 09.00 WIB`],
    ['Rapat berhari-hari', `${host}26–28 Apr 2026, mulai 19.00 WIB`],
  ])
})

test('a month and a week show each meeting on each of its days, also one that has taken place, and one’s own stand alone', async () => {
  const { entries } = (await as(euis)(listCalendar, { week: '2026-04-30', whole: true })) as { entries: { title: string }[] }
  expect(entries.map(({ title }) => title)).toEqual(['Rapat berhari-hari'])
  const text = async (who: Actor, path: string) =>
    (await (await (await browser(who)).get(path)).text()).replaceAll('\u00a0', ' ').replace(/<!--.*?-->/g, '')
  const grid = (page: string) => page.match(/<table class="month-grid">.*?<\/table>/s)![0]
  const month = grid(await text(euis, '/kalender?tampil=bulan&bulan=2026-04&jenis=meeting'))
  const days = [...month.matchAll(/aria-label="[^,]+, (\d+) April 2026, (\d+) acara"/g)].map(([, day, count]) => `${day}: ${count}`)
  expect(days).toEqual(['2: 1', '9: 1', '26: 1', '27: 1', '28: 1'])
  now.at = new Date('2026-04-10T02:00:00Z')
  const later = grid(await text(euis, '/kalender?tampil=bulan&bulan=2026-04&jenis=meeting'))
  expect(later.replace(' aria-current="date"', '')).toBe(month)
  now.at = new Date('2026-03-01T02:00:00Z')
  const week = await text(euis, '/kalender?tampil=minggu&minggu=2026-04-01')
  expect([...week.matchAll(/<span class="hour">([\d.]+) <\/span>([^<]+)/g)].map(([, at, title]) => [at, title])).toEqual([
    ['13.00', 'Rapat sehari'],
  ])
  const own = await text(deni, '/kalender?jenis=rapat-saya&bulan=2026-03')
  expect([own.includes('Pembukaan'), own.includes('>Rapat koordinasi<')]).toEqual([true, false])
})
