import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { app, as, browser, db, kernel, now, office, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { newId } from '../../platform/operation/operation.ts'
import { cancelMeeting } from '../meetings/operations/lifecycle.ts'
import { showMeeting } from '../meetings/operations/read.ts'
import { changeMeeting, createMeeting } from '../meetings/operations/write.ts'
import { type MeetingDetail, meetingKindId } from '../meetings/schema/meetings.ts'
import { answerInvitation, listOwnInvitations, recordAnswer, withdrawInvitee } from './operations/answers.ts'
import { remindInvitees, sendInvitations } from './operations/letters.ts'
import { listInvitees, showInvitations } from './operations/read.ts'
import { createRule } from './operations/rules.ts'
import type { OwnInvitation } from './schema/answers.ts'
import type { Invitee } from './schema/invitations.ts'

afterAll(() => kernel.close())

let officer: Actor, bali: Actor, rina: Actor
beforeAll(async () => {
  now.at = new Date('2026-03-01T02:00:00Z')
  officer = await person('Bagus', 'cooperation_officer')
  bali = await person('Made', 'office_leader', '51', true)
  rina = await person('Rina', 'office_operator', '35.11', false)
  await hold(bali, 'Sekretaris', '51')
})

async function hold(actor: Actor, position: string, code: string, more: object = {}): Promise<void> {
  const { id } = await db
    .selectFrom('position')
    .select('id')
    .where('name', '=', position)
    .where('level', 'in', ['province', 'any'])
    .executeTakeFirstOrThrow()
  await db
    .insertInto('appointment')
    .values({ id: newId(), person_id: actor.personId!, office_id: office(code).id, position_id: id, from_on: '2020-01-01', ...more })
    .execute()
}

async function planned(more: object = {}): Promise<MeetingDetail> {
  return as(officer)(createMeeting, {
    kindId: meetingKindId('rakornas'),
    title: 'Rapat koordinasi, nasional; 38 provinsi',
    office: '00',
    mode: 'hybrid',
    place: 'Jakarta',
    startsAt: '2026-03-10T09:00',
    endsAt: '2026-03-10T12:00',
    objectives: [],
    ...more,
  })
}

const guest = (meeting: string, name: string, email: string | null = null) =>
  as(officer)(createRule, { meeting, kind: 'guest', guest: name, email, mode: 'hybrid' })
const secretaries = (meeting: string) =>
  as(officer)(createRule, { meeting, kind: 'positions', positions: ['Sekretaris'], levels: ['province'], involvement: 'must' })
async function send(meeting: string, more: object = {}): Promise<void> {
  await as(officer)(sendInvitations, { meeting, ...more })
  await kernel.jobs.drain(kernel)
}
const letters = (to: string) =>
  db.selectFrom('mail_message').selectAll().where('recipient', '=', to).orderBy('created_at').orderBy('id').execute()
const linkIn = (body: string): string => body.match(/http:\/\/sinergi\.test(\/jawab\/[\w-]+)/)![1]!
const one = async (meeting: string, q: string): Promise<Invitee> => (await as(officer)(listInvitees, { meeting, q })).invitees[0]

test('before anything is sent it is said which positions are vacant, which are held twice and who is invited twice', async () => {
  const { id } = await planned()
  await hold(await person('Sekretaris satu'), 'Sekretaris', '52')
  await hold(await person('Sekretaris dua'), 'Sekretaris', '52', { acting: 'plh' })
  await secretaries(id)
  await as(officer)(createRule, { meeting: id, kind: 'person', person: bali.personId })
  await guest(id, 'Tanpa surel')
  const { preview, run } = await as(officer)(sendInvitations, { meeting: id, preview: true })
  const [gap] = preview.gaps.positions
  expect([preview.letters, preview.without, preview.gaps.twice, run]).toEqual([3, 1, 1, null])
  expect(gap).toMatchObject({ position: 'Sekretaris', vacant: 36, doubled: 1, doubledAt: [office('52').name] })
  expect(gap.vacantAt).toHaveLength(20)
  expect(await db.selectFrom('mail_message').select('id').execute()).toEqual([])
})

test('each gets one letter with a number, a personal link and the entry for the calendar; nobody is written to twice', async () => {
  const { id } = await planned()
  await guest(id, 'Prof. Tamu', 'prof@contoh.id')
  await guest(id, 'Tanpa surel')
  await send(id)
  const [letter, ...more] = await letters('prof@contoh.id')
  expect(more).toEqual([])
  expect(letter).toMatchObject({ subject: 'Undangan: Rapat koordinasi, nasional; 38 provinsi' })
  expect(letter!.body).toMatch(/Nomor: \d+\/UND\/00\/2026/)
  const lines = letter!.calendar!.replaceAll('\r\n ', '').split('\r\n')
  expect(lines).toEqual(
    expect.arrayContaining(['METHOD:REQUEST', `UID:meeting-${id}@sinergi`, 'STATUS:CONFIRMED', 'DTSTART:20260310T020000Z']),
  )
  expect(lines.filter(line => /^ATTENDEE/.test(line))).toEqual([expect.stringContaining('MAILTO:prof@contoh.id')])
  expect(lines).toContain('SUMMARY:Rapat koordinasi\\, nasional\\; 38 provinsi')
  expect(letter!.calendar).not.toContain('/jawab/')
  expect(await one(id, 'Tanpa')).toMatchObject({ state: 'draft', reachable: false })
  await guest(id, 'Kemudian', 'kemudian@contoh.id')
  await send(id, { byHand: true })
  expect([(await letters('prof@contoh.id')).length, (await letters('kemudian@contoh.id')).length]).toEqual([1, 1])
  expect(await one(id, 'Tanpa')).toMatchObject({ state: 'sent' })
  await expect(as(officer)(sendInvitations, { meeting: id })).rejects.toMatchObject({ code: 'conflict' })
  expect((await as(officer)(showInvitations, { meeting: id })).run).toMatchObject({
    letter: 'invitation',
    state: 'done',
    total: 2,
    done: 2,
    letters: 1,
  })
})

test('somebody without an account answers by the link, changes it, and that is kept; what is wrong comes back as it was typed', async () => {
  const { id } = await planned()
  await guest(id, 'Ibu Tamu', 'ibu@contoh.id')
  await send(id)
  const path = linkIn((await letters('ibu@contoh.id'))[0]!.body)
  const nobody = await browser(null)
  const page = await nobody.get(path)
  const html = await page.text()
  expect([page.status, page.headers.get('referrer-policy'), page.headers.get('cache-control'), page.headers.get('x-robots-tag')]).toEqual([
    200,
    'same-origin',
    'private, no-store',
    'noindex, nofollow',
  ])
  expect(html).toContain('Anda belum menjawab.')
  const lacking = await nobody.post(path, { answer: 'declined', rev: '1' })
  expect([lacking.status, (await lacking.text()).includes('Tulis alasannya.')]).toEqual([422, true])
  expect(
    (await nobody.post(path, { answer: 'declined', reason: 'Sakit', rev: '1', letter: new File(['%PDF-1.4\n'], 'surat.pdf') })).status,
  ).toBe(303)
  expect(await one(id, 'Ibu')).toMatchObject({ answer: 'declined', reason: 'Sakit' })
  expect((await nobody.post(path, { answer: 'online', rev: '1' })).status).toBe(409)
  expect((await nobody.post(path, { answer: 'online', rev: '2' })).status).toBe(303)
  const after = await (await nobody.get(path)).text()
  expect([...after.matchAll(/Tidak hadir \(lewat tautan\)|Hadir daring \(lewat tautan\)/g)].map(([text]) => text)).toEqual([
    'Hadir daring (lewat tautan)',
    'Tidak hadir (lewat tautan)',
  ])
  const trail = await db
    .selectFrom('audit_event')
    .select(['person_name as actor', 'operation'])
    .where('operation', '=', 'invitations.answerByLink')
    .execute()
  expect(trail).toEqual([
    { actor: 'Ibu Tamu', operation: 'invitations.answerByLink' },
    { actor: 'Ibu Tamu', operation: 'invitations.answerByLink' },
  ])
})

test('a link that leads nowhere says why, and the answer ends with the meeting', async () => {
  const { id, rev } = await planned()
  await guest(id, 'Satu', 'satu@contoh.id')
  await guest(id, 'Dua', 'dua@contoh.id')
  await send(id)
  const [first, second] = [linkIn((await letters('satu@contoh.id'))[0]!.body), linkIn((await letters('dua@contoh.id'))[0]!.body)]
  const nobody = await browser(null)
  const says = async (path: string, text: string) => {
    const answer = await nobody.get(path)
    const html = await answer.text()
    return [answer.status, html.includes(text)]
  }
  expect(await says(`${first.slice(0, -2)}AA`, 'Alamatnya tidak lengkap atau keliru.')).toEqual([410, true])
  await db.updateTable('meeting_invitee').set({ link_version: 2, link_hash: 'other' }).where('email', '=', 'satu@contoh.id').execute()
  expect(await says(first, 'Tautan ini sudah diganti.')).toEqual([410, true])
  await as(officer)(withdrawInvitee, { id: (await one(id, 'Dua')).id, reason: 'Sudah diwakili', rev: 1 })
  expect(await says(second, 'Undangan ini sudah dibatalkan oleh penyelenggara.')).toEqual([410, true])
  expect((await nobody.post(second, { answer: 'onsite', rev: '2' })).status).toBe(410)
  await db.updateTable('meeting_invitee').set({ withdrawn_at: null, link_revoked_at: null }).where('email', '=', 'dua@contoh.id').execute()
  await as(officer)(cancelMeeting, { id, rev: (await as(officer)(showMeeting, { id })).rev ?? rev, reason: 'Batal diadakan' })
  expect(await says(second, 'Rapat ini dibatalkan, jadi tidak perlu dijawab.')).toEqual([200, true])
  await db.updateTable('meeting').set({ state: 'planned' }).where('id', '=', id).execute()
  now.at = new Date('2026-03-10T06:00:00Z')
  expect(await says(second, 'Rapat ini sudah selesai')).toEqual([200, true])
  expect((await nobody.post(second, { answer: 'onsite', rev: '2' })).status).toBe(409)
  now.at = new Date('2026-03-01T02:00:00Z')
})

test('many wrong links from one place are refused for a while', async () => {
  const tries = []
  for (let at = 0; at < 62; at++)
    tries.push(
      (
        await app.request(
          `http://sinergi.test/jawab/${'x'.repeat(50)}${at}`,
          {},
          { incoming: { socket: { remoteAddress: '203.0.113.7' } } },
        )
      ).status,
    )
  expect([tries.slice(0, 60).every(status => status === 410), tries.at(-1)]).toEqual([true, 429])
})

test('somebody with an account finds it at home, answers there, and reads the meeting; others do not', async () => {
  const { id } = await planned()
  await secretaries(id)
  await expect(as(rina)(showMeeting, { id })).rejects.toMatchObject({ code: 'not_found' })
  await send(id)
  expect((await as(bali)(showMeeting, { id })).title).toBe('Rapat koordinasi, nasional; 38 provinsi')
  const [own]: OwnInvitation[] = (await as(bali)(listOwnInvitations, {})).invitations.filter(
    (each: OwnInvitation) => each.meeting.id === id,
  )
  expect(own).toMatchObject({ answer: 'waiting', choices: ['onsite', 'online', 'declined'], involvement: 'must', position: 'Sekretaris' })
  expect(await (await (await browser(bali)).get('/')).text()).toContain(`/undangan/${own!.id}`)
  await expect(as(rina)(answerInvitation, { id: own!.id, answer: 'onsite', rev: own!.rev })).rejects.toMatchObject({ code: 'not_found' })
  await as(bali)(answerInvitation, { id: own!.id, answer: 'onsite', rev: own!.rev })
  expect((await as(officer)(showInvitations, { meeting: id })).counts).toMatchObject({ onsite: 1 })
  expect(await (await (await browser(bali)).get('/')).text()).not.toContain(`/undangan/${own!.id}`)
  await as(officer)(recordAnswer, { id: own!.id, answer: 'declined', reason: 'Menelepon: sakit', rev: own!.rev + 1 })
  expect((await one(id, 'Made')).answer).toBe('declined')
})

test('who was invited to a meeting that is cancelled is told so, and their calendar takes it away', async () => {
  const { id, rev } = await planned()
  await guest(id, 'Diberi tahu', 'diberitahu@contoh.id')
  await send(id)
  await guest(id, 'Belum dikirim', 'belum@contoh.id')
  // Whoever sends invitations has said with it that the meeting has been invited to.
  expect((await as(officer)<MeetingDetail>(showMeeting, { id })).state).toBe('invited')
  await as(officer)(cancelMeeting, { id, rev: rev + 1, reason: 'Gedung tidak dapat dipakai' })
  await kernel.jobs.drain(kernel)
  const [invitation, cancellation] = await letters('diberitahu@contoh.id')
  expect(cancellation!.subject).toMatch(/^Rapat dibatalkan: /)
  expect(cancellation!.body).toContain('Gedung tidak dapat dipakai')
  const sequence = (text: string | null) => Number(text!.match(/^SEQUENCE:(\d+)/m)![1])
  const uid = (text: string | null) => text!.replaceAll('\r\n ', '').match(/^UID:(.*)$/m)![1]
  expect(cancellation!.calendar).toContain('METHOD:CANCEL')
  expect([uid(cancellation!.calendar), sequence(cancellation!.calendar) > sequence(invitation!.calendar)]).toEqual([
    uid(invitation!.calendar),
    true,
  ])
  expect(await letters('belum@contoh.id')).toEqual([])
})

test('who was invited to a meeting that is moved is told once, their calendar moves it, and who goes in their place is told too', async () => {
  const { id } = await planned()
  await secretaries(id)
  await guest(id, 'Pindah', 'pindah@contoh.id')
  await guest(id, 'Ditarik', 'ditarik@contoh.id')
  await send(id)
  await guest(id, 'Menunggu', 'menunggu@contoh.id')
  const dropped = await one(id, 'Ditarik')
  await as(officer)(withdrawInvitee, { id: dropped.id, reason: 'Diwakili lembaganya', rev: dropped.rev })
  const invitation = linkIn((await letters('pindah@contoh.id'))[0]!.body)
  const proxy = { guest: 'Wakil Pindah', email: 'wakil@contoh.id', reason: 'Bertugas lain.', scopes: 'attend', rev: '1' }
  expect((await (await browser(null)).post(`${invitation}/wakil`, proxy)).status).toBe(303)
  const move = async (more: object) => {
    const { rev, kind, objectives: _, ...plan } = await as(officer)<MeetingDetail>(showMeeting, { id })
    const given = { kindId: kind.id, title: plan.title, mode: plan.mode, place: plan.place, objectives: [] }
    await as(officer)(changeMeeting, { id, rev, ...given, startsAt: '2026-03-10T09:00', endsAt: '2026-03-10T12:00', ...more })
  }
  const wait = async (minutes: number) => {
    now.at = new Date(now.at.getTime() + minutes * 60_000)
    await kernel.timers.drain(kernel)
    await kernel.jobs.drain(kernel)
  }
  const lines = () =>
    db
      .selectFrom('notice')
      .select('person_id as to')
      .where('kind', '=', 'meeting.invitationMoved')
      .where(sql<boolean>`params ->> 'title' = 'Rapat koordinasi, nasional; 38 provinsi'`)
      .execute()
  await move({ startsAt: '2026-03-11T09:00', endsAt: '2026-03-11T12:00' })
  await wait(5)
  await move({ startsAt: '2026-03-12T13:00', endsAt: '2026-03-12T15:00', place: 'Bandung' })
  await wait(11)
  const [first, second, ...more] = await letters('pindah@contoh.id')
  expect(more).toEqual([])
  expect(second!.subject).toMatch(/^Perubahan waktu atau tempat: /)
  expect(second!.body.replaceAll('\u00a0', ' ')).toMatch(/12 Maret 2026, 13.00 WIB[\s\S]*Bandung[\s\S]*Diwakili[\s\S]*\/jawab\//)
  const said = (text: string | null, name: string) => text!.replaceAll('\r\n ', '').match(new RegExp(`^${name}[:;](.*)$`, 'm'))![1]!
  expect(said(second!.calendar, 'METHOD')).toBe('REQUEST')
  expect(said(second!.calendar, 'UID')).toBe(said(first!.calendar, 'UID'))
  expect(Number(said(second!.calendar, 'SEQUENCE'))).toBeGreaterThan(Number(said(first!.calendar, 'SEQUENCE')))
  expect(second!.calendar).toContain('20260312T060000Z')
  expect((await letters('wakil@contoh.id')).map(({ body }) => body.replaceAll('\u00a0', ' ').match(/\d+ Maret 2026/)![0])).toEqual([
    '10 Maret 2026',
    '12 Maret 2026',
  ])
  expect([(await letters('ditarik@contoh.id')).length, (await letters('menunggu@contoh.id')).length]).toEqual([1, 0])
  expect((await lines()).filter(({ to }) => to === bali.personId)).toHaveLength(1)
  await move({ startsAt: '2026-03-13T09:00', endsAt: '2026-03-13T12:00' })
  await move({ startsAt: '2026-03-12T13:00', endsAt: '2026-03-12T15:00', place: 'Bandung' })
  await wait(11)
  expect(await letters('pindah@contoh.id')).toHaveLength(2)
})

test('three days before a meeting those who have not answered are reminded by themselves, of one put off at its new time', async () => {
  const { id } = await planned()
  await guest(id, 'Diingatkan', 'diingatkan@contoh.id')
  await send(id)
  const fire = async (day: string) => {
    now.at = new Date(`${day}T00:30:00Z`)
    await kernel.timers.drain(kernel)
    await kernel.jobs.drain(kernel)
    return (await letters('diingatkan@contoh.id')).length
  }
  expect(await fire('2026-03-06')).toBe(1)
  await db.updateTable('meeting').set({ starts_at: '2026-03-12T02:00:00Z', ends_at: null }).where('id', '=', id).execute()
  expect(await fire('2026-03-07')).toBe(1)
  expect(await fire('2026-03-09')).toBe(2)
  expect(await fire('2026-03-10')).toBe(2)
  now.at = new Date('2026-03-01T02:00:00Z')
})

test('who is invited to be there in person is not offered to attend online, nor where the meeting is not held so', async () => {
  const { id } = await planned({ mode: 'onsite' })
  await guest(id, 'Tamu', 'tamu@contoh.id')
  await send(id)
  const nobody = await browser(null)
  const path = linkIn((await letters('tamu@contoh.id'))[0]!.body)
  expect(await (await nobody.get(path)).text()).not.toContain('Saya hadir daring')
  expect((await nobody.post(path, { answer: 'online', rev: '1' })).status).toBe(422)
})

test('only those who have not answered are reminded, with the same link', async () => {
  const { id } = await planned()
  await guest(id, 'Menjawab', 'menjawab@contoh.id')
  await guest(id, 'Menunggu', 'menunggu@contoh.id')
  await send(id)
  await (await browser(null)).post(linkIn((await letters('menjawab@contoh.id'))[0]!.body), { answer: 'onsite', rev: '1' })
  await as(officer)(remindInvitees, { meeting: id })
  await kernel.jobs.drain(kernel)
  expect((await letters('menjawab@contoh.id')).length).toBe(1)
  const [first, second] = await letters('menunggu@contoh.id')
  expect([second!.subject, linkIn(second!.body)]).toEqual(['Mohon jawaban: Rapat koordinasi, nasional; 38 provinsi', linkIn(first!.body)])
})
