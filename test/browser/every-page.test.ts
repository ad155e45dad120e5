import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { officeId } from '../../src/modules/organisation/schema.ts'
import { setPassword } from '../../src/platform/auth/accounts.ts'
import { issueLink } from '../../src/platform/auth/links.ts'
import { hashPassword } from '../../src/platform/auth/passwords.ts'
import { example } from '../../src/platform/example-ids.ts'
import type { Actor } from '../../src/platform/permissions/actor.ts'
import { actorOfPerson } from '../../src/platform/permissions/load-actor.ts'
import { seedExampleWorld } from '../example-world/all.ts'
import { app, browser as asBrowser, db, kernel, person } from '../world.ts'
import { judged, serveWorld, tooWide, windowOf } from './example-site.ts'
import { launch } from './launch.ts'
import { leadAway, notPages, pages, type Who, whoOpens } from './pages.ts'

/** What only depends on colours is asked again in the dark; everything else is the same there. */
const colours = ['color-contrast', 'link-in-text-block']
const widths = [360, 1280]

let site: Awaited<ReturnType<typeof serveWorld>>
let chromium: Browser
const people = {} as Record<Who, Actor | null>
const windows = new Map<string, Awaited<ReturnType<typeof windowOf>>>()
/** Parameters that only a running application knows. */
const known: Record<string, string> = { office: officeId('35.10') }

beforeAll(async () => {
  ;[site, chromium] = await Promise.all([serveWorld(), launch()])
  await seedExampleWorld()
  const context = { db, clock: kernel.clock, baseUrl: kernel.baseUrl }
  for (const purpose of ['setup', 'password', 'session'] as const)
    known[purpose] = (await issueLink(context, purpose, purpose === 'setup' ? null : example.colleague)).split('/').at(-1)!
  people.admin = await person('Nur Aini Pratiwi', 'national_admin')
  people.partner = await person('Utami Dewi', 'partner_contact', '00', true, { partnerId: example.partner })
  people.self = await actorOfPerson(db, example.person, kernel.clock.today())
  people.stranger = null
  await awaitApp(people.self!)
})
afterAll(async () => {
  await chromium?.close()
  await site?.close()
  await kernel.close()
})

/** The example person has asked for a second factor, whose picture `/akun/dua-langkah` shows. */
async function awaitApp(self: Actor): Promise<void> {
  const password = 'kuda-laut-melompat-tinggi'
  await setPassword({ db, clock: kernel.clock }, example.person, await hashPassword(password))
  await (await asBrowser(self)).post('/akun/dua-langkah', { aksi: 'aktifkan', password })
}

async function openAs(who: Who, locale: 'id' | 'en') {
  const key = `${who} ${locale}`
  if (!windows.has(key)) windows.set(key, await windowOf(chromium, site.url, people[who], { locale }))
  return windows.get(key)!
}

/** Judged by turns narrow in the light and wide in the dark, or the other way round: the same parts stand on many pages. */
const opened = Object.entries(pages)
  .flatMap(([route, ways]) => ways.map(way => ({ route, way, name: typeof way === 'string' ? way : addressOf(route, way, {}) })))
  .map((each, index) => ({ ...each, darkAt: index % 2 ? 1280 : 360 }))

function addressOf(route: string, parameters: Record<string, string>, values: Record<string, string>): string {
  return route.replace(/:(\w+)/g, (_, name: string) => values[parameters[name]!] ?? parameters[name]!)
}

test('every page of the application is opened here', () => {
  const routes = new Set(app.routes.filter(({ method, path }) => method === 'GET' && !path.startsWith('/api/v1')).map(({ path }) => path))
  expect([...routes].sort()).toEqual([...Object.keys(pages), ...notPages, ...leadAway].sort())
})

test.each(opened)('$name is for everybody: narrow and wide, light and dark, in both languages', async ({ route, way, darkAt }) => {
  const address = typeof way === 'string' ? way : addressOf(route, way, known)
  const who = whoOpens(route, address)
  kernel.config.demo = route === '/demo'
  const found = [...(await look(who, address, 'id', darkAt)), ...(await look(who, address, 'en', darkAt))]
  kernel.config.demo = false
  expect(found).toEqual([])
})

async function look(who: Who, address: string, locale: 'id' | 'en', darkAt: number): Promise<string[]> {
  const { page, complaints } = await openAs(who, locale)
  const answer = await page.goto(address)
  const found = await basics(page, answer!.status(), locale)
  const now = page.viewportSize()!.width // whatever the last page was left at comes first: each change of size costs a layout
  for (const width of widths.toSorted(one => (one === now ? -1 : 1))) {
    if (width !== now) await page.setViewportSize({ width, height: 800 })
    found.push(...(await tooWide(page)))
    if (locale === 'en') continue
    const dark = darkAt === width
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
    found.push(...(await judged(page, dark ? colours : undefined)))
  }
  return [...found, ...complaints.splice(0)].map(each => `${locale}: ${each}`)
}

/** The answer is a page in its language with one heading of the first level and a title, and nothing to press is without a word. */
async function basics(page: Page, status: number, locale: string): Promise<string[]> {
  const { lang, headings, title, bare } = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    headings: document.querySelectorAll('h1').length,
    title: document.title,
    bare: [...document.querySelectorAll('a[href], button, summary')]
      .filter(element => !(element.textContent.trim() || element.ariaLabel))
      .map(element => element.outerHTML.slice(0, 160)),
  }))
  const unknown = page.url().includes('tidak-ada') && status === 410
  return [
    ...(status === 200 || unknown ? [] : [`answers ${status} at ${page.url()}`]),
    ...(lang === locale ? [] : [`lang is ${lang}`]),
    ...(headings === 1 ? [] : [`${headings} h1`]),
    ...(title ? [] : ['no title']),
    ...bare.map(each => `without a word: ${each}`),
  ]
}
