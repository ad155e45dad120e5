import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, browser, countQueries, db, kernel, now, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { newId } from '../../platform/operation/operation.ts'
import { sendInvitations } from '../invitations/operations/letters.ts'
import { listInvitees } from '../invitations/operations/read.ts'
import { createRule } from '../invitations/operations/rules.ts'
import { chooseSeries, listSeries, showSeries, showSeriesChoices } from '../meetings/operations/series.ts'
import { copyMeeting, createMeeting } from '../meetings/operations/write.ts'
import { type MeetingDetail, meetingKindId } from '../meetings/schema/meetings.ts'
import type { SeriesDetail } from '../meetings/schema/series.ts'
import { listDecisions } from './operations/decisions-read.ts'

afterAll(() => kernel.close())

let officer: Actor, east: Actor, auditor: Actor, guest: Actor
beforeAll(async () => {
  now.at = new Date('2026-03-01T02:00:00Z')
  officer = await person('Bagus', 'cooperation_officer')
  east = await person('Wahyu', 'office_leader', '35', true)
  auditor = await person('Auditor', 'auditor')
  guest = await person('Deni', 'office_operator', '32.10', false)
})

const plan = (title: string, office = '00', by = officer) =>
  as(by)<MeetingDetail>(createMeeting, {
    kindId: meetingKindId('monev'),
    title,
    office,
    mode: 'online',
    startsAt: '2026-03-10T09:00',
    endsAt: '2026-03-10T12:00',
    objectives: [],
  })

test('a copied meeting stays in the series of its office, and each number opens a list of as many', async () => {
  const first = await plan('Rakor Monev 2025')
  const chosen = await as(officer)<MeetingDetail>(chooseSeries, { id: first.id, rev: first.rev, name: 'Rakor Monev' })
  const second = await as(officer)<MeetingDetail>(copyMeeting, { id: first.id, startsAt: '2027-03-10T09:00', endsAt: '2027-03-10T12:00' })
  expect([chosen.series?.name, second.series]).toEqual(['Rakor Monev', chosen.series])
  await as(officer)(createRule, { meeting: first.id, kind: 'person', person: guest.personId, involvement: 'must', mode: 'online' })
  await as(officer)(createRule, { meeting: first.id, kind: 'guest', guest: 'Prof. Tamu', email: 'tamu@contoh.id', mode: 'online' })
  await as(officer)(sendInvitations, { meeting: first.id })
  await kernel.jobs.drain(kernel)
  const { invitees } = await as(officer)(listInvitees, { meeting: first.id })
  const came = { meeting_id: first.id, kind: 'in' as const, at: new Date('2026-03-10T02:10:00Z'), mode: 'online' as const, source: 'Meja' }
  await db
    .insertInto('attendance_event')
    .values({ ...came, id: newId(), session_id: first.id, invitee_id: invitees[0].id, method: 'name', recorded_at: now.at })
    .execute()
  const approved = { frozen: JSON.stringify({}), hash: 'a'.repeat(64), approved_at: now.at }
  const minutes = { id: newId(), meeting_id: first.id, title: 'Rapat', state: 'distributed' as const, created_at: now.at, ...approved }
  await db.insertInto('minutes').values(minutes).execute()
  const decision = {
    meeting_id: first.id,
    minutes_id: minutes.id,
    kind: 'decision' as const,
    result: 'adopted' as const,
    created_at: now.at,
  }
  await db
    .insertInto('decision')
    .values([1, 2].map(seq => ({ ...decision, id: newId(), seq, number: `${first.number}/${seq}`, text: `Keputusan ke-${seq}` })))
    .execute()

  const series = await as(officer)<SeriesDetail>(showSeries, { id: chosen.series!.id })
  expect(series.held.map(({ title, startsAt }) => [title, startsAt.slice(0, 4)])).toEqual([
    ['Rakor Monev 2025', '2027'],
    ['Rakor Monev 2025', '2026'],
  ])
  expect(series.columns).toEqual(['Diundang', 'Hadir (sesi teramai)', 'Keputusan', 'Sudah dilaksanakan'])
  expect(series.cells[first.id]!.map(cell => cell?.text)).toEqual(['2', '1 (50%)', '2', '0'])
  const { get } = await browser(officer)
  for (const cell of series.cells[first.id]!) {
    const page = await (await get(cell!.path!)).text()
    expect([cell!.path, Number(page.match(/data-total="(\d+)"/)?.[1] ?? 0)]).toEqual([cell!.path, cell!.count])
  }
  expect((await as(officer)(listDecisions, { meeting: first.id })).total).toBe(2)
  expect(await (await get(`/seri-rapat/${series.id}`)).text()).toContain('1 (50%)')
})

test('another office reads none of it, and chooses none for a meeting that is not its own', async () => {
  const own = await plan('Rakor Monev Jawa Timur', '35', east)
  const national = await plan('Rakor Monev 2024')
  const { series } = await as(officer)<MeetingDetail>(chooseSeries, { id: national.id, rev: national.rev, name: 'Rakor nasional' })
  await expect(as(east)(showSeries, { id: series!.id })).rejects.toMatchObject({ code: 'not_found' })
  expect((await as(east)(listSeries, {})).series).toEqual([])
  await expect(as(east)(chooseSeries, { id: own.id, rev: own.rev, series: series!.id })).rejects.toMatchObject({ code: 'invalid' })
  await expect(as(east)(chooseSeries, { id: national.id, rev: 1, name: 'Punya kami' })).rejects.toMatchObject({ code: 'not_found' })
  await expect(as(auditor)(chooseSeries, { id: own.id, rev: own.rev, name: 'Punya kami' })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(as(auditor)(showSeriesChoices, { id: own.id })).rejects.toMatchObject({ code: 'forbidden' })
  const mine = await as(east)<MeetingDetail>(chooseSeries, { id: own.id, rev: own.rev, name: 'Rakor provinsi' })
  await expect(as(east)(chooseSeries, { id: own.id, rev: own.rev, name: 'Lagi' })).rejects.toMatchObject({ code: 'conflict' })
  const out = await as(east)<MeetingDetail>(chooseSeries, { id: own.id, rev: mine.rev })
  expect(out.series).toBeNull()
  // Whoever takes part in one of its meetings reads the series with that one alone.
  await db.insertInto('meeting_reader').values({ meeting_id: national.id, person_id: east.personId! }).execute()
  const other = await plan('Rakor Monev 2023')
  await as(officer)(chooseSeries, { id: other.id, rev: other.rev, series: series!.id })
  expect((await as(east)<SeriesDetail>(showSeries, { id: series!.id })).held.map(({ title }) => title)).toEqual(['Rakor Monev 2024'])
})

test('a series of many meetings takes as many statements as of one', async () => {
  const first = await plan('Rakor bulanan 1')
  const { series } = await as(officer)<MeetingDetail>(chooseSeries, { id: first.id, rev: first.rev, name: 'Rakor bulanan' })
  const few = await countQueries(() => as(officer)(showSeries, { id: series!.id }))
  for (const nth of [2, 3, 4]) {
    const { id, rev } = await plan(`Rakor bulanan ${nth}`)
    await as(officer)(chooseSeries, { id, rev, series: series!.id })
  }
  expect(await countQueries(() => as(officer)(showSeries, { id: series!.id }))).toBe(few)
})
