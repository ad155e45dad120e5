import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, browser, countQueries, db, kernel, now, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { showFile } from '../files/operations/show.ts'
import { addMaterial, listMaterials, removeMaterial } from './operations/materials.ts'
import { releaseProgramme, showProgramme } from './operations/programmes.ts'
import { addPart, addSession, removeSession } from './operations/sessions.ts'
import { createMeeting } from './operations/write.ts'
import type { Material } from './schema/materials.ts'
import { type MeetingDetail, meetingKindId } from './schema/meetings.ts'
import type { ProgrammeView } from './schema/programmes.ts'

afterAll(() => kernel.close())

let euis: Actor, speaker: Actor, invited: Actor, officer: Actor, neighbour: Actor
let meeting: string
let session: ProgrammeView['sessions'][number]
beforeAll(async () => {
  now.at = new Date('2026-03-01T02:00:00Z')
  euis = await person('Euis', 'office_leader', '32', true)
  officer = await person('Ujang', 'auditor', '32', true)
  speaker = await person('Deni', 'office_operator', '32.10', false)
  invited = await person('Nia', 'office_operator', '32.10', false)
  neighbour = await person('Wahyu', 'office_leader', '35', true)
  const plan = { kindId: meetingKindId('rakor'), title: 'Rapat koordinasi', office: '32', mode: 'onsite', place: 'Aula', objectives: [] }
  meeting = (await as(euis)<MeetingDetail>(createMeeting, { ...plan, startsAt: '2026-03-10T09:00', endsAt: null })).id
  const times = { startsAt: '2026-03-10T09:00', endsAt: '2026-03-10T10:00' }
  ;[session] = (await as(euis)<ProgrammeView>(addSession, { meeting, kind: 'plenary', title: 'Pembukaan', ...times })).sessions as [
    ProgrammeView['sessions'][number],
  ]
  const part = { session: session.id, rev: session.rev, role: 'opens' as const, person: speaker.personId! }
  ;[session] = (await as(euis)<ProgrammeView>(addPart, { ...part, behalfOf: 'Sekretaris Jenderal', readsMessage: true })).sessions as [
    ProgrammeView['sessions'][number],
  ]
  await db.insertInto('meeting_reader').values({ meeting_id: meeting, person_id: invited.personId! }).execute()
})

const file = (name: string) => ({ name, bytes: new TextEncoder().encode(`%PDF-1.7\n${name}`) })
const add = (more: object) => as(euis)<{ materials: Material[] }>(addMaterial, { session: session.id, ...more })
const titles = async (who: Actor) =>
  (await as(who)<{ materials: Material[] }>(listMaterials, { meeting })).materials.map(({ title }) => title)
const readable = async (who: Actor, id: string) =>
  as(who)(showFile, { id }).then(
    () => true,
    () => false,
  )

test('a file of a session is read by whom it is for, from the release of the session until it is taken away, also by its address', async () => {
  await add({ title: 'Umum', file: file('umum.pdf') })
  await add({ title: 'Undangan', access: 'invited', file: file('undangan.pdf') })
  const { materials } = await add({ title: 'Pesan', access: 'engaged', part: session.parts[0]!.id, file: file('pesan.pdf') })
  expect(materials.map(({ title, message }) => [title, message?.name])).toEqual([
    ['Umum', undefined],
    ['Undangan', undefined],
    ['Pesan', 'Sekretaris Jenderal'],
  ])
  expect(await titles(officer)).toEqual([]) // of a draft
  expect(await readable(officer, materials[0]!.file)).toBe(false)
  const { rev } = await as(euis)<ProgrammeView>(showProgramme, { meeting })
  await as(euis)(releaseProgramme, { meeting, rev })
  expect([await titles(euis), await titles(officer), await titles(invited), await titles(speaker)]).toEqual([
    ['Umum', 'Undangan', 'Pesan'],
    ['Umum'],
    ['Umum', 'Undangan'],
    ['Umum', 'Undangan', 'Pesan'],
  ])
  await expect(titles(neighbour)).rejects.toMatchObject({ code: 'not_found' })
  const read = async (who: Actor) => Promise.all(materials.map(({ file }) => readable(who, file)))
  expect([await read(officer), await read(invited), await read(speaker), await read(neighbour)]).toEqual([
    [true, false, false],
    [true, true, false],
    [true, true, true],
    [false, false, false],
  ])
  const page = await (await (await browser(speaker)).get(`/rapat/${meeting}/acara`)).text()
  expect([page.includes(`/berkas/${materials[2]!.file}`), page.includes('Pesan tertulis Sekretaris Jenderal')]).toEqual([true, true])
  await as(euis)(removeMaterial, { id: materials[0]!.id })
  await expect(as(euis)(removeMaterial, { id: materials[0]!.id })).rejects.toMatchObject({ code: 'not_found' })
  expect([await titles(officer), await readable(euis, materials[0]!.file)]).toEqual([[], false])
  await expect(as(speaker)(removeMaterial, { id: materials[1]!.id })).rejects.toMatchObject({ code: 'forbidden' })
})

test('whose message it is reads one in this session, what is no file is refused, and a list takes as many statements for one as for many', async () => {
  const { sessions } = await as(euis)<ProgrammeView>(addSession, { meeting, kind: 'panel', title: 'Panel', startsAt: '2026-03-10T11:00' })
  const panel = sessions.find(({ title }) => title === 'Panel')!
  await expect(add({ session: panel.id, part: session.parts[0]!.id, file: file('x.pdf') })).rejects.toMatchObject({
    fields: { part: [{}] },
  })
  await expect(add({ file: { name: 'x.exe', bytes: new Uint8Array([0x4d, 0x5a, 0, 0]) } })).rejects.toMatchObject({
    fields: { file: [{}] },
  })
  const count = () => countQueries(() => titles(euis))
  const before = await count()
  for (let nth = 0; nth < 5; nth++) await add({ session: panel.id, file: file(`${nth}.pdf`) })
  expect([await count(), (await titles(euis)).length > 5]).toEqual([before, true])
  await as(euis)(removeSession, { id: panel.id, rev: panel.rev })
  expect((await titles(euis)).includes('0.pdf')).toBe(false)
})
