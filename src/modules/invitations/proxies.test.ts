import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, browser, db, kernel, now, office, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { newId } from '../../platform/operation/operation.ts'
import { showMeeting } from '../meetings/operations/read.ts'
import { createMeeting } from '../meetings/operations/write.ts'
import { type MeetingDetail, meetingKindId } from '../meetings/schema/meetings.ts'
import { answerInvitation, listOwnInvitations } from './operations/answers.ts'
import { sendInvitations } from './operations/letters.ts'
import { appointProxy, endProxy, showProxies } from './operations/proxies.ts'
import { listInvitees } from './operations/read.ts'
import { createRule } from './operations/rules.ts'
import type { OwnInvitation } from './schema/answers.ts'
import type { Invitee } from './schema/invitations.ts'
import type { MeetingProxy } from './schema/proxies.ts'

afterAll(() => kernel.close())

let officer: Actor, made: Actor, ketut: Actor, wayan: Actor, outsider: Actor, former: Actor
beforeAll(async () => {
  now.at = new Date('2026-03-01T02:00:00Z')
  officer = await person('Bagus', 'cooperation_officer')
  made = await person('Made', 'office_leader', '51', true)
  ketut = await person('Ketut', 'office_operator', '51', false)
  wayan = await person('Wayan', 'office_operator', '51', false)
  former = await person('Bekas', 'office_operator', '51', false)
  outsider = await person('Rina', 'office_operator', '35.11', false)
  await hold(made, 'Ketua', '51')
  await hold(ketut, 'Anggota', '51')
  await hold(wayan, 'Anggota', '51')
  await hold(former, 'Anggota', '51', { to_on: '2026-03-09' })
})

async function hold(actor: Actor, position: string, code: string, more: object = {}): Promise<void> {
  const { id } = await db
    .selectFrom('position')
    .select('id')
    .where('name', '=', position)
    .where('level', '=', 'any')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('appointment')
    .values({ id: newId(), person_id: actor.personId!, office_id: office(code).id, position_id: id, from_on: '2020-01-01', ...more })
    .execute()
}

const planned = (title: string): Promise<MeetingDetail> =>
  as(officer)(createMeeting, {
    kindId: meetingKindId('rakornas'),
    title,
    office: '00',
    mode: 'hybrid',
    place: 'Jakarta',
    startsAt: '2026-03-10T09:00',
    endsAt: '2026-03-10T12:00',
    objectives: [],
  })
/** A meeting to which Made, Ketut and Wayan are invited. */
async function invited(title: string, involvement = 'must'): Promise<string> {
  const { id } = await planned(title)
  await as(officer)(createRule, {
    meeting: id,
    kind: 'positions',
    positions: ['Ketua', 'Anggota'],
    levels: ['province'],
    places: ['51'],
    involvement,
  })
  await as(officer)(sendInvitations, { meeting: id })
  await kernel.jobs.drain(kernel)
  return id
}
const own = async (actor: Actor, meeting: string): Promise<OwnInvitation> =>
  (await as(actor)(listOwnInvitations, {})).invitations.find((each: OwnInvitation) => each.meeting.id === meeting)
const listed = async (meeting: string, q: string): Promise<Invitee> => (await as(officer)(listInvitees, { meeting, q })).invitees[0]

test('somebody of the same office goes in somebody’s place: both names stand everywhere, they are told, and only one hop is gone', async () => {
  const meeting = await invited('Rapat satu')
  const { id, rev } = await own(made, meeting)
  const { persons } = await as(made)(showProxies, { id })
  expect(persons.map(({ name }: { name: string }) => name)).toEqual(['Ketut', 'Wayan'])
  const proxy: MeetingProxy = await as(made)(appointProxy, { id, person: ketut.personId, scopes: ['attend', 'vote'], rev })
  expect(proxy).toMatchObject({ name: 'Ketut', position: 'Anggota', invitee: { name: 'Made' }, session: null, scopes: ['attend', 'vote'] })
  expect(await listed(meeting, 'Made')).toMatchObject({ answer: 'proxy', proxy: 'Ketut' })
  const mails = await db.selectFrom('mail_message').select('subject').where('recipient', 'like', 'ketut%').orderBy('created_at').execute()
  expect(mails.map(({ subject }) => subject)).toContain('Anda mewakili Made: Rapat satu')
  const chain = await own(ketut, meeting)
  await expect(as(ketut)(appointProxy, { id: chain.id, person: wayan.personId, scopes: ['attend'], rev: chain.rev })).rejects.toMatchObject(
    {
      code: 'conflict',
    },
  )
  const other = await own(wayan, meeting)
  await expect(as(wayan)(appointProxy, { id: other.id, person: made.personId, scopes: ['attend'], rev: other.rev })).rejects.toMatchObject({
    fields: { person: [{}] },
  })
})

test('whoever is not of the office on that day goes only by name and with the reason', async () => {
  const meeting = await invited('Rapat dua')
  const { id, rev } = await own(made, meeting)
  const appoint = (draft: object) => as(made)(appointProxy, { id, scopes: ['attend'], rev, ...draft })
  for (const who of [outsider, former, made])
    await expect(appoint({ person: who.personId })).rejects.toMatchObject({ fields: { person: [{}] } })
  await expect(appoint({ guest: 'Prof. Wakil' })).rejects.toMatchObject({ fields: { reason: [{}] } })
  await expect(appoint({})).rejects.toMatchObject({ fields: { person: [{}] } })
  await expect(as(outsider)(appointProxy, { id, guest: 'X Y', reason: 'coba saja', rev })).rejects.toMatchObject({ code: 'not_found' })
  const proxy: MeetingProxy = await appoint({
    guest: 'Prof. Wakil',
    institution: 'Universitas',
    email: 'wakil@contoh.id',
    reason: 'Ahli di bidangnya',
  })
  expect(proxy).toMatchObject({ personId: null, name: 'Prof. Wakil', institution: 'Universitas' })
  expect((await db.selectFrom('mail_message').select('subject').where('recipient', '=', 'wakil@contoh.id').execute()).length).toBe(1)
})

test('a proxy ends when the principal arrives, when it is replaced, or when the principal answers for themselves', async () => {
  const meeting = await invited('Rapat tiga')
  const first = await own(made, meeting)
  const ketuts: MeetingProxy = await as(made)(appointProxy, { id: first.id, person: ketut.personId, scopes: ['attend'], rev: first.rev })
  const second = await own(made, meeting)
  const wayans: MeetingProxy = await as(made)(appointProxy, { id: first.id, person: wayan.personId, scopes: ['attend'], rev: second.rev })
  await expect(as(officer)(endProxy, { id: ketuts.id, how: 'arrived' })).rejects.toMatchObject({ code: 'conflict' })
  await expect(as(outsider)(endProxy, { id: wayans.id })).rejects.toMatchObject({ code: 'not_found' })
  expect(await as(officer)(endProxy, { id: wayans.id, how: 'arrived' })).toMatchObject({ endedHow: 'arrived' })
  expect(await listed(meeting, 'Made')).toMatchObject({ answer: 'onsite', proxy: null })
  const third = await own(made, meeting)
  expect(third.history.map(({ answer, how }) => [answer, how])).toEqual([
    ['proxy', 'self'],
    ['proxy', 'self'],
    ['onsite', 'arrival'],
  ])
  await as(made)(appointProxy, { id: first.id, person: ketut.personId, scopes: ['attend'], rev: third.rev })
  await as(made)(answerInvitation, { id: first.id, answer: 'online', rev: third.rev + 1 })
  const { proxies } = await as(made)(showProxies, { id: first.id })
  expect(proxies.map(({ name, endedHow }: MeetingProxy) => [name, endedHow])).toEqual([
    ['Ketut', 'withdrawn'],
    ['Wayan', 'arrived'],
    ['Ketut', 'replaced'],
  ])
})

test('that a proxy must be elsewhere at that time is said, and of what they do not read only that', async () => {
  const elsewhere = await invited('Rapat rahasia di tempat lain')
  const meeting = await invited('Rapat empat', 'expected')
  const { id, rev } = await own(made, meeting)
  expect(await as(made)(appointProxy, { id, person: wayan.personId, scopes: ['attend'], rev })).toMatchObject({ busy: true })
  const there = await own(wayan, elsewhere)
  await as(wayan)(answerInvitation, { id: there.id, answer: 'declined', reason: 'Mewakili ketua', rev: there.rev })
  const others = await db
    .selectFrom('meeting_invitee')
    .select('id')
    .where('person_id', '=', wayan.personId!)
    .where('involvement', '=', 'must')
    .execute()
  await db
    .updateTable('meeting_invitee')
    .set({ withdrawn_at: now.at })
    .where(
      'id',
      'in',
      others.map(each => each.id),
    )
    .execute()
  expect((await as(made)(showProxies, { id })).proxies[0]).toMatchObject({ name: 'Wayan', busy: false })
})

test('a session may have a proxy of its own, and then not the whole meeting; the answer stays', async () => {
  const meeting = await invited('Rapat lima')
  const session = {
    id: newId(),
    meeting_id: meeting,
    kind: 'plenary' as const,
    title: 'Pleno',
    day: '2026-03-10',
    starts_at: '2026-03-10T02:00:00Z',
  }
  await db.insertInto('meeting_session').values(session).execute()
  const { day, kind, ...slot } = session
  await db
    .insertInto('meeting_slot')
    .values({ session_id: slot.id, meeting_id: meeting, title: slot.title, starts_at: slot.starts_at })
    .execute()
  const released = {
    id: slot.id,
    kind,
    title: slot.title,
    description: null,
    class: null,
    owner: null,
    room: null,
    day,
    startsAt: slot.starts_at,
    endsAt: null,
    parts: [],
  }
  await db
    .insertInto('meeting_release')
    .values({ id: newId(), meeting_id: meeting, number: 1, sessions: JSON.stringify([released]), changes: '[]', at: now.at })
    .execute()
  const { id, rev } = await own(made, meeting)
  await expect(as(made)(appointProxy, { id, person: ketut.personId, session: newId(), scopes: ['attend'], rev })).rejects.toMatchObject({
    fields: { session: [{}] },
  })
  expect(await as(made)(appointProxy, { id, person: ketut.personId, session: slot.id, scopes: ['speak'], rev })).toMatchObject({
    session: { id: slot.id, name: 'Pleno' },
  })
  expect((await own(made, meeting)).answer).toBe('waiting')
  await expect(as(made)(appointProxy, { id, person: wayan.personId, scopes: ['attend'], rev })).rejects.toMatchObject({
    fields: { session: [{}] },
  })
})

test('by the page and by the link the same, and who goes reads the meeting', async () => {
  const { id: meeting } = await planned('Rapat enam')
  await as(officer)(createRule, { meeting, kind: 'positions', positions: ['Ketua'], levels: ['province'], places: ['51'] })
  await as(officer)(createRule, { meeting, kind: 'guest', guest: 'Dr. Tamu', email: 'dr.tamu@contoh.id' })
  await as(officer)(sendInvitations, { meeting })
  await kernel.jobs.drain(kernel)
  const { id, rev } = await own(made, meeting)
  const page = await browser(made)
  expect(await (await page.get(`/undangan/${id}`)).text()).toContain('Ketut, Anggota')
  const wrong = await page.post(`/undangan/${id}/wakil`, { guest: 'Seseorang', scopes: 'attend', rev: String(rev) })
  expect([wrong.status, (await wrong.text()).includes('Tulis mengapa orang ini yang mewakili.')]).toEqual([422, true])
  expect((await page.post(`/undangan/${id}/wakil`, { person: ketut.personId!, scopes: 'attend', rev: String(rev) })).status).toBe(303)
  expect(await (await page.get(`/undangan/${id}`)).text()).toContain('Diwakili: Ketut')
  expect((await as(ketut)(showMeeting, { id: meeting })).title).toBe('Rapat enam')
  const { body } = await db.selectFrom('mail_message').select('body').where('recipient', '=', 'dr.tamu@contoh.id').executeTakeFirstOrThrow()
  const [, path] = body.match(/http:\/\/sinergi\.test(\/jawab\/[\w-]+)/)!
  const nobody = await browser(null)
  expect(
    (await nobody.post(`${path}/wakil`, { guest: 'Asisten', reason: 'Sedang di luar negeri', scopes: 'attend', rev: '1' })).status,
  ).toBe(303)
  expect(await listed(meeting, 'Dr. Tamu')).toMatchObject({ answer: 'proxy', proxy: 'Asisten' })
})
