import { build } from 'esbuild'
import fc from 'fast-check'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cooperationInstrument as instrument } from '../../src/modules/questionnaires/instrument/cooperation.ts'
import { checkAnswers } from '../../src/modules/questionnaires/rules/answers.ts'
import { type Form, requiredLeft, visibleQuestions } from '../../src/modules/questionnaires/rules/questions.ts'
import type { Answers } from '../../src/modules/questionnaires/schema.ts'
import { Progress } from '../../src/modules/questionnaires/views/progress.tsx'
import { Questionnaire } from '../../src/modules/questionnaires/views/questionnaire.tsx'
import { renderPart } from '../../src/web/page.tsx'
import { Form as HtmlForm } from '../../src/web/ui/form.tsx'
import { filledForm } from '../generated-forms.ts'
import { launch } from './launch.ts'

const viewer = { locale: 'id', zone: 'Asia/Jakarta', today: '2025-11-27' } as const
const obligation = { id: 'ob1', article: null, text: 'Menyampaikan data', bearer: null, dueOn: null }
let browser: Browser
let page: Page
let scripts: string[]

beforeAll(async () => {
  const entryPoints = ['conditional-fields', 'answer-progress'].map(name => `src/web/client/${name}.ts`)
  const { outputFiles } = await build({ entryPoints, bundle: true, write: false, format: 'esm', outdir: 'client' })
  scripts = outputFiles.map(({ text }) => text)
  browser = await launch()
  page = await browser.newPage()
})
afterAll(() => browser?.close())

test('the browser hides exactly what the server does not ask', async () => {
  const cases = fc.sample(filledForm(), { numRuns: 40, seed: 2023 })
  const differing = cases.filter(({ form, answers }) => visibleQuestions(form, answers).length < visibleQuestions(form, {}).length)
  expect(differing.length).toBeGreaterThan(0)
  for (const { form, answers } of cases) {
    await open(form, answers)
    expect(await visible()).toEqual(visibleQuestions(form, answers).map(({ key }) => key))
  }
})

test('an answer shows and hides what depends on it, and what was typed stays', async () => {
  await open({ instrument, side: 'kpu', obligations: [obligation] }, {})
  const cause = page.locator('[name="obligation_cause@ob1"]').first()
  const obstacle = page.locator('[name="obligation_obstacle@ob1"]')
  expect(await obstacle.isVisible()).toBe(false)
  await page.check('[name="obligation@ob1"][value="part"]')
  await obstacle.fill('Anggaran terlambat')
  expect(await cause.isVisible()).toBe(true)
  await page.check('[name="obligation@ob1"][value="full"]')
  await expect.poll(() => obstacle.isVisible()).toBe(false)
  await page.check('[name="obligation@ob1"][value="none"]')
  await expect.poll(() => obstacle.isVisible()).toBe(true)
  expect(await obstacle.inputValue()).toBe('Anggaran terlambat')
  expect(await page.locator('.shown-if').first().isVisible()).toBe(false)
})

test('without the script every question is there, with a sentence where it is conditional', async () => {
  await page.goto('about:blank')
  await page.setContent(documentOf({ instrument, side: 'kpu', obligations: [obligation] }, {}))
  expect(await page.locator('[name="obligation_obstacle@ob1"]').isVisible()).toBe(true)
  expect(await page.locator('.shown-if').first().isVisible()).toBe(true)
})

test('how many required questions are left is counted as the server counts it, and as it refuses for', async () => {
  const cases = fc.sample(filledForm(), { numRuns: 40, seed: 2024 })
  const counts = new Set<number>()
  for (const { form, answers } of cases) {
    await open(form, answers)
    const left = requiredLeft(form, answers).length
    expect(Object.keys(checkAnswers(form, answers, { final: true }).problems)).toHaveLength(left)
    await expect.poll(progress).toBe(left ? `${left} wajib belum dijawab` : 'Semua yang wajib sudah dijawab')
    counts.add(left)
  }
  expect(counts.size).toBeGreaterThan(3)
})

test('an answer that makes another question required counts it at once', async () => {
  await open({ instrument, side: 'kpu', obligations: [obligation] }, {})
  await page.check('[name="recommendation"][value="expand"]')
  const left = requiredLeft({ instrument, side: 'kpu', obligations: [obligation] }, { recommendation: 'expand' }).length
  await expect.poll(async () => numberIn(await progress())).toBe(left)
  await page.check('[name="recommendation"][value="end"]')
  await expect.poll(async () => numberIn(await progress())).toBe(left + 1)
})

test('an answer that adds required questions says below itself how many, for as long as it does', async () => {
  await open({ instrument, side: 'kpu', obligations: [obligation] }, {})
  const note = page.locator('[data-question="obligation@ob1"] > .hint')
  const left = async () => numberIn(await progress())
  const before = await left()
  await page.check('[name="obligation@ob1"][value="full"]')
  await expect.poll(left).toBe(before - 1)
  expect(await note.count()).toBe(0)
  await page.check('[name="obligation@ob1"][value="part"]')
  await expect.poll(() => note.allTextContents()).toEqual(['Jawaban ini menambah 2 pertanyaan wajib.'])
  expect(await progress()).toBe(`${before + 1} wajib belum dijawab Jawaban ini menambah 2 pertanyaan wajib.`)
  await page.locator('[name="obligation_obstacle@ob1"]').fill('Anggaran terlambat')
  await expect.poll(progress).toBe(`${before} wajib belum dijawab`)
  expect(await note.count()).toBe(1)
  await page.check('[name="obligation@ob1"][value="full"]')
  await expect.poll(left).toBe(before - 1)
  expect(await note.count()).toBe(0)
})

test('the button goes from one required question without an answer to the next, and around', async () => {
  await open({ instrument, side: 'kpu', obligations: [obligation] }, {})
  const total = numberIn(await progress())
  const next = page.getByRole('button', { name: 'Ke pertanyaan wajib berikutnya' })
  await next.click()
  const first = await focused()
  await next.click()
  const second = await focused()
  expect([first === second, first !== undefined, second !== undefined]).toEqual([false, true, true])
  await page.locator(`[name="${first}"]`).first().check()
  await expect.poll(async () => numberIn(await progress())).toBe(total - 1)
  const seen = new Set([second])
  for (let at = 0; at < total; at++) {
    await next.click()
    seen.add(await focused())
  }
  expect([seen.has(first), seen.size]).toEqual([false, total - 1])
})

test('of what was refused when the form was sent, the lines of what is answered go, and with the last of them all of it', async () => {
  const form: Form = { instrument, side: 'kpu', obligations: [obligation] }
  const { problems } = checkAnswers(form, {}, { final: true })
  const errors = Object.fromEntries(Object.keys(problems).map(key => [key, ['Isi jawabannya.']]))
  const gathered = { message: 'Isi jawabannya.', title: ({ count }: { count: number }) => `${count} pertanyaan wajib belum dijawab` }
  const summary = renderPart(
    viewer,
    <HtmlForm action="/" errors={errors} gathered={gathered}>
      <Questionnaire {...form} answers={{}} />
    </HtmlForm>,
  )
  await open(form, {}, /<div class="notice error".*?<\/div>/s.exec(summary)![0])
  const lines = page.locator('.notice.error li')
  const before = await lines.count()
  const total = numberIn(await progress())
  expect([before, total]).toEqual([Object.keys(problems).length, Object.keys(problems).length])
  const target = page.locator('[data-question]:not([hidden])[data-required=""]').filter({ has: page.locator('input[type=radio]') })
  await target.first().locator('input[type=radio]').first().check()
  await expect.poll(() => lines.count()).toBe(before - 1)
  expect(await page.locator('.notice.error b').textContent()).toBe(await progress())
})

const numberIn = (said: string | null): number => Number(/^\d+/.exec(said ?? '')?.[0])
const progress = () => page.locator('answer-progress output').textContent()
const focused = () => page.evaluate(() => (document.activeElement?.closest('[data-question]') as HTMLElement | null)?.dataset.question)

async function open(form: Form, answers: Answers, above = ''): Promise<void> {
  await page.goto('about:blank')
  await page.setContent(documentOf(form, answers, above))
  for (const content of scripts) await page.addScriptTag({ content, type: 'module' })
  await page.waitForSelector('conditional-fields[data-live]', { state: 'attached' })
}

const documentOf = (form: Form, answers: Answers, above = ''): string =>
  `<!doctype html><style>[data-live] .shown-if{display:none}</style><draft-form><div style="position:sticky;top:0">${renderPart(viewer, <Progress {...form} answers={answers} />)}</div>
  <form>${above}${renderPart(viewer, <Questionnaire {...form} answers={answers} />)}</form></draft-form>`

const visible = (): Promise<(string | undefined)[]> =>
  page.$$eval('[data-question]', all => all.flatMap(each => ((each as HTMLElement).hidden ? [] : [(each as HTMLElement).dataset.question])))
