import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { as, browser, db, kernel, now, office, person, program } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { newId } from '../../platform/operation/operation.ts'
import { releaseProgramme } from '../meetings/operations/programmes.ts'
import { addSession, removeSession } from '../meetings/operations/sessions.ts'
import { createMeeting } from '../meetings/operations/write.ts'
import { meetingKindId } from '../meetings/schema/meetings.ts'
import { answerInvitation } from './operations/answers.ts'
import { chooseClass, showClassChoices } from './operations/classes/choose.ts'
import { allotClasses, changeClass, listClasses, showClass } from './operations/classes/plan.ts'
import { hashOfLink, linkToken } from './rules/links.ts'
import type { ClassChoices, ClassList } from './schema/classes.ts'

afterAll(() => kernel.close())

let officer: Actor, beside: Actor
const people: Actor[] = []
beforeAll(async () => {
  officer = await person('Bagus', 'cooperation_officer')
  beside = await person('Rina', 'office_operator', '51', false)
  for (const name of ['Ani', 'Budi', 'Citra', 'Dewi']) people.push(await person(name, 'office_operator', '35.10', false))
})
beforeEach(() => {
  now.at = new Date('2026-03-01T02:00:00Z')
})

type Seat = { id: string; actor: Actor | null; token: string }
/** A meeting with two parallel classes, to which four people of an office and a guest are invited. */
async function planned() {
  const { id } = await as(officer)(createMeeting, {
    kindId: meetingKindId('rakor'),
    title: 'Rapat kelas',
    office: '00',
    mode: 'onsite',
    place: 'Jakarta',
    startsAt: '2026-03-10T09:00',
    endsAt: '2026-03-10T12:00',
    objectives: [],
  })
  for (const name of ['Kelas A: Hukum', 'Kelas B: Data'])
    await as(officer)(addSession, {
      ...{ meeting: id, kind: 'class', title: `Materi ${name}`, class: name },
      ...{ startsAt: '2026-03-10T09:00', endsAt: '2026-03-10T11:00' },
    })
  const seats: Seat[] = []
  for (const [nth, actor] of [...people, null].entries()) {
    const invitee = newId()
    const token = linkToken(kernel.secret, { invitee, version: 1 })
    await db
      .insertInto('meeting_invitee')
      .values({
        ...{ id: invitee, meeting_id: id, key: `g:${invitee}`, name: actor?.name ?? 'Tamu', person_id: actor?.personId ?? null },
        office_id: actor ? office('35.10').id : null,
        email: actor ? null : 'tamu@contoh.id',
        unit: nth < 2 ? 'hukum' : 'data',
        rank: nth,
        ...{ involvement: 'must', mode: 'hybrid', sent_at: now.at, created_at: now.at, link_hash: hashOfLink(token) },
      })
      .execute()
    seats.push({ id: invitee, actor, token })
  }
  await release(id)
  const { classes }: ClassList = await as(officer)(listClasses, { meeting: id })
  return { meeting: id, seats, law: classes[0]!, data: classes[1]! }
}
async function release(meeting: string, more: object = {}) {
  const { rev } = await db.selectFrom('meeting').select('rev').where('id', '=', meeting).executeTakeFirstOrThrow()
  await as(officer)(releaseProgramme, { meeting, rev, ...more })
}
const choose = (seat: Seat, wanted: string | null): Promise<ClassChoices> => as(seat.actor!)(chooseClass, { id: seat.id, class: wanted })
const limit = async (id: string, capacity: number | null, units: string[] = []): Promise<ClassList> => {
  const { rev } = await db.selectFrom('meeting_class').select('rev').where('id', '=', id).executeTakeFirstOrThrow()
  return as(officer)(changeClass, { id, capacity, units, rev })
}
const inClass = async (id: string): Promise<string[]> => {
  const { seats } = await as(officer)(showClass, { id })
  return seats.map(({ name, state }: { name: string; state: string }) => `${name} ${state}`)
}
const toldOf = async (meeting: string) => {
  const rows = await db
    .selectFrom('notice as n')
    .innerJoin('person as p', 'p.id', 'n.person_id')
    .select(['p.name', 'n.params'])
    .where('n.kind', '=', 'meeting.class')
    .where('n.subject_id', '=', meeting)
    .orderBy('p.name')
    .orderBy('n.key')
    .execute()
  return rows.map(({ name, params }) => [name, (params as { event: string }).event])
}

test('who finds a class full waits in turn, and moves up and is told once when somebody gives a place up, however', async () => {
  const { meeting, seats, law, data } = await planned()
  await limit(law.id, 1)
  const [ani, budi, citra, dewi] = seats as [Seat, Seat, Seat, Seat]
  expect((await choose(ani, law.id)).own).toMatchObject({ state: 'placed', place: null })
  expect((await choose(budi, law.id)).own).toMatchObject({ state: 'waiting', place: 1 })
  expect((await choose(citra, law.id)).own).toMatchObject({ state: 'waiting', place: 2 })
  expect((await choose(dewi, law.id)).own).toMatchObject({ state: 'waiting', place: 3 })
  await choose(ani, data.id)
  expect(await inClass(law.id)).toEqual(['Budi placed', 'Citra waiting', 'Dewi waiting'])
  expect((await as(citra.actor!)(showClassChoices, { id: citra.id })).own).toMatchObject({ place: 1 })
  await as(budi.actor!)(answerInvitation, { id: budi.id, answer: 'declined', reason: 'Bertugas', rev: 0 })
  expect(await inClass(law.id)).toEqual(['Citra placed', 'Dewi waiting'])
  await expect(choose(budi, law.id)).rejects.toMatchObject({ code: 'conflict' })
  await choose(citra, null)
  await choose(dewi, law.id)
  expect(await inClass(law.id)).toEqual(['Dewi placed'])
  expect(await toldOf(meeting)).toEqual([
    ['Budi', 'placed'],
    ['Citra', 'placed'],
    ['Dewi', 'placed'],
  ])
})

test('of two at once for the last place one has it and one waits', async () => {
  const { seats, law } = await planned()
  await limit(law.id, 2)
  await Promise.all(seats.slice(0, 4).map(seat => choose(seat, law.id)))
  const states = (await inClass(law.id)).map(each => each.split(' ')[1])
  expect(states).toEqual(['placed', 'placed', 'waiting', 'waiting'])
})

test('with less room nobody loses a place and nobody moves up until there is some; with more those who wait longest do', async () => {
  const { seats, law } = await planned()
  const [ani, budi, citra, dewi] = seats as [Seat, Seat, Seat, Seat]
  await limit(law.id, 2)
  for (const seat of [ani, budi, citra, dewi]) await choose(seat, law.id)
  await limit(law.id, 1)
  await choose(ani, null)
  expect(await inClass(law.id)).toEqual(['Budi placed', 'Citra waiting', 'Dewi waiting'])
  await limit(law.id, 2)
  expect(await inClass(law.id)).toEqual(['Budi placed', 'Citra placed', 'Dewi waiting'])
  await limit(law.id, null)
  expect(await inClass(law.id)).toEqual(['Budi placed', 'Citra placed', 'Dewi placed'])
  await expect(as(officer)(changeClass, { id: law.id, capacity: 3, rev: 0 })).rejects.toMatchObject({ code: 'conflict' })
})

test('the planner allots by division: who has a class keeps it, who finds it full waits, each is told once, and a guest by mail', async () => {
  const { meeting, seats, law, data } = await planned()
  await choose(seats[0]!, data.id)
  await limit(law.id, null, ['hukum'])
  await limit(data.id, 2, ['data'])
  await as(officer)(allotClasses, { meeting })
  expect([await inClass(law.id), await inClass(data.id)]).toEqual([
    ['Budi placed'],
    ['Ani placed', 'Citra placed', 'Dewi waiting', 'Tamu waiting'],
  ])
  await expect(as(officer)(allotClasses, { meeting })).rejects.toMatchObject({ code: 'conflict' })
  expect(await toldOf(meeting)).toEqual([
    ['Budi', 'allotted'],
    ['Citra', 'allotted'],
    ['Dewi', 'queued'],
  ])
  const mail = await db.selectFrom('mail_message').select('subject').where('recipient', '=', 'tamu@contoh.id').execute()
  expect(mail.map(({ subject }) => subject)).toContain('Daftar tunggu Kelas B: Data')
})

test('a class that a release takes away ends every place in it, tells those who had one or waited, and comes back empty', async () => {
  const { meeting, seats, law, data } = await planned()
  const [ani, budi] = seats as [Seat, Seat]
  await limit(law.id, 1)
  await choose(ani, law.id)
  await choose(budi, law.id)
  const session = await db
    .selectFrom('meeting_session')
    .select(['id', 'rev'])
    .where('meeting_id', '=', meeting)
    .where('class', '=', law.name)
    .executeTakeFirstOrThrow()
  await as(officer)(removeSession, session)
  await release(meeting, { confirm: true })
  const { classes }: ClassList = await as(officer)(listClasses, { meeting })
  expect(classes.map(({ name, placed, waiting, gone }) => [name, placed, waiting, gone])).toEqual([
    ['Kelas A: Hukum', 0, 0, true],
    ['Kelas B: Data', 0, 0, false],
  ])
  await expect(choose(ani, law.id)).rejects.toMatchObject({ code: 'invalid' })
  expect((await choose(ani, data.id)).own).toMatchObject({ name: 'Kelas B: Data' })
  expect(await toldOf(meeting)).toEqual([
    ['Ani', 'removed'],
    ['Budi', 'removed'],
  ])
})

test('whoever has the link chooses by it; others choose for nobody, and another office plans nothing', async () => {
  const { meeting, seats, law } = await planned()
  const [ani, budi, , , guest] = seats as [Seat, Seat, Seat, Seat, Seat]
  await expect(as(budi.actor!)(chooseClass, { id: ani.id, class: law.id })).rejects.toMatchObject({ code: 'not_found' })
  for (const by of [beside, ani.actor!])
    for (const attempt of [() => as(by)(changeClass, { id: law.id, capacity: 1, rev: 0 }), () => as(by)(allotClasses, { meeting })])
      await expect(attempt()).rejects.toMatchObject({ code: expect.stringMatching(/forbidden|not_found/) })
  await expect(as(beside)(listClasses, { meeting })).rejects.toMatchObject({ code: 'not_found' })
  expect((await (await program(null))('GET', `/classes/${law.id}`)).status).toBe(401)
  const visitor = await browser(null)
  expect(await (await visitor.get(`/jawab/${guest.token}`)).text()).toContain('Kelas A: Hukum')
  expect((await visitor.post(`/jawab/${guest.token}/kelas`, { class: law.id })).status).toBe(303)
  expect(await inClass(law.id)).toEqual(['Tamu placed'])
  const { get, post } = await browser(officer)
  expect(await (await get(`/rapat/${meeting}/kelas`)).text()).toContain('Kelas A: Hukum')
  expect((await post(`/rapat/${meeting}/kelas/${law.id}/atur`, { capacity: '0', rev: '0' })).status).toBe(422)
  expect((await post(`/rapat/${meeting}/kelas/${law.id}/atur`, { capacity: '1', units: 'hukum', rev: '0' })).status).toBe(303)
  expect(await (await get(`/rapat/${meeting}/kelas/${law.id}`)).text()).toContain('Tamu')
})
