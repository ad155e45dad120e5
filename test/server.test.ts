import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeCycle } from '../src/modules/evaluation/operations/cycle-lifecycle.ts'
import type { Actor } from '../src/platform/authority/actor.ts'
import { newId } from '../src/platform/operation/operation.ts'
import { logTo } from '../src/platform/process/log.ts'
import { createApp } from '../src/server.tsx'
import { assetUrl } from '../src/web/assets.ts'
import { agreement, openedCycle, partner } from './evaluation-world.ts'
import { app, as, browser, db, kernel, now, office, person, program } from './world.ts'

let sari: Actor
const site = 'http://sinergi.test'
const policy = "default-src 'none'; script-src 'self'; style-src 'self'"
const file = { id: newId(), key: 'te/test-of-the-server' }

beforeAll(async () => {
  sari = await person('Sari', 'office_operator', '35.10')
  await kernel.files.disk.put(file.key, 'nama,nilai\n')
  const { createHash } = await import('node:crypto')
  const sha256 = createHash('sha256').update('nama,nilai\n').digest('hex')
  await db
    .insertInto('stored_file')
    .values({ id: file.id, key: file.key, name: 'nilai.csv', type: 'text/csv', size: 11, sha256, created_at: now.at })
    .execute()
  const owner = await agreement('Perjanjian dengan berkas', ['35.10'], [])
  await db
    .insertInto('agreement_document')
    .values({ id: newId(), agreement_id: owner, file_id: file.id, label: 'Nilai', added_at: now.at })
    .execute()
})
afterAll(() => kernel.close())

test('the server says that it lives, and that it is ready', async () => {
  expect(await (await app.request('/healthz')).text()).toBe('ok')
  expect(await (await app.request('/readyz')).text()).toBe('ready')
})

test('what does not exist is a page with a way back for people, and a problem for programs', async () => {
  const page = await (await browser(sari)).get('/tidak-ada')
  expect(page.status).toBe(404)
  expect(page.headers.get('content-type')).toContain('text/html')
  expect(await page.text()).toContain('Halaman tidak ditemukan')

  const answer = await (await program(sari))('GET', '/tidak-ada')
  expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
  expect(await answer.json()).toMatchObject({
    type: '/api/problems#not_found',
    status: 404,
    code: 'not_found',
    instance: '/api/v1/tidak-ada',
  })
})

test('whoever is not signed in is shown the way in, and where they were going is kept', async () => {
  const answer = await app.request(`${site}/satuan-kerja?q=banyu`)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/masuk?ke=%2Fsatuan-kerja%3Fq%3Dbanyu'])
})

test('every kind of answer forbids frames, guessing of types and foreign scripts', async () => {
  const { get, post } = await browser(sari)
  const rest = await program(sari)
  const answers: Record<string, Response> = {
    page: await get('/satuan-kerja'),
    'page that is missing': await get('/tidak-ada'),
    redirect: await app.request(`${site}/satuan-kerja`),
    form: await post('/tampilan', { tema: 'dark' }),
    'answer to a program': await rest('GET', '/offices'),
    problem: await rest('GET', '/tidak-ada'),
    description: await get('/api/openapi.json'),
    'asset that is missing': await get('/assets/style.0000.svg'),
    health: await get('/healthz'),
    'refused form': await app.request(`${site}/tampilan`, {
      method: 'POST',
      headers: { origin: 'https://lain.example' },
      body: new FormData(),
    }),
  }
  const wrong = Object.entries(answers).filter(
    ([, { headers }]) =>
      !headers.get('content-security-policy')?.startsWith(policy) ||
      headers.get('x-content-type-options') !== 'nosniff' ||
      headers.get('x-frame-options') !== 'DENY' ||
      headers.get('referrer-policy') !== 'same-origin',
  )
  expect(wrong.map(([name]) => name)).toEqual([])
  expect(answers.page!.headers.get('content-security-policy')).not.toContain('unsafe')
})

test('a download is never shown as a page and runs nothing', async () => {
  const { status, headers } = await (await browser(sari)).get(`/berkas/${file.id}`)
  expect(status).toBe(200)
  expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('content-disposition')).toBe(`attachment; filename="nilai.csv"; filename*=UTF-8''nilai.csv`)
  expect(headers.get('cache-control')).toBe('private, no-store')
})

test('a page holds no script and no style of its own', async () => {
  const text = await (await (await browser(sari)).get('/satuan-kerja')).text()
  expect(text).toContain('<link rel="stylesheet"')
  expect([...text.matchAll(/<script(?![^>]*\bsrc=)|<style|\sstyle="|\son\w+="/g)].map(([found]) => found)).toEqual([])
})

test('assets are kept for a year, compressed as the browser accepts, and nothing else can be asked for', async () => {
  const ask = (accepts: string) => app.request(site + assetUrl('style.css'), { headers: { 'accept-encoding': accepts } })
  const [brotli, gzip, plain] = [await ask('gzip, deflate, br'), await ask('gzip'), await ask('identity')]
  const encodings = [brotli, gzip, plain].map(({ headers }) => headers.get('content-encoding'))
  expect(encodings).toEqual(['br', 'gzip', null])
  for (const { headers } of [brotli, gzip, plain]) expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  const text = await plain.text()
  expect(brotliDecompressSync(Buffer.from(await brotli.arrayBuffer())).toString()).toBe(text)
  expect(text.length).toBeGreaterThan(1000)
  expect([plain.headers.get('x-content-type-options'), plain.headers.get('cross-origin-resource-policy')]).toEqual([
    'nosniff',
    'same-origin',
  ])
  for (const path of ['style.css', '..%2fassets.json', 'main.js', 'style.0000000000.css'])
    expect((await app.request(`${site}/assets/${path}`)).status, path).not.toBe(200)
})

test('a page and an answer are compressed on the way', async () => {
  const { cookie } = await browser(sari)
  for (const path of ['/satuan-kerja', '/api/openapi.json']) {
    const { headers } = await app.request(site + path, { headers: { cookie, 'accept-encoding': 'gzip' } })
    expect(headers.get('content-encoding'), path).toBe('gzip')
  }
})

test('a bug shows a reference and nothing else; the log says the rest under the same reference', async () => {
  const lines: string[] = []
  const now = () => {
    throw new Error('select of 127.0.0.1:1 in node_modules')
  }
  const broken = createApp({ ...kernel, clock: { ...kernel.clock, now }, log: logTo(line => lines.push(line), 'error') })
  const { cookie } = await browser(sari)
  const page = await broken.request(`${site}/satuan-kerja`, { headers: { cookie } })
  const answer = await broken.request(`${site}/api/v1/offices`, { headers: { cookie } })
  const logged = lines.map(line => JSON.parse(line) as { event: string; reference: string; path: string; error: { message: string } })

  expect([page.status, answer.status]).toEqual([500, 500])
  expect(logged.map(({ event, path }) => [event, path])).toEqual([
    ['request.failed', '/satuan-kerja'],
    ['request.failed', '/api/v1/offices'],
  ])
  expect(logged[0]!.error.message).toContain('127.0.0.1:1')
  const text = await page.text()
  expect(text).toContain(logged[0]!.reference)
  expect(text).not.toMatch(/127\.0\.0\.1|ECONNREFUSED|node_modules|select /i)
  const { reference } = logged[1]!
  expect(await answer.json()).toEqual({ type: '/api/problems#bug', title: 'Internal error', status: 500, code: 'bug', reference })
})

test('a form that another site sends changes nothing', async () => {
  const { cookie, get, post } = await browser(sari)
  const from = (origin: string, body: BodyInit, type?: string) =>
    app.request(`${site}/keluar`, { method: 'POST', body, headers: { cookie, origin, ...(type ? { 'content-type': type } : {}) } })
  expect((await from('https://lain.example', new FormData())).status).toBe(403)
  expect((await from('null', 'a=b', 'application/x-www-form-urlencoded')).status).toBe(403)
  expect((await from('https://lain.example', 'a=b', 'text/plain')).status).toBe(403)
  expect((await get('/satuan-kerja')).status).toBe(200)
  const rest = await app.request(`${site}/api/v1/offices`, {
    method: 'POST',
    body: '{}',
    headers: { cookie, origin: 'https://lain.example', 'content-type': 'text/plain' },
  })
  expect(rest.status).toBe(403)
  expect((await post('/keluar', {})).status).toBe(303)
  expect((await get('/satuan-kerja')).status).toBe(303)
  const headers = { origin: site, referer: `${site}/temuan/baru` }
  const late = await app.request(`${site}/temuan`, { method: 'POST', body: new FormData(), headers })
  const said = await late.text()
  expect([late.status, said.match(/<h1[^>]*>([^<]+)/)?.[1]]).toEqual([401, 'Sesi Anda telah berakhir'])
  expect(said).not.toContain('href="/temuan') // an empty form there would cost what was typed
})

test('after a conflict the way back leads to this site only', async () => {
  const admin = await person('Admin', 'national_admin')
  const cycle = await openedCycle(admin, '00')
  await as(admin)(closeCycle, { id: cycle.id })
  const { cookie } = await browser(admin)
  const closing = (referer: string) =>
    app.request(`${site}/evaluasi/${cycle.id}/penutupan`, {
      method: 'POST',
      body: new FormData(),
      headers: { cookie, origin: site, referer },
    })
  expect((await closing(`${site}/evaluasi/${cycle.id}?tab=1`)).headers.get('location')).toBe(`/evaluasi/${cycle.id}?tab=1`)
  for (const elsewhere of [`${site}//lain.example/x`, 'https://lain.example/x', 'about:blank'])
    expect((await closing(elsewhere)).headers.get('location'), elsewhere).toBeNull()
})

test('a server that is closing refuses what is new, and says so to people, programs and load balancers', async () => {
  let closing = false
  const stopping = createApp(kernel, () => closing)
  const { cookie } = await browser(sari)
  const ask = (path: string) => stopping.request(site + path, { headers: { cookie } })
  expect((await ask('/satuan-kerja')).status).toBe(200)
  closing = true
  const page = await ask('/satuan-kerja')
  expect(page.status).toBe(503)
  expect(await page.text()).toContain('Sinergi sedang dimuat ulang')
  const answer = await ask('/api/v1/offices')
  expect([answer.status, (await answer.json()).code]).toEqual([503, 'unavailable'])
  expect((await ask('/readyz')).status).toBe(503)
  expect((await ask('/healthz')).status).toBe(200)
})

test('the language is the chosen one, else the person’s or the browser’s, else Indonesian', async () => {
  const language = async (headers: Record<string, string>) =>
    (await (await app.request(`${site}/masuk`, { headers })).text()).match(/<html lang="(\w+)"/)?.[1]
  expect(await language({})).toBe('id')
  expect(await language({ 'accept-language': 'fr-FR, en-GB;q=0.8' })).toBe('en')
  expect(await language({ 'accept-language': 'en', cookie: 'bahasa=id' })).toBe('id')
  expect(await language({ 'accept-language': 'fr' })).toBe('id')
  expect(await language({ cookie: 'bahasa=xx"><script>' })).toBe('id')
  const { cookie } = await browser(sari)
  const own = await app.request(`${site}/satuan-kerja`, { headers: { cookie, 'accept-language': 'en' } })
  expect(await own.text()).toContain('<html lang="id"')
  const problem = await app.request(`${site}/api/v1/tidak-ada`, { headers: { 'accept-language': 'en' } })
  expect((await problem.json()).title).toBe('This does not exist, or is outside your area.')
})

test('the theme that was chosen stays with the browser', async () => {
  const { cookie, post } = await browser(sari)
  const chosen = await post('/tampilan', { tema: 'dark', kembali: '/satuan-kerja' })
  expect([chosen.status, chosen.headers.get('location')]).toEqual([303, '/satuan-kerja'])
  const kept = chosen.headers.get('set-cookie')!.split(';')[0]!
  const page = await app.request(`${site}/satuan-kerja`, { headers: { cookie: `${cookie}; ${kept}` } })
  expect(await page.text()).toMatch(/<html lang="id" data-theme="dark">/)
  const plain = await app.request(`${site}/satuan-kerja`, { headers: { cookie } })
  expect(await plain.text()).not.toContain('data-theme')
})

test('a word about what happened is shown once, and never as markup', async () => {
  const { cookie } = await browser(sari)
  const notice = encodeURIComponent(JSON.stringify({ kind: 'success', text: `<b>Kantor</b> ${office('35.10').name}` }))
  const page = await app.request(`${site}/satuan-kerja`, { headers: { cookie: `${cookie}; notice=${notice}` } })
  expect(await page.text()).toContain('&lt;b>Kantor&lt;/b>')
  expect(page.headers.get('set-cookie')).toMatch(/notice=;.*Max-Age=0/)
})

test('who may not do something reads which role it takes and who gives it', async () => {
  const inspector = await browser(await person('Inspektur', 'inspector'))
  const page = await inspector.get('/impor')
  expect(page.status).toBe(403)
  expect(await page.text()).toContain(
    'Ini memerlukan peran Pimpinan satuan kerja, Operator satuan kerja, Pengelola kerja sama, atau Administrator nasional di satuan kerja yang bersangkutan. Bila tugas Anda memerlukannya, mintalah kepada Pimpinan satuan kerja atau Administrator nasional di sana. Tidak ada yang berubah.',
  )
})

test('what is set for all is given by nobody but a national administrator', async () => {
  const page = await (await browser(await person('Pimpinan', 'office_leader', '35.10'))).get('/bahasa')
  expect(page.status).toBe(403)
  expect(await page.text()).toContain(
    'Ini memerlukan peran Administrator nasional di tingkat nasional. Bila tugas Anda memerlukannya, mintalah kepada Administrator nasional di sana. Tidak ada yang berubah.',
  )
})

test('a partner’s contact reads that it is the work of KPU, and of no role that they could ask for', async () => {
  const id = await partner('Mitra yang Bertanya')
  const contact = await browser(await person('Narahubung', 'partner_contact', '00', true, { partnerId: id }))
  const page = await contact.get('/impor')
  expect(page.status).toBe(403)
  const text = await page.text()
  expect(text).toContain('Ini tugas KPU, bukan tugas narahubung mitra.')
  expect(text).not.toContain('memerlukan peran')
})
