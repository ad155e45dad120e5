import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { showAssignment } from '../../src/modules/evaluation/operations/assignments.ts'
import { saveAnswers } from '../../src/modules/evaluation/operations/save-answers.ts'
import type { Assignment } from '../../src/modules/evaluation/schema.ts'
import { formValues } from '../../src/modules/questionnaires/rules/form.ts'
import type { Actor } from '../../src/platform/authority/actor.ts'
import { complete } from '../evaluation-answers.ts'
import { agreement, formOf, openedCycle, partner } from '../evaluation-world.ts'
import { app, as, browser, kernel, person } from '../world.ts'
import { launch } from './launch.ts'

let chrome: Browser, sari: Actor, budi: Actor, form: string, base: string
const server = serve({ fetch: app.fetch, port: 0 })
beforeAll(async () => {
  chrome = await launch()
  base = `http://localhost:${(server.address() as AddressInfo).port}`
  const admin = await person('Admin', 'national_admin')
  sari = await person('Sari', 'office_operator', '35.10', false)
  budi = await person('Budi', 'office_leader', '35.10', false)
  const id = await agreement('Penyuluhan hukum', ['35.10'], [await partner('Kejari Banyuwangi')], 2)
  form = await formOf(await openedCycle(admin, '00'), id, 'kpu')
})
afterAll(async () => {
  await chrome.close()
  server.close()
  await kernel.close()
})

async function open(who: Actor): Promise<Page> {
  const { cookie } = await browser(who)
  const at = cookie.indexOf('=')
  const context = await chrome.newContext()
  await context.addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), domain: 'localhost', path: '/' }])
  const page = await context.newPage()
  await page.goto(`${base}/evaluasi/isian/${form}`)
  return page
}
const shown = () => as(sari)<Assignment>(showAssignment, { id: form })
const status = (page: Page) => page.locator('.draft-status').textContent()

/** Ticks, chooses and writes what these answers say, as a hand would. */
async function fill(page: Page, entries: [string, string][]): Promise<void> {
  for (const [name, value] of entries) {
    const field = page.locator(`[name="${name}"]`).first()
    const type = await field.evaluate(element => (element as HTMLInputElement).type)
    if (type === 'radio' || type === 'checkbox') await page.locator(`[name="${name}"][value="${value}"]`).check({ force: true })
    else await field.fill(value)
  }
}

test('the line that stays in sight has two lines on a phone, and what is gone to stands below it whole, in both languages', async () => {
  const page = await open(sari)
  for (const [width, height, language] of [
    [360, 740, 'id'],
    [360, 740, 'en'],
    [1280, 800, 'id'],
    [1280, 800, 'en'],
  ] as const) {
    await page.setViewportSize({ width, height })
    await page.context().addCookies([{ name: 'bahasa', value: language, domain: 'localhost', path: '/' }])
    await page.goto(`${base}/evaluasi/isian/${form}`)
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    // The list of parts gives way to the question that one goes to, and to Escape.
    const parts = page.locator('answer-progress details')
    for (const close of [() => page.keyboard.press('Escape'), () => page.locator('answer-progress button').click()]) {
      await parts.locator('summary').click()
      expect(await parts.getAttribute('open')).not.toBeNull()
      await close()
      expect(await parts.getAttribute('open')).toBeNull()
    }
    await page.goto(`${base}/evaluasi/isian/${form}`)
    for (const _ of [1, 2, 3, 4]) {
      await page.locator('answer-progress button').click()
      expect(await page.evaluate(placeOfLabel)).toMatchObject({ isBelow: true, isNear: true })
    }
    const { line, lines } = await page.evaluate(placeOfLabel)
    expect([width, language, line <= 60, lines]).toEqual([width, language, true, 2])
    expect([width, language, (await page.evaluate(belowTheButtons)) >= 20]).toEqual([width, language, true])
  }
  await page.close()
})

/** Runs in the page: how far the part after the form stands from what the form is sent with. */
function belowTheButtons() {
  const buttons = document.querySelector('draft-form .actions:has([value=kirim])')!.getBoundingClientRect()
  return document.querySelector('main > .part')!.getBoundingClientRect().top - buttons.bottom
}

/** Runs in the page: where the label of what was gone to stands, and how high the line above it is. */
function placeOfLabel() {
  const bar = document.querySelector('.draft-line')!.getBoundingClientRect()
  const question = document.activeElement!.closest('[data-question]')!
  const label = [...question.querySelectorAll('legend, label')].find(each => each.checkVisibility())!.getBoundingClientRect()
  const lines = [...document.querySelectorAll('.draft-line output, .draft-status')].reduce((sum, each) => {
    const range = document.createRange()
    range.selectNodeContents(each)
    return sum + new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size
  }, 0)
  return { isBelow: label.top >= bar.bottom, isNear: label.bottom < innerHeight - 56, line: bar.height, lines }
}

test('the form saves itself and says so, survives a lost connection, shows both values of a conflict, and is submitted', async () => {
  const page = await open(sari)
  await page.locator('[name="suggestion"]').fill('usul Sari')
  await expect.poll(() => status(page), { timeout: 10_000 }).toMatch(/Draf disimpan \d\d[.:]\d\d/)
  expect((await shown()).given!.answers).toEqual({ suggestion: 'usul Sari' })

  await page.context().setOffline(true)
  await page.locator('[name="activities"]').fill('12')
  await expect.poll(() => status(page), { timeout: 10_000 }).toContain('Tidak ada jaringan')
  await as(budi)(saveAnswers, { id: form, rev: (await shown()).rev, answers: { activities: 30, criticism: 'kritik Budi' } })
  await page.context().setOffline(false)
  const conflict = page.locator('.conflict')
  await expect.poll(() => conflict.count(), { timeout: 10_000 }).toBe(1)
  expect(await conflict.textContent()).toMatch(/12.*Budi.*30/s)
  await conflict.locator('button').first().click()
  await expect.poll(async () => (await shown()).given!.answers.activities, { timeout: 10_000 }).toBe(12)

  const assignment = await shown()
  await fill(
    page,
    formValues(assignment, complete(assignment, 0)).filter(([name]) => name !== 'activities' && name !== 'criticism'),
  )
  await page.getByRole('button', { name: 'Kirim evaluasi' }).click()
  await page.waitForURL(`${base}/evaluasi/isian/${form}`)
  await page.getByText('Evaluasi terkirim').waitFor({ timeout: 10_000 })
  const after = await shown()
  expect([after.state, after.given!.answers.activities, after.given!.answers.criticism]).toEqual(['submitted', 12, 'kritik Budi'])
})
