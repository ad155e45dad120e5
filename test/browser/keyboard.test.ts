import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { example } from '../../src/platform/values/example-ids.ts'
import { seedExampleWorld } from '../example-world/all.ts'
import { kernel, person } from '../world.ts'
import { judged, serveWorld, windowOf } from './example-site.ts'
import { focused, tabbable, walk } from './keyboard.ts'
import { launch } from './launch.ts'

let site: Awaited<ReturnType<typeof serveWorld>>
let chromium: Browser
let page: Page

beforeAll(async () => {
  ;[site, chromium] = await Promise.all([serveWorld(), launch()])
  await seedExampleWorld()
  page = (await windowOf(chromium, site.url, await person('Nur Aini', 'national_admin'))).page
})
afterAll(async () => {
  await chromium?.close()
  await site?.close()
  await kernel.close()
})

const wide = () => page.setViewportSize({ width: 1280, height: 800 })
const narrow = () => page.setViewportSize({ width: 360, height: 740 })

test.each([
  ['home', '/'],
  ['a list with its filters open', '/perjanjian?status=active&jenis=lain'],
  ['an agreement', `/perjanjian/${example.agreement}`],
  ['the form of an agreement', '/perjanjian/baru'],
  ['a form of an evaluation', `/evaluasi/isian/${example.assignment}`],
  ['the board of a cycle, with its map', `/evaluasi/${example.cycle}`],
  ['the preview of an import', `/impor/${example.batch}`],
  ['the tree of offices', '/satuan-kerja?buka=35'],
  ['a dashboard with charts', `/laporan/dasbor/${example.cycle}`],
])('Tab goes through %s in the order of the page, always to be seen, and out again', async (_name, at) => {
  for (const size of [wide, narrow]) {
    await size()
    await page.goto(at)
    const { reached, unseen, left } = await walk(page)
    expect(unseen).toEqual([])
    expect(reached).toEqual(await tabbable(page))
    expect(left).toBe(true)
  }
})

test('Tab goes through the public register of somebody who is not signed in', async () => {
  const { page: visitor } = await windowOf(chromium, site.url, null)
  for (const width of [1280, 360]) {
    await visitor.setViewportSize({ width, height: 800 })
    await visitor.goto('/daftar-publik?status=in_force')
    const { reached, unseen, left } = await walk(visitor)
    expect(unseen).toEqual([])
    expect(reached).toEqual(await tabbable(visitor))
    expect(left).toBe(true)
  }
})

test('the first stop leads past the head into the page', async () => {
  await wide()
  await page.goto('/perjanjian')
  await page.keyboard.press('Tab')
  expect(await focused(page)).toContain('Langsung ke isi')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
})

test('on a phone the menu opens with Enter and with Space, and Escape gives the focus back', async () => {
  await narrow()
  for (const key of ['Enter', 'Space']) {
    await page.goto('/')
    await page.locator('.menu-button').focus()
    await page.keyboard.press(key)
    expect(await page.locator('#menu').isVisible()).toBe(true)
    expect(await judged(page)).toEqual([])
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('#menu') !== null)).toBe(true)
    await page.keyboard.press('Escape')
    expect(await page.locator('#menu').isVisible()).toBe(false)
    expect(await page.evaluate(() => document.activeElement?.matches('.menu-button'))).toBe(true)
  }
})

test('the sheet of the account opens with Enter and closes with Escape', async () => {
  await narrow()
  await page.goto('/')
  const summary = page.locator('.account summary')
  await summary.focus()
  await page.keyboard.press('Enter')
  expect(await page.locator('.sheet').isVisible()).toBe(true)
  expect(await judged(page)).toEqual([])
  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')
  expect(await page.locator('.sheet').isVisible()).toBe(false)
  expect(await page.evaluate(() => document.activeElement?.matches('.account summary'))).toBe(true)
})

test.each([
  ['closing a cycle', `/evaluasi/${example.cycle}`, '#penutupan'],
  ['somebody leaving', `/orang/${example.person}`, '#berhenti'],
])('the question before %s opens by key, keeps the focus while it is open, and Escape takes it back', async (_name, at, dialog) => {
  await wide()
  for (const key of ['Enter', 'Space']) {
    await page.goto(at)
    const more = page.locator(`details.more-acts:has(${dialog}) > summary`)
    if (await more.count()) await more.press('Enter')
    const trigger = page.locator(`confirm-dialog:has(${dialog}) > a`)
    await trigger.focus()
    await page.keyboard.press(key)
    expect(await page.locator(dialog).isVisible(), `${key} opens it`).toBe(true)
    expect(await judged(page)).toEqual([])
    for (let press = 0; press < 8; press++) {
      await page.keyboard.press('Tab')
      const where = await page.evaluate(
        id => document.activeElement === document.body || document.activeElement?.closest(id) !== null,
        dialog,
      )
      expect(where, 'the focus stays within').toBe(true)
    }
    await page.keyboard.press('Escape')
    expect(await page.locator(dialog).isVisible()).toBe(false)
    expect(await trigger.evaluate(link => document.activeElement === link)).toBe(true)
  }
})

test.each([
  '/mitra/baru',
  '/perjanjian/baru',
  '/orang/baru',
  '/temuan/baru',
  '/tindak-lanjut/baru',
  '/evaluasi/baru',
  '/laporan/baru',
  '/satuan-kerja/baru',
  '/jabatan/baru',
  '/peran/baru',
])('%s sent empty says what is wrong, and each line leads to its field', async at => {
  await narrow()
  await page.goto(at)
  const [answer] = await Promise.all([
    page.waitForNavigation(),
    page
      .locator('main form[method=post]')
      .first()
      .evaluate((form: HTMLFormElement) => {
        form.noValidate = true
        form.requestSubmit()
      }),
  ])
  expect(answer!.status()).toBe(422)
  expect(await judged(page)).toEqual([])
  const links = page.locator('.notice.error a')
  expect(await links.count()).toBeGreaterThan(0)
  for (const link of await links.all()) {
    const target = (await link.getAttribute('href'))!.slice(1)
    await link.focus()
    await page.keyboard.press('Enter')
    expect(await page.evaluate(id => document.getElementById(id) !== null, target), `#${target} is there`).toBe(true)
    const inside = await page.evaluate(id => document.getElementById(id)!.contains(document.activeElement), target)
    if (!inside) {
      await page.keyboard.press('Tab')
      expect(
        await page.evaluate(id => document.getElementById(id)!.contains(document.activeElement), target),
        `Tab after #${target} is in its field`,
      ).toBe(true)
    }
  }
})
