import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, countQueries, db, kernel, now, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { bytesOf } from '../../platform/values/file-answer.ts'
import { checkProgramme } from './operations/clashes.ts'
import { exportProgramme } from './operations/exporting.ts'
import { fillProgramme } from './operations/filling.ts'
import { cancelMeeting, restoreMeeting } from './operations/lifecycle.ts'
import { releaseProgramme, showProgramme } from './operations/programmes.ts'
import { listMeetings, showMeeting } from './operations/read.ts'
import { addPart, addSession, changeSession, removePart, removeSession } from './operations/sessions.ts'
import { createMeeting } from './operations/write.ts'
import { readScheduleJson } from './rules/schedule/json-read.ts'
import { readScheduleXml } from './rules/schedule/xml-read.ts'
import type { MeetingClash } from './schema/clashes.ts'
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

test('who is wanted elsewhere is told while it is planned, and of what one may not read only that somebody is busy', async () => {
  const hidden = await person('Nuraini', 'office_leader', '35.11', false)
  const [wahyu] = [await person('Wahyu', 'office_leader', '35', true)]
  const make = async (by: Actor, office: string, title: string) => {
    const { id } = await as(by)(createMeeting, {
      kindId: meetingKindId('pleno'),
      title,
      office,
      mode: 'onsite',
      place: 'Ruang sidang',
      startsAt: '2026-03-12T13:00',
      endsAt: null,
      objectives: [],
    })
    return id
  }
  const at = async (by: Actor, meeting: string, who: Actor, from: string, until: string) => {
    const view = (await as(by)(addSession, {
      meeting,
      kind: 'plenary',
      title: `Pukul ${from}`,
      startsAt: `2026-03-12T${from}`,
      endsAt: until && `2026-03-12T${until}`,
    })) as ProgrammeView
    const session = view.sessions.find(({ title }) => title === `Pukul ${from}`)!
    await as(by)(addPart, { session: session.id, rev: session.rev, role: 'speaks', person: who.personId! })
  }
  const local = await make(hidden, '35.11', 'Rapat tertutup kabupaten')
  await at(hidden, local, hidden, '13:00', '15:00')
  const regional = await make(wahyu!, '35', 'Pleno provinsi')
  await at(wahyu!, regional, hidden, '14:30', '16:00')
  const planned = async (by: Actor, meeting: string) => (await as(by)(checkProgramme, { meeting })).clashes as MeetingClash[]
  expect(await planned(wahyu!, regional)).toEqual([])
  const { rev } = await as(hidden)(showProgramme, { meeting: local })
  await as(hidden)(releaseProgramme, { meeting: local, rev })
  expect(await planned(wahyu!, regional)).toMatchObject([
    {
      person: { name: 'Nuraini' },
      severity: 'fatal',
      kind: 'overlap',
      minutes: 30,
      here: { title: 'Pukul 14:30' },
      there: { meeting: { name: 'Rapat tertutup kabupaten' } },
    },
  ])
  const before = (await as(wahyu!)(showProgramme, { meeting: regional })) as ProgrammeView
  await as(wahyu!)(releaseProgramme, { meeting: regional, rev: before.rev })
  const seen = await planned(hidden, local)
  expect(seen).toMatchObject([{ there: { meeting: { name: 'Pleno provinsi' } } }])
  await expect(as(deni)(checkProgramme, { meeting: regional })).rejects.toMatchObject({ code: 'not_found' })
})

test('what is busy in a meeting that one may not read has no name', async () => {
  const far = await person('Yusuf', 'office_operator', '11.02', false)
  const meeting = await begin()
  const [opening] = ((await as(euis)(addSession, { meeting, ...plan('Pembukaan') })) as ProgrammeView).sessions
  await as(euis)(addPart, { session: opening!.id, rev: opening!.rev, role: 'speaks', person: deni.personId! })
  const { id: secret } = await as(far)(createMeeting, {
    kindId: meetingKindId('pleno'),
    title: 'Rapat tertutup',
    office: '11.02',
    mode: 'online',
    startsAt: '2026-03-10T09:00',
    endsAt: '2026-03-10T12:00',
    objectives: [],
  })
  const [session] = ((await as(far)(addSession, { meeting: secret, ...plan('Tertutup') })) as ProgrammeView).sessions
  const slot = { session_id: session!.id, meeting_id: secret }
  const times = { starts_at: new Date('2026-03-10T02:00:00Z'), ends_at: new Date('2026-03-10T03:00:00Z') }
  await db
    .insertInto('meeting_slot')
    .values({ ...slot, title: 'Tertutup', ...times })
    .execute()
  await db
    .insertInto('meeting_engagement')
    .values({ ...slot, person_id: deni.personId!, involvement: 'optional' })
    .execute()
  const { clashes } = await as(euis)(checkProgramme, { meeting })
  expect(clashes).toMatchObject([{ severity: 'note', there: { session: null, meeting: null, startsAt: '2026-03-10T02:00:00.000Z' } }])
  expect(JSON.stringify(clashes)).not.toContain('Tertutup')
})

test('what was released is taken away as a schedule that other programs read, and reads back the same', async () => {
  const meeting = await begin()
  await as(euis)(addSession, { meeting, ...plan('Pembukaan', { room: 'Aula', class: 'Kelas A' }) })
  const before = await as(euis)(exportProgramme, { meeting, format: 'json' })
  expect(readScheduleJson(new TextDecoder().decode(await bytesOf(before))).programme?.sessions).toEqual([])
  await release(meeting)
  const texts = await Promise.all(
    (['json', 'xml'] as const).map(async format =>
      new TextDecoder().decode(await bytesOf(await as(euis)(exportProgramme, { meeting, format }))),
    ),
  )
  const [json, xml] = [readScheduleJson(texts[0]!), readScheduleXml(texts[1]!)]
  expect(json.problems).toEqual([])
  expect(json.programme?.sessions).toMatchObject([
    { title: 'Pembukaan', track: 'Kelas A', room: 'Aula', startsAt: '2026-03-10T09:00:00+07:00', minutes: 60 },
  ])
  expect(xml.programme).toEqual(json.programme)
})

test('that a meeting does not take place, or does after all, is told once to whoever has a part in what was released', async () => {
  const meeting = await begin()
  const [opening] = ((await as(euis)(addSession, { meeting, ...plan('Pembukaan') })) as ProgrammeView).sessions
  await as(euis)(addPart, { session: opening!.id, rev: opening!.rev, role: 'speaks', person: deni.personId! })
  const states = async (who: Actor) =>
    (
      await db
        .selectFrom('notice')
        .select('params')
        .where('person_id', '=', who.personId!)
        .where('kind', '=', 'meeting.state')
        .where('subject_id', '=', meeting)
        .orderBy('created_at')
        .orderBy('id')
        .execute()
    ).map(({ params }) => (params as { event: string }).event)
  const cancel = async () =>
    as(euis)(cancelMeeting, { id: meeting, rev: (await as(euis)(showProgramme, { meeting })).rev, reason: 'Narasumber berhalangan' })
  const cancelled = await cancel()
  expect(await states(deni)).toEqual([]) // of a draft nobody knows
  await as(euis)(restoreMeeting, { id: meeting, rev: cancelled.rev, reason: 'Jadi diadakan' })
  await release(meeting)
  const again = await cancel()
  await as(euis)(restoreMeeting, { id: meeting, rev: again.rev, reason: 'Jadi diadakan' })
  expect([await states(deni), await states(euis)]).toEqual([['cancelled', 'restored'], []])
})

test('a file of very many rows is refused before it is understood, and what is longer than its field is kept whole', async () => {
  const meeting = await begin()
  const { rev } = await as(euis)(showProgramme, { meeting })
  const fileOf = (rows: string[]) => ({
    name: 'rundown.csv',
    bytes: new TextEncoder().encode(['Hari/Tanggal,Waktu,Kegiatan,Narasumber', ...rows].join('\n')),
  })
  const row = (title: string, speakers = '') => `"Selasa, 10 Maret 2026",08.00 – 09.00,${title},${speakers}`
  const refused = (rows: string[]) => as(euis)(fillProgramme, { meeting, rev, file: fileOf(rows) })
  const many = (count: number, of: (nth: number) => string) => Array.from({ length: count }, (_, nth) => of(nth))
  await expect(refused(many(5001, nth => row(`Sesi ${nth}`)))).rejects.toMatchObject({ fields: { file: [{}] } })
  await expect(refused(many(1001, nth => row(`Sesi ${nth}`)))).rejects.toMatchObject({ fields: { file: [{}] } })
  await expect(refused(many(60, nth => row(`Sesi ${nth}`, `"${many(100, who => `Orang ${who}`).join('; ')}"`)))).rejects.toMatchObject({
    fields: { file: [{}] },
  })
  const title = `Panjang ${'👩 kata '.repeat(60)}`.trim()
  const { programme } = await as(euis)(fillProgramme, { meeting, rev, file: fileOf([row(title)]) })
  const [session] = (programme as ProgrammeView).sessions
  expect([session!.title.length <= 300, title.startsWith(session!.title), session!.description]).toEqual([true, true, title])
})
