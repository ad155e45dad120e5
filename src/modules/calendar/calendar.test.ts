import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreement, formOf, openedCycle, partner } from '../../../test/evaluation-world.ts'
import { as, browser, countQueries, db, kernel, now, office, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { newId } from '../../platform/operation/operation.ts'
import { planFollowUp } from '../findings/operations/follow.ts'
import { createFinding } from '../findings/operations/write.ts'
import { createFollowUp } from '../followups/operations/create.ts'
import { listCalendar } from './operations/list.ts'
import type { Calendar } from './schema.ts'

let operator: Actor, neighbour: Actor, leader: Actor, contact: Actor
let institute: string
beforeAll(async () => {
  institute = await partner('Universitas Uji', 'university')
  operator = await person('Sari', 'office_operator', '35.10')
  neighbour = await person('Rina', 'office_operator', '35.11')
  leader = await person('Hasan', 'office_leader', '35')
  contact = await person('Utami', 'partner_contact', '00', false, { partnerId: institute })
  const id = await agreement('Kerja sama data pemilih', ['35.10'], [institute], 2, { ends_on: '2025-11-28' })
  await sql`update obligation set due_on = '2025-11-26' where agreement_id = ${id} and seq = 1`.execute(db)
})
afterAll(() => kernel.close())

const calendarOf = (actor: Actor, input: object = {}) => as(actor)<Calendar>(listCalendar, input)
const linesOf = async (actor: Actor, input?: object) =>
  (await calendarOf(actor, input)).entries.map(({ day, what, title, who, mine }) => [day, what, title, who, mine])

const due = (dueOn: string, action: string) =>
  as(operator)(createFollowUp, { action, officeId: office('35.10').id, ownerId: operator.personId!, dueOn })

test('a month lists what is due by day, within the reach of the one who asks', async () => {
  await due('2025-11-27', 'Kirim rekap')
  const expected = [
    ['2025-11-26', 'Tenggat kewajiban', 'Kewajiban 1 Kerja sama data pemilih', 'Universitas Uji'],
    ['2025-11-27', 'Tenggat tindak lanjut', expect.stringMatching(/^TL-2025-\d+: Kirim rekap$/), 'KPU Kabupaten Banyuwangi'],
    ['2025-11-28', 'Perjanjian berakhir', 'Kerja sama data pemilih', 'Universitas Uji'],
  ]
  expect(await linesOf(operator)).toEqual(expected.map(line => [...line, true]))
  expect(await linesOf(leader)).toEqual(expected.map(line => [...line, false]))
  expect(await linesOf(contact)).toEqual([expected[0], expected[2]].map(line => [...line!, true]))
  expect(await linesOf(neighbour)).toEqual([])
  expect(await linesOf(leader, { mine: true })).toEqual([])
})

test('a month of one entry and a month of many take equally many statements, and pages turn without losing one', async () => {
  await due('2026-03-02', 'Tugas pertama')
  const statements = () => countQueries(() => calendarOf(operator, { month: '2026-03' }))
  const one = await statements()
  for (let at = 0; at < 119; at++) await due(`2026-03-${String(3 + (at % 20)).padStart(2, '0')}`, `Tugas ${at}`)
  expect(await statements()).toBe(one)
  const first = await calendarOf(operator, { month: '2026-03' })
  const second = await calendarOf(operator, { month: '2026-03', after: first.next! })
  const back = await calendarOf(operator, { month: '2026-03', before: second.previous! })
  expect([first.total, first.entries.length, second.entries.length, first.previous, second.next]).toEqual([120, 100, 20, null, null])
  expect(back.entries).toEqual(first.entries)
  expect(new Set([...first.entries, ...second.entries].map(({ key }) => key)).size).toBe(120)
})

test('the home page names the days ahead, and its number is that of the page it opens', async () => {
  const web = await browser(operator)
  const home = await (await web.get('/')).text()
  const [, address, count] = home.match(/href="(\/kalender\?[^"]+)" data-count="(\d+)"/)!
  const page = await (await web.get(address!.replaceAll('&amp;', '&'))).text()
  expect([count, page.match(/data-total="(\d+)"/)![1]]).toEqual(['3', '3'])
  expect(page).toContain('14 hari ke depan')
})

test('of a follow-up whose findings are about one partner the calendar says with whom it is, and asks no more for many', async () => {
  const about = (text: string) =>
    as(operator)<{ id: string }>(createFinding, {
      kind: 'obstacle',
      category: 'data',
      text,
      officeId: office('35.10').id,
      partner: institute,
    })
  const plan = async (text: string) => {
    const { id } = await about(text)
    await as(operator)(planFollowUp, { id, action: 'Sepakati format', ownerId: operator.personId!, dueOn: '2026-05-05' })
  }
  await plan('Format data berbeda')
  const statements = () => countQueries(() => calendarOf(operator, { month: '2026-05' }))
  const one = await statements()
  expect((await linesOf(operator, { month: '2026-05' }))[0]![3]).toBe('KPU Kabupaten Banyuwangi – Universitas Uji')
  await plan('Data terlambat')
  expect(await statements()).toBe(one)
})

test('beside what waits the home page leaves out what stands there, and the due day of a cycle whose forms do; with whom comes first', async () => {
  const eve = await person('Eva', 'office_operator', '35.11')
  const beside = async () => {
    const home = await (await (await browser(eve)).get('/')).text()
    return home.includes('id="kalender"') ? home.slice(home.indexOf('id="kalender"')).replace(/<\/section>.*$/s, '') : ''
  }
  const pact = await agreement('Kerja sama pelatihan', ['35.11'], [institute], 2, { ends_on: '2029-01-10' })
  await sql`update obligation set due_on = '2025-11-24' where agreement_id = ${pact} and seq = 1`.execute(db)
  const cycle = await openedCycle(await person('Admin', 'national_admin'), '35.11', { dueOn: '2025-11-25' })
  const form = await formOf(cycle, pact, 'kpu')
  const followUp = await as(eve)<{ id: string }>(createFollowUp, {
    action: 'Kirim jadwal',
    officeId: office('35.11').id,
    ownerId: eve.personId!,
    dueOn: '2025-11-26',
  })
  const { entries } = await calendarOf(eve, { days: 14, mine: true })
  expect(entries.map(({ what }) => what)).toEqual([
    'Tenggat kewajiban',
    'Tenggat isian evaluasi',
    'Tenggat siklus evaluasi',
    'Tenggat tindak lanjut',
  ])
  const section = await beside()
  expect(section).toContain('>Universitas Uji</a><small>Tenggat kewajiban · Kewajiban 1 Kerja sama pelatihan</small>')
  expect([form, followUp.id, cycle.id].map(id => section.includes(id))).toEqual([false, false, false])
  await sql`update obligation set due_on = null where agreement_id = ${pact}`.execute(db)
  expect(await beside()).toBe('')
})

test('a person who may read nothing has an empty calendar, and a stranger is asked in', async () => {
  expect((await calendarOf(await person('Tanpa Peran'))).total).toBe(0)
  expect((await (await browser(null)).get('/kalender')).headers.get('location')).toBe('/masuk?ke=%2Fkalender')
})

test('an obligation that was removed is not read on the calendar, with what has ended neither', async () => {
  const id = newId()
  const pact = await agreement('Perjanjian dengan kewajiban', ['35.10'], [institute])
  const row = { agreement_id: pact, side: 'kpu' as const, text: 'SALAH MASUK', due_on: '2025-11-25', seq: 99 }
  await db
    .insertInto('obligation')
    .values({ id, ...row })
    .execute()
  const titles = async (actor: Actor) =>
    (await as(actor)<{ entries: { title: string }[] }>(listCalendar, { month: '2025-11', ended: true })).entries.map(({ title }) => title)
  expect([(await titles(operator)).includes('SALAH MASUK'), (await titles(contact)).includes('SALAH MASUK')]).toEqual([true, true])
  await db.updateTable('obligation').set({ removed_at: now.at }).where('id', '=', id).execute()
  expect([(await titles(operator)).includes('SALAH MASUK'), (await titles(contact)).includes('SALAH MASUK')]).toEqual([false, false])
})
