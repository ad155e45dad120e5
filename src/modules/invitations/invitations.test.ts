import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, browser, countQueries, db, kernel, now, office, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { newId } from '../../platform/operation/operation.ts'
import { changeMeeting, createMeeting } from '../meetings/operations/write.ts'
import { type MeetingDetail, meetingKindId } from '../meetings/schema/meetings.ts'
import { listInvitees, showInvitations } from './operations/read.ts'
import { createRule, removeRule, resolveInvitations } from './operations/rules.ts'
import type { InvitationsView, Invitee } from './schema/invitations.ts'

afterAll(() => kernel.close())

let officer: Actor, province: Actor, beside: Actor
const positions = new Map<string, string>()
beforeAll(async () => {
  now.at = new Date('2026-03-01T02:00:00Z')
  officer = await person('Bagus', 'cooperation_officer')
  province = await person('Wahyu', 'office_leader', '35', true)
  beside = await person('Rina', 'office_operator', '51', false)
  for (const { id, name, level } of await db.selectFrom('position').select(['id', 'name', 'level']).execute())
    positions.set(`${name} ${level}`, id)
})

const plan = (more: object = {}) => ({
  kindId: meetingKindId('rakor'),
  title: 'Rapat koordinasi nasional',
  office: '00',
  mode: 'hybrid' as const,
  place: 'Jakarta',
  startsAt: '2026-03-10T09:00',
  endsAt: '2026-03-10T12:00',
  objectives: [],
  ...more,
})
const planned = (more: object = {}, by = officer): Promise<MeetingDetail> => as(by)(createMeeting, plan(more))

/** Somebody who holds a position at an office, from one day to another. */
async function holder(
  name: string,
  position: string,
  code: string,
  from: string,
  to: string | null = null,
  more: object = {},
): Promise<string> {
  const { personId } = await person(name)
  const level = code === '00' ? 'national' : code.includes('.') ? 'regency' : 'province'
  const position_id = positions.get(`${position} ${level}`) ?? positions.get(`${position} any`)!
  await db
    .insertInto('appointment')
    .values({ id: newId(), person_id: personId!, office_id: office(code).id, position_id, from_on: from, to_on: to, ...more })
    .execute()
  return personId!
}

const namesOf = async (meeting: string, more: object = {}, by = officer): Promise<string[]> =>
  ((await as(by)(listInvitees, { meeting, ...more })) as { invitees: Invitee[] }).invitees.map(({ name }) => name)
const every = (meeting: string, names: string[], more: object = {}) => ({
  meeting,
  kind: 'positions' as const,
  positions: names,
  levels: ['province' as const],
  ...more,
})

test('a rule names who holds the position on the day of the meeting: not who has left it by then, and who is yet to come', async () => {
  await holder('Lama', 'Sekretaris', '31', '2020-01-01', '2026-03-09')
  await holder('Baru', 'Sekretaris', '31', '2026-03-10')
  await holder('Berakhir hari itu', 'Sekretaris', '32', '2020-01-01', '2026-03-10')
  await holder('Terlambat', 'Sekretaris', '32', '2026-03-11')
  const { id } = await planned()
  await as(officer)(createRule, every(id, ['Sekretaris'], { places: ['31', '32'] }))
  expect(await namesOf(id)).toEqual(['Baru', 'Berakhir hari itu'])
})

test('a meeting of last year names who held the position then, whoever has left since', async () => {
  const left = await holder('Pensiun', 'Ketua', '33', '2020-01-01', '2025-12-31')
  await db.updateTable('person').set({ left_at: '2026-01-15T00:00:00Z' }).where('id', '=', left).execute()
  await holder('Pengganti', 'Ketua', '33', '2026-01-01')
  const { id } = await planned({ startsAt: '2025-06-10T09:00', endsAt: '2025-06-10T12:00' })
  await as(officer)(createRule, every(id, ['ketua'], { places: ['33'] }))
  expect(await namesOf(id)).toEqual(['Pensiun'])
})

test('a rule names positions by name or kind, only the units and places that it says, and nobody twice', async () => {
  const both = await holder('Dua jabatan', 'Ketua', '34', '2020-01-01')
  await db
    .insertInto('appointment')
    .values({ id: newId(), person_id: both, office_id: office('34').id, position_id: positions.get('Anggota any')!, from_on: '2020-01-01' })
    .execute()
  await holder('Kadiv teknis', 'Ketua Divisi', '34', '2020-01-01', null, { unit: 'teknis' })
  await holder('Kadiv hukum', 'Ketua Divisi', '34', '2020-01-01', null, { unit: 'hukum' })
  await holder('Plh ketua', 'Ketua', '34', '2026-03-01', '2026-03-20', { acting: 'plh' })
  const { id } = await planned()
  await as(officer)(createRule, every(id, ['Ketua', 'anggota'], { places: ['34'], involvement: 'optional' }))
  await as(officer)(createRule, every(id, ['ketua_divisi'], { places: ['34'], units: ['teknis'] }))
  const view: InvitationsView = await as(officer)(createRule, { meeting: id, kind: 'person', person: both, involvement: 'must' })
  expect(view.rules.map(({ invitees }) => invitees)).toEqual([2, 1, 1])
  const { invitees }: { invitees: Invitee[] } = await as(officer)(listInvitees, { meeting: id })
  expect(invitees.map(({ name, position, acting, involvement }) => [name, position, acting, involvement])).toEqual([
    ['Dua jabatan', 'Ketua', null, 'must'],
    ['Plh ketua', 'Ketua', 'plh', 'optional'],
    ['Kadiv teknis', 'Ketua Divisi', null, 'expected'],
  ])
})

test('the list follows appointments until an invitation is sent; what was sent stays as it was sent', async () => {
  const first = await holder('Pertama', 'Sekretaris', '36', '2020-01-01')
  const { id } = await planned()
  await as(officer)(createRule, every(id, ['Sekretaris'], { places: ['36'] }))
  await db.updateTable('appointment').set({ to_on: '2026-03-01' }).where('person_id', '=', first).execute()
  await holder('Kedua', 'Sekretaris', '36', '2026-03-02')
  expect(await namesOf(id)).toEqual(['Pertama'])
  await as(officer)(resolveInvitations, { meeting: id })
  expect(await namesOf(id)).toEqual(['Kedua'])
  await db.updateTable('meeting_invitee').set({ sent_at: now.at }).where('meeting_id', '=', id).execute()
  await db.updateTable('appointment').set({ to_on: '2026-03-01' }).where('from_on', '=', '2026-03-02').execute()
  await holder('Ketiga', 'Sekretaris', '36', '2026-03-02')
  await as(officer)(resolveInvitations, { meeting: id })
  const { invitees }: { invitees: Invitee[] } = await as(officer)(listInvitees, { meeting: id })
  expect(invitees.map(({ name, state, gone }) => [name, state, gone])).toEqual([
    ['Kedua', 'sent', true],
    ['Ketiga', 'draft', false],
  ])
  const { rules }: InvitationsView = await as(officer)(showInvitations, { meeting: id })
  await as(officer)(removeRule, { id: rules[0]!.id })
  expect(await namesOf(id)).toEqual(['Kedua'])
})

test('who names nothing is told so, and an office invites nobody above or beside it', async () => {
  const { id } = await planned({ office: '35' }, province)
  const refused = (draft: object) => as(province)(createRule, { meeting: id, ...draft }).catch(error => Object.keys(error.fields))
  expect(await refused({ kind: 'positions', positions: ['Menteri'], levels: ['province'] })).toEqual(['positions'])
  expect(await refused({ kind: 'positions' })).toEqual(['positions', 'levels'])
  expect(await refused({ kind: 'positions', positions: ['Ketua'], levels: ['province'], places: ['51'] })).toEqual(['places'])
  expect(await refused({ kind: 'guest' })).toEqual(['guest'])
  expect(await refused({ kind: 'person', person: officer.personId })).toEqual(['person'])
  await holder('Ketua Bali', 'Ketua', '51', '2020-01-01')
  await holder('Ketua Jatim', 'Ketua', '35', '2020-01-01')
  await holder('Ketua Banyuwangi', 'Ketua', '35.10', '2020-01-01')
  await as(province)(createRule, { meeting: id, kind: 'positions', positions: ['Ketua'], levels: ['national', 'province', 'regency'] })
  expect(await namesOf(id, {}, province)).toEqual(['Ketua Jatim', 'Ketua Banyuwangi'])
})

test('another office reads of a meeting only its own people, once they are written to', async () => {
  const { id } = await planned()
  await as(officer)(createRule, every(id, ['Ketua']))
  await expect(as(beside)(listInvitees, { meeting: id })).rejects.toMatchObject({ code: 'not_found' })
  await db.updateTable('meeting_invitee').set({ sent_at: now.at }).where('meeting_id', '=', id).execute()
  await db.insertInto('meeting_reader').values({ meeting_id: id, person_id: beside.personId! }).execute()
  expect(await namesOf(id, {}, beside)).toEqual(['Ketua Bali'])
  const view: InvitationsView = await as(beside)(showInvitations, { meeting: id })
  expect(view).toMatchObject({ rules: [], mayWrite: false, counts: { invited: 1 } })
  await expect(as(beside)(resolveInvitations, { meeting: id })).rejects.toMatchObject({ code: 'forbidden' })
})

test('guests stand last, a list is filtered by answer and area, and takes as many statements for one as for many', async () => {
  const { id } = await planned()
  await as(officer)(createRule, every(id, ['Ketua']))
  await as(officer)(createRule, { meeting: id, kind: 'guest', guest: 'Prof. Tamu', institution: 'Universitas', email: 'tamu@contoh.id' })
  const names = await namesOf(id)
  expect([names.length > 3, names.at(-1)]).toEqual([true, 'Prof. Tamu'])
  expect(await namesOf(id, { province: '51' })).toEqual(['Ketua Bali'])
  expect(await namesOf(id, { answer: 'onsite' })).toEqual([])
  expect(await namesOf(id, { q: 'universitas' })).toEqual(['Prof. Tamu'])
  const one = await countQueries(() => as(officer)(listInvitees, { meeting: id, most: 1 }))
  expect(await countQueries(() => as(officer)(listInvitees, { meeting: id, most: 50 }))).toBe(one)
})

test('what is filtered is taken away as a table', async () => {
  const { id } = await planned()
  await as(officer)(createRule, every(id, ['Ketua'], { places: ['51'], involvement: 'must' }))
  await as(officer)(createRule, { meeting: id, kind: 'guest', guest: '=Tamu', institution: 'Universitas' })
  const page = await browser(officer)
  const file = await page.get(`/api/v1/meetings/${id}/invitees/export?format=csv`)
  const lines = (await file.text())
    .replace(/^\ufeff/, '')
    .trim()
    .split(/\r?\n/)
  expect([file.status, lines.length, lines[0]?.includes('Yang diundang'), lines[1]?.startsWith('Ketua Bali')]).toEqual([200, 3, true, true])
  expect(lines[2]).not.toMatch(/^=/)
})

test('nothing is invited to what is over, and a meeting that moves to another day is asked anew', async () => {
  const { id, rev } = await planned()
  await as(officer)(createRule, every(id, ['Sekretaris'], { places: ['31'] }))
  expect(await namesOf(id)).toEqual(['Baru'])
  await as(officer)(changeMeeting, { ...plan({ startsAt: '2026-03-09T09:00', endsAt: '' }), id, rev })
  await as(officer)(resolveInvitations, { meeting: id })
  expect(await namesOf(id)).toEqual(['Lama'])
  await db.updateTable('meeting').set({ state: 'ended' }).where('id', '=', id).execute()
  await expect(as(officer)(resolveInvitations, { meeting: id })).rejects.toMatchObject({ code: 'conflict' })
})

test('the page of a meeting says how many are invited and leads to them, and its forms work without scripts', async () => {
  const { id } = await planned()
  const page = await browser(officer)
  const sent = await page.post(`/rapat/${id}/daftar-undangan/aturan`, {
    kind: 'positions',
    positions: ['Ketua', 'Sekretaris'],
    levels: 'province',
    places: ['31', '34'],
    involvement: 'must',
    mode: 'onsite',
  })
  expect([sent.status, sent.headers.get('location')]).toEqual([303, `/rapat/${id}/daftar-undangan`])
  const list = await (await page.get(`/rapat/${id}/daftar-undangan`)).text()
  expect(list).toContain('Ketua dan Sekretaris – Provinsi di')
  expect(list).toContain('data-total="3"')
  expect(await (await page.get(`/rapat/${id}`)).text()).toContain('3 diundang: 0 hadir, 0 diwakili, 0 tidak hadir, 3 belum menjawab.')
  const again = await page.post(`/rapat/${id}/daftar-undangan/aturan`, { kind: 'guest', involvement: 'must', mode: 'onsite' })
  expect([again.status, (await again.text()).includes('Tulis nama tamu yang diundang.')]).toEqual([422, true])
})
