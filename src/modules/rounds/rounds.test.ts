import { afterAll, beforeAll, expect, test } from 'vitest'
import { partner } from '../../../test/evaluation-world.ts'
import { as, browser, countQueries, db, kernel, now, office, person, program } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { type Context, contextToRead, newId } from '../../platform/operation/operation.ts'
import { startMeeting } from '../meetings/operations/lifecycle.ts'
import { releaseProgramme, showProgramme } from '../meetings/operations/programmes.ts'
import { addPart, addSession, removePart } from '../meetings/operations/sessions.ts'
import { createMeeting } from '../meetings/operations/write.ts'
import { admitReaders } from '../meetings/queries/readers.ts'
import { meetingKindId } from '../meetings/schema/meetings.ts'
import type { PartRole, ProgrammeView } from '../meetings/schema/programmes.ts'
import { roundTopic } from './live.ts'
import { deferEntry, moveEntry, pauseTurn, resumeTurn, returnEntry, skipEntry, startTurn, stopTurn } from './operations/acts.ts'
import { planAward } from './operations/awards.ts'
import { listRounds, showRound } from './operations/read.ts'
import { addEntry, changeEntry, createRound } from './operations/write.ts'
import { type QueueEvent, replay } from './rules/queue.ts'
import type { Round, RoundsOfMeeting } from './schema/rounds.ts'

afterAll(() => kernel.close())

let maya: Actor, deni: Actor, sari: Actor, made: Actor
beforeAll(async () => {
  now.at = new Date('2026-03-10T02:00:00Z')
  maya = await person('Maya', 'cooperation_officer')
  deni = await person('Deni', 'office_operator', '32.10', false)
  sari = await person('Sari', 'office_operator', '35.10', false)
  made = await person('Made', 'inspector', '51')
})

const minutes = (count: number) => {
  now.at = new Date(now.at.getTime() + count * 60_000)
}
const release = async (meeting: string) => {
  const { rev } = await as(maya)<ProgrammeView>(showProgramme, { meeting })
  await as(maya)(releaseProgramme, { meeting, rev, confirm: true })
}
const appoint = async (meeting: string, person: Actor, role: PartRole) => {
  const { sessions } = await as(maya)<ProgrammeView>(showProgramme, { meeting })
  await as(maya)(addPart, { session: sessions[0]!.id, rev: sessions[0]!.rev, role, person: person.personId! })
  await release(meeting)
}
async function meetingWithRound(): Promise<{ meeting: string; round: Round }> {
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
  await release(meeting)
  const { unprepared } = await as(maya)<RoundsOfMeeting>(listRounds, { meeting })
  return { meeting, round: await as(maya)(createRound, { meeting, session: unprepared[0]!.session, minutes: 10 }) }
}
const join = (round: string, ref: string, more: object = {}) =>
  as(maya)<Round>(addEntry, { round, office: ref, stage: 'Pencalonan', topic: `Pengalaman ${ref}`, ...more })
const order = ({ entries }: Round) => entries.filter(({ place }) => place !== null).map(entry => entry.office.name)
const names = (...codes: string[]) => codes.map(code => office(code).name)

test('offices present in turn, and what each has used follows from what happened', async () => {
  const { meeting, round } = await meetingWithRound()
  const { id } = round
  await join(id, '32.10')
  await join(id, '35.10', { stage: 'Kampanye' })
  let now_ = await join(id, '51.71', { minutes: 5 })
  expect(order(now_)).toEqual(names('32.10', '51.71', '35.10'))
  const of = (code: string) => now_.entries.find(entry => entry.office.id === office(code).id)!
  const act = async (operation: Parameters<ReturnType<typeof as>>[0], more: object = {}) => {
    now_ = await as(maya)(operation, { id, rev: now_.rev, ...more })
  }
  await act(startTurn)
  minutes(4)
  await act(pauseTurn)
  minutes(9)
  await act(resumeTurn)
  minutes(7)
  expect(await as(maya)(showRound, { id })).toMatchObject({ phase: 'speaking', current: of('32.10').id, at: now.at.toISOString() })
  await act(stopTurn)
  expect(of('32.10')).toMatchObject({ status: 'done', used: 660_000, minutes: 10 })
  await act(skipEntry, { entry: of('51.71').id })
  await act(returnEntry, { entry: of('51.71').id })
  await act(moveEntry, { entry: of('51.71').id, place: 1 })
  expect(order(now_)).toEqual(names('51.71', '35.10'))
  await act(startTurn, { entry: of('35.10').id })
  minutes(2)
  await act(deferEntry, { entry: of('35.10').id })
  expect([order(now_), of('35.10').used]).toEqual([names('51.71', '35.10'), 120_000])
  await expect(act(pauseTurn)).rejects.toMatchObject({ code: 'conflict' })

  const events = await db.selectFrom('round_event').selectAll().where('round_id', '=', id).orderBy('seq').execute()
  const queue = replay(
    events.map(event => ({ kind: event.kind, entry: event.entry_id, before: event.before_id, at: event.at.getTime() }) as QueueEvent),
  )
  expect([queue.order, queue.used]).toEqual([
    now_.entries.filter(({ place }) => place !== null).map(entry => entry.id),
    { [of('32.10').id]: 660_000, [of('35.10').id]: 120_000 },
  ])
  expect(await as(maya)(listRounds, { meeting })).toEqual({
    rounds: [{ id, session: round.session, title: 'Pengalaman pencalonan', phase: 'idle', waiting: 2, done: 1 }],
    unprepared: [],
  })
})

test('of two moderators the second is told, and nothing of either is lost', async () => {
  const { meeting, round } = await meetingWithRound()
  await appoint(meeting, made, 'moderates')
  await join(round.id, '32.10')
  const { rev, entries } = await join(round.id, '35.10')
  const both = await Promise.allSettled([
    as(maya)(startTurn, { id: round.id, rev, entry: entries[0]!.id }),
    as(made)(startTurn, { id: round.id, rev, entry: entries[1]!.id }),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } })
  const page = await browser(made)
  const answer = await page.post(`/putaran/${round.id}/mulai`, { rev: String(rev), entry: entries[1]!.id })
  expect([answer.status, (await answer.text()).includes('antrean ini')]).toEqual([409, true])
  const after = await as(made)<Round>(showRound, { id: round.id })
  expect(after).toMatchObject({ phase: 'speaking', rev: rev + 1, mayRun: true })
  expect(after.events.map(({ kind }) => kind)).toEqual(['started', 'added', 'added'])
})

test('whoever moderates in what was released runs the queue until a later release takes that away', async () => {
  const { meeting, round } = await meetingWithRound()
  const { rev } = await join(round.id, '32.10')
  await expect(as(made)(startTurn, { id: round.id, rev })).rejects.toMatchObject({ code: 'not_found' })
  await appoint(meeting, made, 'speaks')
  expect(await as(made)(showRound, { id: round.id })).toMatchObject({ mayRun: false })
  await expect(as(made)(startTurn, { id: round.id, rev })).rejects.toMatchObject({ code: 'forbidden' })
  await appoint(meeting, made, 'chairs')
  const started = await as(made)<Round>(startTurn, { id: round.id, rev })
  const [{ parts, rev: seen }] = (await as(maya)<ProgrammeView>(showProgramme, { meeting })).sessions as [ProgrammeView['sessions'][number]]
  const chairs = parts.find(({ role }) => role === 'chairs')!
  await as(maya)(removePart, { id: chairs.id, rev: seen })
  expect(await as(made)(showRound, { id: round.id })).toMatchObject({ mayRun: true })
  await release(meeting)
  await expect(as(made)(stopTurn, { id: round.id, rev: started.rev })).rejects.toMatchObject({ code: 'forbidden' })
})

test('an office that presents reads the queue and changes its own topic, and nobody else’s', async () => {
  const { round } = await meetingWithRound()
  await expect(as(deni)(showRound, { id: round.id })).rejects.toMatchObject({ code: 'not_found' })
  const { entries } = await join(round.id, '32.10')
  const read = await as(deni)<Round>(showRound, { id: round.id })
  expect(read).toMatchObject({ mayRun: false, entries: [{ isOwn: true, mayChange: true, acts: [] }] })
  const change = { id: entries[0]!.id, rev: 0, stage: 'Tahapan lain', topic: 'Topik yang lebih jelas', minutes: 99, files: [] }
  const changed = await as(deni)<Round>(changeEntry, change)
  expect(changed.entries[0]).toMatchObject({ stage: 'Pencalonan', topic: 'Topik yang lebih jelas', minutes: 10 })
  await expect(as(deni)(changeEntry, change)).rejects.toMatchObject({ code: 'conflict' })
  await expect(as(sari)(changeEntry, { ...change, rev: 1 })).rejects.toMatchObject({ code: 'not_found' })
  await join(round.id, '35.10')
  await expect(as(sari)(changeEntry, { ...change, rev: 1 })).rejects.toMatchObject({ code: 'forbidden' })
  const laksmi = await person('Laksmi', 'partner_contact', '00', true, { partnerId: await partner('Universitas Contoh') })
  await expect(as(laksmi)(showRound, { id: round.id })).rejects.toMatchObject({ code: 'forbidden' })
  expect((await (await program(null))('GET', `/rounds/${round.id}`)).status).toBe(401)
})

test('the live channel tells how the clock stands by the time of the server, to those who read the round', async () => {
  const { round } = await meetingWithRound()
  await join(round.id, '32.10')
  const { rev } = await join(round.id, '35.10')
  const started = now.at.getTime()
  await as(maya)(startTurn, { id: round.id, rev })
  minutes(3)
  const ask = async (who: Actor) => (await program(who))('GET', `/live?topics=round:${round.id}`)
  const numbers = { rev: rev + 1, phase: 1, since: started, used: 0, allowed: 600_000, now: now.at.getTime() }
  expect(await (await ask(deni)).json()).toEqual({ topics: [{ topic: `round:${round.id}`, numbers }] })
  const budi = await person('Budi', 'office_operator', '35.11', false)
  expect((await ask(budi)).status).toBe(404)
  const wall = await (await (await browser(deni)).get(`/putaran/${round.id}/layar`)).text()
  expect(wall).toContain('7:00')
  expect(wall).toContain('<meta http-equiv="refresh" content="10"/>')
  minutes(8)
  expect(await (await (await browser(deni)).get(`/putaran/${round.id}/jam`)).text()).toMatch(/round-time over[^>]*>.*Lewat waktu.*1:00/s)
})

test('of many who follow at once each is told what they would be told alone', async () => {
  const { meeting, round } = await meetingWithRound()
  await join(round.id, '32.10')
  await join(round.id, '51.71')
  const speaker = await person('Tari', 'office_operator', '35.11', false)
  await appoint(meeting, speaker, 'speaks')
  const [invited, juror] = [
    await person('Umar', 'office_operator', '35.12', false),
    await person('Vina', 'office_operator', '35.13', false),
  ]
  await admitReaders({ db }, meeting, [{ person: invited.personId!, involvement: null }])
  const plan = {
    juryWeight: 70,
    audienceWeight: 30,
    tieRule: 'jury',
    criteria: [{ name: 'Kejelasan', weight: 1, levels: ['Kurang', 'Baik'] }],
  }
  await as(maya)(planAward, { id: round.id, rev: 0, ...plan })
  await db.insertInto('award_judge').values({ round_id: round.id, person_id: juror.personId! }).execute()
  const without = { ...invited, grants: [] }
  const places = (['32', '35', '51', '32.10', '51.71', '00'] as const).flatMap(code => [
    person(`Pejabat ${code}`, 'inspector', code),
    person(`Kepala ${code}`, 'office_operator', code, code.length === 2),
  ])
  const all = [maya, deni, sari, made, speaker, invited, juror, without, ...(await Promise.all(places))]
  const contexts = all.map(actor => contextToRead(kernel, actor))
  const alone = await Promise.all(contexts.map(context => roundTopic.look(context, round.id)))
  expect(await roundTopic.lookMany!(contexts as [Context, ...Context[]], round.id)).toEqual(alone)
  expect(new Set(alone.map(numbers => numbers !== null)).size).toBe(2)
  expect(alone.slice(0, 8).map(numbers => numbers !== null)).toEqual([true, true, false, false, true, true, true, false])
  expect(await roundTopic.lookMany!(contexts as [Context, ...Context[]], newId())).toEqual(all.map(() => null))
  const [one, many] = [contexts.slice(0, 2), contexts].map(some => () => roundTopic.lookMany!(some as [Context, ...Context[]], round.id))
  expect(await countQueries(many!)).toBe(await countQueries(one!))
})

test('the page of a meeting leads to its rounds, and a round takes as many statements for one entry as for many', async () => {
  const { meeting, round } = await meetingWithRound()
  expect(await (await (await browser(maya)).get(`/rapat/${meeting}`)).text()).toContain(`/putaran/${round.id}`)
  await join(round.id, '32.10')
  const one = await countQueries(() => as(maya)(showRound, { id: round.id }))
  for (const code of ['35.10', '51.71', '35.11']) await join(round.id, code)
  expect(await countQueries(() => as(maya)(showRound, { id: round.id }))).toBe(one)
})
