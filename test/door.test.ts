import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../src/platform/authority/actor.ts'
import { newId } from '../src/platform/operation/operation.ts'
import { createApp } from '../src/server.tsx'
import { app, browser, kernel, person, program } from './world.ts'

const site = 'http://sinergi.test'
let sari: Actor
let ratna: Actor

beforeAll(async () => {
  sari = await person('Sari', 'office_operator', '35.10')
  ratna = await person('Ratna', 'national_admin')
})
afterAll(() => kernel.close())

type Sent = { method?: string; body?: BodyInit | ReadableStream; type?: string; cookie?: string; accept?: string }
const send = (path: string, { method = 'POST', body, type = 'application/x-www-form-urlencoded', cookie = '' }: Sent = {}) =>
  app.request(site + path, {
    method,
    headers: { origin: site, cookie, 'content-type': type },
    ...(body === undefined ? {} : ({ body, duplex: 'half' } as object)),
  })

/** A body that says no length beforehand, and how many of its bytes were taken. */
function chunked(megabytes: number, start = '') {
  const taken = { bytes: 0 }
  const chunk = new Uint8Array(65_536).fill(97)
  const body = new ReadableStream({
    start: controller => controller.enqueue(new TextEncoder().encode(start)),
    pull(controller) {
      if (taken.bytes >= megabytes * 1_048_576) return controller.close()
      taken.bytes += chunk.length
      controller.enqueue(chunk)
    },
  })
  return { body, taken }
}

test.each([
  ['many fields of one name', Array(20_000).fill('a=1').join('&')],
  ['many fields', Array.from({ length: 20_000 }, (_, n) => `a${n}=1`).join('&')],
  ['many different names', Array.from({ length: 1001 }, (_, n) => `a${n}=1`).join('&')],
  ['many different names in a group', Array.from({ length: 1001 }, (_, n) => `a.b${n}.c=1`).join('&')],
  ['a name without end', `${'a'.repeat(400)}=1`],
])('a form of a stranger with %s is refused before it is taken apart', async (_, body) => {
  expect((await send('/masuk', { body })).status).toBe(413)
  const parts = body
    .split('&')
    .map(pair => `--x\r\nContent-Disposition: form-data; name="${pair.split('=')[0]}"\r\n\r\n1\r\n`)
    .join('')
  expect((await send('/masuk', { body: `${parts}--x--\r\n`, type: 'multipart/form-data; boundary=x' })).status).toBe(413)
})

test('what another site sends with the cookies of its visitor is not taken, whatever its kind; a program of no site is', async () => {
  const { cookie } = await browser(ratna)
  const patch = (origin?: string) =>
    app.request(`${site}/api/v1/account/tokens`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', ...(origin ? { origin } : {}) },
      body: JSON.stringify({ name: 'Situs lain', scope: 'read', days: 1 }),
    })
  expect([(await patch('http://lain.test')).status, (await patch('null')).status]).toEqual([403, 403])
  expect([(await patch(site)).status, (await patch()).status]).toEqual([201, 201])
})

test('as many fields of one name as are allowed become one list, in order', async () => {
  const { readForm } = await import('../src/platform/doors/request.ts')
  const values = Array.from({ length: 5000 }, (_, n) => String(n))
  const echo = createApp(kernel).post('/gema', async c => c.json((await readForm(c)).a as string[]))
  const answer = await echo.request(`${site}/gema`, {
    method: 'POST',
    headers: { origin: site, 'content-type': 'application/x-www-form-urlencoded', cookie: (await browser(sari)).cookie },
    body: values.map(value => `a=${value}`).join('&'),
  })
  expect(await answer.json()).toEqual(values)
})

test.each([
  ['a form', '/masuk', 'application/x-www-form-urlencoded'],
  ['a form with files', '/masuk', 'multipart/form-data; boundary=x'],
  ['a form with files where no files are taken, over REST', '/api/v1/partners', 'multipart/form-data; boundary=x'],
  ['JSON', '/api/v1/partners', 'application/json'],
])('%s without end is read no further than the limit, and refused as too large', async (_, path, type) => {
  const start = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n'
  const { body, taken } = chunked(300, start)
  const { cookie } = await browser(path.startsWith('/api/') ? ratna : null)
  const answer = await send(path, { body, type, cookie })
  expect(answer.status).toBe(413)
  expect(taken.bytes).toBeLessThan(3_000_000)
  if (path.startsWith('/api/')) {
    const stranger = chunked(300, start)
    expect((await send(path, { body: stranger.body, type })).status).toBe(401)
    expect(stranger.taken.bytes).toBeLessThan(200_000)
  }
  if (path.startsWith('/api/')) {
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(await answer.json()).toMatchObject({ status: 413, code: 'too_large', type: '/api/problems#too_large' })
  } else expect(await answer.text()).toContain('Kiriman ini terlalu besar')
})

test('what says beforehand that it is too large is not read at all', async () => {
  const { body, taken } = chunked(300)
  const headers = { origin: site, 'content-length': '300000000', 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await app.request(`${site}/masuk`, { method: 'POST', headers, body, duplex: 'half' } as RequestInit)
  expect([answer.status, taken.bytes < 200_000]).toEqual([413, true])
})

test('an address is not said back beyond a limit', async () => {
  const long = 'x'.repeat(8000)
  const { cookie } = await browser(sari)
  const shown = async (path: string) => {
    const answer = await app.request(site + path, { headers: { cookie } })
    return `${answer.headers.get('location')} ${await answer.text()}`
  }
  const away = await app.request(`${site}/satuan-kerja/${long}`)
  const texts = [
    await shown(`/masuk?ke=${long}&q=${long}`),
    await shown(`/${long}`),
    await shown(`/api/v1/${long}`),
    away.headers.get('location')!,
  ]
  expect(texts.map(text => text.includes('x'.repeat(2000)))).toEqual([false, false, false, false])
})

test('a thousand wrong fields are told as the first hundred, and what was sent is cut', async () => {
  const rest = await program(ratna)
  const answer = await rest('PATCH', `/assignments/${newId()}/answers`, {
    rev: '0',
    answers: { ['z'.repeat(5000)]: { a: 1 } },
    entries: Array.from({ length: 3000 }, () => [1, 2]),
  })
  const { errors } = (await answer.json()) as { errors: Record<string, string[]> }
  expect(answer.status).toBe(422)
  expect(Object.values(errors).flat().length).toBeLessThanOrEqual(100)
})

const deep = (depth: number) => `{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`
test.each([
  ['JSON 8,000 deep', '/api/v1/partners', deep(8000), 'application/json', 413],
  ['JSON of half a million values', '/api/v1/partners', `{"a":[${Array(500_000).fill(1)}]}`, 'application/json', 413],
  [
    'JSON of many names',
    '/api/v1/partners',
    JSON.stringify({ a: Object.fromEntries(Array.from({ length: 1001 }, (_, n) => [`a${n}`, 1])) }),
    'application/json',
    413,
  ],
  ['JSON that is none', '/api/v1/partners', '{"a":', 'application/json', 422],
  ['JSON that is a list', '/api/v1/partners', '[]', 'application/json', 422],
  ['JSON that calls itself a form', '/api/v1/agreements/imports', '{}', 'multipart/form-data', 422],
  ['a form without its boundary', '/masuk', 'a=1', 'multipart/form-data', 422],
  ['a form with another boundary', '/masuk', '--y\r\n\r\n\r\n--y--', 'multipart/form-data; boundary=x', 422],
  [
    'a form that breaks off',
    '/masuk',
    '--x\r\nContent-Disposition: form-data; name="email"\r\n\r\na@',
    'multipart/form-data; boundary=x',
    422,
  ],
  [
    'a form that breaks off in a file',
    '/masuk',
    '--x\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\na',
    'multipart/form-data; boundary=x',
    422,
  ],
  ['a form that breaks off in its head', '/masuk', '--x\r\nContent-Disposi', 'multipart/form-data; boundary=x', 422],
  ['a form that is JSON', '/masuk', '{}', 'application/json', 422],
  ['a form that is a text', '/masuk', 'a=1', 'text/plain', 422],
])('%s is wrong input and not a bug', async (_, path, body, type, status) => {
  for (const cookie of ['', (await browser(ratna)).cookie]) {
    const answer = await send(path, { body, type, cookie })
    expect([status, 303, 403, 401]).toContain(answer.status)
  }
  expect((await send(path, { body, type, cookie: path === '/masuk' ? '' : (await browser(ratna)).cookie })).status).toBe(status)
})

test.each([
  ['/assets/missing', 404],
  ['/assets/%ff', 404],
  ['/assets/%00', 404],
  ['/assets/..%2f..%2fpackage.json', 404],
  ['/%ff', 404],
  ['/perjanjian/%ff', 404],
  ['/perjanjian/%', 404],
  ['/perjanjian/%00', 404],
  ['/perjanjian/bukan-id', 404],
  ['/api/v1/partners/%ff', 422],
  ['/api/v1/partners/bukan-id', 422],
  ['/api/v1/partners/%00', 404],
  ['/impor/%00/keputusan', 404],
  ['/impor/%0a/keputusan', 404],
])('%s is not there, and no bug', async (path, status) => {
  const { cookie } = await browser(ratna)
  expect((await app.request(site + path, { headers: { cookie } })).status).toBe(status)
  for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'POST', 'PROPFIND', 'QUERY']) {
    const answer = await app.request(site + path, { method, headers: { cookie, origin: site } })
    expect([404, 405, 422], `${method} ${path}`).toContain(answer.status)
  }
})

test('a year that nobody means is wrong input on page and over REST, not a bug', async () => {
  const { cookie } = await browser(ratna)
  const statuses: Record<string, number> = {}
  for (const day of ['0001-01-01', '9999-12-31'])
    for (const path of [
      `/api/v1/agreements?endsFrom=${day}`,
      `/api/v1/audit?from=${day}`,
      `/jejak-audit?sejak=${day}&sampai=${day}`,
      `/perjanjian?berakhir-dari=${day}`,
    ])
      statuses[path] = (await app.request(site + path, { headers: { cookie } })).status
  expect(Object.entries(statuses).filter(([, status]) => status >= 500)).toEqual([])
  const rest = await program(ratna)
  for (const day of ['0001-01-01', '9999-12-31']) {
    const days = { periodFrom: day, periodTo: day, opensOn: day, dueOn: day, closesOn: day }
    const answer = await rest('POST', '/cycles', { name: 'Evaluasi', ...days })
    expect([answer.status, Object.keys((await answer.json()).errors ?? {})]).toEqual([422, Object.keys(days)])
  }
})

test('everything that is said to one is kept by nobody on the way', async () => {
  const { cookie, get, post } = await browser(sari)
  const rest = await program(sari)
  const answers = {
    page: await get('/satuan-kerja'),
    'page that is missing': await get('/tidak-ada'),
    'way in': await app.request(`${site}/masuk`),
    redirect: await app.request(`${site}/satuan-kerja`),
    'answered form': await post('/tampilan', { tema: 'dark' }),
    'answer to a program': await rest('GET', '/offices'),
    'answer to a change': await rest('POST', '/partners', { name: 'Universitas Tanpa Simpanan', class: 'university' }),
    problem: await rest('GET', '/tidak-ada'),
    'refused program': await app.request(`${site}/api/v1/offices`),
    description: await get('/api/openapi.json'),
    'refused form': await app.request(`${site}/tampilan`, {
      method: 'POST',
      headers: { origin: 'https://lain.example', cookie },
      body: new FormData(),
    }),
  }
  const wrong = Object.entries(answers).filter(([, { headers }]) => headers.get('cache-control') !== 'private, no-store')
  expect(wrong.map(([name, { headers }]) => [name, headers.get('cache-control')])).toEqual([])
  expect(answers['answer to a program'].headers.get('vary')).toBe('Accept-Encoding, Accept-Language, Authorization, Cookie')
})

test('no cookie crosses a line that is not encrypted', async () => {
  const safe = createApp({ ...kernel, baseUrl: 'https://sinergi.test' })
  const cookie = (await browser(sari)).cookie.replace('sinergi.', '__Secure-sinergi.')
  const ask = (path: string, body?: Record<string, string>) =>
    safe.request(`https://sinergi.test${path}`, {
      headers: { cookie: `${cookie}; notice=${encodeURIComponent('{"kind":"info","text":"a"}')}`, origin: 'https://sinergi.test' },
      ...(body ? { method: 'POST', body: new URLSearchParams(body) } : {}),
    })
  const answers = [
    await ask('/satuan-kerja'),
    await ask('/tampilan', { tema: 'dark', bahasa: 'en' }),
    await ask('/akun', { name: 'Sari', locale: 'id', zone: 'Asia/Jakarta' }),
    await ask('/keluar', {}),
  ]
  const cookies = answers.flatMap(answer => answer.headers.getSetCookie())
  expect(cookies.map(each => each.split('=')[0])).toEqual(
    expect.arrayContaining(['notice', 'tampilan', 'bahasa', '__Secure-sinergi.session_token']),
  )
  expect(cookies.filter(each => !/; secure(;|$)/i.test(each))).toEqual([])
})
