import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importWords } from '../../src/modules/languages/operations/import.ts'
import { officeId } from '../../src/modules/organisation/schema.ts'
import { issueLink } from '../../src/platform/auth/links.ts'
import type { Actor } from '../../src/platform/authority/actor.ts'
import { actorOfPerson } from '../../src/platform/authority/load-actor.ts'
import { messages } from '../../src/platform/i18n/languages.ts'
import { example } from '../../src/platform/values/example-ids.ts'
import { seedExampleWorld } from '../example-world/all.ts'
import { pseudo } from '../pseudo.ts'
import { as, db, kernel, person } from '../world.ts'
import { serveWorld, tooWide, windowOf } from './example-site.ts'
import { launch } from './launch.ts'
import { pages, type Who, whoOpens } from './pages.ts'

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
  const file = {
    language: 'qps',
    name: '⟦Pséúdó⟧',
    messages: Object.fromEntries([...messages()].map(([key, { id }]) => [key, { text: pseudo(id) }])),
  }
  const bytes = Buffer.from(JSON.stringify(file))
  const { problems, total, translated } = await as(people.admin)(importWords, { file: { name: 'kata-qps.json', bytes } })
  expect([problems, translated]).toEqual([[], total])
})
afterAll(async () => {
  await chromium?.close()
  await site?.close()
  await kernel.close()
})

const addresses = Object.entries(pages).flatMap(([route, ways]) =>
  ways.map(way => ({ route, name: typeof way === 'string' ? way : route, way })),
)

/** Names, which are nobody's to translate. */
const names = ['Indonesia', 'English', 'Sinergi', 'JSON']
/** What people wrote may be a word that we say too: an answer, a position, the head of a column. */
async function written(): Promise<Set<string>> {
  const found = new Set(names)
  const visit = (value: unknown): void => {
    if (typeof value === 'string') found.add(value.trim())
    else if (value && typeof value === 'object') for (const [key, each] of Object.entries(value)) void [visit(key), visit(each)]
  }
  for (const table of ['instrument', 'position', 'office', 'import_row', 'import_batch'])
    visit((await kernel.store.pool.query(`select to_jsonb(t) as row from ${table} t`)).rows)
  return found
}

test('every page, in a language of longer words on a telephone: nothing sticks out, nothing is left in Indonesian', async () => {
  const ours = new Set([...messages().values()].map(({ id }) => id).filter(id => /\p{L}{3}/u.test(id) && !id.includes('{')))
  const data = await written()
  const found: string[] = []
  for (const { route, way } of addresses) {
    const address = typeof way === 'string' ? way : route.replace(/:(\w+)/g, (_, name: string) => known[way[name]!] ?? way[name]!)
    const who = whoOpens(route, address)
    kernel.config.demo = route === '/demo'
    if (!opened.has(who)) opened.set(who, await windowOf(chromium, site.url, people[who], { locale: 'qps' as 'id' }))
    const { page } = opened.get(who)!
    if (page.viewportSize()!.width !== 360) await page.setViewportSize({ width: 360, height: 800 })
    await page.goto(address)
    found.push(...(await tooWide(page)).map(each => `${address}: ${each}`))
    const said = await page.evaluate(() => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      const all: string[] = []
      while (texts.nextNode()) if (texts.currentNode.parentElement!.checkVisibility()) all.push(texts.currentNode.textContent!.trim())
      return all
    })
    found.push(
      ...[...new Set(said)].filter(text => ours.has(text) && !data.has(text)).map(text => `${address}: “${text}” is not translated`),
    )
  }
  kernel.config.demo = false
  expect(found).toEqual([])
})
