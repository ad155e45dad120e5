import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { build } from 'esbuild'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { askedOfForms, isReserved } from '../../src/modules/questionnaires/rules/reserved-keys.ts'
import { renderPart } from '../../src/web/page.tsx'
import { RadioField } from '../../src/web/ui/choice-field.tsx'
import { Draft } from '../../src/web/ui/draft.tsx'
import { NumberField, TextareaField, TextField } from '../../src/web/ui/field.tsx'
import { Form } from '../../src/web/ui/form.tsx'
import { launch } from './launch.ts'

/** A server with one draft of two answers, each with the revision of its last change: what `Draft` asks of any server. */
const store = {
  values: { ef1: '', kendala: '', jumlah: '' } as Record<string, string>,
  changed: { ef1: 0, kendala: 0, jumlah: 0 } as Record<string, number>,
  rev: 1,
  posts: [] as URLSearchParams[],
  submitted: [] as URLSearchParams[],
  refuse: 0,
  refuseForm: false,
}
const scripts = new Map<string, string>()
let server: Server
let browser: Browser
let context: BrowserContext
let page: Page
let origin: string

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: ['draft-form', 'sign-out'].map(name => `src/web/client/${name}.ts`),
    outdir: 'x',
    bundle: true,
    write: false,
    format: 'esm',
  })
  for (const file of outputFiles) scripts.set(file.path.split('/').at(-1)!, file.text)
  server = createServer(async (request, response) => {
    const script = scripts.get(request.url!.slice(1))
    if (script) return response.writeHead(200, { 'content-type': 'text/javascript' }).end(script)
    if (request.method === 'GET')
      return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(documentOf(request.url === '/lama' ? old : []))
    const sent = Buffer.concat(await request.toArray())
    const type = request.headers['content-type']!
    const body = new URLSearchParams([...(await new Response(sent, { headers: { 'content-type': type } }).formData())] as [
      string,
      string,
    ][])
    const draft = request.url === '/draf'
    ;(draft ? store.posts : store.submitted).push(body)
    if (!draft && store.refuseForm) return response.writeHead(422, { 'content-type': 'application/json' }).end('{}')
    if (!draft) return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ to: '/' }))
    const [status, answer] = store.refuse ? [store.refuse, {}] : take(body)
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  })
  await new Promise<void>(ready => server.listen(0, ready))
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
  browser = await launch()
})
beforeEach(async () => {
  const blank = { values: { ef1: '', kendala: '', jumlah: '' }, changed: { ef1: 0, kendala: 0, jumlah: 0 } }
  Object.assign(store, { ...blank, rev: 1, posts: [], submitted: [], refuse: 0, refuseForm: false })
  context = await browser.newContext()
  page = await open()
})
afterEach(() => context.close())
afterAll(async () => {
  await browser?.close()
  server?.close()
})

test('what is filled in is sent by itself, once, with the names of what changed, and the page says when', async () => {
  await page.check('[value=part]')
  await page.fill('[name=kendala]', 'Anggaran')
  await expect.poll(() => store.values, { timeout: 8000 }).toMatchObject({ ef1: 'part', kendala: 'Anggaran' })
  await expect.poll(() => status()).toMatch(/^Draf disimpan \d\d\.\d\d WIB$/)
  expect(store.posts.map(post => post.getAll('berubah').sort())).toEqual([['ef1', 'kendala']])
  expect(await held()).toEqual([])
})

test('what was typed without a connection is back after closing the page, and is sent when there is one', async () => {
  await context.setOffline(true)
  await page.fill('[name=kendala]', 'Jaringan putus')
  await expect.poll(() => status(), { timeout: 8000 }).toContain('Tidak ada jaringan')
  await page.close()
  await context.setOffline(false)
  page = await open()
  expect(await page.inputValue('[name=kendala]')).toBe('Jaringan putus')
  await expect.poll(() => store.values.kendala, { timeout: 8000 }).toBe('Jaringan putus')
})

test('submitting without a connection keeps the page and the answers; with one it goes through', async () => {
  await page.check('[value=full]')
  await context.setOffline(true)
  await page.click('button[name=aksi]')
  await expect.poll(() => status(), { timeout: 8000 }).toContain('Menunggu dikirim sejak')
  expect(await page.isChecked('[value=full]')).toBe(true)
  await context.setOffline(false)
  await page.click('button[name=aksi]')
  await expect.poll(() => store.submitted.length, { timeout: 8000 }).toBe(1)
  expect(Object.fromEntries(store.submitted[0]!)).toMatchObject({ ef1: 'full', aksi: 'kirim' })
  expect(store.values.ef1).toBe('full')
})

test('an answer changed elsewhere shows both values, and neither is lost before one is chosen', async () => {
  elsewhere('kendala', 'Dari rekan')
  await page.fill('[name=kendala]', 'Dari saya')
  await page.waitForSelector('.conflict', { timeout: 8000 })
  expect(await page.textContent('.conflict')).toMatch(/Dari saya.*Rekan, 19\.30.*Dari rekan/s)
  expect([store.values.kendala, await page.inputValue('[name=kendala]')]).toEqual(['Dari rekan', 'Dari saya'])
  await page.click('.conflict button:has-text("Yang Anda isi")')
  await expect.poll(() => store.values.kendala, { timeout: 8000 }).toBe('Dari saya')
})

test('different answers changed in two places join without a question', async () => {
  elsewhere('ef1', 'none')
  await page.fill('[name=kendala]', 'Dari saya')
  await expect.poll(() => store.values, { timeout: 8000 }).toMatchObject({ ef1: 'none', kendala: 'Dari saya' })
  expect(await page.locator('.conflict').count()).toBe(0)
})

test('two tabs write one draft: what one holds, the other shows', async () => {
  const other = await open()
  await page.fill('[name=kendala]', 'Di tab pertama')
  await expect.poll(() => other.inputValue('[name=kendala]')).toBe('Di tab pertama')
  await other.check('[value=part]')
  await expect.poll(() => store.values, { timeout: 8000 }).toMatchObject({ ef1: 'part', kendala: 'Di tab pertama' })
})

test('what is asked in one tab is not answered by the other: theirs stays until somebody chooses, and the choice holds in both', async () => {
  const other = await open()
  elsewhere('kendala', 'Dari rekan')
  await page.fill('[name=kendala]', 'Dari saya')
  await page.waitForSelector('.conflict', { timeout: 8000 })
  await other.check('[value=part]')
  await other.waitForSelector('.conflict', { timeout: 8000 })
  expect([store.values.kendala, await page.locator('.conflict').count()]).toEqual(['Dari rekan', 1])
  await page.click('.conflict button:has-text("Dari rekan")')
  await expect.poll(() => store.values, { timeout: 8000 }).toMatchObject({ ef1: 'part', kendala: 'Dari rekan' })
  expect([await other.locator('.conflict').count(), await other.inputValue('[name=kendala]')]).toEqual([0, 'Dari rekan'])
  await expect.poll(() => held()).toEqual([])
})

test('a refusal deletes nothing and offers the answers as a file', async () => {
  store.refuse = 422
  await page.fill('[name=kendala]', 'Ditolak dulu')
  await expect.poll(() => status(), { timeout: 8000 }).toContain('belum dapat dikirim')
  const download = page.waitForEvent('download')
  await page.click('text=Unduh draf saya')
  expect((await download).suggestedFilename()).toBe('draf.json')
  store.refuse = 0
  await page.click('text=Coba lagi')
  await expect.poll(() => store.values.kendala, { timeout: 8000 }).toBe('Ditolak dulu')
})

test('one wrong number keeps nothing else from being saved, is marked where it stands and led to, and is right again once corrected', async () => {
  await page.fill('[name=kendala]', 'Anggaran')
  await page.fill('[name=jumlah]', 'banyak')
  await expect.poll(() => status(), { timeout: 8000 }).toMatch(/^Draf disimpan \d\d\.\d\d WIB, kecuali yang belum benar: Jumlah$/)
  expect([store.values, await held()]).toMatchObject([
    { kendala: 'Anggaran', jumlah: '' },
    [{ changes: { jumlah: { value: ['banyak'] } } }],
  ])
  const field = page.locator('[name=jumlah]')
  const state = async () => [await field.getAttribute('aria-invalid'), await field.getAttribute('aria-describedby')]
  expect(await state()).toEqual(['true', 'jumlah-hint jumlah-error'])
  expect(await page.locator('#jumlah-error').textContent()).toBe('Kesalahan: Isilah dengan angka.')
  await page.click('.draft-status a')
  await expect.poll(() => page.evaluate(() => location.hash)).toBe('#jumlah')

  await page.fill('[name=kendala]', 'Anggaran dan waktu')
  await expect.poll(() => store.values.kendala, { timeout: 8000 }).toBe('Anggaran dan waktu')
  await page.close()
  page = await open()
  expect(await page.inputValue('[name=jumlah]')).toBe('banyak')
  await page.waitForSelector('.wrong [name=jumlah]', { timeout: 8000 })
  await page.fill('[name=jumlah]', '7')
  await expect.poll(() => store.values, { timeout: 8000 }).toEqual({ ef1: '', kendala: 'Anggaran dan waktu', jumlah: '7' })
  await expect.poll(() => page.locator('.wrong, .field-error, [aria-invalid]').count()).toBe(0)
  await expect.poll(() => held()).toEqual([])
})

test('where all that was written is wrong nothing is said to be saved, also when the form is opened again, and it waits for nobody else', async () => {
  await page.fill('[name=jumlah]', 'banyak')
  const said = 'Belum tersimpan karena belum benar: Jumlah'
  await expect.poll(() => status(), { timeout: 8000 }).toBe(said)
  await expect.poll(() => held()).toMatchObject([{ wrong: { jumlah: 'Isilah dengan angka.' } }])
  await page.close()
  page = await open()
  await expect.poll(() => status()).toBe(said)
  expect(await page.locator('.wrong [name=jumlah]').inputValue()).toBe('banyak')
  await page.fill('[name=jumlah]', '8')
  await expect.poll(() => held(), { timeout: 8000 }).toEqual([])
})

test('a wrong value that is taken away again is wrong no more, and nothing is said to be unsaved', async () => {
  await page.fill('[name=jumlah]', 'banyak')
  await page.waitForSelector('.wrong', { timeout: 8000 })
  await page.fill('[name=jumlah]', '')
  await expect.poll(() => page.locator('.wrong').count(), { timeout: 8000 }).toBe(0)
  await expect.poll(() => status()).toBe('Disimpan sambil diisi.')
})

test('a wrong value that is taken away while another field is changed is wrong no more, now or after the next save', async () => {
  await page.fill('[name=jumlah]', 'banyak')
  await page.waitForSelector('.wrong', { timeout: 8000 })
  await page.fill('[name=jumlah]', '')
  for (const kendala of ['Anggaran', 'Anggaran dan waktu']) {
    await page.fill('[name=kendala]', kendala)
    await expect.poll(() => store.values, { timeout: 8000 }).toEqual({ ef1: '', kendala, jumlah: '' })
    await expect.poll(() => page.locator('.wrong, .field-error, [aria-invalid]').count()).toBe(0)
  }
})

test('a form whose questions are called like what a form has is saved, sent and, when it is refused, shown by the browser', async () => {
  page = await open('/lama')
  await page.fill('[name=elements]', 'Unsur')
  await expect.poll(() => store.values.elements, { timeout: 8000 }).toBe('Unsur')
  await page.fill('[name=action]', 'Tindakan')
  store.refuseForm = true
  await page.click('button[name=aksi]')
  await expect.poll(() => store.submitted.length, { timeout: 8000 }).toBe(2)
  const sent = store.submitted.map(body => Object.fromEntries([...body].filter(([name]) => name !== 'csrf')))
  expect(sent[0]).toMatchObject({ elements: 'Unsur', action: 'Tindakan', aksi: 'kirim' })
  expect(sent[1]).toEqual(sent[0])
})

test('no question is published any more under a name that scripts ask of a form', async () => {
  const had = await page.evaluate(names => names.filter(name => name in document.createElement('form')), askedOfForms)
  expect(had).toEqual(askedOfForms)
  expect(askedOfForms.filter(name => !isReserved(name))).toEqual([])
  expect(['name', 'title', 'target', 'method', 'after'].filter(isReserved)).toEqual([])
})

test('signing out warns of what has not been sent, and leaves nothing behind on the device', async () => {
  await context.setOffline(true)
  await page.fill('[name=kendala]', 'Rahasia')
  await expect.poll(() => status(), { timeout: 8000 }).toContain('Tidak ada jaringan')
  const asked: string[] = []
  page.once('dialog', dialog => {
    asked.push(dialog.message())
    void dialog.dismiss()
  })
  await page.click('text=Keluar')
  await expect.poll(() => asked).toEqual(['Ada draf'])
  expect(await held()).toHaveLength(1)
  await context.route('**/keluar', route => route.fulfill({ status: 204 }))
  page.once('dialog', dialog => void dialog.accept())
  await page.click('text=Keluar')
  await expect.poll(() => held()).toEqual([])
})

function take(body: URLSearchParams): [200 | 409 | 422, object] {
  const isWrong = (name: string) => name === 'jumlah' && !/^\d*$/.test(body.get(name) ?? '')
  const names = body.getAll('berubah').filter(name => !isWrong(name))
  const stale = names.filter(name => store.changed[name]! > Number(body.get('rev')) && store.values[name] !== body.get(name))
  if (stale.length)
    return [
      409,
      { rev: store.rev, fields: Object.fromEntries(stale.map(name => [name, { value: store.values[name], by: 'Rekan', at: '19.30' }])) },
    ]
  store.rev++
  for (const name of names)
    Object.assign(store.values, { [name]: body.get(name) ?? '' }) && Object.assign(store.changed, { [name]: store.rev })
  const saved = { rev: store.rev, savedAt: '2026-11-21T12:30:00Z' }
  return body.getAll('berubah').some(isWrong) ? [422, { ...saved, wrong: { jumlah: 'Isilah dengan angka.' } }] : [200, saved]
}

function elsewhere(name: string, value: string): void {
  store.rev++
  store.values[name] = value
  store.changed[name] = store.rev
}

async function open(path = '/'): Promise<Page> {
  const tab = await context.newPage()
  await tab.goto(origin + path)
  await tab.waitForFunction(() => customElements.get('draft-form'))
  await tab.waitForTimeout(200)
  return tab
}

const status = () => page.textContent('.draft-status').then(text => text?.trim())
const held = (): Promise<unknown[]> =>
  page.evaluate(
    () =>
      new Promise(resolve => {
        const asked = indexedDB.open('sinergi', 1)
        asked.onsuccess = () => {
          const all = asked.result.transaction('drafts').objectStore('drafts').getAll()
          all.onsuccess = () => resolve(all.result)
        }
      }),
  )

const options = ['full', 'part', 'none'].map(value => ({ value, label: value }))
/** Keys of questions that were published while they were not refused yet. */
const old = ['action', 'elements', 'append', 'requestSubmit', 'querySelector', 'addEventListener']
const documentOf = (more: readonly string[]) =>
  `<!doctype html><script type="module" src="/draft-form.js"></script><script type="module" src="/sign-out.js"></script>${renderPart(
    { locale: 'id', zone: 'Asia/Jakarta', today: '2026-11-21' },
    <>
      <sign-out data-person="sari" data-warning="Ada draf">
        <form method="post" action="/keluar">
          <button>Keluar</button>
        </form>
      </sign-out>
      <Draft id="sari:siklus:perjanjian:kpu" url="/draf" rev={store.rev}>
        <Form action="/kirim" values={store.values} hidden={{ rev: store.rev }}>
          <RadioField name="ef1" label="Dilaksanakan" options={options} optional />
          <TextareaField name="kendala" label="Kendala" optional />
          <NumberField name="jumlah" label="Jumlah" hint="Kegiatan setahun" optional />
          {more.map(name => (
            <TextField name={name} label={name} optional />
          ))}
          <button name="aksi" value="kirim">
            Kirim
          </button>
        </Form>
      </Draft>
    </>,
  )}`
