import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { officeId } from '../../src/modules/organisation/schema.ts'
import { issueLink } from '../../src/platform/auth/links.ts'
import type { Actor } from '../../src/platform/authority/actor.ts'
import { actorOfPerson } from '../../src/platform/authority/load-actor.ts'
import { example } from '../../src/platform/values/example-ids.ts'
import { seedExampleWorld } from '../example-world/all.ts'
import { db, kernel, person } from '../world.ts'
import { cutTexts } from './cut.ts'
import { serveWorld, tooWide, windowOf } from './example-site.ts'
import { launch } from './launch.ts'
import { pages, type Who, whoOpens } from './pages.ts'
import { dataOf, everythingSaid, importPseudo, qps, unknownIn } from './untranslated.ts'

let site: Awaited<ReturnType<typeof serveWorld>>
let chromium: Browser
const people = {} as Record<Who, Actor | null>
const known: Record<string, string> = { office: officeId('35.10') }
const opened = new Map<Who, Awaited<ReturnType<typeof windowOf>>>()

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
  expect(await importPseudo(people.admin)).toEqual({ problems: [], missing: 0 })
})
afterAll(async () => {
  await chromium?.close()
  await site?.close()
  await kernel.close()
})

const addresses = Object.entries(pages).flatMap(([route, ways]) =>
  ways.map(way => ({ route, name: typeof way === 'string' ? way : route, way })),
)

test('every page, in a language of longer words on a telephone: nothing is cut, nothing is left in another language', {
  timeout: 300_000,
}, async () => {
  const data = await dataOf([
    ['position', /./],
    ['instrument', /./],
    ['import_batch', /^\/impor/],
    ['import_row', /^\/impor/],
  ])
  const found = new Set<string>()
  for (const { route, way } of addresses) {
    const address = typeof way === 'string' ? way : route.replace(/:(\w+)/g, (_, name: string) => known[way[name]!] ?? way[name]!)
    const who = whoOpens(route, address)
    kernel.config.demo = route === '/demo'
    if (!opened.has(who)) opened.set(who, await windowOf(chromium, site.url, people[who], { locale: qps }))
    const { page } = opened.get(who)!
    if (page.viewportSize()!.width !== 360) await page.setViewportSize({ width: 360, height: 800 })
    await page.goto(address)
    for (const text of await everythingSaid(page))
      for (const piece of unknownIn(text, data(address))) found.add(`${address}: “${piece}” is not translated, in “${text.slice(0, 100)}”`)
    for (const each of [...(await tooWide(page)), ...(await cutTexts(page))]) found.add(`${address}: ${each}`)
  }
  kernel.config.demo = false
  expect([...found]).toEqual([])
})
