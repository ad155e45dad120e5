import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, browser, db, kernel, now, person, program } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { actorOfPerson } from '../../platform/authority/load-actor.ts'
import { endMeeting, startMeeting } from '../meetings/operations/lifecycle.ts'
import { releaseProgramme } from '../meetings/operations/programmes.ts'
import { showMeeting } from '../meetings/operations/read.ts'
import { addPart, addSession, removePart } from '../meetings/operations/sessions.ts'
import { createMeeting } from '../meetings/operations/write.ts'
import { meetingKindId } from '../meetings/schema/meetings.ts'
import type { ProgrammeView } from '../meetings/schema/programmes.ts'
import { beginMinutes } from './operations/begin.ts'
import { answerCorrection, listCorrections, sendCorrection } from './operations/corrections.ts'
import { approveMinutes, distributeMinutes, returnMinutes, sendMinutes, verifyMinutes } from './operations/lifecycle.ts'
import { addPassage, movePassage, removePassage, savePassage } from './operations/passages.ts'
import { listMinutes, showHistory, showMinutes } from './operations/read.ts'
import type { Corrections } from './schema/corrections.ts'
import type { MinutesDetail, MinutesHistory } from './schema/minutes.ts'

let sari: Actor, budi: Actor, note: Actor, chair: Actor, reader: Actor, guest: Actor, above: Actor
beforeAll(async () => {
  now.at = new Date('2026-03-01T02:00:00Z')
  sari = await person('Sari', 'office_operator', '35.10', false)
  budi = await person('Budi', 'office_operator', '35.10', false)
  note = await person('Nana Notulis', 'office_operator', '35.11', false)
  chair = await person('Ketut Ketua', 'office_leader', '35.78', false)
  reader = await person('Endang', 'inspector', '35', true)
  above = await person('Wahyu', 'office_leader', '35', true)
  guest = await person('Rina', 'office_operator', '35.12', false)
})
afterAll(() => kernel.close())

/** A meeting that goes on, with one session that Nana takes the minutes of and, unless said otherwise, Ketut chairs. */
async function underWay({ chaired = true } = {}) {
  const plan = { kindId: meetingKindId('rakor'), office: '35.10', mode: 'onsite', place: 'Aula', objectives: [] }
  const { id } = await as(sari)(createMeeting, { ...plan, title: 'Koordinasi logistik', startsAt: '2026-03-01T09:00', endsAt: null })
  const draft: ProgrammeView = await as(sari)(addSession, { meeting: id, kind: 'plenary', title: 'Pleno', startsAt: '2026-03-01T09:00' })
  const session = draft.sessions[0]!.id
  const parts = [
    { person: note.personId, role: 'minutes' },
    { person: guest.personId, role: 'speaks' },
    ...(chaired ? [{ person: chair.personId, role: 'chairs' }] : []),
  ]
  for (const [rev, part] of parts.entries()) await as(above)(addPart, { session, rev, ...part })
  const released = await release(id)
  await as(sari)(startMeeting, { id, rev: released.rev })
  return { id, session, parts: released.sessions[0]!.parts }
}
async function release(id: string): Promise<ProgrammeView> {
  const { rev } = await as(sari)(showMeeting, { id })
  return as(sari)(releaseProgramme, { meeting: id, rev, confirm: true })
}
const said = (text: string, more: object = {}) => ({ part: '', speaker: 'Pak Camat', text, conclusion: '', ...more })
const begun = async (meeting: string, session: string, by = note): Promise<MinutesDetail> => as(by)(beginMinutes, { meeting, session })

test('who takes the minutes writes them, who chairs approves them, and what was approved is proved by its fingerprint', async () => {
  const { id, session } = await underWay()
  const { id: minutes } = await begun(id, session)
  await as(note)(addPassage, { minutes, ...said('Gudang siap.', { part: 'Rina', conclusion: 'Distribusi dimulai Senin.' }) })
  const written: MinutesDetail = await as(sari)(addPassage, { minutes, ...said('Jalan rusak.') })
  expect(written).toMatchObject({
    state: 'draft',
    writers: ['Nana Notulis', 'Sari'],
    approvers: ['Ketut Ketua'],
    passages: [
      { speaker: 'Rina', conclusion: 'Distribusi dimulai Senin.' },
      { speaker: 'Pak Camat', conclusion: null },
    ],
  })
  await expect(as(reader)(showMinutes, { id: minutes })).rejects.toMatchObject({ code: 'not_found' })
  await expect(as(guest)(showMinutes, { id: minutes })).rejects.toMatchObject({ code: 'not_found' })
  await expect(as(guest)(addPassage, { minutes, ...said('x') })).rejects.toMatchObject({ code: 'not_found' })

  const sent: MinutesDetail = await as(note)(sendMinutes, { id: minutes, rev: written.rev })
  await expect(as(note)(addPassage, { minutes, ...said('x') })).rejects.toMatchObject({ code: 'conflict' })
  for (const other of [sari, note])
    await expect(as(other)(approveMinutes, { id: minutes, rev: sent.rev })).rejects.toMatchObject({ code: 'forbidden' })
  const back: MinutesDetail = await as(chair)(returnMinutes, { id: minutes, rev: sent.rev, reason: 'Kurang simpulan.' })
  const again: MinutesDetail = await as(note)(sendMinutes, { id: minutes, rev: back.rev })
  const approved: MinutesDetail = await as(chair)(approveMinutes, { id: minutes, rev: again.rev })
  expect(approved).toMatchObject({
    state: 'approved',
    approvedBy: 'Ketut Ketua',
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    acts: ['distribute'],
  })
  await expect(as(reader)(showMinutes, { id: minutes })).rejects.toMatchObject({ code: 'not_found' })
  const spread: MinutesDetail = await as(note)(distributeMinutes, { id: minutes, rev: approved.rev })
  expect(spread.events.map(({ kind }) => kind)).toEqual(['begun', 'sent', 'returned', 'sent', 'approved', 'distributed'])
  for (const other of [reader, guest]) expect((await as(other)(showMinutes, { id: minutes })).acts).toEqual([])
  const told = await db.selectFrom('notice').select(['person_id', 'params']).where('subject_id', '=', minutes).execute()
  expect(told.map(({ person_id, params }) => [person_id, (params as { event: string }).event]).sort()).toEqual(
    [
      [chair.personId, 'sent'],
      [chair.personId, 'sent'],
      [note.personId, 'returned'],
      [sari.personId, 'returned'],
      [note.personId, 'approved'],
      [sari.personId, 'approved'],
      [sari.personId, 'distributed'],
      [guest.personId, 'distributed'],
      [chair.personId, 'distributed'],
    ].sort(),
  )

  expect(await as(reader)(verifyMinutes, { id: minutes })).toMatchObject({ hash: approved.hash, isKept: true, isSame: true })
  await db
    .updateTable('minutes_passage')
    .set({ text: 'Gudang belum siap.' })
    .where('minutes_id', '=', minutes)
    .where('seq', '=', 1)
    .execute()
  expect(await as(reader)(verifyMinutes, { id: minutes })).toMatchObject({ isKept: true, isSame: false })
  expect(await (await (await browser(reader)).get(`/notula/${minutes}/sidik-jari`)).text()).toContain('tidak sama dengan yang disetujui')
})

test('of two who write in one passage at once each keeps what only they touched, and of the same field both texts are there', async () => {
  const { id, session } = await underWay()
  const { id: minutes } = await begun(id, session)
  const { passages }: MinutesDetail = await as(note)(addPassage, { minutes, ...said('Gudang siap.') })
  const { id: passage, rev } = passages[0]!
  expect(await as(sari)(savePassage, { id: passage, rev, ...said('Gudang siap.', { conclusion: 'Senin.' }) })).toMatchObject({
    changed: 1,
    conflicts: {},
  })
  // Nana still sees the passage without a conclusion, and changes its text alone.
  expect(await as(note)(savePassage, { id: passage, rev, ...said('Gudang dan truk siap.') })).toMatchObject({
    changed: 1,
    conflicts: {},
    passage: { text: 'Gudang dan truk siap.', conclusion: 'Senin.' },
  })
  const clash = await as(budi)(savePassage, { id: passage, rev, ...said('Gudang penuh.') })
  expect(clash).toMatchObject({
    changed: 0,
    conflicts: { text: { mine: 'Gudang penuh.', theirs: 'Gudang dan truk siap.', by: 'Nana Notulis' } },
    passage: { text: 'Gudang dan truk siap.' },
  })
  const { moments }: MinutesHistory = await as(note)(showHistory, { id: minutes })
  expect(moments.filter(({ isUnchosen }) => isUnchosen)).toMatchObject([{ field: 'text', value: 'Gudang penuh.', by: 'Budi' }])
  expect(moments.filter(({ field, isUnchosen }) => field === 'text' && !isUnchosen).map(({ value }) => value)).toEqual([
    'Gudang dan truk siap.',
    'Gudang siap.',
  ])
  expect(
    await as(budi)(savePassage, { id: passage, rev: clash.passage.rev, ...said('Gudang penuh.', { conclusion: 'Senin.' }) }),
  ).toMatchObject({
    changed: 1,
    passage: { text: 'Gudang penuh.', conclusion: 'Senin.' },
  })
})

test('on a page without scripts a conflict shows the text of the other beside one’s own, and saving again keeps one’s own', async () => {
  const { id, session } = await underWay()
  const { id: minutes } = await begun(id, session)
  const here = await browser(note)
  expect((await here.post(`/notula/${minutes}/bagian`, { part: 'Rina', speaker: '', text: 'Gudang siap.', conclusion: '' })).status).toBe(
    303,
  )
  const { passages }: MinutesDetail = await as(note)(showMinutes, { id: minutes })
  const address = `/notula/${minutes}/bagian/${passages[0]!.id}`
  const form = await (await here.get(address)).text()
  expect(form).toMatch(/<option value="Rina" selected>/)
  await as(sari)(savePassage, { id: passages[0]!.id, rev: 0, part: 'Rina', speaker: '', text: 'Gudang <penuh>.', conclusion: '' })
  const clash = await here.post(address, { rev: '0', part: 'Rina', speaker: '', text: 'Gudang dan truk siap.', conclusion: 'Senin.' })
  expect(clash.status).toBe(409)
  const html = await clash.text()
  for (const part of ['Gudang &lt;penuh', 'Gudang dan truk siap.', 'Sari mengubah bagian yang sama', 'name="rev" value="2"'])
    expect(html).toContain(part)
  expect(
    (await here.post(address, { rev: '2', part: 'Rina', speaker: '', text: 'Gudang dan truk siap.', conclusion: 'Senin.' })).status,
  ).toBe(303)
  const after: MinutesDetail = await as(note)(showMinutes, { id: minutes })
  expect(after.passages).toMatchObject([{ speaker: 'Rina', text: 'Gudang dan truk siap.', conclusion: 'Senin.' }])
})

test('passages change places and are taken out, and what somebody still writes in one that is gone comes back to them', async () => {
  const { id, session } = await underWay()
  const { id: minutes } = await begun(id, session)
  await as(note)(addPassage, { minutes, ...said('satu') })
  const two: MinutesDetail = await as(note)(addPassage, { minutes, ...said('dua') })
  const [first, second] = two.passages as [MinutesDetail['passages'][0], MinutesDetail['passages'][0]]
  const moved: MinutesDetail = await as(note)(movePassage, { id: second.id, rev: second.rev, direction: 'up' })
  expect(moved.passages.map(({ text }) => text)).toEqual(['dua', 'satu'])
  await expect(as(note)(movePassage, { id: first.id, rev: moved.passages[1]!.rev, direction: 'down' })).rejects.toMatchObject({
    code: 'conflict',
  })
  await as(note)(removePassage, { id: first.id, rev: moved.passages[1]!.rev })
  const here = await browser(sari)
  const late = await here.post(`/notula/${minutes}/bagian/${first.id}`, {
    rev: '1',
    speaker: 'Pak Camat',
    text: 'satu setengah',
    conclusion: '',
  })
  expect([late.status, (await late.text()).includes('satu setengah')]).toEqual([409, true])
})

test('whoever alone wrote minutes does not approve them while somebody else can', async () => {
  const { id, session } = await underWay({ chaired: false })
  const { id: minutes } = await begun(id, session, sari)
  const { rev }: MinutesDetail = await as(sari)(addPassage, { minutes, ...said('satu') })
  const sent: MinutesDetail = await as(sari)(sendMinutes, { id: minutes, rev })
  expect([sent.approvers.includes('Budi'), sent.acts]).toEqual([true, ['return']])
  await expect(as(sari)(approveMinutes, { id: minutes, rev: sent.rev })).rejects.toMatchObject({ code: 'forbidden' })
  expect(await as(budi)(approveMinutes, { id: minutes, rev: sent.rev })).toMatchObject({ state: 'approved' })
})

test('a part that a later release took away gives no right any more, nor does one of somebody whose last role ended yesterday', async () => {
  const { id, session, parts } = await underWay()
  const { id: minutes } = await begun(id, session)
  await as(note)(addPassage, { minutes, ...said('satu') })
  const drafted = parts.find(({ role }) => role === 'minutes')!
  await as(sari)(removePart, { id: drafted.id, rev: 3 })
  await as(note)(addPassage, { minutes, ...said('dua: dihapus dari konsep saja') })
  await release(id)
  const { passages } = await as(sari)(showMinutes, { id: minutes })
  for (const attempt of [
    () => as(note)(addPassage, { minutes, ...said('tiga') }),
    () => as(note)(showMinutes, { id: minutes }),
    () => as(note)(savePassage, { id: passages[0].id, rev: 0, ...said('x') }),
    () => as(note)(beginMinutes, { meeting: id, session }),
  ])
    await expect(attempt()).rejects.toMatchObject({ code: 'not_found' })

  const { rev }: MinutesDetail = await as(sari)(showMinutes, { id: minutes })
  const sent: MinutesDetail = await as(sari)(sendMinutes, { id: minutes, rev })
  const yesterday = new Date(now.at.getTime() - 86_400_000).toISOString().slice(0, 10)
  await db.updateTable('role_grant').set({ to_on: yesterday }).where('person_id', '=', chair.personId).execute()
  const former = (await actorOfPerson(db, chair.personId!, kernel.clock.today()))!
  await expect(as(former)(approveMinutes, { id: minutes, rev: sent.rev })).rejects.toMatchObject({ code: 'not_found' })
  expect((await as(sari)(showMinutes, { id: minutes })).approvers).toEqual(expect.arrayContaining(['Budi', 'Sari']))
  expect(await as(budi)(approveMinutes, { id: minutes, rev: sent.rev })).toMatchObject({ state: 'approved' })
  await db.updateTable('role_grant').set({ to_on: null }).where('person_id', '=', chair.personId).execute()
})

test('minutes are begun once the meeting has, once for each session, and a meeting without sessions has minutes of its own', async () => {
  const plan = { kindId: meetingKindId('pleno'), office: '35.10', mode: 'onsite', place: 'Aula', objectives: [] }
  const meeting = await as(sari)(createMeeting, { ...plan, title: 'Pleno rutin', startsAt: '2026-03-01T09:00', endsAt: null })
  await expect(as(sari)(beginMinutes, { meeting: meeting.id })).rejects.toMatchObject({ code: 'conflict' })
  const started = await as(sari)(startMeeting, { id: meeting.id, rev: meeting.rev })
  await as(sari)(endMeeting, { id: meeting.id, rev: started.rev })
  const page = await (await (await browser(sari)).get(`/rapat/${meeting.id}`)).text()
  expect(page).toContain(`action="/rapat/${meeting.id}/notula"`)
  const minutes: MinutesDetail = await as(sari)(beginMinutes, { meeting: meeting.id, session: '' })
  expect(minutes).toMatchObject({ title: 'Pleno rutin', sessionId: null })
  await expect(as(budi)(beginMinutes, { meeting: meeting.id })).rejects.toMatchObject({ code: 'conflict' })
  expect((await as(sari)(listMinutes, { meeting: meeting.id })).sessions).toMatchObject([{ minutes: { id: minutes.id }, mayBegin: false }])
  const { id, session } = await underWay()
  await expect(as(sari)(beginMinutes, { meeting: id })).rejects.toMatchObject({ fields: { session: [{}] } })
  const rest = await program(note)
  expect((await rest('POST', `/meetings/${id}/minutes`, { session })).status).toBe(201)
})

test('whoever took part says what was said otherwise, and whoever approved takes it up as an addendum or says why not', async () => {
  const { id, session } = await underWay()
  const { id: minutes } = await begun(id, session)
  await as(note)(addPassage, { minutes, ...said('Distribusi hari Senin.') })
  const text = 'Yang saya sampaikan adalah hari Selasa.'
  const move = async (actor: Actor, operation: typeof sendMinutes) => {
    const { rev } = await as(sari)(showMinutes, { id: minutes })
    return as(actor)(operation, { id: minutes, rev })
  }
  await move(note, sendMinutes)
  await move(chair, approveMinutes)
  await expect(as(guest)(sendCorrection, { minutes, text })).rejects.toMatchObject({ code: 'not_found' })
  const { hash }: MinutesDetail = await move(note, distributeMinutes)
  for (const other of [reader, sari])
    await expect(as(other)(sendCorrection, { minutes, text })).rejects.toMatchObject({ code: 'forbidden' })
  const here = await browser(guest)
  expect((await here.post(`/notula/${minutes}/koreksi`, { passage: '', text: 'x' })).status).toBe(422)
  expect((await here.post(`/notula/${minutes}/koreksi`, { passage: '', text })).status).toBe(303)
  const { corrections }: Corrections = await as(chair)(listCorrections, { minutes })
  expect(corrections).toMatchObject([{ text, by: 'Rina', isTaken: null, mayAnswer: true }])
  const [{ id: correction, rev }] = corrections as [Corrections['corrections'][0]]
  for (const other of [sari, guest, note])
    await expect(as(other)(answerCorrection, { id: correction, rev, taken: true })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(as(chair)(answerCorrection, { id: correction, rev, taken: false })).rejects.toMatchObject({ fields: { answer: [{}] } })
  const there = await browser(chair)
  const address = `/notula/${minutes}/koreksi/${correction}`
  expect((await there.post(address, { rev: String(rev), taken: 'ya', answer: 'Sesuai rekaman.' })).status).toBe(303)
  expect(await (await here.get(`/notula/${minutes}`)).text()).toMatch(/Dimuat sebagai tambahan[\s\S]*Sesuai rekaman\./)
  expect(await as(guest)(verifyMinutes, { id: minutes })).toMatchObject({ hash, isKept: true, isSame: true })
  await expect(as(chair)(answerCorrection, { id: correction, rev: rev + 1, taken: true })).rejects.toMatchObject({ code: 'conflict' })
})
