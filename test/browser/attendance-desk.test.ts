import { hkdfSync } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { showAttendance } from '../../src/modules/attendance/operations/read.ts'
import type { AttendanceView } from '../../src/modules/attendance/schema/attendance.ts'
import { releaseProgramme } from '../../src/modules/meetings/operations/programmes.ts'
import { addSession } from '../../src/modules/meetings/operations/sessions.ts'
import { createMeeting } from '../../src/modules/meetings/operations/write.ts'
import { type MeetingDetail, meetingKindId } from '../../src/modules/meetings/schema/meetings.ts'
import type { Actor } from '../../src/platform/authority/actor.ts'
import { type BadgeSigner, badgeSigner } from '../../src/platform/badges/sign.ts'
import { newId } from '../../src/platform/operation/operation.ts'
import { as, browser, db, kernel, now, office, person } from '../world.ts'
import { launchKept } from './launch.ts'
import { type Site, startSite } from './offline-site.ts'

/**
 * Meetings with so many invitees and sessions, and two desks: two browsers whose folders survive them, behind one line that can be cut.
 * As large as the national meeting, a hundred times, takes an hour or two: `DESK_RUNS=100 DESK_PEOPLE=553 DESK_SESSIONS=5 vitest run test/browser/attendance-desk`.
 */
const wanted = (name: string, usual: number): number => Number(process.env[name]) || usual
const runs = wanted('DESK_RUNS', 2)
const invited = wanted('DESK_PEOPLE', 20)
const sessionsHeld = wanted('DESK_SESSIONS', 2)
const seeds = Array.from({ length: runs }, (_, nth) => 7 + nth)
let site: Site
let budi: Actor, meeting: string, signer: BadgeSigner, other: BadgeSigner
let invitees: string[] = []
let sessions: string[] = []
const folders = ['A', 'B'].map(() => mkdtempSync(join(tmpdir(), 'sinergi-desk-')))
const desks: { context: BrowserContext; page: Page }[] = []

beforeAll(async () => {
  site = await startSite()
  budi = await person('Budi', 'cooperation_officer')
})
afterAll(async () => {
  for (const { context } of desks) await context.close()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  await site.close()
  await kernel.close()
})

/** A meeting of its own for each run, and the badges of the one before, which are of another. */
async function plan(): Promise<void> {
  const { id }: MeetingDetail = await as(budi)(createMeeting, {
    kindId: meetingKindId('rakor'),
    title: 'Rapat koordinasi',
    office: '00',
    mode: 'onsite',
    place: 'Jakarta',
    startsAt: '2025-11-20T09:00',
    endsAt: '2025-11-20T16:00',
    objectives: [],
  })
  const hours = (nth: number) => `2025-11-20T${String(9 + nth).padStart(2, '0')}:00`
  for (let nth = 0; nth < sessionsHeld; nth++)
    await as(budi)(addSession, { meeting: id, kind: 'plenary', title: `Sesi ${nth + 1}`, startsAt: hours(nth), endsAt: hours(nth + 1) })
  const { rev } = await db.selectFrom('meeting').select('rev').where('id', '=', id).executeTakeFirstOrThrow()
  await as(budi)(releaseProgramme, { meeting: id, rev })
  const { sessions: held }: AttendanceView = await as(budi)(showAttendance, { meeting: id })
  sessions = held.map(each => each.id)
  meeting = id
  const signerOf = (of: string) => badgeSigner(of, new Uint8Array(hkdfSync('sha256', kernel.secret, '', `badge ${of}`, 48)))
  signer = signerOf(id)
  other = signerOf(newId())
  const binding = { meeting_id: id, involvement: 'must' as const, mode: 'onsite' as const, sent_at: now.at, created_at: now.at }
  invitees = Array.from({ length: invited }, () => newId())
  await db
    .insertInto('meeting_invitee')
    .values(invitees.map((id, nth) => ({ ...binding, id, key: `g:${id}`, office_id: office('35.10').id, name: `Peserta ke-${nth}` })))
    .execute()
}

const address = () => `${site.url}/rapat/${meeting}/meja`
const badge = (nth: number) => signer.sign({ invitee: invitees[nth]!, until: Date.parse('2099-01-01T00:00:00Z'), edition: 1 })

/** Closes the browser of a desk and opens it again on what it kept. */
async function reopen(at: number): Promise<Page> {
  await desks[at]?.context.close()
  const context = await launchKept(folders[at]!)
  if (!desks[at]) {
    const { cookie } = await browser(budi)
    const split = cookie.indexOf('=')
    const [name, value] = [cookie.slice(0, split), cookie.slice(split + 1)]
    await context.addCookies([{ name, value, domain: 'localhost', path: '/', expires: 4_000_000_000 }])
  }
  const page = await context.newPage()
  desks[at] = { context, page }
  await page.goto(address())
  await page.locator('attendance-desk[data-ready]').waitFor()
  return page
}

const answer = (page: Page) => page.locator('.desk-answer').textContent()
const sent = (page: Page) => page.getByText('Semua sudah terkirim.').waitFor({ timeout: 90_000 })

async function scan(page: Page, text: string, expected: RegExp): Promise<void> {
  await page.fill('[name=who]', text)
  await page.press('[name=who]', 'Enter')
  await expect.poll(() => answer(page), { timeout: 10_000 }).toMatch(expected)
}
const isKept = async (path: string): Promise<boolean> => Boolean((await caches.match(path)) && navigator.serviceWorker.controller)

/** The same numbers each time. */
function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

/** Cuts and joins the line, closes and reloads browsers, loses answers; as the seed says. */
async function trouble(chance: () => number, pages: Page[]): Promise<void> {
  const at = chance() < 0.5 ? 0 : 1
  const luck = chance()
  if (luck < 0.5) site.isCut = !site.isCut
  else if (luck < 0.67) pages[at] = await reopen(at)
  else if (luck < 0.83) await pages[at]!.reload().then(() => pages[at]!.locator('attendance-desk[data-ready]').waitFor())
  else site.loses = { path: /kirim$/, times: 1 }
}

type Scan = { nth: number; text: string }
/** The first by hand, the others as fast as the desk answers; each is to be answered with the name of whoever it was. */
async function scanAll(page: Page, session: string, [first, ...others]: Scan[]): Promise<void> {
  if (!first) return
  await page.selectOption('[name=session]', session)
  await scan(page, first.text, new RegExp(`(Selamat datang, )?Peserta ke-${first.nth}\\b`))
  const answers = await page.evaluate(async scans => {
    const who = document.querySelector<HTMLInputElement>('[name=who]')!
    const answer = document.querySelector('.desk-answer')!
    const answers: string[] = []
    for (const { nth, text } of scans) {
      who.value = text
      who.form!.requestSubmit()
      const name = new RegExp(`Peserta ke-${nth}\\b`)
      for (let tries = 0; tries < 2000 && !name.test(answer.textContent ?? ''); tries++) await new Promise(next => setTimeout(next, 5))
      answers.push(answer.textContent ?? '')
    }
    return answers
  }, others)
  expect(answers.filter((answer, at) => !new RegExp(`Peserta ke-${others[at]!.nth}\\b`).test(answer))).toEqual([])
}

test.each(seeds)(
  'two desks note everybody in each session while the line breaks and browsers are closed, as a plain model does (seed %i)',
  async seed => {
    const chance = chances(seed)
    site.isCut = false
    await plan()
    const pages = [await reopen(0), await reopen(1)]
    for (const [at, page] of pages.entries()) {
      await page.fill('[name=source]', `Meja ${at + 1}`)
      await page.dispatchEvent('[name=source]', 'change')
      await expect.poll(() => page.evaluate(isKept, new URL(address()).pathname), { timeout: 10_000 }).toBe(true)
    }
    /** The plain model: who was noted in which session at which desk. */
    const model = new Set<string>()
    const troubles = Math.min(invited * sessionsHeld * 0.25, 30)
    for (const session of sessions) {
      const parts = Math.ceil(troubles / sessionsHeld)
      for (let part = 0; part < parts; part++) {
        await trouble(chance, pages)
        const lanes: [Scan[], Scan[]] = [[], []]
        const note = (nth: number, at: number, text: string) => {
          lanes[at]!.push({ nth, text })
          model.add(`${session} ${invitees[nth]} Meja ${at + 1}`)
        }
        for (let nth = part; nth < invited; nth += parts) {
          const at = chance() < 0.5 ? 0 : 1
          note(nth, at, nth % 5 === 0 ? `peserta ke-${nth}` : badge(nth).toLowerCase())
          if (chance() < 0.05) note(nth, 1 - at, badge(nth))
        }
        await Promise.all(lanes.map((lane, at) => scanAll(pages[at]!, session, lane)))
      }
    }
    site.isCut = true
    pages[0] = await reopen(0)
    await scan(pages[0], `${badge(1).slice(0, -1)}${badge(1).endsWith('0') ? '1' : '0'}`, /tidak sah/)
    await scan(pages[0], other.sign({ invitee: invitees[1]!, until: Date.parse('2099-01-01T00:00:00Z'), edition: 1 }), /rapat lain/)
    await scan(pages[0], 'peserta', /Beberapa orang cocok/)
    site.isCut = false
    for (const at of [0, 1]) await sent(await reopen(at))

    const events = await db
      .selectFrom('attendance_event')
      .select(['session_id as session', 'invitee_id as invitee', 'source', 'method'])
      .where('meeting_id', '=', meeting)
      .execute()
    const noted = events.map(({ session, invitee, source }) => `${session} ${invitee} ${source}`)
    // Who was seen at the other desk before this one was opened again is not noted twice.
    const seats = (all: Iterable<string>) => [...new Set([...all].map(each => each.split(' ').slice(0, 2).join(' ')))].sort()
    expect(seats(noted)).toEqual(seats(model))
    expect(noted.filter(each => !model.has(each))).toEqual([])
    expect(noted.length).toBe(new Set(noted).size)
    expect(new Set(events.map(({ method }) => method))).toEqual(new Set(['qr', 'name']))
  },
  invited * sessionsHeld * 1_000 + 300_000,
)
