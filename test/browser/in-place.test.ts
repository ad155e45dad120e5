import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { officeId } from '../../src/modules/organisation/schema.ts'
import { pdfPages } from '../document-text.ts'
import { seedExampleWorld } from '../example-world/all.ts'
import { kernel, person } from '../world.ts'
import { serveWorld, windowOf } from './example-site.ts'
import { launch } from './launch.ts'
import { pages, whoOpens } from './pages.ts'

let site: Awaited<ReturnType<typeof serveWorld>>
let chromium: Browser
let page: Page

beforeAll(async () => {
  ;[site, chromium] = await Promise.all([serveWorld(), launch()])
  await seedExampleWorld()
  page = (await windowOf(chromium, site.url, await person('Nur Aini Pratiwi', 'national_admin'))).page
})
afterAll(async () => {
  await chromium?.close()
  await site?.close()
  await kernel.close()
})

test('from page to page the title stays at its height; no table cuts off its columns, and nothing to press is out of sight, however wide the window', {
  timeout: 300_000,
}, async () => {
  const heights = new Map<number, string>()
  const wide: string[] = []
  for (const address of addresses()) {
    await page.goto(address)
    const { top, crumbs } = await page.evaluate(() => ({
      top: Math.round(document.querySelector('h1')!.getBoundingClientRect().top),
      crumbs: new Set([...document.querySelectorAll('.crumbs li')].map(each => Math.round(each.getBoundingClientRect().top))).size,
    }))
    if (crumbs < 2 && !forTheWall.test(address) && !heights.has(top)) heights.set(top, address)
    for (const width of [640, 768, 1024, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      for (const each of [...(await page.evaluate(cutOff)), ...(await page.evaluate(outOfSight))])
        wide.push(`${address} at ${width}: ${each}`)
    }
  }
  expect({ heights: heights.size > 1 ? [...heights] : [], wide }).toEqual({ heights: [], wide: [] })
})

test('in the tree of offices a figure stands under its head, however long the name is, and is right-aligned', async () => {
  for (const width of [768, 1024, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    await page.goto('/satuan-kerja')
    const lines = await page.evaluate(() =>
      [...document.querySelectorAll('.tree .line')].map(line =>
        [...line.querySelectorAll('.aside > span')].map(each => Math.round(each.getBoundingClientRect().right)).join(),
      ),
    )
    expect([width, lines.length > 1, new Set(lines).size]).toEqual([width, true, 1])
  }
})

test('the left list stays in sight while the page scrolls, and all of it can be reached; the search begins where the page does, whoever is signed in', {
  timeout: 60_000,
}, async () => {
  const other = (await windowOf(chromium, site.url, await person('Ana', 'office_operator', '35.10'))).page
  for (const each of [page, other]) {
    await each.setViewportSize({ width: 1280, height: 320 })
    await each.goto('/bantuan/status')
    const at = await each.evaluate(() => {
      const left = (selector: string) => document.querySelector(selector)!.getBoundingClientRect().left
      const before = left('h1')
      scrollTo(0, 600)
      const side = document.querySelector('.side')!
      const { top, bottom } = side.getBoundingClientRect()
      side.scrollTop = side.scrollHeight
      const last = [...side.querySelectorAll('a')]
        .filter(line => line.checkVisibility())
        .at(-1)!
        .getBoundingClientRect()
      return {
        scrolled: scrollY,
        top,
        bottom,
        isLastInSight: last.bottom <= innerHeight,
        jump: left('h1') - before,
        search: left('.search') - before,
      }
    })
    expect(at).toEqual({ scrolled: 600, top: 0, bottom: 320, isLastInSight: true, jump: 0, search: 0 })
    const hasSide = (await pdfPages(await each.pdf())).join('').includes('Kalender')
    expect(hasSide).toBe(false)
  }
})

test('on paper no heading of a list and no head of a table stands alone at the foot of a page', { timeout: 120_000 }, async () => {
  await page.goto('/orang')
  const alone: string[] = []
  for (let space = 0; space < 240; space += 6) {
    await page.evaluate(millimetres => {
      for (const each of document.querySelectorAll('#space, .part-of-test')) each.remove()
      document
        .querySelector('.table-frame')!
        .insertAdjacentHTML(
          'beforebegin',
          `<div id="space"><svg width="1mm" height="${millimetres}mm"></svg></div><div class="part-head part-of-test"><h2>Kepala daftar</h2></div>`,
        )
    }, space)
    const text = await pdfPages(await page.pdf({ preferCSSPageSize: true }))
    for (const each of text.slice(0, -1)) {
      const last = each.replace(/\d+\/\d+$/, '')
      if (/(Kepaladaftar|Status)$/.test(last)) alone.push(`${space} mm: …${last.slice(-60)}`)
    }
  }
  expect(alone).toEqual([])
})

/** Pages for a screen that a whole room looks at, or a presenter from afar: their title stands where that is best read. */
const forTheWall = /^\/putaran\/[^/]+\/(layar|jam|pemenang)$/

/** Every page that an administrator opens. */
const addresses = (): string[] =>
  Object.entries(pages)
    .flatMap(([route, ways]) =>
      ways.map(way =>
        typeof way === 'string'
          ? way
          : route.replace(/:(\w+)/g, (_, name: string) => (way[name] === 'office' ? officeId('35.10') : way[name]!)),
      ),
    )
    .filter(address => whoOpens(address, address) === 'admin')

/** Runs in the page: which tables and pieces of code are wider than the place they stand in. */
const cutOff = (): string[] =>
  [...document.querySelectorAll('.table-frame, main pre')].flatMap(frame => {
    const needs = Math.max(frame.scrollWidth, frame.firstElementChild?.scrollWidth ?? 0)
    return needs > frame.clientWidth ? [`${needs} in ${frame.clientWidth} px`] : []
  })

/** Runs in the page: what the keyboard stops at although the eye sees nothing there. */
const outOfSight = (): string[] =>
  [...document.querySelectorAll('main :is(a[href], button)')]
    .filter(element => {
      if (!element.checkVisibility()) return false
      let at = element.parentElement
      while (at && getComputedStyle(at).clipPath !== 'inset(50%)') at = at.parentElement
      return at !== null
    })
    .map(element => `"${element.textContent}" is out of sight`)
