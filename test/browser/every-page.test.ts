import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { officeId } from '../../src/modules/organisation/schema.ts'
import { setPassword } from '../../src/platform/auth/accounts.ts'
import { issueLink } from '../../src/platform/auth/links.ts'
import { hashPassword } from '../../src/platform/auth/passwords.ts'
import type { Actor } from '../../src/platform/authority/actor.ts'
import { actorOfPerson } from '../../src/platform/authority/load-actor.ts'
import { example } from '../../src/platform/values/example-ids.ts'
import { seedExampleWorld } from '../example-world/all.ts'
import { app, browser as asBrowser, db, kernel, person } from '../world.ts'
import { basics, judged, serveWorld, tooWide, toWidth, widthsOf, windowOf } from './example-site.ts'
import { launch } from './launch.ts'
import { leadAway, notPages, pages, saysWhatPeopleWrote, type Who, whoOpens } from './pages.ts'

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

/** In English those pages that `hostile-pages` does not open in it. */
test.each(opened)('$name is for everybody: narrow and wide, light and dark, in both languages', async ({ route, way, darkAt }) => {
  const address = typeof way === 'string' ? way : addressOf(route, way, known)
  const who = whoOpens(route, address)
  kernel.config.demo = route === '/demo'
  const found = await look(who, address, 'id', darkAt)
  if (!saysWhatPeopleWrote(route, address)) found.push(...(await look(who, address, 'en', darkAt)))
  kernel.config.demo = false
  expect(found).toEqual([])
})

async function look(who: Who, address: string, locale: 'id' | 'en', darkAt: number): Promise<string[]> {
  const { page, complaints } = await openAs(who, locale)
  const answer = await page.goto(address)
  const found = await basics(page, answer!.status(), locale)
  for (const width of widthsOf(page)) {
    await toWidth(page, width)
    found.push(...(await tooWide(page)))
    if (locale === 'id') found.push(...(await (darkAt === width ? judgedInTheDark(page) : judgedInTheLight(page, `${who} at ${width}`))))
  }
  return [...found, ...complaints.splice(0)].map(each => `${locale}: ${each}`)
}

const framed = new Set<string>()
/** Head, menu and foot are the same on each page of a person: they are judged with the first of a width, the pages after without them. */
async function judgedInTheLight(page: Page, frame: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' })
  const found = await judged(page, { without: framed.has(frame) ? ['body > header', '#menu', 'body > footer'] : [] })
  framed.add(frame)
  return found
}

/** Only what depends on colours is asked again in the dark, and only where letters stand in colours on a ground that no page before had. */
async function judgedInTheDark(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' })
  const now = await page.evaluate(coloursOf)
  const fresh = now.filter(each => !seenInTheDark.has(each))
  for (const each of fresh) seenInTheDark.add(each)
  return fresh.length ? judged(page, { only: ['color-contrast', 'link-in-text-block'] }) : []
}
const seenInTheDark = new Set<string>()

/** Runs in the page: the colour of each text, its size and weight, what it stands on, and what a link stands in. */
function coloursOf(): string[] {
  const found = new Set<string>()
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement!
    if (!texts.currentNode.textContent!.trim() || !element.checkVisibility()) continue
    const { color, fontSize, fontWeight, opacity } = getComputedStyle(element)
    const grounds: string[] = []
    for (let at: Element | null = element; at; at = at.parentElement) {
      const { backgroundColor, backgroundImage } = getComputedStyle(at)
      if (backgroundColor !== 'rgba(0, 0, 0, 0)' || backgroundImage !== 'none') grounds.push(`${backgroundColor} ${backgroundImage}`)
      if (/^rgb\(/.test(backgroundColor)) break
    }
    const link = element.closest('a')
    const around = link?.parentElement ? getComputedStyle(link.parentElement).color : ''
    found.add([color, fontSize, fontWeight, opacity, around, ...grounds].join('|'))
  }
  return [...found]
}
