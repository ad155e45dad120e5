import { afterAll, beforeAll, expect, test } from 'vitest'
import { partner } from '../../../test/evaluation-world.ts'
import { as, browser, db, kernel, now, office, person, program } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { bytesOf } from '../../platform/values/file-answer.ts'
import { startMeeting } from '../meetings/operations/lifecycle.ts'
import { releaseProgramme, showProgramme } from '../meetings/operations/programmes.ts'
import { addPart, addSession, removePart } from '../meetings/operations/sessions.ts'
import { createMeeting } from '../meetings/operations/write.ts'
import { meetingKindId } from '../meetings/schema/meetings.ts'
import type { ProgrammeView } from '../meetings/schema/programmes.ts'
import { startTurn, stopTurn } from './operations/acts.ts'
import { addToJury, openAward, planAward, removeFromJury, showAward, stopAward } from './operations/awards.ts'
import { certify } from './operations/certificate.ts'
import { castVote, giveMarks } from './operations/giving.ts'
import { listRounds } from './operations/read.ts'
import { addEntry, createRound } from './operations/write.ts'
import type { Award } from './schema/awards.ts'
import type { Round, RoundsOfMeeting } from './schema/rounds.ts'

afterAll(() => kernel.close())

let maya: Actor, deni: Actor, sari: Actor, putu: Actor, made: Actor, teuku: Actor
beforeAll(async () => {
  now.at = new Date('2026-03-10T02:00:00Z')
  maya = await person('Maya', 'cooperation_officer')
  deni = await person('Deni', 'office_operator', '32.10', false)
  sari = await person('Sari', 'office_operator', '35.10', false)
  putu = await person('Putu', 'office_operator', '51.71', false)
  made = await person('Made', 'inspector', '51')
  teuku = await person('Teuku', 'inspector', '11')
})

const stage = 'Pencalonan'
const rules = {
  juryWeight: 70,
  audienceWeight: 30,
  tieRule: 'jury' as const,
  criteria: [
    { name: 'Kejelasan', weight: 2, levels: ['Kurang', 'Cukup', 'Baik'] },
    { name: 'Dapat ditiru', weight: 1, levels: 'Tidak\nYa' as never },
  ],
}
type Begun = { meeting: string; id: string; entries: string[] }

/** A round in which three offices have presented, with an award that is planned; Made and Teuku are in the jury by their part. */
async function begin(codes = ['32.10', '35.10', '51.71'], more: object = {}): Promise<Begun> {
  const { id: meeting, rev } = await as(maya)(createMeeting, {
    kindId: meetingKindId('berbagi'),
    title: 'Rapat berbagi pengalaman',
    office: '00',
    mode: 'online',
    startsAt: '2026-03-10T09:00',
    objectives: [],
  })
  await as(maya)(startMeeting, { id: meeting, rev })
  await as(maya)(addSession, { meeting, kind: 'round', title: 'Pengalaman pencalonan' })
  for (const each of [made, teuku]) await appoint(meeting, each, 'judges')
  await release(meeting)
  const { unprepared } = await as(maya)<RoundsOfMeeting>(listRounds, { meeting })
  const { id } = await as(maya)<Round>(createRound, { meeting, session: unprepared[0]!.session, minutes: 10 })
  const entries: string[] = []
  for (const code of codes) {
    const added = await as(maya)<Round>(addEntry, { round: id, office: code, stage, topic: `Pengalaman ${code}` })
    const entry = added.entries.find(each => each.office.id === office(code).id)!.id
    const started = await as(maya)<Round>(startTurn, { id, rev: added.rev, entry })
    await as(maya)(stopTurn, { id, rev: started.rev })
    entries.push(entry)
  }
  await as(maya)(planAward, { id, rev: 0, ...rules, ...more })
  return { meeting, id, entries }
}
const appoint = async (meeting: string, who: Actor, role: 'judges' | 'speaks') => {
  const { sessions } = await as(maya)<ProgrammeView>(showProgramme, { meeting })
  await as(maya)(addPart, { session: sessions[0]!.id, rev: sessions[0]!.rev, role, person: who.personId! })
}
const release = async (meeting: string) => {
  const { rev } = await as(maya)<ProgrammeView>(showProgramme, { meeting })
  await as(maya)(releaseProgramme, { meeting, rev, confirm: true })
}
const award = (who: Actor, id: string) => as(who)<Award>(showAward, { id })
const open = async (id: string) => as(maya)<Award>(openAward, { id, rev: (await award(maya, id)).rev })
const stop = async (id: string) => as(maya)<Award>(stopAward, { id, rev: (await award(maya, id)).rev })
const give = async (who: Actor, id: string, entry: string, ...points: number[]) => {
  const { criteria } = await award(maya, id)
  const given = { points: points.map((each, at) => ({ criterion: criteria[at]!.id, points: each })), abstain: points.length === 0 }
  return as(who)<Award>(giveMarks, { id, entry, ...given })
}
const vote = (who: Actor, id: string, entry: string) => as(who)<Award>(castVote, { id, stage, entry })

test('jury and audience choose, each without the other, and the result stands as counted by hand', async () => {
  const { id, entries } = await begin()
  await expect(give(made, id, entries[0]!, 3, 2)).rejects.toMatchObject({ code: 'conflict' })
  await open(id)
  await expect(as(maya)(planAward, { id, rev: 2, ...rules, juryWeight: 1 })).rejects.toMatchObject({ code: 'conflict' })
  await give(made, id, entries[0]!, 3, 1) // 7 of 8
  await give(made, id, entries[1]!, 2, 2) // 6 of 8
  await expect(give(made, id, entries[2]!, 3, 2)).rejects.toMatchObject({ code: 'conflict' }) // of their own province
  await give(teuku, id, entries[0]!, 1, 1)
  await give(teuku, id, entries[0]!, 2, 1) // 5 of 8, the last counts
  await give(teuku, id, entries[1]!, 3, 2) // 8 of 8
  await give(teuku, id, entries[2]!) // abstains
  await vote(deni, id, entries[1]!)
  await vote(sari, id, entries[0]!)
  await vote(putu, id, entries[1]!)
  const { result } = await stop(id)
  expect(
    result!.rows.map(({ entry, jury, marked, abstained, votes, voters, total, rank }) => [
      entry,
      jury?.read,
      marked,
      abstained,
      votes,
      voters,
      total?.read,
      rank,
    ]),
  ).toEqual([
    [entries[0], 75, 2, 0, 1, 2, 67.5, 2], // 0.7 × 12/16 + 0.3 × 1/2
    [entries[1], 87.5, 2, 0, 2, 2, 91.25, 1], // 0.7 × 14/16 + 0.3 × 2/2
    [entries[2], undefined, 0, 1, 0, 2, undefined, null],
  ])
  expect(result!.jury.map(({ name }) => name)).toEqual(['Made', 'Teuku'])
  expect(result!.offices).toHaveLength(3)
  await expect(give(made, id, entries[0]!, 1, 1)).rejects.toMatchObject({ code: 'conflict' })
  await expect(vote(deni, id, entries[0]!)).rejects.toMatchObject({ code: 'conflict' })
  expect((await award(deni, id)).result).toEqual(result)
})

test('before the stop nobody reads what others gave: not on a page, over REST, in the trail, by the live channel', async () => {
  const { id, entries } = await begin()
  await open(id)
  const before = await Promise.all([maya, teuku, deni].map(who => everythingOf(who, id)))
  await give(made, id, entries[0]!, 3, 1)
  await vote(sari, id, entries[0]!)
  const one = await Promise.all([maya, teuku, deni].map(who => everythingOf(who, id)))
  await give(made, id, entries[0]!, 1, 2)
  await give(made, id, entries[0]!)
  await vote(sari, id, entries[2]!)
  const other = await Promise.all([maya, teuku, deni].map(who => everythingOf(who, id)))
  // Another choice, or to abstain, changes nothing of what anybody else reads.
  expect(other).toEqual(one)
  expect(one.slice(1)).toEqual(before.slice(1))
  expect((await award(maya, id)).jury.map(({ name, marked }) => [name, marked])).toEqual([
    ['Made', 1],
    ['Teuku', 0],
  ])
  expect((await award(made, id)).entries[0]!.marks).toEqual({ abstained: true, points: {} })
  const trail = await db
    .selectFrom('audit_event')
    .select(['operation', 'changes'])
    .where('subject_id', '=', id)
    .where('operation', 'in', ['marks.give', 'votes.cast'])
    .execute()
  const marked = { operation: 'marks.give', changes: { entry: [null, entries[0]] } }
  const voted = { operation: 'votes.cast', changes: { office: [null, office('35.10').name], stage: [null, stage] } }
  expect(trail).toEqual(expect.arrayContaining([marked, marked, marked, voted, voted]))
  expect(trail).toHaveLength(5)
})

/** All that somebody reads of a round and its award. */
async function everythingOf(who: Actor, id: string): Promise<string[]> {
  const [page, rest] = [await browser(who), await program(who)]
  const pages = ['', '/layar', '/penghargaan', '/pemenang']
  const read = await Promise.all(pages.map(async each => (await page.get(`/putaran/${id}${each}`)).text()))
  const answers = await Promise.all(['', '/award'].map(async each => (await rest('GET', `/rounds/${id}${each}`)).text()))
  const live = await (await rest('GET', `/live?topics=round:${id}`)).text()
  const keys = /name="idempotency_key" value="[^"]*"/g
  return [...read, ...answers, live].map(text => text.replace(keys, ''))
}

test('who is no longer of the jury when it stops is not counted, and whoever is of another’s is refused', async () => {
  const { meeting, id, entries } = await begin()
  const elsewhere = await begin(['35.10'])
  await open(id)
  await give(made, id, entries[0]!, 3, 2)
  await give(teuku, id, entries[0]!, 1, 1)
  const [session] = (await as(maya)<ProgrammeView>(showProgramme, { meeting })).sessions
  await as(maya)(removePart, { id: session!.parts[0]!.id, rev: session!.rev })
  await give(made, id, entries[1]!, 3, 2) // not released yet
  await release(meeting)
  await expect(give(made, id, entries[1]!, 3, 2)).rejects.toMatchObject({ code: 'not_found' })
  const asep = await person('Asep', 'inspector', '32')
  const other = await as(maya)<Award>(addToJury, { id: elsewhere.id, person: asep.personId! })
  await expect(as(maya)(addToJury, { id: elsewhere.id, person: asep.personId! })).rejects.toMatchObject({
    fields: { person: [{}] },
  })
  await expect(give(asep, id, entries[1]!, 3, 2)).rejects.toMatchObject({ code: 'not_found' })
  const laksmi = await person('Laksmi', 'partner_contact', '00', true, { partnerId: await partner('Universitas Contoh') })
  await expect(give(laksmi, id, entries[1]!, 3, 2)).rejects.toMatchObject({ code: 'not_found' })
  expect((await (await program(null))('PUT', `/rounds/${id}/marks/${entries[1]}`, {})).status).toBe(401)
  const { result } = await stop(id)
  expect([result!.jury.map(({ name }) => name), result!.uncounted]).toEqual([['Teuku'], { marks: 2, votes: 0 }])
  expect(result!.rows.map(({ marked, rank }) => [marked, rank])).toEqual([
    [1, 1],
    [0, null],
    [0, null],
  ])
  await open(elsewhere.id)
  await give(asep, elsewhere.id, elsewhere.entries[0]!, 3, 2) // named, and reads the round by that alone
  await as(maya)(removeFromJury, { id: elsewhere.id, rev: other.rev + 1, person: asep.personId! })
  await expect(as(asep)(showAward, { id: elsewhere.id })).rejects.toMatchObject({ code: 'not_found' })
  await expect(as(maya)(removeFromJury, { id: elsewhere.id, rev: other.rev + 2, person: made.personId! })).rejects.toMatchObject({
    code: 'not_found',
  })
})

test('an office has one vote, also one that came yesterday; an appointment of tomorrow and the jury have none', async () => {
  const { id, entries } = await begin(['32.10', '35.10'], { juryWeight: 0, criteria: [] })
  await open(id)
  await expect(vote(putu, id, entries[0]!)).rejects.toMatchObject({ code: 'not_found' })
  await as(maya)(addEntry, { round: id, office: '51.71', stage, topic: 'Datang kemudian' })
  await vote(putu, id, entries[0]!)
  const ayu = await person('Ayu', 'office_operator', '51.71', false)
  await vote(ayu, id, entries[1]!) // the same office: the last counts
  await expect(vote(made, id, entries[1]!)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(vote(maya, id, entries[1]!)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(vote(sari, id, entries[1]!)).rejects.toMatchObject({ fields: { entry: [{}] } }) // their own
  const coming = await person('Lusa', 'office_operator', '32.10', false)
  await db.updateTable('role_grant').set({ from_on: '2026-03-11' }).where('person_id', '=', coming.personId!).execute()
  const page = await (await browser(coming)).post(`/putaran/${id}/penghargaan/suara`, { stage, entry: entries[1]! })
  expect(page.status).toBe(404)
  await vote(deni, id, 'abstain')
  const third = await as(maya)<Award>(showAward, { id })
  expect(third.entries.find(({ isReady }) => !isReady)).toMatchObject({ topic: 'Datang kemudian' })
  const { result } = await stop(id)
  expect(result!.rows.map(({ votes, voters, rank }) => [votes, voters, rank])).toEqual([
    [0, 1, 2],
    [1, 1, 1],
  ])
  expect(result!.offices.filter(({ voted }) => voted.length)).toEqual([
    { id: office('51.71').id, name: office('51.71').name, voted: [stage] },
  ])
})

test('a winner has a certificate and a page for the wall, and nobody else has', async () => {
  const { id, entries } = await begin()
  await open(id)
  await give(teuku, id, entries[0]!, 3, 2)
  const wall = await browser(deni)
  expect((await wall.get(`/putaran/${id}/pemenang`)).status).toBe(303)
  await expect(as(deni)(certify, { id, entry: entries[0]! })).rejects.toMatchObject({ code: 'conflict' })
  await stop(id)
  expect(await (await wall.get(`/putaran/${id}/pemenang`)).text()).toContain(office('32.10').name)
  const { name, chunks } = await as(deni)(certify, { id, entry: entries[0]! })
  const pdf = await bytesOf({ chunks })
  expect([name, new TextDecoder().decode(pdf.slice(0, 5))]).toEqual([`Piagam Penghargaan – ${office('32.10').name}.pdf`, '%PDF-'])
  await expect(as(deni)(certify, { id, entry: entries[1]! })).rejects.toMatchObject({ code: 'conflict' })
  const budi = await person('Budi', 'office_operator', '35.11', false)
  await expect(as(budi)(certify, { id, entry: entries[0]! })).rejects.toMatchObject({ code: 'not_found' })
})

test('the forms of the award work without scripts, and say what is missing', async () => {
  const { id, entries } = await begin()
  const [organiser, jury] = [await browser(maya), await browser(teuku)]
  const wrong = await organiser.post(`/putaran/${id}/penghargaan/aturan`, {
    rev: '1',
    juryWeight: '0',
    audienceWeight: '0',
    tieRule: 'shared',
  })
  expect([wrong.status, (await wrong.text()).includes('paling tidak salah satu')]).toEqual([422, true])
  const { rev } = await award(maya, id)
  expect((await organiser.post(`/putaran/${id}/penghargaan/pembukaan`, { rev: String(rev) })).status).toBe(303)
  const { criteria } = await award(maya, id)
  const form = { 'points.0.criterion': criteria[0]!.id, 'points.1.criterion': criteria[1]!.id, 'points.0.points': '3' }
  const missing = await jury.post(`/putaran/${id}/penghargaan/nilai/${entries[0]}`, form)
  expect([missing.status, (await missing.text()).match(/Pilih satu tingkat/g)?.length ?? 0]).toEqual([422, 2])
  expect((await jury.post(`/putaran/${id}/penghargaan/nilai/${entries[0]}`, { ...form, 'points.1.points': '1' })).status).toBe(303)
  expect((await award(teuku, id)).entries[0]!.marks).toEqual({ abstained: false, points: { [criteria[0]!.id]: 3, [criteria[1]!.id]: 1 } })
})
