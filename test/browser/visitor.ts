import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'

/** Somebody at a browser of their own, and what that browser complained about: errors of scripts, blocked or missing resources. */
export type Visitor = { page: Page; complaints: string[] }

/** A browser window with nothing in it yet. */
export async function visitor(browser: Browser, url: string, { scripts = true } = {}): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: url,
    javaScriptEnabled: scripts,
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    reducedMotion: 'reduce', // fading from page to page is drawn without a graphics card
  })
  context.setDefaultTimeout(20_000)
  const complaints: string[] = []
  context.on('page', page => {
    page.on('console', message => message.type() === 'error' && complaints.push(`${page.url()}: ${message.text()}`))
    page.on('pageerror', error => complaints.push(`${page.url()}: ${error.message}`))
    page.on('response', answer => answer.status() >= 500 && complaints.push(`${answer.url()}: ${answer.status()}`))
  })
  return { page: await context.newPage(), complaints }
}

/**
 * The page fits a desk and a telephone without scrolling sideways. With SHOTS naming a folder, pictures of both are kept there.
 */
export async function fits({ page }: Visitor, name: string): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    const shots = process.env.SHOTS
    if (shots) {
      mkdirSync(shots, { recursive: true })
      await page.screenshot({ path: join(shots, `${name}-${width}.png`), fullPage: true })
    }
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(tooWide, `${name} (${page.url()}) is wider than ${width} px`).toBeLessThanOrEqual(0)
  }
}

/** Reloads until something shows that a job brings about. */
export const untilShown = ({ page }: Visitor, text: string | RegExp): Promise<void> =>
  expect
    .poll(
      async () => {
        await page.reload()
        return page.locator('main').getByText(text).count()
      },
      { timeout: 30_000, interval: 500 },
    )
    .toBeGreaterThan(0)

/** What stands before each person, and what their browsers complained about: for whoever looks for the cause of a failure. */
export async function tell(people: Visitor[]): Promise<void> {
  for (const { page, complaints } of people) {
    const text = await page
      .locator('main')
      .textContent({ timeout: 1000 })
      .catch(() => '')
    console.error([page.url(), ...complaints, text?.slice(0, 1500)].join('\n'))
  }
}
