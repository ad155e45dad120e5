import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest'
import { officeId } from '../../src/modules/organisation/schema.ts'
import { type Application, enlist, startApplication } from './application.ts'
import { launch } from './launch.ts'
import { signIn } from './steps/sign-in.ts'
import { fits, tell, type Visitor } from './visitor.ts'

let application: Application
let browser: Browser
beforeAll(async () => {
  application = await startApplication('2025-11-20')
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await application?.close()
})

/** Presses Tab until something has the focus. */
async function tabTo({ page }: Visitor, selector: string): Promise<void> {
  for (let press = 0; press < 200; press++) {
    if (await page.evaluate(wanted => document.activeElement?.matches(wanted), selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${selector}`)
}

test('on a telephone and by keyboard alone: a comment with somebody to tell and a picture, read by the one who was told', {
  timeout: 120_000,
}, async () => {
  const people: Visitor[] = []
  onTestFailed(() => tell(people))
  const sari = await signIn(browser, application, await enlist(application, 'Sari Wulandari', 'office_operator', '35.10'))
  people.push(sari)
  const told = await enlist(application, 'Nurul Hidayah', 'office_leader', '35.10')
  const { page } = sari
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(`/satuan-kerja/${officeId('35.10')}`)
  await tabTo(sari, '#komentar summary')
  await page.keyboard.press('Enter')
  await tabTo(sari, '#komentar textarea')
  await page.keyboard.type('Papan rapat kemarin.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Mohon dilihat: https://kpu.go.id/x')
  await tabTo(sari, '#komentar combo-box input:not([type=hidden])')
  await page.keyboard.type('nurul')
  await page.getByRole('option', { name: /Nurul Hidayah/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const picture = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#336699' } })
    .jpeg()
    .toBuffer()
  await tabTo(sari, '#komentar input[type=file]')
  await page.locator('#komentar input[type=file]').setInputFiles({ name: 'papan.jpg', mimeType: 'image/jpeg', buffer: picture })
  await tabTo(sari, '#komentar form button')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/komentar\/pada\//)
  const written = page.locator('ol.comments > li')
  expect(await written.count()).toBe(1)
  expect(await written.locator('.written').textContent()).toBe('Papan rapat kemarin.\nMohon dilihat: https://kpu.go.id/x')
  expect(await written.locator('.written a').getAttribute('href')).toBe('https://kpu.go.id/x')
  const small = written.locator('img')
  await expect
    .poll(async () => {
      await page.reload()
      return small.count()
    })
    .toBe(1)
  expect(await small.evaluate((image: HTMLImageElement) => image.decode().then(() => [image.naturalWidth, image.naturalHeight]))).toEqual([
    240, 160,
  ])
  await fits(sari, 'komentar')

  const nurul = await signIn(browser, application, told)
  people.push(nurul)
  await nurul.page.goto('/kotak-masuk')
  await nurul.page.getByText('Sari Wulandari menyebut Anda dalam komentar').waitFor()
  await nurul.page.getByRole('button', { name: 'Buka' }).click()
  await nurul.page.waitForURL(/\/komentar\/[0-9a-f-]{36}$/)
  expect(await nurul.page.locator('.written').textContent()).toContain('Papan rapat kemarin.')
  await nurul.page.locator('.attachments a').first().click()
  await nurul.page.waitForURL(/\/besar$/)
  expect(people.flatMap(({ complaints }) => complaints)).toEqual([])
})
