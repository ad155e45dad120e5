import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import type { VNode } from 'preact'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { together } from '../../src/platform/i18n/words.ts'
import { FilterBar } from '../../src/web/list/filter-bar.tsx'
import { defineList } from '../../src/web/list/list.ts'
import { readList } from '../../src/web/list/read.ts'
import { Selection, useChoiceColumn } from '../../src/web/list/selection.tsx'
import { renderPart } from '../../src/web/page.tsx'
import { ComboField } from '../../src/web/ui/combo-field.tsx'
import { Dialog } from '../../src/web/ui/dialog.tsx'
import { Form } from '../../src/web/ui/form.tsx'
import { Progress } from '../../src/web/ui/progress.tsx'
import { Table } from '../../src/web/ui/table.tsx'
import { launch } from './launch.ts'

/** What the stream says: to its first visitor something, then it breaks off; to the second that the work is over. */
const told = [
  'data: {"topic":"run:1","done":40,"total":200,"phase":1,"over":0}\n\n:\n\ndata: {"topic":"inbox","lines":120}\n\n',
  'data: {"topic":"run:1","done":200,"total":200,"phase":1,"over":1}\n\n',
]
const partners = ['Kejaksaan Negeri Mataram', 'Universitas Mataram', 'Kepolisian Resor Lombok Tengah'].map((label, index) => ({
  value: `m${index}`,
  label,
}))
/** Of a slip of the pen that one, as what comes near. */
const partnersFor = (typed: string) =>
  typed === 'kepolisan' ? [{ ...partners[2], near: true }] : partners.filter(({ label }) => label.toLowerCase().includes(typed))
let server: Server
let browser: Browser
let page: Page
let origin: string
let shown = ''
let asked = 0
let followed: (string | null)[] = []
let script = ''

beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: ['combo-box', 'confirm-dialog', 'live-part', 'plain-address', 'ticked-rows']
        .map(name => `import './src/web/client/${name}.ts'`)
        .join('\n'),
      resolveDir: '.',
    },
    bundle: true,
    write: false,
    format: 'esm',
  })
  script = outputFiles[0]!.text
  server = createServer((request, response) => {
    const url = new URL(request.url!, 'http://x')
    const json = (value: unknown) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    if (url.pathname === '/api/v1/live/stream') {
      followed.push(url.searchParams.get('topics'))
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(told[Math.min(asked++, 1)])
      if (asked === 1) setTimeout(() => response.end(), 1500)
      return
    }
    if (url.pathname === '/mitra') return json(partnersFor(url.searchParams.get('q')!.toLowerCase()))
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(url.pathname === '/' ? shown : `<p>${url.pathname}${url.search}</p>`)
  })
  await new Promise<void>(ready => server.listen(0, ready))
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
  browser = await launch()
})
beforeEach(async () => {
  asked = 0
  followed = []
  page = await browser.newPage()
})
afterEach(() => page.close())
afterAll(async () => {
  await browser?.close()
  server?.close()
})

test('progress follows the work by one stream, comes again when that breaks off, and goes to its result', async () => {
  await open(
    <>
      <a href="/kotak" aria-label="Kotak masuk">
        <live-part data-topic="inbox" data-as="count" data-none="Kotak masuk" data-some="Kotak masuk, {lines} baru" />
      </a>
      <Progress label="Impor" done={0} phases={['Membaca', 'Mencatat']} run="1" href="/hasil" />
    </>,
  )
  await expect.poll(() => page.locator('progress').getAttribute('value'), { timeout: 4000 }).toBe('40')
  expect(await page.textContent('.progress')).toContain('40 dari 200')
  expect(await page.textContent('[data-part=now]')).toBe('Mencatat')
  expect(await page.getAttribute('a', 'aria-label')).toBe('Kotak masuk, 120 baru')
  expect(await page.textContent('.count')).toBe('120')
  // Broken off, it comes again by itself, and all that the page follows stands in one stream.
  await page.waitForURL('**/hasil', { timeout: 8000 })
  expect(followed).toEqual(['inbox,run:1', 'inbox,run:1'])
})

test('a page too many asks now and then instead of following, and when it is looked at anew tries to follow again', async () => {
  await page.clock.install()
  const ways: string[] = []
  let over = 0
  await page.route('**/api/v1/live/stream*', route => {
    ways.push('stream')
    if (ways.length > 1) return route.fulfill({ status: 429, contentType: 'application/problem+json', body: '{}' })
    return route.fulfill({ contentType: 'text/event-stream', body: 'event: crowded\ndata: {}\n\n' })
  })
  await page.route('**/api/v1/live?*', route => {
    ways.push('ask')
    return route.fulfill({ json: { topics: [{ topic: 'run:1', numbers: { done: 7, total: 9, phase: 0, over } }] } })
  })
  await open(<Progress label="Impor" done={0} run="1" href="/hasil" />)
  const wait = () => page.clock.fastForward(45_000)
  await expect.poll(() => wait().then(() => page.textContent('.progress')), { timeout: 20_000 }).toContain('7 dari 9')
  const before = ways.length
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect.poll(() => wait().then(() => ways.slice(before).includes('ask')), { timeout: 20_000 }).toBe(true)
  over = 1
  await expect.poll(() => wait().then(() => page.url()), { timeout: 20_000 }).toContain('/hasil')
  expect(ways.join(' ')).toMatch(/^stream( ask)+ stream( ask)+$/)
})

test('a choice says its name and never its value, and the form sends the value with it', async () => {
  await open(<Choosing value="m0" valueLabel="Kejaksaan Negeri Mataram" />)
  const box = page.getByRole('combobox', { name: 'Mitra' })
  expect(await box.inputValue()).toBe('Kejaksaan Negeri Mataram')
  await box.fill('univ')
  await expect.poll(() => page.getByRole('option').allTextContents()).toEqual(['Universitas Mataram'])
  await box.press('Enter')
  expect(await box.inputValue()).toBe('Universitas Mataram')
  await box.fill('resor')
  await page.getByRole('option', { name: 'Kepolisian' }).click()
  await box.blur()
  expect(await box.inputValue()).toBe('Kepolisian Resor Lombok Tengah')
  expect(await sent()).toEqual({ mitra: 'Kepolisian Resor Lombok Tengah', 'mitra~': '["m2","Kepolisian Resor Lombok Tengah"]' })
})

test('what is typed and means one choice takes it on leaving; what means none, or several, stays as it was typed', async () => {
  await open(<Choosing value="m0" valueLabel="Kejaksaan Negeri Mataram" />)
  const box = page.getByRole('combobox', { name: 'Mitra' })
  for (const typed of ['Universitas apa', 'Mataram']) {
    await box.fill(typed)
    await box.blur()
    await settled()
    expect(await sent()).toEqual({ mitra: typed, 'mitra~': '' })
  }
  await box.fill('resor')
  await box.blur()
  await expect.poll(() => box.inputValue()).toBe('Kepolisian Resor Lombok Tengah')
  await box.fill('')
  await box.blur()
  await settled()
  expect(await sent()).toEqual({ mitra: '', 'mitra~': '' })
})

test('the list opens where there is room to see it', async () => {
  const under = async (room: number) => {
    await open(
      <div style={`padding-top: calc(100vh - ${room}px)`}>
        <Choosing />
      </div>,
    )
    await page.addStyleTag({ path: 'src/web/styles/live.css' })
    await page.getByRole('combobox', { name: 'Mitra' }).fill('mataram')
    await page.getByRole('option').first().waitFor()
    return page.evaluate(() => {
      const [list, box] = ['[role=listbox]', '[role=combobox]'].map(each => document.querySelector(each)!.getBoundingClientRect())
      return {
        isSeen: list!.top >= 0 && list!.bottom <= innerHeight,
        isBelow: list!.top >= box!.bottom - 1,
        covers: list!.bottom > box!.top + 1,
      }
    })
  }
  expect(await under(400)).toEqual({ isSeen: true, isBelow: true, covers: true })
  expect(await under(60)).toEqual({ isSeen: true, isBelow: false, covers: false })
})

test('in an address the value takes the place of the name', async () => {
  await open(
    <Form action="/terima" method="get">
      <ComboField name="mitra" label="Mitra" source="/mitra" value="m0" valueLabel="Kejaksaan Negeri Mataram" />
      <button>Kirim</button>
    </Form>,
  )
  const box = page.getByRole('combobox', { name: 'Mitra' })
  expect(await box.inputValue()).toBe('Kejaksaan Negeri Mataram')
  await box.fill('resor')
  await page.getByRole('option', { name: 'Kepolisian' }).click()
  await page.click('text=Kirim')
  await page.waitForURL('**/terima?mitra=m2')
})

test('where nothing fits, what comes near is asked about, and chosen only by whoever means it', async () => {
  await open(<Choosing />)
  const box = page.getByRole('combobox', { name: 'Mitra' })
  await box.fill('kepolisan')
  await expect
    .poll(() => page.getByRole('listbox').locator('> *').allTextContents())
    .toEqual(['Tidak ada yang cocok. Maksud Anda:', 'Kepolisian Resor Lombok Tengah'])
  await box.press('Enter')
  expect(await page.getByRole('option').getAttribute('aria-selected')).toBe('false')
  await box.blur()
  await settled()
  expect(await box.inputValue()).toBe('kepolisan')
  await box.fill('kepolisan ')
  await page.getByRole('option').click()
  expect(await box.inputValue()).toBe('Kepolisian Resor Lombok Tengah')
  await box.fill('qwxyz')
  await expect.poll(() => page.getByRole('listbox').locator('> *').allTextContents()).toEqual(['Tidak ada yang cocok'])
})

const Choosing = (chosen: { value?: string; valueLabel?: string }) => (
  <Form action="/terima">
    <ComboField name="mitra" label="Mitra" source="/mitra" {...chosen} />
  </Form>
)
/** What the form would send. */
const sent = () => page.evaluate(() => Object.fromEntries(new FormData(document.querySelector('form')!)))
/** The box was left, and what was asked then is answered. */
const settled = () => page.waitForLoadState('networkidle')

test('without scripts a choice says its name as well, its value goes with it, and the dialog is a page of its own', async () => {
  await open(
    <>
      <Choosing value="m1" valueLabel="Universitas Mataram" />
      <Dialog id="akhiri" trigger="Akhiri" href="/akhiri" title="Akhiri?">
        Yakin
      </Dialog>
    </>,
    false,
  )
  expect(await sent()).toEqual({ mitra: 'Universitas Mataram', 'mitra~': '["m1","Universitas Mataram"]' })
  expect(await page.locator('dialog').isVisible()).toBe(false)
  await page.click('text=Akhiri')
  await page.waitForURL('**/akhiri')
})

test('with scripts the question opens in place, and Escape or "Batal" leaves it', async () => {
  await open(
    <Dialog id="akhiri" trigger="Akhiri" href="/akhiri" title="Akhiri perjanjian ini?">
      Yakin
    </Dialog>,
  )
  await page.getByRole('button', { name: 'Akhiri' }).click()
  expect(await page.getByRole('dialog', { name: 'Akhiri perjanjian ini?' }).isVisible()).toBe(true)
  await page.click('text=Batal')
  expect(await page.locator('dialog').isVisible()).toBe(false)
  expect(new URL(page.url()).pathname).toBe('/')
})

async function open(body: VNode, withScript = true): Promise<void> {
  shown = `<!doctype html><html lang="id">${withScript ? `<script type="module">${script}</script>` : ''}${renderPart({ locale: 'id', zone: 'Asia/Jakarta', today: '2026-11-21' }, body)}`
  await page.goto(origin)
}

const list = defineList({
  words: together(),
  fields: { q: z.string(), kind: z.string(), sort: z.string() },
  sorts: { nama: 'name' },
  filters: [
    { parameter: 'q', field: 'q', control: 'search', label: () => 'Cari perjanjian' },
    { parameter: 'jenis', field: 'kind', control: 'text', label: () => 'Jenis' },
  ],
})

test('what is left empty in a search stays out of its address', async () => {
  await open(<FilterBar list={list} asked={readList(list, new URL('http://sinergi/daftar?urut=-nama'))} />)
  await page.getByRole('searchbox').fill('data & arsip')
  await page.getByRole('button', { name: 'Cari' }).first().click()
  await page.getByText('/daftar?').waitFor()
  expect(await page.textContent('p')).toBe('/daftar?urut=-nama&q=data+%26+arsip')
})

test('the head of the boxes ticks all rows of the page, or none, and shows when only some are ticked', async () => {
  await open(
    <Selection choices={[{ kind: 'x.do', label: 'Ubah' }]} asked={readList(list, new URL('http://sinergi/daftar'))}>
      <Ticked />
    </Selection>,
  )
  const every = page.getByRole('checkbox', { name: 'Semua baris di halaman ini' })
  const ticked = () => page.locator('[name=id]:checked').count()
  await every.check()
  expect([await ticked(), await page.textContent('.ticked b')]).toEqual([2, '2'])
  await page.uncheck('[value=a]')
  expect(await every.evaluate((box: HTMLInputElement) => [box.checked, box.indeterminate])).toEqual([false, true])
  await page.uncheck('[value=b]')
  expect(await every.evaluate((box: HTMLInputElement) => [box.checked, box.indeterminate])).toEqual([false, false])
  await every.check()
  await every.uncheck()
  expect(await ticked()).toBe(0)
})

const Ticked = () => (
  <Table
    caption="Daftar"
    rows={[{ id: 'a' }, { id: 'b' }]}
    columns={[
      ...useChoiceColumn<{ id: string }>([{ kind: 'x.do', label: 'Ubah' }], ({ id }) => id),
      { key: 'nama', label: 'Nama', kind: 'main', value: ({ id }) => id },
    ]}
  />
)

test('the bar is there once a row is ticked and says how many are; all is a tick of its own', async () => {
  await open(
    <Selection choices={[{ kind: 'x.do', label: 'Ubah' }]} asked={readList(list, new URL('http://sinergi/daftar'))} total={124}>
      {['a', 'b'].map(id => (
        <input type="checkbox" name="id" value={id} aria-label={id} />
      ))}
    </Selection>,
  )
  await page.addStyleTag({ path: 'src/web/styles/parts.css' })
  expect(await page.textContent('.ticked')).toContain('0')
  expect(await page.getByRole('alert').isVisible()).toBe(false)
  expect(await page.getByRole('button', { name: 'Ubah' }).isVisible()).toBe(false)
  // What a browser sends all the same asks nobody.
  await page.locator('form.selection').evaluate((form: HTMLFormElement) => form.requestSubmit())
  expect([await page.getByRole('alert').isVisible(), new URL(page.url()).pathname]).toEqual([true, '/'])
  expect(await page.getByRole('button', { name: 'Ubah' }).isVisible()).toBe(true)
  await page.check('[value=a]')
  expect([await page.textContent('.ticked b'), await page.getByRole('alert').isVisible()]).toEqual(['1', false])
  await page.check('[value=b]')
  expect(await page.textContent('.ticked b')).toBe('2')
  await page.uncheck('[value=a]')
  await page.uncheck('[value=b]')
  await page.check('[value=b]')
  await page.getByRole('checkbox', { name: 'Semua 124' }).check()
  expect(await page.locator('.ticked span:visible').allTextContents()).toEqual(['Dipilih: semua 124'])
  await page.getByRole('button', { name: 'Ubah' }).click()
  await page.waitForURL('**/massal/baru?*semua=ya*')
})
