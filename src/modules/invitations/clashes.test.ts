import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, db, kernel, now, office, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { newId } from '../../platform/operation/operation.ts'
import { listClashes } from '../meetings/operations/clashes.ts'
import { releaseProgramme } from '../meetings/operations/programmes.ts'
import { addSession } from '../meetings/operations/sessions.ts'
import { createMeeting } from '../meetings/operations/write.ts'
import type { Clash } from '../meetings/schema/clashes.ts'
import { meetingKindId } from '../meetings/schema/meetings.ts'
import { answerInvitation, listOwnInvitations, withdrawInvitee } from './operations/answers.ts'
import { sendInvitations } from './operations/letters.ts'
import { appointProxy, endProxy, showProxies } from './operations/proxies.ts'
import { createRule } from './operations/rules.ts'
import type { OwnInvitation } from './schema/answers.ts'

afterAll(() => kernel.close())

let officer: Actor, made: Actor, ketut: Actor, neighbour: Actor
beforeAll(async () => {
  now.at = new Date('2026-03-01T02:00:00Z')
  officer = await person('Bagus', 'cooperation_officer')
  made = await person('Made', 'office_leader', '51', true)
  ketut = await person('Ketut', 'office_operator', '51', false)
  neighbour = await person('Rina', 'office_leader', '35', true)
  for (const [actor, name] of [
    [made, 'Ketua'],
    [ketut, 'Anggota'],
  ] as const) {
    const position = await db
      .selectFrom('position')
      .select('id')
      .where('name', '=', name)
      .where('level', '=', 'any')
      .executeTakeFirstOrThrow()
    const post = { id: newId(), person_id: actor.personId!, office_id: office('51').id, position_id: position.id, from_on: '2020-01-01' }
    await db.insertInto('appointment').values(post).execute()
  }
})

type Session = { title: string; from: string; until: string; kind?: string; class?: string }
/** A meeting that is released with these sessions and invites its people by name; each test has a day of its own. */
async function held(day: string, title: string, sessions: Session[], people: Actor[], involvement = 'must'): Promise<string> {
  const { id: meeting } = await as(officer)(createMeeting, {
    kindId: meetingKindId('rakor'),
    title,
    office: '00',
    mode: 'onsite',
    place: 'Jakarta',
    startsAt: `${day}T08:00`,
    endsAt: `${day}T17:00`,
    objectives: [],
  })
  for (const { from, until, kind = 'plenary', ...more } of sessions)
    await as(officer)(addSession, { meeting, kind, startsAt: `${day}T${from}`, endsAt: `${day}T${until}`, ...more })
  if (sessions.length) await as(officer)(releaseProgramme, { meeting, rev: await revOf(meeting) })
  for (const { personId } of people)
    await as(officer)(createRule, { meeting, kind: 'person', person: personId, involvement, mode: 'onsite' })
  await as(officer)(sendInvitations, { meeting })
  await kernel.jobs.drain(kernel)
  return meeting
}
const revOf = async (meeting: string): Promise<number> =>
  (await db.selectFrom('meeting').select('rev').where('id', '=', meeting).executeTakeFirstOrThrow()).rev
const clashes = async (actor: Actor, day: string): Promise<string[]> =>
  (await as(actor)(listClashes, { from: day, until: day })).clashes.map(
    ({ person, severity, sides }: Clash) =>
      `${person.name} ${severity} ${sides.map(({ session }) => session?.name ?? 'sibuk').join(' / ')}`,
  )
const own = async (actor: Actor, meeting: string): Promise<OwnInvitation> =>
  (await as(actor)(listOwnInvitations, {})).invitations.find((each: OwnInvitation) => each.meeting.id === meeting)

test('who is invited to two meetings at once is said once for the two, until they decline one, and again when they come after all', async () => {
  const day = '2026-03-10'
  await held(
    day,
    'Rapat A',
    [
      { title: 'Pleno A', from: '08:00', until: '12:00' },
      { title: 'Penutupan A', from: '13:00', until: '15:00' },
    ],
    [made],
  )
  expect(await clashes(made, day)).toEqual([])
  const other = await held(day, 'Rapat B', [{ title: 'Pleno B', from: '09:00', until: '14:00' }], [made])
  expect(await clashes(made, day)).toEqual(['Made fatal Pleno A / Pleno B'])
  expect(await clashes(officer, day)).toEqual(['Made fatal Pleno A / Pleno B'])
  expect(await clashes(neighbour, day), 'of meetings that one does not read nothing is said').toEqual([])
  const { id, rev } = await own(made, other)
  expect((await as(made)(showProxies, { id })).busy).toBe(true)
  await as(made)(answerInvitation, { id, answer: 'declined', reason: 'Mengikuti rapat A.', rev })
  expect(await clashes(made, day)).toEqual([])
  await as(made)(answerInvitation, { id, answer: 'onsite', rev: rev + 1 })
  expect(await clashes(made, day)).toEqual(['Made fatal Pleno A / Pleno B'])
  await as(officer)(withdrawInvitee, { id, reason: 'Sudah di rapat A.', rev: rev + 2 })
  expect(await clashes(officer, day)).toEqual([])
})

test('who goes in somebody’s place is wanted there instead of them, for as long as they do', async () => {
  const day = '2026-03-11'
  await held(day, 'Rapat C', [{ title: 'Pleno C', from: '08:00', until: '12:00' }], [made, ketut])
  const other = await held(day, 'Rapat D', [{ title: 'Pleno D', from: '09:00', until: '14:00' }], [made])
  expect(await clashes(officer, day)).toEqual(['Made fatal Pleno C / Pleno D'])
  const { id, rev } = await own(made, other)
  const proxy = await as(made)(appointProxy, { id, person: ketut.personId, scopes: ['attend'], rev })
  expect(await clashes(officer, day)).toEqual(['Ketut fatal Pleno C / Pleno D'])
  await as(made)(endProxy, { id: proxy.id })
  expect(await clashes(officer, day)).toEqual(['Made fatal Pleno C / Pleno D'])
})

test('nobody is wanted in breaks and classes by an invitation alone, nor twice within one meeting; how much they are wanted counts', async () => {
  const day = '2026-03-12'
  const meeting = await held(
    day,
    'Rapat E',
    [
      { title: 'Panel 1', from: '08:00', until: '10:00' },
      { title: 'Panel 2', from: '08:00', until: '10:00' },
      { title: 'Makan', from: '10:00', until: '12:00', kind: 'break' },
      { title: 'Kelas data', from: '13:00', until: '15:00', kind: 'class', class: 'Kelas A' },
    ],
    [made],
  )
  await held(day, 'Rapat F', [{ title: 'Pleno F', from: '10:00', until: '15:00' }], [made])
  expect(await clashes(officer, day)).toEqual([])
  await held(day, 'Rapat G', [{ title: 'Pleno G', from: '09:00', until: '10:00' }], [made], 'optional')
  expect(await clashes(officer, day)).toEqual(['Made note Panel 1 / Pleno G'])
  await as(officer)(addSession, { meeting, kind: 'plenary', title: 'Penutupan E', startsAt: `${day}T15:00`, endsAt: `${day}T16:00` })
  await as(officer)(releaseProgramme, { meeting, rev: await revOf(meeting) })
  expect(await clashes(officer, day), 'a release finds them anew').toEqual(['Made note Panel 1 / Pleno G'])
})

test('before letters leave it is said who of those invited must be elsewhere', async () => {
  const day = '2026-03-13'
  await held(day, 'Rapat H', [{ title: 'Pleno H', from: '08:00', until: '12:00' }], [made])
  const { id: meeting } = await as(officer)(createMeeting, {
    kindId: meetingKindId('rakor'),
    title: 'Rapat I',
    office: '00',
    mode: 'onsite',
    place: 'Jakarta',
    startsAt: `${day}T11:00`,
    endsAt: `${day}T17:00`,
    objectives: [],
  })
  for (const { personId } of [made, ketut]) await as(officer)(createRule, { meeting, kind: 'person', person: personId })
  const { preview } = await as(officer)(sendInvitations, { meeting, preview: true })
  expect(preview.gaps).toMatchObject({ busy: 1, busyNames: ['Made'] })
})
