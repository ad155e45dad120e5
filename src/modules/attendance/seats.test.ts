import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { as, browser, db, kernel, now, office, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { newId } from '../../platform/operation/operation.ts'
import { answerInvitation, listOwnInvitations } from '../invitations/operations/answers.ts'
import { appointProxy } from '../invitations/operations/proxies.ts'
import { hashOfLink, linkToken } from '../invitations/rules/links.ts'
import { releaseProgramme } from '../meetings/operations/programmes.ts'
import { addSession } from '../meetings/operations/sessions.ts'
import { createMeeting } from '../meetings/operations/write.ts'
import { meetingKindId } from '../meetings/schema/meetings.ts'
import { showBadge } from './operations/badges.ts'
import { checkIn, showCode } from './operations/codes.ts'
import { showDesk } from './operations/desk.ts'
import { exportAttendance } from './operations/export.ts'
import { listAttendance, showAttendance } from './operations/read.ts'
import { recordAttendance } from './operations/record.ts'
import { reissueBadge } from './operations/reissue.ts'
import type { AttendanceView, Desk, PresenceRow, Recording } from './schema/attendance.ts'

afterAll(() => kernel.close())

const begin = Date.parse('2026-03-10T02:00:00Z')
const minute = 60_000
let officer: Actor, sari: Actor, dewi: Actor
beforeAll(async () => {
  officer = await person('Bagus', 'cooperation_officer')
  sari = await person('Sari', 'office_operator', '35.10', false)
  dewi = await person('Dewi', 'office_operator', '35.10', false)
})
beforeEach(() => {
  now.at = new Date(begin + 5 * minute)
})

/** A meeting of two sessions of an hour; Sari is invited, and Wahyu of the province; Dewi goes in the place of Sari. */
async function held({ onlyFirst = false, sent = -60 } = {}) {
  now.at = new Date('2026-03-01T02:00:00Z')
  const { id: meeting } = await as(officer)(createMeeting, {
    kindId: meetingKindId('rakor'),
    title: 'Rapat',
    office: '00',
    mode: 'hybrid',
    place: 'Jakarta',
    startsAt: '2026-03-10T09:00',
    endsAt: '2026-03-10T12:00',
    objectives: [],
  })
  for (const [title, from, to] of [
    ['Pembukaan', '09:00', '10:00'],
    ['Diskusi', '10:00', '11:00'],
  ])
    await as(officer)(addSession, { meeting, kind: 'plenary', title, startsAt: `2026-03-10T${from}`, endsAt: `2026-03-10T${to}` })
  const { rev } = await db.selectFrom('meeting').select('rev').where('id', '=', meeting).executeTakeFirstOrThrow()
  await as(officer)(releaseProgramme, { meeting, rev })
  const invitee = async (name: string, code: string, by: Actor | null) => {
    const id = newId()
    const token = linkToken(kernel.secret, { invitee: id, version: 1 })
    await db
      .insertInto('meeting_invitee')
      .values({
        ...{ id, meeting_id: meeting, key: `g:${id}`, name, office_id: office(code).id, person_id: by?.personId ?? null },
        ...{ involvement: 'must', mode: 'hybrid', sent_at: now.at, created_at: now.at, link_hash: hashOfLink(token) },
      })
      .execute()
    return { id, token }
  }
  const [own, other] = [await invitee('Sari', '35.10', sari), await invitee('Wahyu', '35', null)]
  const { sessions }: AttendanceView = await as(officer)(showAttendance, { meeting })
  const [opening, talk] = sessions.map(each => each.id) as [string, string]
  await db
    .insertInto('meeting_proxy')
    .values({
      ...{ id: newId(), meeting_id: meeting, invitee_id: own.id, session_id: onlyFirst ? opening : null, name: 'Dewi' },
      ...{ person_id: dewi.personId, scopes: ['attend'], created_at: new Date(begin + sent * minute) },
    })
    .execute()
  await db
    .insertInto('meeting_reader')
    .values([sari, dewi].map(({ personId }) => ({ meeting_id: meeting, person_id: personId! })))
    .execute()
  now.at = new Date(begin + 5 * minute)
  return { meeting, opening, talk, own, other }
}
const came = (session: string, invitee: string, minutes: number, more: object = {}) => ({
  ...{ id: randomUUID(), session, invitee, at: new Date(begin + minutes * minute).toISOString(), source: 'Meja 1' },
  ...more,
})
const sarisRow = async (meeting: string, session: string): Promise<unknown[]> => {
  const { rows } = (await as(officer)(listAttendance, { meeting, session })) as { rows: PresenceRow[] }
  const { status, proxy, appointed } = rows.find(({ name }) => name === 'Sari')!
  return [status, proxy, appointed]
}
const proxies = (meeting: string) =>
  db.selectFrom('meeting_proxy').select(['ended_how as how']).where('meeting_id', '=', meeting).orderBy('created_at').execute()
const codeOf = async (meeting: string, session: string): Promise<string> => (await as(officer)(showCode, { meeting, session })).code

test('who was sent stands beside whom they represent, on the board, at the desk and in the file; while nobody comes both are missing', async () => {
  const { meeting, opening, own } = await held()
  expect(await sarisRow(meeting, opening)).toEqual(['expected', null, 'Dewi'])
  const desk: Desk = await as(officer)(showDesk, { meeting })
  expect(desk.people.map(({ name, proxy }) => [name, proxy])).toEqual([
    ['Wahyu', null],
    ['Sari', 'Dewi'],
  ])
  expect((await as(dewi)(checkIn, { meeting, code: await codeOf(meeting, opening) })).outcome).toBe('in')
  expect(await sarisRow(meeting, opening)).toEqual(['replaced', 'Dewi', 'Dewi'])
  const file = await as(officer)(exportAttendance, { meeting, session: opening })
  let text = ''
  for await (const chunk of file.chunks) text += new TextDecoder().decode(chunk)
  expect(text.split('\n').find(line => line.includes('Sari'))).toMatch(/Diwakili.*Dewi.*Dewi/)
  expect(await (await (await browser(officer)).get(`/rapat/${meeting}/kehadiran?sesi=${opening}`)).text()).toContain('diwakili Dewi')
  expect(await proxies(meeting)).toEqual([{ how: null }])
  now.at = new Date(begin + 200 * minute)
  const { talk } = { talk: (await as(officer)(showAttendance, { meeting })).sessions[1].id }
  expect(await sarisRow(meeting, talk)).toEqual(['absent', null, 'Dewi'])
  expect(own.id).toBeTruthy()
})

test('whoever arrives themselves ends that somebody goes in their place, unless they sent them after they had come', async () => {
  const { meeting, opening, own } = await held()
  await as(officer)(recordAttendance, { meeting, events: [came(opening, own.id, 3)] })
  expect([await sarisRow(meeting, opening), await proxies(meeting)]).toEqual([['present', null, null], [{ how: 'arrived' }]])
  const { answer } = await db.selectFrom('meeting_invitee').select('answer').where('id', '=', own.id).executeTakeFirstOrThrow()
  expect(answer).toBe('onsite')
  await expect(as(dewi)(checkIn, { meeting, code: await codeOf(meeting, opening) })).rejects.toMatchObject({ code: 'forbidden' })
  const later = await held({ sent: 4 })
  await as(officer)(recordAttendance, { meeting: later.meeting, events: [came(later.opening, later.own.id, 3)] })
  expect(await proxies(later.meeting)).toEqual([{ how: null }])
})

test('somebody sent to one session represents there alone, and the principal’s coming to another ends nothing', async () => {
  const { meeting, opening, talk, own } = await held({ onlyFirst: true })
  await as(officer)(recordAttendance, { meeting, events: [came(talk, own.id, 65)] })
  expect(await proxies(meeting)).toEqual([{ how: null }])
  expect([await sarisRow(meeting, opening), await sarisRow(meeting, talk)]).toEqual([
    ['expected', null, 'Dewi'],
    ['present', null, null],
  ])
  now.at = new Date(begin + 62 * minute)
  await expect(as(dewi)(checkIn, { meeting, code: await codeOf(meeting, talk) })).rejects.toMatchObject({ code: 'forbidden' })
  expect((await sarisRow(meeting, opening))[0]).toBe('absent')
})

test('a guest checks in by the personal link and the code of the room; five wrong codes close it for a while, a void link at once', async () => {
  const { meeting, opening, other } = await held()
  const { get, post } = await browser(null)
  expect(await (await get(`/jawab/${other.token}`)).text()).toContain(`/jawab/${other.token}/hadir`)
  expect((await get(`/jawab/${other.token}/hadir`)).status).toBe(200)
  const tried = async (code: string) => (await post(`/jawab/${other.token}/hadir`, { code, mode: 'onsite' })).status
  for (let nth = 0; nth < 5; nth++) expect(await tried('AAAA')).toBe(422)
  expect(await tried(await codeOf(meeting, opening))).toBe(422)
  now.at = new Date(begin + 30 * minute)
  expect(await tried(await codeOf(meeting, opening))).toBe(303)
  const { rows } = (await as(officer)(listAttendance, { meeting, session: opening, status: 'present' })) as { rows: PresenceRow[] }
  expect(rows.map(({ name }) => name)).toEqual(['Wahyu'])
  await db.updateTable('meeting_invitee').set({ link_revoked_at: now.at }).where('id', '=', other.id).execute()
  expect(await tried(await codeOf(meeting, opening))).toBe(410)
  expect((await get('/jawab/tiket/hadir')).status).toBe(410)
})

test('whoever holds the position no longer on the day of the meeting checks in by no door, answers nothing and sends nobody; their proxy of the same office neither', async () => {
  const { meeting, opening, own, other } = await held()
  const { id: position } = await db.selectFrom('position').select('id').where('kind', '=', 'ketua').executeTakeFirstOrThrow()
  const appointment = (who: Actor) => ({ id: newId(), person_id: who.personId!, position_id: position, from_on: '2024-01-01' })
  const [ofSari, ofDewi] = [appointment(sari), appointment(dewi)]
  await db
    .insertInto('appointment')
    .values([ofSari, ofDewi].map(each => ({ ...each, office_id: office('35.10').id })))
    .execute()
  await db.updateTable('meeting_invitee').set({ position: 'Ketua' }).where('id', '=', own.id).execute()
  await db
    .updateTable('meeting_proxy')
    .set({ position: 'Ketua', office_id: office('35.10').id })
    .where('invitee_id', '=', own.id)
    .execute()
  const until = (id: string, to_on: string | null) => db.updateTable('appointment').set({ to_on }).where('id', '=', id).execute()
  const { get, post } = await browser(null)
  const code = await codeOf(meeting, opening)
  const byLink = async () => (await post(`/jawab/${own.token}/hadir`, { code, mode: 'onsite' })).status
  const byHerself = () => as(sari)(checkIn, { meeting, code })
  const refused = expect.objectContaining({ code: 'forbidden' })

  await until(ofSari.id, '2026-03-09')
  expect(await byLink()).toBe(409)
  await expect(byHerself()).rejects.toEqual(refused)
  expect(await (await get(`/jawab/${own.token}`)).text()).toContain('tidak lagi termasuk yang diundang')
  const { invitations } = await as(sari)<{ invitations: { id: string; rev: number; problem: string }[] }>(listOwnInvitations, {})
  const mine = invitations.find(({ id }) => id === own.id)!
  expect(mine.problem).toBe('lapsed')
  await expect(as(sari)(answerInvitation, { id: own.id, answer: 'onsite', rev: mine.rev })).rejects.toMatchObject({ code: 'conflict' })
  const proxy = { guest: 'Joko', reason: 'Bertugas di luar kota.', scopes: ['attend'], rev: mine.rev }
  await expect(as(sari)(appointProxy, { id: own.id, ...proxy })).rejects.toMatchObject({ code: 'conflict' })
  expect((await post(`/jawab/${own.token}/wakil`, { ...proxy, rev: String(mine.rev) })).status).toBe(409)

  await until(ofDewi.id, '2026-03-09')
  await expect(as(dewi)(checkIn, { meeting, code })).rejects.toEqual(refused)
  await until(ofDewi.id, '2026-03-10')
  expect((await as(dewi)(checkIn, { meeting, code })).outcome).toBe('in')
  await until(ofSari.id, '2026-03-10')
  expect((await byHerself()).outcome).toBe('in')
  now.at = new Date(begin + 20 * minute)
  expect(await (await get(`/jawab/${other.token}`)).text()).not.toContain('tidak lagi termasuk')
  for (const { id } of [ofSari, ofDewi]) await db.deleteFrom('appointment').where('id', '=', id).execute()
})

test('a badge that was issued anew is the only one that counts; another office issues none', async () => {
  const { meeting, opening, own } = await held()
  const old = (await as(sari)(showBadge, { meeting })).badge.code
  await expect(as(sari)(reissueBadge, { meeting, invitee: own.id, reason: 'Hilang' })).rejects.toMatchObject({
    code: expect.stringMatching(/forbidden|not_found/),
  })
  const made = await (await browser(officer)).post(`/rapat/${meeting}/kehadiran/${opening}/${own.id}/kode-baru`, { reason: 'Hilang' })
  expect([made.status, (await made.text()).includes('Kode QR Sari')]).toEqual([200, true])
  const { code } = (await as(sari)(showBadge, { meeting })).badge
  expect(code).not.toBe(old)
  const { events }: Recording = await as(officer)(recordAttendance, {
    meeting,
    events: [old, code].map(badge => ({ ...came(opening, own.id, 1), invitee: undefined, badge })),
  })
  expect(events.map(({ outcome }) => outcome)).toEqual(['replaced', 'recorded'])
  const desk: Desk = await as(officer)(showDesk, { meeting })
  expect(desk.people.map(({ edition }) => edition)).toEqual([1, 2])
})
