import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../src/platform/authority/actor.ts'
import { example } from '../../src/platform/values/example-ids.ts'
import { seedExampleWorld } from '../example-world/all.ts'
import { kernel, person, browser as session } from '../world.ts'
import { serveWorld } from './example-site.ts'
import { launch } from './launch.ts'

let site: Awaited<ReturnType<typeof serveWorld>>
let chromium: Browser
let admin: Actor
let partner: Actor

beforeAll(async () => {
  ;[site, chromium] = await Promise.all([serveWorld(), launch()])
  await seedExampleWorld()
  admin = await person('Nur Aini Pratiwi', 'national_admin')
  partner = await person('Utami Dewi', 'partner_contact', '00', true, { partnerId: example.partner })
})
afterAll(async () => {
  await chromium?.close()
  await site?.close()
  await kernel.close()
})

test.each([true, false])(
  'an empty form comes back with the focus on what is wrong, in sight, and each line leads to its field (scripts: %s)',
  async scripts => {
    for (const [actor, address] of forms()) {
      const context = await chromium.newContext({ baseURL: site.url, javaScriptEnabled: scripts, viewport: { width: 360, height: 400 } })
      const { cookie } = await session(actor)
      await context.addCookies([{ url: site.url, name: cookie.split('=')[0]!, value: cookie.slice(cookie.indexOf('=') + 1) }])
      const page = await context.newPage()
      await page.goto(address)
      await page.locator('main form.form button.primary:visible').last().click()
      await page.locator('.notice.error :focus').waitFor({ timeout: 10_000 })
      expect(await topOf(page), address).toBeGreaterThanOrEqual(0)
      const lines = page.locator('.notice.error li a')
      expect(await lines.count(), address).toBeGreaterThan(0)
      for (const line of await lines.all()) expect(await page.locator((await line.getAttribute('href'))!).count(), address).toBe(1)
      await context.close()
    }
  },
)

/** Two short forms, and one whose summary is higher than the window. */
const forms = (): [Actor, string][] => [
  [admin, '/mitra/baru'],
  [admin, `/tindak-lanjut/${example.reportedFollowUp}/pemeriksaan`],
  [partner, `/evaluasi/isian/${example.partnerAssignment}`],
]

/** How far below the top of the window the first line of the summary stands. */
const topOf = (page: Page): Promise<number> => page.evaluate(() => document.querySelector('.notice.error b')!.getBoundingClientRect().top)
