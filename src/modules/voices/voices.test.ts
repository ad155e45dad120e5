import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, browser, db, kernel, now, office, person, program } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { newId } from '../../platform/operation/operation.ts'
import { showFinding } from '../findings/operations/read.ts'
import type { FindingDetail } from '../findings/schema.ts'
import { listOwnInvitations } from '../invitations/operations/answers.ts'
import { sendInvitations } from '../invitations/operations/letters.ts'
import { appointProxy } from '../invitations/operations/proxies.ts'
import { createRule } from '../invitations/operations/rules.ts'
import { cancelMeeting, endMeeting, reportMeeting, startMeeting } from '../meetings/operations/lifecycle.ts'
import { releaseProgramme, showProgramme } from '../meetings/operations/programmes.ts'
import { addPart, addSession } from '../meetings/operations/sessions.ts'
import { createMeeting } from '../meetings/operations/write.ts'
import { type MeetingDetail, meetingKindId } from '../meetings/schema/meetings.ts'
import type { ProgrammeView } from '../meetings/schema/programmes.ts'
import { listNotices } from '../notices/operations/inbox.ts'
import { answerVoice, joinVoice, setVoiceAside } from './operations/act.ts'
import { makeFinding } from './operations/find.ts'
import { listVoices, showVoice } from './operations/read.ts'
import { sendVoice, showOwnVoices } from './operations/send.ts'
import { most, type OwnVoices, type TopicDetail } from './schema/voices.ts'

afterAll(() => kernel.close())

let officer: Actor, made: Actor, ketut: Actor, wayan: Actor, former: Actor, outsider: Actor, moderator: Actor, leader: Actor
beforeAll(async () => {
  now.at = new Date('2026-03-01T02:00:00Z')
  officer = await person('Bagus', 'cooperation_officer')
  made = await person('Made', 'office_leader', '51', true)
  ketut = await person('Ketut', 'office_operator', '51', false)
  wayan = await person('Wayan', 'office_operator', '51', false)
  former = await person('Bekas', 'office_operator', '51', false)
  outsider = await person('Rina', 'office_operator', '35.11', false)
  moderator = await person('Dewi', 'office_operator', '32.10', false)
  leader = await person('Siti', 'inspector', '51')
  await hold(made, 'Ketua')
  await hold(ketut, 'Anggota')
  await hold(former, 'Anggota', { to_on: '2026-03-10' })
})

async function hold(actor: Actor, position: string, more: object = {}): Promise<void> {
  const kind = await db
    .selectFrom('position')
    .select('id')
    .where('name', '=', position)
    .where('level', '=', 'any')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('appointment')
    .values({ id: newId(), person_id: actor.personId!, office_id: office('51').id, position_id: kind.id, from_on: '2020-01-01', ...more })
    .execute()
}

/** A meeting of one day with two sessions, the first moderated by Dewi, to which the officials of Bali are invited; it goes on. */
async function running(title: string): Promise<{ id: string; sessions: string[] }> {
  now.at = new Date('2026-03-01T02:00:00Z')
  const { id } = await as(officer)<MeetingDetail>(createMeeting, {
    kindId: meetingKindId('rakornas'),
    title,
    office: '00',
    mode: 'hybrid',
    place: 'Jakarta',
    startsAt: '2026-03-10T09:00',
    endsAt: '2026-03-10T16:00',
    objectives: [],
  })
  await as(officer)(addSession, { meeting: id, kind: 'panel', title: 'Panel', startsAt: '2026-03-10T09:00', endsAt: '2026-03-10T12:00' })
  await as(officer)(addSession, { meeting: id, kind: 'plenary', title: 'Pleno', startsAt: '2026-03-10T13:00', endsAt: '2026-03-10T16:00' })
  const draft = await as(officer)<ProgrammeView>(showProgramme, { meeting: id })
  const [panel, plenary] = draft.sessions as [ProgrammeView['sessions'][number], ProgrammeView['sessions'][number]]
  await as(officer)(addPart, { session: panel.id, rev: panel.rev, role: 'moderates', person: moderator.personId! })
  const { rev } = await as(officer)<ProgrammeView>(showProgramme, { meeting: id })
  await as(officer)(releaseProgramme, { meeting: id, rev, confirm: true })
  await as(officer)(createRule, {
    meeting: id,
    kind: 'positions',
    positions: ['Ketua', 'Anggota'],
    levels: ['province'],
    places: ['51'],
    involvement: 'must',
  })
  await as(officer)(sendInvitations, { meeting: id })
  await kernel.jobs.drain(kernel)
  now.at = new Date('2026-03-10T03:00:00Z')
  await move(id, startMeeting)
  return { id, sessions: [panel.id, plenary.id] }
}
async function move(id: string, operation: Parameters<ReturnType<typeof as>>[0], more: object = {}): Promise<void> {
  const { rev } = await db.selectFrom('meeting').select('rev').where('id', '=', id).executeTakeFirstOrThrow()
  await as(officer)(operation, { id, rev, ...more })
}
const say = (actor: Actor, meeting: string, text: string, more: object = {}) =>
  as(actor)<OwnVoices>(sendVoice, { meeting, kind: 'obstacle', text, ...more })
const topics = async (meeting: string, actor = officer) =>
  (await as(actor)(listVoices, { meeting })).topics as { id: string; text: string; count: number; state: string; rev: number }[]
const refused = (code: string) => expect.objectContaining({ code })

test('who takes part says something from the seat, the moderator reads it as one, answers once, and each is told once', async () => {
  const { id, sessions } = await running('Rapat satu')
  await say(made, id, 'Narahubung mitra sering berganti')
  const own = await say(ketut, id, 'narahubung  mitra sering BERGANTI!')
  expect(own.current).toBe(sessions[0])
  await say(moderator, id, 'Anggaran bersama belum ada')
  const [first, second] = await topics(id, moderator)
  expect([first?.text, first?.count, second?.count]).toEqual(['Narahubung mitra sering berganti', 2, 1])
  const detail = await as(moderator)<TopicDetail>(showVoice, { id: first!.id })
  expect(detail.voices.map(({ name, position, office }) => [name, position, office?.name])).toEqual([
    ['Made', 'Ketua', office('51').name],
    ['Ketut', 'Anggota', office('51').name],
  ])
  const answered = await as(moderator)<TopicDetail>(answerVoice, { id: first!.id, rev: 0, reply: 'Daftarnya diperbarui setiap triwulan.' })
  await as(moderator)(answerVoice, { id: first!.id, rev: answered.rev, reply: 'Daftarnya diperbarui setiap bulan.' })
  await expect(as(moderator)(answerVoice, { id: first!.id, rev: 0, reply: 'Lagi' })).rejects.toEqual(refused('conflict'))
  for (const each of [made, ketut]) {
    const { notices } = await as(each)(listNotices, {})
    const about = notices.filter(({ kind }: { kind: string }) => kind === 'voice.reply')
    expect(about.map(({ path }: { path: string }) => path)).toEqual([`/rapat/${id}/suara/kirim#milik-saya`])
  }
  expect((await as(made)<OwnVoices>(showOwnVoices, { meeting: id })).voices).toMatchObject([
    { state: 'answered', reply: 'Daftarnya diperbarui setiap bulan.' },
  ])
  // Whoever says it later has the answer at once.
  await say(made, id, 'Anggaran bersama belum ada.')
  const late = await topics(id)
  expect(late.find(({ text }) => text.startsWith('Anggaran'))).toMatchObject({ count: 2, state: 'new' })
})

test('who takes no part says nothing: another office, yesterday’s official, whoever sends a proxy; the proxy does', async () => {
  const { id, sessions } = await running('Rapat dua')
  for (const each of [outsider, wayan, leader, officer]) await expect(say(each, id, 'Bukan peserta')).rejects.toEqual(refused('not_found'))
  await say(former, id, 'Masih menjabat pada hari rapat')
  await db.updateTable('appointment').set({ to_on: '2026-03-09' }).where('person_id', '=', former.personId).execute()
  await expect(say(former, id, 'Tidak menjabat lagi')).rejects.toEqual(refused('not_found'))
  await db.updateTable('appointment').set({ to_on: '2026-03-10' }).where('person_id', '=', former.personId).execute()
  const invitation = (await as(made)(listOwnInvitations, {})).invitations.find(({ meeting }: any) => meeting.id === id)
  await hold(wayan, 'Anggota')
  await as(made)(appointProxy, { id: invitation.id, person: wayan.personId, scopes: ['attend'], rev: invitation.rev })
  await expect(say(made, id, 'Sudah diwakili')).rejects.toEqual(refused('not_found'))
  await say(wayan, id, 'Saya mewakili')
  const spoken = (await topics(id)).find(({ text }) => text === 'Saya mewakili')!
  expect((await as(officer)<TopicDetail>(showVoice, { id: spoken.id })).voices).toMatchObject([{ name: 'Wayan', behalfOf: 'Made' }])
  // A part in one session is that session alone.
  await expect(say(moderator, id, 'Di pleno', { session: sessions[1] })).rejects.toEqual(refused('conflict'))
})

test('a session takes voices around its day: not before, not after, not of a meeting that was cancelled or reported', async () => {
  const { id, sessions } = await running('Rapat tiga')
  const at = async (time: string, session: string) => {
    now.at = new Date(time)
    return say(ketut, id, `Pada ${time}`, { session }).then(
      () => 'taken',
      error => error.code,
    )
  }
  expect([
    await at('2026-03-10T01:44:59Z', sessions[0]!),
    await at('2026-03-10T01:45:00Z', sessions[0]!),
    await at('2026-03-10T01:45:00Z', sessions[1]!),
    await at('2026-03-11T16:59:59Z', sessions[0]!),
    await at('2026-03-11T17:00:00Z', sessions[0]!),
  ]).toEqual(['conflict', 'taken', 'conflict', 'taken', 'conflict'])
  now.at = new Date('2026-03-10T07:00:00Z')
  await move(id, endMeeting)
  await say(ketut, id, 'Sesudah rapat ditutup')
  await move(id, reportMeeting)
  await expect(say(ketut, id, 'Sesudah dilaporkan')).rejects.toEqual(refused('conflict'))
  const other = await running('Rapat yang batal')
  await move(other.id, cancelMeeting, { reason: 'Narasumber berhalangan.' })
  await expect(say(ketut, other.id, 'Sesudah batal')).rejects.toEqual(refused('conflict'))
})

test('what is sent again is taken once, as many as one may and no more, and no longer than said', async () => {
  const { id } = await running('Rapat empat')
  const key = newId()
  for (let turn = 0; turn < 2; turn++) await say(ketut, id, 'Sekali saja', { id: key })
  await expect(say(made, id, 'Sekali saja', { id: key })).rejects.toEqual(refused('conflict'))
  for (let more = 1; more < most.voices; more++) await say(ketut, id, `Hal ke-${more}`)
  await expect(say(ketut, id, 'Satu lagi')).rejects.toEqual(refused('conflict'))
  await expect(say(made, id, 'a'.repeat(most.letters + 1))).rejects.toEqual(refused('invalid'))
  const own = await as(ketut)<OwnVoices>(showOwnVoices, { meeting: id })
  expect([own.voices.length, own.sessions[0]?.left, own.sessions[0]?.problem]).toEqual([most.voices, 0, 'full'])
  await Promise.allSettled(Array.from({ length: most.voices + 5 }, (_, at) => say(made, id, `Bersamaan ${at}`)))
  expect((await as(made)<OwnVoices>(showOwnVoices, { meeting: id })).voices.length).toBe(most.voices)
})

test('the moderator joins what means the same, sets aside with a reason; who does not moderate reads or acts no more than they may', async () => {
  const { id, sessions } = await running('Rapat lima')
  await say(made, id, 'Data mitra tidak cocok')
  await say(ketut, id, 'Data kami dan mitra berbeda')
  await say(former, id, 'Di sesi lain', { session: sessions[0] })
  const [one, two, three] = (await topics(id)).toSorted((a, b) => (a.text < b.text ? -1 : 1))
  const joined = await as(moderator)<TopicDetail>(joinVoice, { id: one!.id, rev: 0, into: two!.id })
  expect([joined.id, joined.count, joined.voices.map(({ text }) => text).toSorted()]).toEqual([
    two!.id,
    2,
    ['Data kami dan mitra berbeda', 'Data mitra tidak cocok'],
  ])
  await say(former, id, 'data kami dan mitra berbeda')
  expect((await as(officer)<TopicDetail>(showVoice, { id: two!.id })).count).toBe(3)
  await as(moderator)(setVoiceAside, { id: three!.id, rev: 0, reason: 'Sudah dijawab narasumber.' })
  expect((await as(former)<OwnVoices>(showOwnVoices, { meeting: id })).voices.find(({ text }) => text === 'Di sesi lain')).toMatchObject({
    state: 'aside',
    reply: 'Sudah dijawab narasumber.',
  })
  // A participant reads their own alone; the inspector of Bali reads no voices of a meeting of the national office.
  for (const each of [made, leader, outsider]) {
    await expect(as(each)(listVoices, { meeting: id })).rejects.toEqual(refused('not_found'))
    await expect(as(each)(showVoice, { id: two!.id })).rejects.toEqual(refused('not_found'))
    await expect(as(each)(answerVoice, { id: two!.id, rev: 1, reply: 'Bukan saya' })).rejects.toMatchObject({ code: /not_found|forbidden/ })
  }
  const auditor = await person('Auditor', 'auditor')
  expect((await as(auditor)(listVoices, { meeting: id })).topics.length).toBe(2)
  await expect(as(auditor)(answerVoice, { id: two!.id, rev: 2, reply: 'Bukan saya' })).rejects.toEqual(refused('forbidden'))
})

test('the form works without a script, keeps what was written where it is refused, and stands where people look for it', async () => {
  const { id } = await running('Rapat enam')
  const { get, post } = await browser(ketut)
  expect(await (await get('/')).text()).toContain(`/rapat/${id}/suara/kirim`)
  expect(await (await get(`/rapat/${id}`)).text()).toContain(`/rapat/${id}/suara/kirim`)
  const page = await (await get(`/rapat/${id}/suara/kirim`)).text()
  const key = page.match(/name="id" value="([^"]+)"/)![1]!
  const again = await post(`/rapat/${id}/suara/kirim`, { id: key, text: 'Tanpa jenis' })
  expect([again.status, (await again.text()).includes('Tanpa jenis')]).toEqual([422, true])
  for (let turn = 0; turn < 2; turn++)
    expect((await post(`/rapat/${id}/suara/kirim`, { id: key, kind: 'question', text: 'Kapan dibagikan?' })).status).toBe(303)
  const [topic] = await topics(id)
  expect(topic).toMatchObject({ text: 'Kapan dibagikan?', count: 1 })
  const desk = await browser(moderator)
  expect(await (await desk.get(`/rapat/${id}/suara`)).text()).toContain(`/suara/${topic!.id}`)
  expect((await desk.post(`/suara/${topic!.id}/jawaban`, { rev: '0', reply: 'Bersama notula.' })).status).toBe(303)
  expect(await (await get(`/rapat/${id}/suara/kirim`)).text()).toContain('Bersama notula.')
  const rest = await program(ketut)
  const sent = await rest('POST', `/meetings/${id}/voices`, { kind: 'solution', text: 'Lewat program' })
  expect(sent.status).toBe(201)
})

test('what many said becomes one finding with all of them named, of their session, at their office; a question is asked its kind', async () => {
  const { id } = await running('Rapat tujuh')
  await say(made, id, 'Mitra belum menunjuk narahubung', { about: 'Universitas Bahari' })
  await say(ketut, id, 'Mitra belum menunjuk narahubung.')
  await say(moderator, id, 'Kapan anggarannya turun?', { kind: 'question' })
  const all = await topics(id)
  const [many, question] = [all.find(({ count }) => count === 2)!, all.find(({ count }) => count === 1)!]
  // Whoever only moderates writes no findings of the national office.
  await expect(as(moderator)(makeFinding, { id: many.id, rev: 0, kind: 'obstacle' })).rejects.toEqual(refused('forbidden'))
  await expect(as(officer)(makeFinding, { id: question.id, rev: 0 })).rejects.toEqual(refused('invalid'))
  const made_ = await as(officer)<TopicDetail>(makeFinding, { id: many.id, rev: 0, kind: 'obstacle', category: 'coordination' })
  await expect(as(officer)(makeFinding, { id: many.id, rev: made_.rev, kind: 'obstacle' })).rejects.toEqual(refused('conflict'))
  const finding = await as(officer)<FindingDetail>(showFinding, { id: made_.finding!.id })
  expect([finding.office.name, finding.kind, finding.source?.kind, finding.sourcePage?.name]).toEqual([
    office('51').name,
    'obstacle',
    'meeting_session',
    'Panel',
  ])
  const { get } = await browser(officer)
  const page = await (await get(`/temuan/${finding.id}`)).text()
  for (const said of ['Made', 'Ketut', 'Panel', 'Rapat tujuh', 'Universitas Bahari']) expect(page).toContain(said)
  // The office that it is about reads who said it, and no way into a meeting that it does not read.
  const ofBali = await (await (await browser(leader)).get(`/temuan/${finding.id}`)).text()
  expect([ofBali.includes('Ketut'), ofBali.includes('Rapat tujuh'), ofBali.includes(`/rapat/${id}`)]).toEqual([true, true, false])
  expect((await (await browser(outsider)).get(`/temuan/${finding.id}`)).status).toBe(404)
  // Whoever says it later is named there too.
  await say(former, id, 'mitra belum menunjuk narahubung')
  expect(await (await get(`/temuan/${finding.id}`)).text()).toContain('Bekas')
  // Of several offices: at the host.
  await say(made, id, 'Kapan anggarannya turun?', { kind: 'question' })
  const { finding: second } = await as(officer)<TopicDetail>(makeFinding, { id: question.id, rev: 0, kind: 'suggestion' })
  expect(await as(officer)(showFinding, { id: second!.id })).toMatchObject({ kind: 'suggestion', office: { id: office('00').id } })
})

test('a guest says something by the link of the invitation and is written to once; a link that was taken back says nothing', async () => {
  const { id } = await running('Rapat delapan')
  await as(officer)(createRule, {
    meeting: id,
    kind: 'guest',
    guest: 'Prof. Tamu',
    institution: 'Universitas Bahari',
    email: 'tamu@contoh.id',
    involvement: 'expected',
  })
  await as(officer)(sendInvitations, { meeting: id })
  await kernel.jobs.drain(kernel)
  const letters = () =>
    db.selectFrom('mail_message').selectAll().where('recipient', '=', 'tamu@contoh.id').orderBy('created_at').orderBy('id').execute()
  const path = (await letters())[0]!.body.match(/http:\/\/sinergi\.test(\/jawab\/[\w-]+)/)![1]!
  const nobody = await browser(null)
  expect(await (await nobody.get(path)).text()).toContain(`${path}/suara`)
  const page = await (await nobody.get(`${path}/suara`)).text()
  const key = page.match(/name="id" value="([^"]+)"/)![1]!
  for (let turn = 0; turn < 2; turn++)
    expect((await nobody.post(`${path}/suara`, { id: key, kind: 'suggestion', text: 'Siapkan narasumber tetap' })).status).toBe(303)
  const [topic] = await topics(id)
  expect(topic).toMatchObject({ text: 'Siapkan narasumber tetap', count: 1 })
  const first = await as(officer)<TopicDetail>(answerVoice, { id: topic!.id, rev: 0, reply: 'Akan dibahas.' })
  await as(officer)(answerVoice, { id: topic!.id, rev: first.rev, reply: 'Disepakati.' })
  const [, answer, ...more] = await letters()
  expect([answer?.subject, answer?.body.includes('Akan dibahas.'), more.length]).toEqual([
    'Masukan Anda dalam rapat “Rapat delapan” sudah dijawab.',
    true,
    0,
  ])
  expect(await (await nobody.get(`${path}/suara`)).text()).toContain('Disepakati.')
  const [line] = await db.selectFrom('audit_event').selectAll().where('operation', '=', 'voices.sendByLink').execute()
  expect(line?.person_name).toBe('Prof. Tamu')
  await db.updateTable('meeting_invitee').set({ link_revoked_at: now.at }).where('email', '=', 'tamu@contoh.id').execute()
  expect((await nobody.get(`${path}/suara`)).status).toBe(410)
  expect((await nobody.post(`${path}/suara`, { kind: 'suggestion', text: 'Sesudah dicabut' })).status).toBe(410)
  expect((await nobody.post(`/jawab/${'x'.repeat(50)}/suara`, { kind: 'suggestion', text: 'Tebakan' })).status).toBe(410)
})
