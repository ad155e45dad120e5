import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, browser, countQueries, db, kernel, now, office, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { newId } from '../../platform/operation/operation.ts'
import { addDays } from '../../platform/values/clock.ts'
import { cancelFollowUp } from './operations/change.ts'
import { searchCycles, searchOwners } from './operations/choices.ts'
import { createFollowUp } from './operations/create.ts'
import { listFollowUps, showFollowUp, showProgress } from './operations/read.ts'
import { reportFollowUp } from './operations/report.ts'
import { verifyFollowUp } from './operations/verify.ts'

afterAll(() => kernel.close())

let bali: Actor, leader: Actor
beforeAll(async () => {
  bali = await person('Bali', 'office_operator', '51')
  leader = await person('Ketut', 'office_leader', '51')
})

type Row = { number: string; action: string; dueOn: string; overdue: boolean }
const add = (dueOn: string, more: object = {}) =>
  as(bali)(createFollowUp, { action: `Tugas ${dueOn}`, officeId: office('51').id, ownerId: bali.personId!, dueOn, ...more })
async function on<T>(day: string, work: () => Promise<T>): Promise<T> {
  const before = now.at
  now.at = new Date(`${day}T03:00:00Z`)
  return work().finally(() => {
    now.at = before
  })
}

test('a list of one and a list of three take equally many statements, as do a page of one and a page of three', async () => {
  const web = await browser(leader)
  const queries = async () => [
    await countQueries(() => as(leader)(listFollowUps)),
    await countQueries(() => web.get('/tindak-lanjut')),
    await countQueries(() => web.get('/tindak-lanjut/perkembangan')),
  ]
  await add('2025-12-01')
  await web.get('/tindak-lanjut')
  const one = await queries()
  await add('2025-12-02')
  const { id } = await add('2025-12-03')
  expect(await queries()).toEqual(one)
  const shown = await countQueries(() => as(leader)(showFollowUp, { id }))
  for (let turn = 0; turn < 2; turn++) {
    await as(bali)(reportFollowUp, { id, note: 'Sudah dikerjakan', evidence: [{ name: 'a.csv', bytes: new TextEncoder().encode('a,b') }] })
    await as(leader)(verifyFollowUp, { id, adequate: false, note: 'Belum lengkap' })
  }
  expect(await countQueries(() => as(leader)(showFollowUp, { id }))).toBe(shown)
})

test('pages by key in every order show each row once, forward and back', async () => {
  const officer = await person('Komang', 'office_operator', '51.01')
  const made = Array.from({ length: 120 }, (_, at) => ({
    id: newId(),
    number: `TL-1999-${1000 + at}`,
    action: `Tugas ${at}`,
    office_id: office('51.01').id,
    owner_id: officer.personId!,
    due_on: addDays('2026-01-01', at % 7),
    state: 'open' as const,
    created_at: new Date(now.at.getTime() + (at % 5)),
  }))
  await db.insertInto('follow_up').values(made).execute()
  for (const sort of ['due', '-due', 'created', '-created', 'owner']) {
    const seen: string[] = []
    const firsts: string[] = []
    let previous: string | null = null
    for (let after: string | undefined; ; ) {
      const page: { followUps: Row[]; next: string | null; previous: string | null } = await as(officer)(listFollowUps, { sort, after })
      firsts.push(page.followUps[0]!.number)
      seen.push(...page.followUps.map(({ number }) => number))
      previous = page.previous
      if (!page.next) break
      after = page.next
    }
    expect(seen).toHaveLength(120)
    expect(new Set(seen).size).toBe(120)
    const back = await as(officer)(listFollowUps, { sort, before: previous! })
    expect([back.followUps[0].number, back.followUps.length, back.previous !== null]).toEqual([firsts[1], 50, true])
    await expect(as(officer)(listFollowUps, { sort: sort === 'due' ? 'created' : 'due', before: previous! })).rejects.toMatchObject({
      code: 'invalid',
    })
  }
  for (const after of ['x', '', Buffer.from('["due","2026-13-45","no"]').toString('base64url')])
    await expect(as(officer)(listFollowUps, { after: after || '!' })).rejects.toMatchObject({ code: 'invalid' })
})

test('filters find by state, lateness, office and those below, owner, words and number; the counts keep their denominator', async () => {
  const officer = await person('Wayan', 'office_operator', '52')
  const other = await person('Lalu', 'office_operator', '52.01')
  const make = (owner: Actor, code: string, dueOn: string, action: string) =>
    as(officer)(createFollowUp, { action, officeId: office(code).id, ownerId: owner.personId!, dueOn })
  await on('2025-10-01', () => make(officer, '52', '2025-11-01', 'Menyusun 100% rencana'))
  await make(officer, '52', '2025-11-20', 'Jatuh tempo hari ini')
  await make(other, '52.01', '2025-12-24', 'Rapat dengan mitra')
  const actions = async (filter: object) => (await as(officer)(listFollowUps, filter)).followUps.map(({ action }: Row) => action)
  expect(await actions({})).toEqual(['Menyusun 100% rencana', 'Jatuh tempo hari ini', 'Rapat dengan mitra'])
  expect(await actions({ overdue: 'ya' })).toEqual(['Menyusun 100% rencana'])
  expect(await actions({ office: '52.01' })).toEqual(['Rapat dengan mitra'])
  expect(await actions({ office: office('52').name, owner: other.personId })).toEqual(['Rapat dengan mitra'])
  expect(await actions({ mine: true, sort: '-due' })).toEqual(['Jatuh tempo hari ini', 'Menyusun 100% rencana'])
  expect([
    await actions({ q: '100%' }),
    await actions({ q: '_______' }),
    await actions({ q: 'tl-2025' }),
    await actions({ state: 'verified' }),
  ]).toEqual([['Menyusun 100% rencana'], [], await actions({}), []])
  await expect(actions({ office: 'Jawa Timur' })).rejects.toMatchObject({ code: 'invalid' })
  expect((await as(officer)(listFollowUps, { overdue: true })).counts).toEqual({
    total: 3,
    active: 3,
    overdue: 1,
    states: { open: 3, reported: 0, returned: 0, verified: 0, cancelled: 0 },
  })
  expect([await actions({ active: 'ya', state: 'verified' }), (await actions({ active: 'ya' })).length]).toEqual([[], 3])
  const page = await (await browser(officer)).get('/tindak-lanjut?terlambat=ya')
  expect(await page.text()).toMatch(/<b>1<\/b> <span>dari 3 yang belum selesai/)
})

test('overdue follows the clock of who reads, at their office: the day ends in the east two hours before it ends in the west', async () => {
  const [west, east] = [await person('Barat', 'office_operator', '11'), await person('Timur', 'office_operator', '94')]
  const [inWest, inEast] = [
    await as(west)(createFollowUp, { action: 'Di barat', officeId: office('11').id, ownerId: west.personId!, dueOn: '2025-11-20' }),
    await as(east)(createFollowUp, { action: 'Di timur', officeId: office('94').id, ownerId: east.personId!, dueOn: '2025-11-20' }),
  ]
  const before = now.at
  now.at = new Date('2025-11-20T16:00:00Z')
  try {
    expect([(await as(west)(showFollowUp, { id: inWest.id })).overdue, (await as(east)(showFollowUp, { id: inEast.id })).overdue]).toEqual([
      false,
      true,
    ])
    expect((await as(east)(listFollowUps, { overdue: true })).followUps).toHaveLength(1)
    // Days are counted where the reader is: two of one due day are late by as many days.
    const central = await person('Pusat', 'cooperation_officer')
    const days = async () =>
      Promise.all(
        [inWest, inEast].map(async ({ id }) => {
          const { overdue, daysLeft } = await as(central)<{ overdue: boolean; daysLeft: number }>(showFollowUp, { id })
          return [overdue, daysLeft]
        }),
      )
    expect(await days()).toEqual([
      [false, 0],
      [false, 0],
    ])
    now.at = new Date('2025-11-22T16:00:00Z')
    expect(await days()).toEqual([
      [true, -2],
      [true, -2],
    ])
  } finally {
    now.at = before
  }
})

test('the burn-down says how many were left and done at the end of each day, and how many should have been left', async () => {
  const officer = await person('Nusa', 'office_operator', '53')
  const judge = await person('Tenggara', 'office_leader', '53')
  const make = (dueOn: string) =>
    as(officer)(createFollowUp, { action: `Tugas ${dueOn}`, officeId: office('53').id, ownerId: officer.personId!, dueOn })
  const [first, , third] = [
    await on('2025-10-01', () => make('2025-10-03')),
    await on('2025-10-02', () => make('2025-10-04')),
    await on('2025-10-02', () => make('2025-10-05')),
  ]
  await on('2025-10-04', async () => {
    await as(officer)(reportFollowUp, { id: first.id, note: 'Sudah dikerjakan' })
    await as(judge)(verifyFollowUp, { id: first.id, adequate: true })
    await as(judge)(cancelFollowUp, { id: third.id, reason: 'Tidak diperlukan lagi' })
  })
  const { days, longest } = await on('2025-10-06', () => as(officer)(showProgress, { from: '2025-10-01', to: '2025-10-06' }))
  expect(days).toEqual([
    { day: '2025-10-01', open: 1, done: 0, planned: 1 },
    { day: '2025-10-02', open: 3, done: 0, planned: 2 },
    { day: '2025-10-03', open: 3, done: 0, planned: 1 },
    { day: '2025-10-04', open: 1, done: 1, planned: 0 },
    { day: '2025-10-05', open: 1, done: 1, planned: 0 },
    { day: '2025-10-06', open: 1, done: 1, planned: 0 },
  ])
  expect(longest.map(({ dueOn }: Row) => dueOn)).toEqual(['2025-10-04'])
})

test('the home page says what is late, what is due soon, and what to verify, each to the one it concerns', async () => {
  const officer = await person('Kupang', 'office_operator', '61')
  const judge = await person('Rote', 'office_leader', '61')
  const make = (dueOn: string) =>
    as(officer)(createFollowUp, { action: `Tugas ${dueOn}`, officeId: office('61').id, ownerId: officer.personId!, dueOn })
  await on('2025-10-01', () => make('2025-11-01'))
  await make('2025-11-25')
  await make('2026-03-01')
  const reported = await make('2026-04-01')
  await as(officer)(reportFollowUp, { id: reported.id, note: 'Sudah dikerjakan' })
  const home = async (who: Actor) => {
    const page = await (await browser(who)).get('/')
    const [waiting] = (await page.text()).split(/id="(?:kalender|perubahan)"/) // below stand the next days and what changed
    return waiting!.match(/Tugas \d{4}-\d\d-\d\d/g)
  }
  expect([await home(officer), await home(judge)]).toEqual([['Tugas 2025-11-01', 'Tugas 2025-11-25'], ['Tugas 2026-04-01']])
})

test('owner, partner and cycle are chosen among the filters, by what was typed as well, and owners put in order', async () => {
  const [ayu, wayan] = [await person('Ayu Saraswati', 'office_operator', '51.02'), await person('Wayan Saring', 'office_operator', '51.02')]
  const partner = newId()
  const name = 'Yayasan Saring Bali'
  await db
    .insertInto('partner')
    .values({ id: partner, name, folded: 'yayasan saring bali', class: 'ngo', office_id: office('51').id, created_at: now.at })
    .execute()
  for (const [action, owner, more] of [
    ['Menyaring satu', wayan, { partner }],
    ['Menyaring dua', ayu, {}],
  ] as const)
    await as(wayan)(createFollowUp, { action, officeId: office('51.02').id, ownerId: owner.personId!, dueOn: '2026-01-31', ...more })
  const listed = async (asked: object) =>
    (await as(wayan)<{ followUps: Row[] }>(listFollowUps, { q: 'menyaring', ...asked })).followUps.map(({ action }) => action)
  expect(await as(wayan)(searchOwners, { q: 'sarasw' })).toEqual([{ value: ayu.personId, label: 'Ayu Saraswati' }])
  expect(await as(leader)(searchCycles)).toEqual([])
  for (const [asked, actions] of [
    [{ owner: ayu.personId! }, ['Menyaring dua']],
    [{ owner: 'ayu saraswati' }, ['Menyaring dua']],
    [{ partner }, ['Menyaring satu']],
    [{ partner: name }, ['Menyaring satu']],
    [{ sort: 'owner' }, ['Menyaring dua', 'Menyaring satu']],
    [{ sort: '-owner' }, ['Menyaring satu', 'Menyaring dua']],
  ] as const)
    expect([asked, await listed(asked)]).toEqual([asked, actions])
  await expect(listed({ owner: 'Tidak Ada' })).rejects.toMatchObject({ code: 'not_found', fields: { owner: expect.anything() } })
  const web = await browser(wayan)
  const page = await (await web.get(`/tindak-lanjut?pemilik=${ayu.personId}`)).text()
  for (const field of ['pemilik', 'mitra', 'siklus']) expect(page).toMatch(new RegExp(`<input[^>]*name="${field}"`))
  expect(page).toContain('Penanggung jawab: Ayu Saraswati')
  expect([page.includes('urut=pemilik'), page.includes('Menyaring satu')]).toEqual([true, false])
  // When it was recorded is a choice among the filters, and is said in the list while that is its order.
  const recorded = await (await web.get('/tindak-lanjut?urut=-dibuat')).text()
  const saysWhen = (text: string) => /<small>Dicatat <time/.test(text)
  expect([page.includes('urut=dibuat'), page.includes('value="dibuat"'), saysWhen(page), saysWhen(recorded)]).toEqual([
    false,
    true,
    false,
    true,
  ])
  const sheet = await (await web.get(`/api/v1/follow-ups/export?format=csv&owner=${encodeURIComponent('Ayu Saraswati')}`)).text()
  expect([sheet.includes('Menyaring dua'), sheet.includes('Menyaring satu')]).toEqual([true, false])
})
