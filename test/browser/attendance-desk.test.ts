import { hkdfSync } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createMeeting } from '../../src/modules/meetings/operations/write.ts'
import { type MeetingDetail, meetingKindId } from '../../src/modules/meetings/schema/meetings.ts'
import type { Actor } from '../../src/platform/authority/actor.ts'
import { type BadgeSigner, badgeSigner } from '../../src/platform/badges/sign.ts'
import { newId } from '../../src/platform/operation/operation.ts'
import { as, browser, db, kernel, now, office, person } from '../world.ts'
import { launchKept } from './launch.ts'
import { type Site, startSite } from './offline-site.ts'

/** A meeting with forty invitees, and two desks: two browsers whose folders survive them, behind one line that can be cut. */
const invited = 40
let site: Site
let budi: Actor, meeting: string, signer: BadgeSigner
const invitees: string[] = []
const folders = ['A', 'B'].map(() => mkdtempSync(join(tmpdir(), 'sinergi-desk-')))
const desks: { context: BrowserContext; page: Page }[] = []

beforeAll(async () => {
  site = await startSite()
  budi = await person('Budi', 'cooperation_officer')
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
  meeting = id
  signer = badgeSigner(id, new Uint8Array(hkdfSync('sha256', kernel.secret, '', `badge ${id}`, 48)))
  const binding = { meeting_id: id, involvement: 'must' as const, mode: 'onsite' as const, sent_at: now.at, created_at: now.at }
  for (let nth = 0; nth < invited; nth++) invitees.push(newId())
  await db
    .insertInto('meeting_invitee')
    .values(invitees.map((id, nth) => ({ ...binding, id, key: `g:${id}`, office_id: office('35.10').id, name: `Peserta ke-${nth}` })))
    .execute()
})
afterAll(async () => {
  for (const { context } of desks) await context.close()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  await site.close()
  await kernel.close()
})

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
const sent = (page: Page) => page.getByText('Semua sudah terkirim.').waitFor({ timeout: 20_000 })

async function scan(page: Page, text: string, expected: RegExp): Promise<void> {
  await page.fill('[name=who]', text)
  await page.press('[name=who]', 'Enter')
  await expect.poll(() => answer(page)).toMatch(expected)
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

test('two desks note forty people while the line breaks and browsers are closed, and each is there once', async () => {
  const chance = chances(7)
  const pages = [await reopen(0), await reopen(1)]
  for (const [at, page] of pages.entries()) {
    await page.fill('[name=source]', `Meja ${at + 1}`)
    await page.dispatchEvent('[name=source]', 'change')
    await expect.poll(() => page.evaluate(isKept, new URL(address()).pathname), { timeout: 10_000 }).toBe(true)
  }
  const both = new Set([3, 17])
  for (let nth = 0; nth < invited; nth++) {
    const at = chance() < 0.5 ? 0 : 1
    const luck = chance()
    if (luck < 0.2) site.isCut = !site.isCut
    else if (luck < 0.3) pages[at] = await reopen(at)
    else if (luck < 0.35) site.loses = { path: /kirim$/, times: 1 }
    const greeting = new RegExp(`Selamat datang, Peserta ke-${nth}$`)
    await scan(pages[at]!, nth % 5 === 0 ? `peserta ke-${nth}` : badge(nth).toLowerCase(), greeting)
    if (both.has(nth)) {
      site.isCut = true
      await scan(pages[1 - at]!, badge(nth), /Peserta ke/)
    }
  }
  site.isCut = true
  pages[0] = await reopen(0)
  await scan(pages[0], badge(0), /Peserta ke-0/)
  await scan(pages[0], `${badge(1).slice(0, -1)}${badge(1).endsWith('0') ? '1' : '0'}`, /tidak sah/)
  await scan(pages[0], 'peserta', /Beberapa orang cocok/)
  site.isCut = false
  for (const at of [0, 1]) await sent(await reopen(at))

  const events = await db
    .selectFrom('attendance_event')
    .select(['invitee_id as invitee', 'source', 'method'])
    .where('meeting_id', '=', meeting)
    .execute()
  expect(new Set(events.map(({ invitee }) => invitee))).toEqual(new Set(invitees))
  const each = Map.groupBy(events, ({ invitee, source }) => `${invitee} ${source}`)
  expect([...each.values()].filter(same => same.length > 1)).toEqual([])
  expect(new Set(events.map(({ source }) => source))).toEqual(new Set(['Meja 1', 'Meja 2']))
  expect(new Set(events.map(({ method }) => method))).toEqual(new Set(['qr', 'name']))
}, 120_000)
