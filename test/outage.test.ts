import { setTimeout } from 'node:timers/promises'
import { afterAll, afterEach, expect, test } from 'vitest'
import { openPostgres, type Store } from '../src/platform/database/database.ts'
import { logTo } from '../src/platform/process/log.ts'
import { watchOutages } from '../src/platform/refusals/outages.ts'
import { createApp } from '../src/server.tsx'
import { browser, kernel, person, program } from './world.ts'

const site = 'http://sinergi.test'
const sari = await person('Sari', 'cooperation_officer', '35.10')
const { cookie } = await browser(sari)
const stores: Store[] = []
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close()
})
afterAll(() => kernel.close())

/** Nobody listens there. */
const nowhere = () => {
  const store = openPostgres('postgres://sinergi:sangat-rahasia@127.0.0.1:1/tidak_ada', 2)
  stores.push(store)
  return store
}
/** The application, whose database can be taken away and given back, and what it logs. */
function application() {
  const at: { store: Store } = { store: kernel.store }
  const store = new Proxy(kernel.store, { get: (_, name) => Reflect.get(at.store, name) })
  const lines: { event: string; trouble?: string; met?: number }[] = []
  const log = logTo(line => lines.push(JSON.parse(line)), 'warn')
  const outages = watchOutages(store, kernel.files, log)
  const app = createApp({ ...kernel, store, log, outages })
  const send = (path: string, init: RequestInit = {}) =>
    app.request(site + path, { ...init, headers: { cookie, origin: site, ...(init.headers as Record<string, string>) } })
  return {
    at,
    lines,
    get: (path: string, headers: Record<string, string> = {}) => send(path, { headers }),
    post: (path: string, body: FormData | URLSearchParams, headers: Record<string, string> = {}) =>
      send(path, { method: 'POST', body, headers }),
    /** Sends the pieces one after the other; between the first and the next `meanwhile` happens. */
    stream(path: string, type: string, pieces: string[], meanwhile: () => Promise<unknown>) {
      const left = pieces.map(piece => Buffer.from(piece))
      const body = new ReadableStream({
        async pull(controller) {
          if (left.length === pieces.length - 1) await meanwhile()
          const piece = left.shift()
          if (piece) controller.enqueue(piece)
          else controller.close()
        },
      })
      return send(path, { method: 'POST', headers: { 'content-type': type }, body, duplex: 'half' } as RequestInit)
    },
    outages,
  }
}
const until = async (holds: () => boolean | Promise<boolean>) => {
  while (!(await holds())) await setTimeout(20)
}

test('without a database pages, programs and load balancers are told to come back later, and the log says so once', async () => {
  const { at, lines, get } = application()
  at.store = nowhere()
  const [page, english, answer, ready] = [
    await get('/satuan-kerja?q=x'),
    await get('/satuan-kerja', { cookie: `${cookie}; bahasa=en` }),
    await get('/api/v1/offices'),
    await get('/readyz'),
  ]
  expect([page, english, answer, ready].map(({ status }) => status)).toEqual([503, 503, 503, 503])
  expect([page, english, answer, ready].map(({ headers }) => Number(headers.get('retry-after')) > 0)).toEqual([true, true, true, true])
  const text = await page.text()
  expect(text).toContain('tidak dapat menjangkau basis datanya')
  expect(text).toContain('href="/satuan-kerja?q=x"')
  expect(await english.text()).toContain('cannot reach its database')
  expect(text).not.toMatch(/127\.0\.0\.1|ECONNREFUSED|sangat-rahasia|select /i)
  expect(await answer.json()).toMatchObject({ type: '/api/problems#unavailable', status: 503, code: 'unavailable' })
  expect(await ready.text()).toBe('database')
  expect((await get('/healthz')).status).toBe(200)
  expect(lines.map(({ event, trouble }) => [event, trouble])).toEqual([['outage.began', 'database']])
  expect(JSON.stringify(lines)).not.toContain('sangat-rahasia')
})

test('it comes back by itself as soon as the database does, and says that once', async () => {
  const { at, lines, get, outages } = application()
  at.store = nowhere()
  for (let at = 0; at < 3; at++) expect((await get('/satuan-kerja')).status).toBe(503)
  await until(outages.databaseIsGone)
  at.store = kernel.store
  await until(async () => (await get('/satuan-kerja')).status === 200)
  expect(lines.map(({ event }) => event)).toEqual(['outage.began', 'outage.ended'])
  expect(lines[1]!.met).toBeGreaterThanOrEqual(3)
})

test('a form that was posted meanwhile is on the page with all its values, and can be sent again from there', async () => {
  const { at, get, post } = application()
  const form = await (await get('/temuan/baru')).text()
  const key = form.match(/name="idempotency_key" value="([^"]+)"/)![1]!
  const fields: [string, string][] = [
    ['idempotency_key', key],
    ['kind', 'obstacle'],
    ['office', '35.10'],
    ['title', 'Data "pemilih" <belum> cocok'],
    ['text', 'Baris satu\nbaris dua & seterusnya'],
    ['scope', 'a'],
    ['scope', 'b'],
  ]
  at.store = nowhere()
  const answer = await post('/temuan?dari=x', new URLSearchParams(fields))
  const page = await answer.text()
  expect([answer.status, page.match(/<form class="form" action="([^"]+)"/)?.[1]]).toEqual([503, '/temuan?dari=x'])
  expect(hidden(page)).toEqual(fields)
  expect(page).toContain('Kirim lagi')
  expect(page).toContain('tidak akan tercatat dua kali')
})

test.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=b'])(
  'a database that goes away while a form of %s is still coming costs nothing of what was typed',
  async type => {
    const { at, stream } = application()
    const text = type.startsWith('multipart')
      ? '--b\r\ncontent-disposition: form-data; name="title"\r\n\r\nSedang diketik\r\n--b--\r\n'
      : 'title=Sedang+diketik'
    const page = await stream('/temuan', type, [text.slice(0, 3), text.slice(3)], async () => {
      at.store = nowhere()
      await setTimeout(550) // as long after as what was known of the sender no longer counts
    })
    expect([page.status, hidden(await page.text())]).toEqual([503, [['title', 'Sedang diketik']]])
  },
)

test('files cannot be kept: the page says which to choose again, in their fields', async () => {
  const { at, post } = application()
  const form = new FormData()
  form.append('label', 'Naskah lengkap')
  form.append('file', new File(['%PDF-1.7'], 'naskah akhir.pdf'))
  form.append('more', new File([], ''))
  at.store = nowhere()
  const page = await (await post('/perjanjian/x/dokumen', form)).text()
  expect(hidden(page)).toEqual([['label', 'Naskah lengkap']])
  expect(page).toContain('enctype="multipart/form-data"')
  expect(page).toContain('Pilih lagi berkas naskah akhir.pdf')
  expect(page.match(/<input[^>]*type="file"[^>]*>/g)).toHaveLength(1)
})

test('a password is never repeated on a page, and a form of another site is never offered for sending', async () => {
  const { at, post } = application()
  at.store = nowhere()
  const secret = await (await post('/masuk', new URLSearchParams({ email: 'a@b.id', password: 'sangat rahasia sekali' }))).text()
  expect(secret).not.toContain('sangat rahasia sekali')
  const foreign = await post('/temuan', new URLSearchParams({ title: 'dari luar sana' }), { origin: 'https://lain.example' })
  expect(foreign.status).toBe(503)
  for (const page of [secret, await foreign.text()]) {
    expect(page).not.toMatch(/dari luar sana|method="post"[^>]*>\s*<input type="hidden" name="title"/)
    expect(page).not.toContain('Kirim lagi')
  }
})

test('a program that sends again with its key after an outage has written once', async () => {
  const { at, get } = application()
  const send = async () =>
    (await program(sari))(
      'POST',
      '/findings',
      { kind: 'obstacle', office: '35.10', title: 'Sekali' },
      { 'idempotency-key': 'kunci-gangguan' },
    )
  const first = await send()
  at.store = nowhere()
  expect((await get('/api/v1/findings')).status).toBe(503)
  at.store = kernel.store
  const second = await send()
  expect(await second.json()).toEqual(await first.json())
})

/** The hidden fields of the page's own form, as a browser would send them. */
const hidden = (page: string): [string, string][] =>
  [
    ...page
      .split('<form class="form"')[1]!
      .split('</form>')[0]!
      .matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"\/?>/g),
  ].map(([, name, value]) => [name!, value!.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&')])
