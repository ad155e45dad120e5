import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreement, partner } from '../evaluation-world.ts'
import { kernel, person } from '../world.ts'
import { serveWorld, windowOf } from './example-site.ts'
import { launch } from './launch.ts'

let site: Awaited<ReturnType<typeof serveWorld>>
let chromium: Browser
let page: Page

beforeAll(async () => {
  ;[site, chromium] = await Promise.all([serveWorld(), launch()])
  await agreement(
    '<b>Sosialisasi</b> pendidikan "pemilih" & <img src=x onerror=alert(1)>',
    ['35.10'],
    [await partner('Universitas Bahari')],
    1,
  )
  page = (await windowOf(chromium, site.url, await person('Nur Aini Pratiwi', 'national_admin'))).page
})
afterAll(async () => {
  await chromium?.close()
  await site?.close()
  await kernel.close()
})

test('from any page the key / leads into the search, a misspelt word finds what was meant, and one more press opens it', async () => {
  await page.goto('/satuan-kerja')
  await page.keyboard.press('/')
  await page.keyboard.type('pendidikn')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/cari\?q=pendidikn$/)
  expect(await page.locator('main mark').allTextContents()).toContain('pendidikan')
  expect(await page.locator('.found img, .found b').count()).toBe(0)
  await page.locator('.found a').first().click()
  await page.waitForURL(/\/perjanjian\//)
  expect(await page.locator('h1').textContent()).toContain('<b>Sosialisasi</b> pendidikan "pemilih" & <img')
})

test('the key / is a letter where one types', async () => {
  await page.goto('/cari?q=a')
  await page.locator('#cari').fill('')
  await page.locator('#cari').pressSequentially('1/2')
  expect(await page.locator('#cari').inputValue()).toBe('1/2')
})
