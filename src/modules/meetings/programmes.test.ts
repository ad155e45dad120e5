import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, countQueries, db, kernel, now, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { fillProgramme } from './operations/filling.ts'
import { releaseProgramme, showProgramme } from './operations/programmes.ts'
import { listMeetings, showMeeting } from './operations/read.ts'
import { addPart, addSession, changeSession, removePart, removeSession } from './operations/sessions.ts'
import { createMeeting } from './operations/write.ts'
import { meetingKindId } from './schema/meetings.ts'
import type { ProgrammeView } from './schema/programmes.ts'

afterAll(() => kernel.close())

let euis: Actor, deni: Actor, budi: Actor
beforeAll(async () => {
  now.at = new Date('2026-03-01T02:00:00Z')
  euis = await person('Euis', 'office_leader', '32', true)
  deni = await person('Deni', 'office_operator', '32.10', false)
  budi = await person('Budi', 'office_operator', '35.11', false)
})

const plan = (title: string, more: object = {}) => ({
  kind: 'plenary' as const,
  title,
  startsAt: '2026-03-10T09:00',
  endsAt: '2026-03-10T10:00',
  ...more,
})
async function begin(): Promise<string> {
  const { id } = await as(euis)(createMeeting, {
    kindId: meetingKindId('rakor'),
    title: 'Rapat koordinasi',
    office: '32',
    mode: 'onsite',
    place: 'Aula',
    startsAt: '2026-03-10T09:00',
    endsAt: '2026-03-11T12:00',
    objectives: [],
  })
  return id
}
const release = async (meeting: string, more: object = {}): Promise<ProgrammeView> => {
  const { rev } = await as(euis)(showProgramme, { meeting })
  return as(euis)(releaseProgramme, { meeting, rev, ...more })
}
const told = async (who: Actor) =>
  (
    await db.selectFrom('notice').select('params').where('person_id', '=', who.personId!).where('kind', '=', 'meeting.programme').execute()
  ).map(({ params }) => (params as { count: number }).count)

test('a draft is nobody else’s before it is released; then whoever has a part reads it, and is told once', async () => {
  const meeting = await begin()
  const { sessions } = (await as(euis)(addSession, { meeting, ...plan('Pembukaan') })) as ProgrammeView
  const [opening] = sessions
  await as(euis)(addPart, { session: opening!.id, rev: opening!.rev, role: 'speaks', person: deni.personId! })
  await expect(as(deni)(showMeeting, { id: meeting })).rejects.toMatchObject({ code: 'not_found' })
  expect((await as(deni)(listMeetings, {})).total).toBe(0)
  await release(meeting)
  const read = await as(deni)(showProgramme, { meeting })
  expect(read).toMatchObject({ isDraft: false, mayWrite: false, sessions: [{ title: 'Pembukaan' }], changes: [] })
  expect(await told(deni)).toEqual([1])
  expect((await as(deni)(listMeetings, { mine: true })).total).toBe(1)
  expect((await as(euis)(listMeetings, { mine: true })).total).toBe(0)
  expect(await told(euis)).toEqual([])
  await expect(as(budi)(showProgramme, { meeting })).rejects.toMatchObject({ code: 'not_found' })
  await expect(release(meeting)).rejects.toMatchObject({ code: 'conflict' })

  const [again] = (await as(euis)(showProgramme, { meeting })).sessions
  const changed = await as(euis)(changeSession, { id: again!.id, rev: again!.rev, ...plan('Pembukaan', { room: 'Ruang lain' }) })
  expect(changed.changes).toMatchObject([{ kind: 'moved' }])
  expect((await as(deni)(showProgramme, { meeting })).sessions).toMatchObject([{ room: null }])
  await release(meeting)
  expect((await as(deni)(showProgramme, { meeting })).sessions).toMatchObject([{ room: 'Ruang lain' }])
  expect(await told(deni)).toEqual([1, 1])

  const [moved] = (await as(euis)(showProgramme, { meeting })).sessions
  await as(euis)(removePart, { id: moved!.parts[0]!.id, rev: moved!.rev })
  await release(meeting)
  expect(await told(deni)).toEqual([1, 1, 1])
  await expect(as(deni)(showProgramme, { meeting })).rejects.toMatchObject({ code: 'not_found' })
})

test('that a great part of a released programme goes is asked before it is done', async () => {
  const meeting = await begin()
  for (const title of ['Satu', 'Dua', 'Tiga', 'Empat']) await as(euis)(addSession, { meeting, ...plan(title) })
  await release(meeting)
  for (const { id, rev } of (await as(euis)(showProgramme, { meeting })).sessions.slice(0, 3)) await as(euis)(removeSession, { id, rev })
  await expect(release(meeting)).rejects.toMatchObject({ fields: { confirm: [{}] } })
  expect((await release(meeting, { confirm: true })).sessions).toHaveLength(1)
})

test('what begins after midnight is of the day before, and what has no time comes last', async () => {
  const meeting = await begin()
  await as(euis)(addSession, { meeting, ...plan('Tanpa waktu', { startsAt: '', endsAt: '' }) })
  await as(euis)(addSession, { meeting, ...plan('Lewat tengah malam', { startsAt: '2026-03-11T00:30', endsAt: '' }) })
  const { sessions } = (await as(euis)(showProgramme, { meeting })) as ProgrammeView
  expect(sessions.map(({ title, day, endsAt }) => [title, day, endsAt])).toEqual([
    ['Lewat tengah malam', '2026-03-10', null],
    ['Tanpa waktu', null, null],
  ])
  await expect(as(euis)(addSession, { meeting, ...plan('Terbalik', { startsAt: '', endsAt: '2026-03-10T10:00' }) })).rejects.toMatchObject({
    fields: { startsAt: [{}] },
  })
})

test('a guest stands in for somebody and reads their message; a person and a guest at once is refused', async () => {
  const meeting = await begin()
  const [opening] = ((await as(euis)(addSession, { meeting, ...plan('Pembukaan') })) as ProgrammeView).sessions
  const part = { session: opening!.id, rev: opening!.rev, role: 'opens' as const }
  await expect(as(euis)(addPart, { ...part, guest: 'Tamu', person: deni.personId! })).rejects.toMatchObject({ fields: { person: [{}] } })
  await expect(as(euis)(addPart, { ...part, guest: 'Tamu', readsMessage: true })).rejects.toMatchObject({ fields: { behalfOf: [{}] } })
  await expect(as(euis)(addPart, { ...part, person: budi.personId! })).rejects.toMatchObject({ fields: { person: [{}] } })
  const view = await as(euis)(addPart, { ...part, guest: 'Inspektur Utama', behalfOf: 'Sekretaris Jenderal', readsMessage: true })
  expect(view.sessions[0]!.parts).toMatchObject([
    { name: 'Inspektur Utama', personId: null, behalfOf: 'Sekretaris Jenderal', readsMessage: true },
  ])
})

test('a programme takes as many statements with one session as with many', async () => {
  const meeting = await begin()
  await as(euis)(addSession, { meeting, ...plan('Satu') })
  const one = await countQueries(() => as(euis)(showProgramme, { meeting }))
  for (const title of ['Dua', 'Tiga', 'Empat']) await as(euis)(addSession, { meeting, ...plan(title) })
  expect(await countQueries(() => as(euis)(showProgramme, { meeting }))).toBe(one)
})

test('a spreadsheet fills the draft once: what is there already stays, and what has no time is said', async () => {
  const meeting = await begin()
  const file = {
    name: 'rundown.csv',
    bytes: new TextEncoder().encode(
      [
        'Hari/Tanggal,Waktu,Kegiatan,Ruang,Narasumber,Moderator',
        '"Selasa, 10 Maret 2026",08.00 – 09.00,Pembukaan,Aula,"Dr. Ani, M.H.",',
        ',09.00 – 10.30,Panel kerja sama,Aula,"Budi; Citra",Dewi',
        ',sore,Rangkuman,,,',
      ].join('\n'),
    ),
  }
  const fill = async () => as(euis)(fillProgramme, { meeting, rev: (await as(euis)(showProgramme, { meeting })).rev, file })
  const first = await fill()
  expect(first).toMatchObject({ added: 3, known: 0, problems: ['Rangkuman'] })
  const { sessions } = first.programme as ProgrammeView
  expect(sessions.map(({ title, startsAt, parts }) => [title, startsAt, parts.map(({ name, role }) => `${name} ${role}`)])).toEqual([
    ['Pembukaan', '2026-03-10T01:00:00.000Z', ['Dr. Ani, M.H. speaks']],
    ['Panel kerja sama', '2026-03-10T02:00:00.000Z', ['Budi speaks', 'Citra speaks', 'Dewi moderates']],
    ['Rangkuman', null, []],
  ])
  expect(await fill()).toMatchObject({ added: 0, known: 3 })
})
