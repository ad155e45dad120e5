import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { app, as, browser, countQueries, db, kernel, now, office, operator, person, program, stranger } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { placesIn, strangersIn } from '../../platform/doors/visitors.ts'
import { bytesOf } from '../../platform/values/file-answer.ts'
import { createApp } from '../../server.tsx'
import { addDocument, publishDocument, removeDocument } from '../agreements/operations/documents.ts'
import { classifyAgreement } from '../agreements/operations/openness.ts'
import { startRenewal, terminateAgreement } from '../agreements/operations/transitions.ts'
import { createAgreement } from '../agreements/operations/write.ts'
import type { AgreementDetail } from '../agreements/schema.ts'
import { createPartner } from '../partners/operations/write.ts'
import { exportRegister } from './operations/export.ts'
import { listRegister, showExclusions, showRegister } from './operations/read.ts'
import type { Exclusions, RegisterAgreement, RegisterList } from './schema.ts'

let admin: Actor
const ids: Record<string, string> = {}

beforeAll(async () => {
  admin = await person('Nur Aini', 'national_admin')
  await as(operator, 'command')(createPartner, { name: 'Universitas Contoh', class: 'university' })
  await record('publik', {})
  await record('permintaan', { openness: 'on_request' })
  await record('rahasia negara', { openness: 'excluded', exclusionReason: 'Memuat nama informan Joko (pasal 17 huruf c UU 14/2008)' })
  await record('draf', { stage: 'draft' })
  await record('pembahasan', { stage: 'negotiation' })
  await record('menunggu tanda tangan', { stage: 'awaiting_signature' })
})
beforeEach(() => {
  now.at = new Date('2025-11-20T03:00:00Z')
})
afterAll(() => kernel.close())

async function record(title: string, more: object): Promise<AgreementDetail> {
  const made = await as(admin)<AgreementDetail>(createAgreement, {
    kind: 'mou',
    title: `Tentang ${title}`,
    parties: [
      { side: 'kpu', office: '35.10', number: `${title.length}/NK/2024`, signatory: 'Ketua Bernama', signatoryPosition: 'Ketua' },
      { side: 'partner', partner: 'Universitas Contoh', signatory: 'Rektor Bernama', authority: 'Surat kuasa' },
    ],
    scope: [`Butir ${title}`],
    obligations: [{ side: 'both', text: 'Kewajiban yang dicatat' }],
    evenSo: true,
    stage: 'signed',
    signedOn: '2024-02-01',
    startsOn: '2024-02-01',
    endsOn: '2026-01-31',
    ...more,
  })
  ids[title] = made.id
  return made
}

/** Asks an application as a browser whose connection comes from an address. */
const visitsOf =
  (its: typeof app) =>
  async (path: string, remoteAddress: string, headers: Record<string, string> = {}): Promise<Response> =>
    its.request(`http://sinergi.test${path}`, { headers }, { incoming: { socket: { remoteAddress } } })
const listed = async (asks: object = {}): Promise<string[]> =>
  (await as(stranger)<RegisterList>(listRegister, asks)).agreements.map(({ title }) => title.replace('Tentang ', '')).toSorted()

test('whoever is not signed in reads what is signed and not excluded, on the page, over REST and as a file', async () => {
  expect(await listed()).toEqual(['permintaan', 'publik'])
  const visitor = await browser(null)
  const page = await (await visitor.get('/daftar-publik')).text()
  const rest = await (await (await program(null))('GET', '/register')).text()
  const files = await Promise.all(
    (['csv', 'json'] as const).map(async format => Buffer.from(await bytesOf(await as(stranger)(exportRegister, { format }))).toString()),
  )
  for (const text of [page, rest, ...files]) {
    expect(text).toContain('Tentang publik')
    expect(text).toContain('Tentang permintaan')
    expect(text).not.toMatch(/rahasia negara|draf\b|pembahasan|menunggu|Bernama|informan|Surat kuasa|Kewajiban yang/)
  }
})

test('the page of a public one shows its parties, numbers and scope, and nobody by name', async () => {
  const shown = await as(stranger)<RegisterAgreement>(showRegister, { id: ids.publik })
  expect(shown).toEqual({
    id: ids.publik,
    openness: 'public',
    kind: 'mou',
    title: 'Tentang publik',
    number: '6/NK/2024',
    partners: 'Universitas Contoh',
    office: office('35.10').name,
    signedOn: '2024-02-01',
    startsOn: '2024-02-01',
    endsOn: '2026-01-31',
    endedOn: null,
    status: 'in_force',
    parties: [
      { side: 'kpu', name: office('35.10').name, number: '6/NK/2024' },
      { side: 'partner', name: 'Universitas Contoh', number: null },
    ],
    scope: ['Butir publik'],
    documents: [],
    askAt: office('35.10').name,
  })
})

test('what is on request is named with whom to ask; what it says is neither shown nor found', async () => {
  const shown = await as(stranger)<RegisterAgreement>(showRegister, { id: ids.permintaan })
  expect([shown.title, shown.scope, shown.documents]).toEqual(['Tentang permintaan', [], []])
  const page = await (await (await browser(null)).get(`/daftar-publik/${ids.permintaan}`)).text()
  expect(page).toContain(`PPID ${office('35.10').name}`)
  expect([await listed({ q: 'universitas' }), await listed({ q: 'butir' }), await listed({ q: '10/NK' })]).toEqual([
    ['permintaan', 'publik'],
    ['publik'],
    ['permintaan'],
  ])
})

test('nothing is found by words that are not shown, however its openness, its partner or its parts change', async () => {
  const { id } = await record('sandi', { scope: ['Penukaran kuncitersembunyi'], openness: 'on_request' })
  const found = async (q: string) => [q, (await listed({ q })).includes('sandi')]
  const shown = ['sandi', '5/NK/2024', 'universitas contoh']
  const hidden = ['kuncitersembunyi', 'kunci', 'sandi kuncitersembunyi', 'bernama', 'kewajiban', 'pasal 17']
  const all = async (words: string[]) => Promise.all(words.map(found))
  const each = (words: string[], is: boolean) => words.map(word => [word, is])
  expect([await all(shown), await all(hidden)]).toEqual([each(shown, true), each(hidden, false)])
  const total = async (q: string) => (await as(stranger)<RegisterList>(listRegister, { q })).total
  expect(await total('kuncitersembunyi')).toBe(0)

  await as(admin)(classifyAgreement, { id, openness: 'public' })
  expect(await all(['kuncitersembunyi', 'sandi kuncitersembunyi', ...shown])).toEqual(
    each(['kuncitersembunyi', 'sandi kuncitersembunyi', ...shown], true),
  )
  await as(admin)(classifyAgreement, { id, openness: 'excluded', exclusionReason: 'pasal 17 huruf b' })
  expect(await all([...shown, ...hidden])).toEqual(each([...shown, ...hidden], false))
  await as(admin)(classifyAgreement, { id, openness: 'on_request' })
  expect([await all(shown), await all(hidden)]).toEqual([each(shown, true), each(hidden, false)])
  // Whatever is written without the operations: what is found follows the row itself.
  await db.updateTable('agreement').set({ stage: 'negotiation' }).where('id', '=', id).execute()
  expect(await all(shown)).toEqual(each(shown, false))
  await db.updateTable('agreement').set({ stage: 'signed' }).where('id', '=', id).execute()

  const { partnerId } = await db
    .selectFrom('agreement_party')
    .select('partner_id as partnerId')
    .where('agreement_id', '=', id)
    .where('side', '=', 'partner')
    .executeTakeFirstOrThrow()
  await db.updateTable('partner').set({ name: 'Institut Bahari' }).where('id', '=', partnerId!).execute()
  expect([await found('institut bahari'), await found('contoh')]).toEqual([
    ['institut bahari', true],
    ['contoh', false],
  ])
  await db.updateTable('partner').set({ name: 'Universitas Contoh' }).where('id', '=', partnerId!).execute()
  await db.updateTable('agreement').set({ stage: 'draft' }).where('id', '=', id).execute() // and it is in no list of what follows
})

test('what is excluded is counted by the letter of the law, never by what was searched for', async () => {
  const counted = (asks: object) => as(stranger)<Exclusions>(showExclusions, asks)
  const one = { total: 1, grounds: [{ letter: 'c', count: 1 }] }
  expect(await counted({})).toEqual(one)
  expect([await counted({ office: '35', year: 2024 }), await counted({ office: '51' }), await counted({ year: 2023 })]).toEqual([
    one,
    { total: 0, grounds: [] },
    { total: 0, grounds: [] },
  ])
  const page = await (await (await browser(null)).get('/daftar-publik?q=negara&kelas=company')).text()
  expect(page).toContain('1 perjanjian dikecualikan')
  for (const [reason, letter] of [
    ['Pasal 17 huruf h UU 14/2008', 'h'],
    ['data pribadi (pasal 17 UU 14/2008 huruf (h))', 'h'],
    ['Psl. 17h', 'h'],
    ['Article 17, letter j', 'j'],
    ['pasal 9 huruf a UU 17/2003', null],
    ['rahasia', null],
    ['pasal 17 huruf hukum', null],
    ['pasal 17', null],
  ] as const) {
    await db.updateTable('agreement').set({ exclusion_reason: reason }).where('id', '=', ids['rahasia negara']!).execute()
    expect([reason, (await counted({})).grounds]).toEqual([reason, [{ letter, count: 1 }]])
  }
})

test('the days decide its status; that it is being renewed or is to end is not said', async () => {
  const renewed = await record('diperpanjang', { endsOn: '2025-11-20' })
  await as(admin)(startRenewal, { id: renewed.id })
  const ended = await record('diakhiri', {})
  await as(admin)(terminateAgreement, { id: ended.id, on: '2025-11-21', reason: 'Alasan yang dicatat' })
  await record('mulai besok', { signedOn: '2025-11-20', startsOn: '2025-11-21', endsOn: null })
  const status = async (title: string) => {
    const { status, endedOn } = await as(stranger)<RegisterAgreement>(showRegister, { id: ids[title] })
    return [status, endedOn]
  }
  expect([await status('diperpanjang'), await status('diakhiri'), await status('mulai besok')]).toEqual([
    ['in_force', null],
    ['in_force', null],
    ['awaiting_start', null],
  ])
  now.at = new Date('2025-11-20T17:00:00Z') // the next day in Jakarta
  expect([await status('diperpanjang'), await status('diakhiri'), await status('mulai besok')]).toEqual([
    ['expired', null],
    ['terminated', '2025-11-21'],
    ['in_force', null],
  ])
  for (const [asked, titles] of [
    ['in_force', ['mulai besok', 'permintaan', 'publik']],
    ['expired', ['diperpanjang']],
    ['terminated', ['diakhiri']],
    ['awaiting_start', []],
    ['completed', []],
  ] as const)
    expect([asked, await listed({ status: asked })]).toEqual([asked, titles])
})

test('a file is public once its office has published it, and not a moment longer than its agreement', async () => {
  const visitor = await browser(null)
  const { id } = await record('berkas', {})
  const file = { name: 'naskah.csv', bytes: new TextEncoder().encode('Isi;naskah\n') }
  const { documents } = await as(admin)<AgreementDetail>(addDocument, { agreement: id, label: 'Naskah', file })
  const document = documents[0]!.id
  const answers = async () => {
    const { documents: shown } = await as(stranger)<RegisterAgreement>(showRegister, { id }).catch(() => ({ documents: null }))
    const rest = await (await program(null))('GET', `/register/${id}/documents/${document}`)
    return [shown?.length ?? null, rest.status, (await visitor.get(`/daftar-publik/${id}/naskah/${document}`)).status]
  }
  expect(await answers()).toEqual([0, 404, 404])
  await as(admin)(publishDocument, { id: document })
  expect(await answers()).toEqual([1, 200, 200])
  const rest = await (await program(null))('GET', `/register/${id}/documents/${document}`)
  expect([await rest.text(), rest.headers.get('cache-control'), rest.headers.get('content-disposition')?.split(';')[0]]).toEqual([
    'Isi;naskah\n',
    'public, max-age=60',
    'attachment',
  ])
  // By the address of another agreement it is not there.
  expect((await visitor.get(`/daftar-publik/${ids.publik}/naskah/${document}`)).status).toBe(404)
  await as(admin)(classifyAgreement, { id, openness: 'on_request' })
  expect(await answers()).toEqual([0, 404, 404])
  await expect(as(admin)(publishDocument, { id: document })).rejects.toMatchObject({ code: 'conflict' })
  await as(admin)(classifyAgreement, { id, openness: 'public' })
  expect(await answers()).toEqual([1, 200, 200])
  await as(admin)(publishDocument, { id: document, withdraw: true })
  expect(await answers()).toEqual([0, 404, 404])
  await expect(as(admin)(publishDocument, { id: document, withdraw: true })).rejects.toMatchObject({ code: 'conflict' })
  await as(admin)(publishDocument, { id: document })
  await as(admin)(removeDocument, { id: document })
  expect(await answers()).toEqual([0, 404, 404])
})

test('what is excluded today is gone at once from everywhere, and its page says no more than one that never was', async () => {
  const { id } = await record('ditarik', {})
  const visitor = await browser(null)
  const ask = await program(null)
  const seen = async () => {
    const page = await visitor.get(`/daftar-publik/${id}`)
    const csv = Buffer.from(await bytesOf(await as(stranger)(exportRegister, { format: 'csv' }))).toString()
    return [page.status, (await ask('GET', `/register/${id}`)).status, (await listed()).includes('ditarik'), csv.includes('ditarik')]
  }
  expect(await seen()).toEqual([200, 200, true, true])
  await as(admin)(classifyAgreement, { id, openness: 'excluded', exclusionReason: 'pasal 17 huruf a' })
  expect(await seen()).toEqual([404, 404, false, false])
  const never = '019a0000-0000-7000-8000-00000000ffff'
  const text = async (one: string) => (await (await visitor.get(`/daftar-publik/${one}`)).text()).replaceAll(one, 'ID')
  expect(await text(id)).toBe(await text(never))
})

test('who comes to nothing in the register is shown the way into it and the way to sign in; who is signed in, the way home', async () => {
  const waysAt = async (who: Actor | null, path: string) => {
    const answer = await (await browser(who)).get(path)
    const page = await answer.text()
    const main = page.slice(page.indexOf('<main'), page.indexOf('</main'))
    return [answer.status, [...main.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href]) => href)]
  }
  for (const path of ['/daftar-publik/019a0000-0000-7000-8000-00000000ffff', '/daftar-publik/salah', '/daftar-publik/a/b/c']) {
    expect([path, await waysAt(null, path)]).toEqual([path, [404, ['/daftar-publik', '/masuk']]])
    expect([path, await waysAt(admin, path)]).toEqual([path, [404, ['/']]])
  }
})

test('a copy may be kept for a minute by whoever is not signed in, and by nobody else', async () => {
  const kept = async (who: Actor | null, path: string) => {
    const answer = await (await browser(who)).get(path)
    return [answer.status, answer.headers.get('cache-control'), answer.headers.get('x-robots-tag')]
  }
  const never = '/daftar-publik/019a0000-0000-7000-8000-00000000ffff'
  for (const path of ['/daftar-publik', `/daftar-publik/${ids.publik}`, '/api/v1/register', `/api/v1/register/${ids.publik}`]) {
    expect([path, await kept(null, path)]).toEqual([path, [200, 'public, max-age=60', 'noarchive']])
    expect([path, await kept(admin, path)]).toEqual([path, [200, 'private, no-store', null]])
  }
  expect(await kept(null, never)).toEqual([404, 'private, no-store', null])
  expect((await kept(null, '/masuk'))[1]).toBe('private, no-store')
  const vary = (await (await browser(null)).get('/daftar-publik')).headers.get('vary')
  for (const name of ['Cookie', 'Authorization', 'Accept-Language']) expect(vary).toContain(name)
})

test('whoever asks far too often from one place is told to wait, and others are not', async () => {
  const visit = visitsOf(app)
  await visit('/daftar-publik', '192.0.2.1')
  await db.updateTable('attempt').set({ points: 900 }).where('key', 'like', 'visit:%').execute()
  const page = await visit('/daftar-publik', '192.0.2.1')
  const rest = await visit('/api/v1/register', '192.0.2.1')
  expect([page.status, rest.status, Number(page.headers.get('retry-after')) > 0]).toEqual([429, 429, true])
  expect((await visit('/daftar-publik', '192.0.2.2')).status).toBe(200)
  const { cookie } = await browser(admin)
  expect((await visit('/daftar-publik', '192.0.2.1', { cookie })).status).toBe(200)
  await db.deleteFrom('attempt').where('key', 'like', 'visit:%').execute()
})

test('behind a proxy that is not believed strangers are not counted together', async () => {
  const visit = visitsOf(createApp({ ...kernel }))
  const counts = () => db.selectFrom('attempt').select('points').where('key', 'like', 'visit:%').execute()
  expect((await visit('/daftar-publik', '10.0.0.1')).status).toBe(200)
  expect(await counts()).toEqual([{ points: 1 }])
  for (const path of ['/daftar-publik', '/api/v1/register'])
    expect((await visit(path, '10.0.0.1', { 'x-forwarded-for': '192.0.2.1' })).status).toBe(200)
  expect(await counts()).toEqual([{ points: 1 }])
  await db.deleteFrom('attempt').where('key', 'like', 'visit:%').execute()
})

test('however many strangers ask, those who are signed in are answered meanwhile, and the strangers in turn', async () => {
  const taken = await Promise.all(Array.from({ length: placesIn(kernel) }, () => strangersIn(kernel).enter(null)))
  const visitor = await browser(null)
  const answered: string[] = []
  const told = (who: string) => (answer: Response) => answered.push(`${who} ${answer.status}`)
  const strangers = ['/daftar-publik', '/api/v1/register'].map(async path => told('stranger')(await visitor.get(path)))
  for (const path of ['/daftar-publik', '/api/v1/register']) told('admin')(await (await browser(admin)).get(path))
  expect(answered).toEqual(['admin 200', 'admin 200'])
  for (const leave of taken) leave()
  await Promise.all(strangers)
  expect(answered.slice(2)).toEqual(['stranger 200', 'stranger 200'])
})

test('an office that has closed keeps its agreements in the register, and the office above answers for it', async () => {
  await db.updateTable('office').set({ closed_on: '2025-11-20' }).where('id', '=', office('35.10').id).execute()
  const shown = await as(stranger)<RegisterAgreement>(showRegister, { id: ids.publik })
  expect([shown.office, shown.askAt]).toEqual([office('35.10').name, office('35').name])
  expect((await listed({ office: '35.10' })).includes('publik')).toBe(true)
  await db.updateTable('office').set({ closed_on: null }).where('id', '=', office('35.10').id).execute()
})

test('the list takes as many statements for many as for few', async () => {
  const ask = (asks: object) => () => as(stranger)(listRegister, asks)
  const few = await countQueries(ask({ q: 'permintaan' }))
  await record('permintaan kedua', {})
  await record('permintaan ketiga', { openness: 'on_request' })
  expect([few, await countQueries(ask({ q: 'permintaan' })), (await listed({ q: 'permintaan' })).length]).toEqual([1, 1, 3])
})
