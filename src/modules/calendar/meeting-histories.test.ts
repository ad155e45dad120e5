import fc from 'fast-check'
import IcalJs from 'ical.js'
import nodeIcal, { type VEvent } from 'node-ical'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { app, as, browser, db, kernel, now, office, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { daysBetween } from '../../platform/values/clock.ts'
import { cancelMeeting, restoreMeeting } from '../meetings/operations/lifecycle.ts'
import { releaseProgramme, showProgramme } from '../meetings/operations/programmes.ts'
import { showMeeting } from '../meetings/operations/read.ts'
import { addSession, changeSession, removeSession } from '../meetings/operations/sessions.ts'
import { changeMeeting, createMeeting } from '../meetings/operations/write.ts'
import { type MeetingDetail, meetingKindId } from '../meetings/schema/meetings.ts'
import type { ProgrammeView } from '../meetings/schema/programmes.ts'
import { createFeed, listFeeds, revokeFeed } from './operations/feeds.ts'

/** Histories of one meeting each, made by the real operations; FC_SEED tries another lot. */
const seed = Number(process.env.FC_SEED ?? Math.floor(Math.random() * 2 ** 31))
const start = new Date('2026-03-01T02:00:00Z')
let euis: Actor, wahyu: Actor
beforeAll(async () => {
  now.at = start
  euis = await person('Euis', 'office_leader', '32', true)
  wahyu = await person('Wahyu', 'office_leader', '35', true)
})
afterAll(() => kernel.close())

type Line = { uid: string; sequence: number; start: string; end: string; summary: string; status: string; location: string }
/** What should be read of a slot, as instants of ten letters of its hour; `told` is the day that was read last, `since` since when it is cancelled. */
type Slot = { name: string; from: string; room: string; told: string | null; since: string | null }

const plan = (place: string) => ({
  kindId: meetingKindId('rakor'),
  title: 'Rapat; koordinasi, "besar"\nbaris',
  mode: 'onsite' as const,
  place,
  startsAt: '2026-03-10T08:00',
  endsAt: '2026-03-12T16:00',
  objectives: [],
})
const actions = ['add', 'move', 'room', 'remove', 'release', 'cancel', 'restore', 'place', 'days'] as const
const step = fc.record({ action: fc.constantFrom(...actions), pick: fc.nat(20), hour: fc.integer({ min: 8, max: 15 }) })
type Step = { action: (typeof actions)[number]; pick: number; hour: number }

test('50 histories of moves and cancellations: two readers agree, no slot changes its name, no number falls, and what is cancelled says so', async () => {
  console.log(`calendars of meetings, FC_SEED=${seed}`)
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 8 }), steps => history(steps)),
    { numRuns: 50, seed, endOnFailure: true },
  )
}, 180_000)

async function history(steps: Step[]): Promise<void> {
  now.at = start
  const { id: meeting } = await as(euis)<MeetingDetail>(createMeeting, { ...plan('Aula'), office: '32' })
  const { address, kept } = await as(euis)<{ address: string; kept: { id: string } }>(createFeed, { name: 'Rapat', meeting })
  const draft = new Map<string, { name: string; from: string; room: string }>()
  const slots = new Map<string, Slot>()
  const world = { state: 'planned', place: 'Aula', released: '[]', told: null as string | null }
  const before = new Map<string, Line>()
  const view = () => as(euis)<ProgrammeView>(showProgramme, { meeting })
  const rev = async () => (await as(euis)<MeetingDetail>(showMeeting, { id: meeting })).rev
  await check()
  for (const { action, pick, hour } of steps) {
    const ids = [...draft.keys()]
    const id = ids[pick % Math.max(1, ids.length)]
    const isOpen = world.state === 'planned'
    const from = `2026-03-1${pick % 3}T${String(hour).padStart(2, '0')}:30`
    const { sessions } = await view()
    const known = sessions.find(session => session.id === id)
    const written = (at: string, room: string, title: string) => ({
      kind: 'plenary' as const,
      title,
      room,
      startsAt: at,
      endsAt: at.replace(':30', ':45'),
    })
    if (action === 'add' && isOpen) {
      const title = `Sesi ${draft.size}; "a", b`
      const after = await as(euis)<ProgrammeView>(addSession, { meeting, ...written(from, '', title) })
      draft.set(after.sessions.find(each => !ids.includes(each.id))!.id, { name: title, from, room: '' })
    } else if ((action === 'move' || action === 'room') && isOpen && known) {
      const old = draft.get(id!)!
      const next = action === 'move' ? { ...old, from } : { ...old, room: `Ruang ${hour}` }
      await as(euis)(changeSession, { id: id!, rev: known.rev, ...written(next.from, next.room, next.name) })
      draft.set(id!, next)
    } else if (action === 'remove' && isOpen && known) {
      await as(euis)(removeSession, { id: id!, rev: known.rev })
      draft.delete(id!)
    } else if (action === 'release' && isOpen && JSON.stringify([...draft].sort()) !== world.released) {
      await as(euis)(releaseProgramme, { meeting, rev: await rev(), confirm: true })
      world.released = JSON.stringify([...draft].sort())
      for (const [key, each] of draft) slots.set(key, { told: null, since: null, ...slots.get(key), ...each })
    } else if (action === 'cancel' && isOpen) {
      await as(euis)(cancelMeeting, { id: meeting, rev: await rev(), reason: 'Tidak jadi diadakan' })
      world.state = 'cancelled'
    } else if (action === 'restore' && !isOpen) {
      await as(euis)(restoreMeeting, { id: meeting, rev: await rev(), reason: 'Jadi diadakan' })
      world.state = 'planned'
    } else if (action === 'place' && isOpen) {
      world.place = `Gedung ${hour}`
      await as(euis)(changeMeeting, { id: meeting, rev: await rev(), ...plan(world.place) })
    } else if (action === 'days') now.at = new Date(now.at.getTime() + (pick % 9) * 86_400_000)
    await check()
  }
  await as(euis)(revokeFeed, { id: kept.id })

  /** Reads with both readers, and compares with a plain second account. */
  async function check(): Promise<void> {
    const text = await (await app.request(address)).text()
    const lines = byIcalJs(text)
    expect(byNodeIcal(text)).toEqual(lines)
    expect(text).not.toMatch(/^.{76,}/m)
    for (const line of lines) {
      const last = before.get(line.uid)
      if (last) expect(line.sequence).toBe(last.sequence + (same(last, line) ? 0 : 1))
      else expect(line.sequence).toBe(0)
      before.set(line.uid, line)
    }
    const today = new Date(now.at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10)
    const released = new Map(JSON.parse(world.released) as [string, { name: string; from: string; room: string }][])
    const expected = [
      [`meeting.${meeting}.begins@sinergi`, world.state === 'planned' ? 'CONFIRMED' : 'CANCELLED', '2026-03-10T08:00', world.place],
    ]
    if (world.state === 'planned') world.told = today
    else if (!world.told) expected.pop()
    for (const [id, slot] of slots) {
      const is = released.get(id)
      const isLive = is !== undefined && world.state === 'planned'
      if (!isLive && !slot.told) continue
      if (isLive) Object.assign(slot, { told: is.from, since: null })
      else slot.since ??= today
      if (slot.since && daysBetween(slot.since, today) > 30) continue
      const room = is ? [is.room, world.place].filter(Boolean).join(', ') : ''
      // What is gone from the programme has no words any more, and stands on its day.
      expected.push([
        `meeting_session.${id}.takes-place@sinergi`,
        isLive ? 'CONFIRMED' : 'CANCELLED',
        is ? is.from : slot.told!.slice(0, 10),
        room,
      ])
      if (is) slot.told = is.from
    }
    const found = lines.map(({ uid, status, start, location }) => [uid, status, start, location])
    expect(found.sort()).toEqual(expected.sort())
  }
}

const same = (a: Line, b: Line): boolean => JSON.stringify({ ...a, sequence: 0 }) === JSON.stringify({ ...b, sequence: 0 })

/** As the clock in Bandung shows it, or a day. */
const local = (at: Date, isDay: boolean): string =>
  isDay
    ? [at.getFullYear(), String(at.getMonth() + 1).padStart(2, '0'), String(at.getDate()).padStart(2, '0')].join('-')
    : new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 16)

function byIcalJs(text: string): Line[] {
  return new IcalJs.Component(IcalJs.parse(text))
    .getAllSubcomponents('vevent')
    .map(each => {
      const { uid, sequence, startDate, endDate, summary, location } = new IcalJs.Event(each)
      const read = (time: typeof startDate) => (time.isDate ? time.toString() : local(time.toJSDate(), false))
      const status = String(each.getFirstPropertyValue('status'))
      return { uid, sequence, start: read(startDate), end: read(endDate), summary, status, location: location ?? '' }
    })
    .sort(byUid)
}

function byNodeIcal(text: string): Line[] {
  return Object.values(nodeIcal.sync.parseICS(text))
    .filter((each): each is VEvent => each?.type === 'VEVENT')
    .map(({ uid, sequence, start, end, summary, status, location, datetype }) => ({
      uid,
      sequence: Number(sequence),
      start: local(start, datetype === 'date'),
      end: local(end!, datetype === 'date'),
      summary: String(summary),
      status: String(status),
      location: location ? String(location) : '',
    }))
    .sort(byUid)
}
const byUid = (a: Line, b: Line) => (a.uid < b.uid ? -1 : 1)

test('a calendar of an office has its meetings and those of the offices below, one of a meeting only what may be read then', async () => {
  now.at = start
  const deni = await person('Deni', 'office_operator', '32.10', false)
  const make = async (by: Actor, code: string, title: string) =>
    (await as(by)<MeetingDetail>(createMeeting, { ...plan('Aula'), title, office: code })).id
  const [own, below, other] = [
    await make(euis, '32', 'Provinsi'),
    await make(deni, '32.10', 'Kabupaten'),
    await make(wahyu, '35', 'Lainnya'),
  ]
  const read = async (address: string) => {
    const lines = byIcalJs(await (await app.request(address)).text())
    return lines.map(({ summary, status }) => `${summary.replace(/^.*: /, '')} ${status}`).sort()
  }
  const feed = (who: Actor, more: object) => as(who)<{ address: string; kept: { id: string } }>(createFeed, { name: 'Dinding', ...more })
  const wall = await feed(euis, { office: office('32').id })
  expect((await read(wall.address)).filter(line => /^(Provinsi|Kabupaten|Lainnya)/.test(line))).toEqual([
    'Kabupaten CONFIRMED',
    'Provinsi CONFIRMED',
  ])
  expect(await read((await feed(deni, { office: office('32.10').id })).address)).toEqual(['Kabupaten CONFIRMED'])
  await expect(feed(deni, { meeting: own })).rejects.toMatchObject({ code: 'not_found' })
  await expect(feed(euis, { meeting: other })).rejects.toMatchObject({ code: 'not_found' })
  await expect(feed(euis, { meeting: own, office: office('32').id })).rejects.toMatchObject({ fields: { office: [{}] } })
  const one = await feed(deni, { meeting: below })
  expect(await read(one.address)).toEqual(['Kabupaten CONFIRMED'])
  const page = await (await (await browser(deni)).get(`/kalender/langganan?rapat=${below}`)).text()
  expect([page.includes('Kabupaten beserta sesinya'), page.includes(`name="meeting" value="${below}"`)]).toEqual([true, true])
  await db.updateTable('role_grant').set({ to_on: '2026-02-28' }).where('person_id', '=', deni.personId!).execute()
  expect(await read(one.address)).toEqual(['Dibatalkan CANCELLED'])
  expect((await as(deni)<{ feeds: { about: object }[] }>(listFeeds)).feeds.map(({ about }) => about)).toMatchObject([
    { kind: 'meeting', name: expect.stringMatching(/: Kabupaten$/) },
    { kind: 'office' },
  ])
  await as(euis)(revokeFeed, { id: wall.kept.id })
  expect((await app.request(wall.address)).status).toBe(404)
})
