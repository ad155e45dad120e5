import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { cooperationInstrument as instrument } from '../../../src/modules/questionnaires/instrument/cooperation.ts'
import { rowName } from '../../../src/modules/questionnaires/rules/form.ts'
import { scoreOf } from '../../../src/modules/questionnaires/rules/score.ts'
import type { Answers, Side } from '../../../src/modules/questionnaires/schema.ts'
import { formatScore } from '../../../src/platform/i18n/format.ts'
import { complete } from '../../evaluation-answers.ts'
import { fits, type Visitor } from '../visitor.ts'

export type Days = { periodFrom: string; periodTo: string; opensOn: string; dueOn: string; closesOn: string }

/** Plans a cycle, looks at what it would make, and opens it. Ends on its board; gives its address. */
export async function openCycle(officer: Visitor, name: string, days: Days): Promise<string> {
  const { page } = officer
  await page.goto('/evaluasi')
  await page.getByRole('link', { name: 'Siapkan siklus' }).click()
  await page.getByLabel('Nama siklus').fill(name)
  for (const [field, day] of Object.entries(days)) await page.locator(`[name=${field}]`).fill(day)
  await fits(officer, 'siklus-baru')
  await page.getByRole('button', { name: 'Simpan siklus' }).click()
  await page.getByText(/Pembukaan akan membuat \d+ isian untuk \d+ perjanjian/).waitFor()
  await fits(officer, 'siklus-rencana')
  await page.getByRole('button', { name: 'Buka pengisian' }).click()
  await page.getByText(/Pengisian dibuka: \d+ isian baru/).waitFor()
  await fits(officer, 'siklus')
  return new URL(page.url()).pathname
}

/** Writes to every partner who has somebody to write to. */
export async function invitePartners(officer: Visitor, cycle: string): Promise<void> {
  const { page } = officer
  await page.goto(cycle)
  await page.getByText('Lainnya', { exact: true }).click()
  await page.getByRole('link', { name: 'Undang semua mitra' }).click()
  await fits(officer, 'siklus-undangan-sebelum')
  await page.getByRole('button', { name: /^Kirim undangan kepada/ }).click()
  await page.getByText(/Undangan terakhir: \d+ surel/).waitFor({ timeout: 60_000 })
  await fits(officer, 'siklus-undangan')
}

/** The form of an agreement, among what waits on the first page. */
const waitingForm = (page: Page, agreement: string) =>
  page.locator('main li').filter({ hasText: agreement }).locator('a[href^="/evaluasi/isian/"]').first()

/** Fills in the form of an office: it saves itself, is there again after a reload, and is then sent. Gives the score as it was said. */
export async function answerAsOffice(operator: Visitor, agreement: string, given: Given): Promise<number> {
  const { page } = operator
  await page.goto('/')
  await waitingForm(page, agreement).click()
  const answers = await answersFor(page, 'kpu', given)
  const half = Math.ceil(Object.keys(answers).length / 2)
  await fillIn(page, Object.entries(answers).slice(0, half))
  await page
    .locator('.draft-status')
    .filter({ hasText: /^Draf disimpan \d\d\.\d\d/ })
    .waitFor()
  await page.reload()
  await holds(page, Object.entries(answers).slice(0, half))
  await fits(operator, 'isian-satker')
  await fillIn(page, Object.entries(answers).slice(half))
  return send(operator, 'kpu', answers, 'isian-satker-terkirim')
}

/** The same by plain forms: half of it saved as a draft by its button, left, found again on the first page, finished and sent. */
export async function answerAsPartner(contact: Visitor, agreement: string, given: Given): Promise<number> {
  const { page } = contact
  await page.getByRole('heading', { level: 1, name: agreement }).waitFor()
  const answers = await answersFor(page, 'partner', given)
  const half = Math.ceil(Object.keys(answers).length / 2)
  await fillIn(page, Object.entries(answers).slice(0, half))
  await page.getByRole('button', { name: 'Simpan draf' }).click()
  await page.getByText('Draf disimpan. Anda dapat melanjutkannya kapan saja.').waitFor()
  await page.goto('/')
  await fits(contact, 'beranda-mitra')
  await waitingForm(page, agreement).click()
  await holds(page, Object.entries(answers).slice(0, half))
  await fits(contact, 'isian-mitra')
  await fillIn(page, Object.entries(answers).slice(half))
  return send(contact, 'partner', answers, 'isian-mitra-terkirim')
}

/** The board counts both forms, and shows the mean of each side. */
export async function boardShows(officer: Visitor, cycle: string, scores: { kpu: number; partner: number }): Promise<void> {
  await officer.page.goto(cycle)
  expect(await officer.page.locator('main').textContent()).toMatch(/2 dari \d+ isian terkirim/)
  const means = officer.page.locator('section').filter({ has: officer.page.getByRole('heading', { name: 'Skor rata-rata' }) })
  expect(await means.textContent()).toContain(formatScore('id', scores.kpu))
  expect(await means.textContent()).toContain(formatScore('id', scores.partner))
  await fits(officer, 'siklus-terisi')
}

/** What is answered on purpose, by key; of obligations by their place. The rest is answered somehow. */
export type Given = { seed: number; answers?: Answers; obligations?: Answers[] }

async function answersFor(page: Page, side: Side, { seed, answers = {}, obligations = [] }: Given): Promise<Answers> {
  const ids = await page.$$eval('[data-question^="obligation@"]', all =>
    all.map(each => each.getAttribute('data-question')!.split('@')[1]!),
  )
  const own = ids.flatMap((id, at) => Object.entries(obligations[at] ?? {}).map(([key, value]) => [`${key}@${id}`, value] as const))
  return complete(formOf(side, ids), seed, { ...answers, ...Object.fromEntries(own) })
}

const formOf = (side: Side, ids: string[]) => ({
  instrument,
  side,
  obligations: ids.map(id => ({ id, article: null, text: '', bearer: null, dueOn: null })),
})

async function fillIn(page: Page, answers: [string, Answers[string]][]): Promise<void> {
  for (const [name, value] of answers.flatMap(controlsOf)) {
    const choice = choiceOf(page, name, value)
    if (await choice.count()) await choice.check()
    else await page.locator(`[name="${name}"]`).fill(value)
  }
}

async function holds(page: Page, answers: [string, Answers[string]][]): Promise<void> {
  for (const [name, value] of answers.flatMap(controlsOf)) {
    const choice = choiceOf(page, name, value)
    if (await choice.count()) expect(await choice.isChecked(), name).toBe(true)
    else expect(await page.locator(`[name="${name}"]`).inputValue(), name).toBe(value)
  }
}

const choiceOf = (page: Page, name: string, value: string) =>
  page.locator(`:is([type=radio], [type=checkbox])[name="${name}"][value="${value}"]`)

/** An answer as the controls of its question hold it. */
function controlsOf([key, value]: [string, Answers[string]]): [string, string][] {
  if (Array.isArray(value)) return value.map(each => [key, String(each)])
  if (typeof value === 'object') return Object.entries(value).map(([row, chosen]) => [rowName(key, row), chosen])
  return [[key, String(value)]]
}

async function send(person: Visitor, side: Side, answers: Answers, name: string): Promise<number> {
  const ids = [...new Set(Object.keys(answers).flatMap(key => key.match(/^obligation@(.+)/)?.[1] ?? []))]
  const score = scoreOf(formOf(side, ids), answers).score!
  await person.page.getByRole('button', { name: 'Kirim evaluasi' }).click()
  await person.page.getByText(`Evaluasi terkirim dengan skor ${formatScore('id', score)}.`).waitFor()
  await fits(person, name)
  return score
}
