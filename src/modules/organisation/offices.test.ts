import { afterAll, expect, test } from 'vitest'
import { as, browser, countQueries, db, kernel, office, operator, person, program } from '../../../test/world.ts'
import { loadOffices } from './operations/loading.ts'
import { changeOffice, countOffices, createOffice, listOffices, showOffice } from './operations/offices.ts'
import { readDistricts } from './regions.ts'

afterAll(() => kernel.close())

const admin = await person('Dewi', 'national_admin')
const province = await person('Putri', 'office_leader', '35')
const regency = await person('Sari', 'office_operator', '35.10', false)

test('each sees the top of their own reach first, and below it only what lies there', async () => {
  const top = async (actor: typeof admin) =>
    (await as(actor)(listOffices, { top: true })).offices.map((each: { code: string }) => each.code)
  expect([await top(admin), await top(province), await top(regency)]).toEqual([['00'], ['35'], ['35.10']])
  expect((await as(admin)(listOffices, { parent: '35' })).offices).toHaveLength(38)
  await expect(as(regency)(listOffices, { parent: '35' })).rejects.toMatchObject({ code: 'not_found' })
  expect(await as(province)(countOffices)).toEqual({
    name: null,
    counts: [
      { kind: 'province', count: 1 },
      { kind: 'regency', count: 38 },
    ],
  })
})

test('an office is found by part of its name or by its code, and signs in the name do not widen the search', async () => {
  const names = async (q: string) => (await as(admin)(listOffices, { q })).offices.map((each: { name: string }) => each.name)
  expect(await names('mojokerto')).toEqual(['KPU Kabupaten Mojokerto', 'KPU Kota Mojokerto'])
  expect(await names('35.76')).toEqual(['KPU Kota Mojokerto'])
  expect(await names('%')).toEqual([])
  expect((await as(admin)(showOffice, { id: '35.76' })).above.map((each: { name: string }) => each.name)).toEqual([
    'KPU RI',
    'KPU Provinsi Jawa Timur',
  ])
})

test('a list of one office and a list of 50 take equally many queries', async () => {
  const one = await countQueries(() => as(regency)(listOffices))
  expect(await countQueries(() => as(admin)(listOffices))).toBe(one)
})

test('the list goes forward and back by key without leaving any out', async () => {
  const read: string[] = []
  let page = await as(admin)(listOffices, { kind: 'regency' })
  for (;;) {
    read.push(...page.offices.map((each: { code: string }) => each.code))
    if (!page.next) break
    page = await as(admin)(listOffices, { kind: 'regency', after: page.next })
  }
  expect([read.length, new Set(read).size, [...read].sort().join() === read.join()]).toEqual([514, 514, true])
  const back = await as(admin)(listOffices, { kind: 'regency', before: page.previous! })
  expect(back.offices.map((each: { code: string }) => each.code)).toEqual(read.slice(450, 500))
})

test('an office opens below another with a code that fits, once', async () => {
  const draft = { code: '35.10.98', name: 'PPK Uji', parentId: '35.10', zone: 'Asia/Jakarta', openedOn: '2025-01-01' }
  await expect(as(admin)(createOffice, { ...draft, code: '35.11.98' })).rejects.toMatchObject({
    code: 'invalid',
    fields: { code: expect.anything() },
  })
  const opened = await as(admin)(createOffice, draft)
  expect(opened).toMatchObject({ code: '35.10.98', kind: 'district', path: 'id.35.3510.351098', children: 0 })
  await expect(as(admin)(createOffice, draft)).rejects.toMatchObject({ code: 'invalid', fields: { code: expect.anything() } })
  await expect(as(province)(createOffice, { ...draft, code: '35.10.97' })).rejects.toMatchObject({ code: 'forbidden' })
})

test('an office closes only after those below it, and is then out of the lists but not gone', async () => {
  const parent = await as(admin)(createOffice, {
    code: '35.10.96',
    name: 'PPK Tutup',
    parentId: '35.10',
    zone: 'Asia/Jakarta',
    openedOn: '2020-01-01',
  })
  const child = await as(admin)(createOffice, {
    code: '35.10.96.2001',
    name: 'PPS Tutup',
    parentId: parent.id,
    zone: 'Asia/Jakarta',
    openedOn: '2020-01-01',
  })
  const close = (office: { id: string; name: string }, closedOn: string) =>
    as(admin)(changeOffice, { id: office.id, name: office.name, zone: 'Asia/Jakarta', openedOn: '2020-01-01', closedOn })
  await expect(close(parent, '2025-06-01')).rejects.toMatchObject({ code: 'invalid', fields: { closedOn: expect.anything() } })
  await expect(close(child, '2019-06-01')).rejects.toMatchObject({ code: 'invalid' })
  await close(child, '2025-05-01')
  await close(parent, '2025-06-01')
  const codes = async (closed: boolean) =>
    (await as(admin)(listOffices, { q: 'PPK Tutup', closed })).offices.map((each: { code: string }) => each.code)
  expect([await codes(false), await codes(true)]).toEqual([[], ['35.10.96']])
  const line = await db
    .selectFrom('audit_event')
    .select(['operation', 'changes'])
    .where('subject_id', '=', parent.id)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  expect(line).toEqual({ operation: 'offices.change', changes: { closedOn: [null, '2025-06-01'] } })
})

test('a stranger is shown the way in', async () => {
  const answer = await (await browser(null)).get('/satuan-kerja')
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/masuk?ke=%2Fsatuan-kerja'])
})

test('the page of an office says nothing of what it does not have, and has no column of zeros', async () => {
  const page = await browser(admin)
  const shown = await (await page.get(`/satuan-kerja/${office('36').id}`)).text()
  for (const id of ['perjanjian', 'evaluasi', 'temuan', 'tindak-lanjut']) expect(shown).not.toContain(`id="${id}"`)
  expect(shown).not.toContain('data-label="Satuan kerja di bawahnya"')
  expect(await (await page.get(`/satuan-kerja/${office('00').id}`)).text()).toContain('data-label="Satuan kerja di bawahnya"')
})

test('the page shows the tree branch by branch, finds by name, and keeps what was typed when it is wrong', async () => {
  const dewi = await browser(admin)
  const page = await (await dewi.get('/satuan-kerja')).text()
  expect(page).toContain('KPU Provinsi Jawa Timur')
  expect(page).not.toContain('KPU Kabupaten Banyuwangi')
  expect(await (await dewi.get('/satuan-kerja?buka=35')).text()).toContain('KPU Kabupaten Banyuwangi')
  for (const none of ['99.99', 'tidak-ada', '%00']) expect((await dewi.get(`/satuan-kerja?buka=${none}`)).status).toBe(200)
  expect(await (await dewi.get('/satuan-kerja?q=banyuwangi')).text()).toContain('35.10')
  expect(await (await dewi.get('/satuan-kerja?q=banyuwanggi+kab')).text()).toMatch(/Maksud Anda:.*q=35\.10">KPU Kabupaten Banyuwangi/s)
  expect(await (await (await browser(regency)).get('/satuan-kerja')).text()).not.toContain('KPU Provinsi Jawa Timur</a>')
  const wrong = await dewi.post('/satuan-kerja', {
    parentId: '35.10',
    code: '99',
    name: 'Nama yang diketik',
    zone: 'Asia/Jakarta',
    openedOn: '2025-01-01',
  })
  expect([wrong.status, (await wrong.text()).includes('Nama yang diketik')]).toEqual([422, true])
  const right = await dewi.post(`/satuan-kerja/${office('35.11').id}/ubah`, {
    name: 'KPU Kabupaten Bondowoso Baru',
    zone: 'Asia/Jakarta',
    openedOn: '2003-05-01',
    rev: '0',
  })
  expect([right.status, right.headers.get('location')]).toEqual([303, `/satuan-kerja/${office('35.11').id}`])
  expect(await (await dewi.get(right.headers.get('location')!)).text()).toContain('KPU Kabupaten Bondowoso Baru')
})

test('boxes to choose an office in are fed with codes, within the reach', async () => {
  const ask = async (actor: typeof admin, q: string) => (await (await browser(actor)).get(`/satuan-kerja/pilihan?q=${q}`)).json()
  expect(await ask(admin, 'kota mojokerto')).toEqual([{ value: '35.76', label: 'KPU Kota Mojokerto (35.76)', near: false }])
  expect(await ask(regency, 'kota mojokerto')).toEqual([])
  expect((await ask(admin, 'kota mojekerto'))[0]).toEqual({ value: '35.76', label: 'KPU Kota Mojokerto (35.76)', near: true })
  expect(await ask(regency, 'kota mojekerto')).toEqual([])
})

test('districts come in on demand, hang in the tree, and a second load adds nothing', async () => {
  const known = await db
    .selectFrom('office')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('kind', '=', 'district')
    .executeTakeFirstOrThrow()
  const first = await as(operator, 'command')(loadOffices, { level: 'district' })
  expect(first.added).toBe(readDistricts().length)
  expect(await as(operator, 'command')(loadOffices, { level: 'district' })).toEqual({ added: 0, positions: 0 })
  const total = await db
    .selectFrom('office')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('kind', '=', 'district')
    .executeTakeFirstOrThrow()
  expect(total.count - known.count).toBe(first.added)
  expect((await as(regency)(listOffices)).offices.map((each: { code: string }) => each.code)).toEqual(['35.10'])
  const answer = await (await program(province))('GET', '/offices?kind=district&parent=35.76')
  expect((await answer.json()).offices.map((each: { name: string }) => each.name)).toEqual([
    'Kecamatan Prajuritkulon',
    'Kecamatan Magersari',
    'Kecamatan Kranggan',
  ])
})

test('an office is found by its words in short, and by its code with or without the dot', async () => {
  const found = async (q: string) => (await as(admin)(listOffices, { q })).offices.map((each: { code: string }) => each.code)
  for (const q of ['kab banyuwangi', 'KPU Kab. Banyuwangi', 'banyu', '3510', '35.10']) expect(await found(q), q).toContain('35.10')
  for (const q of ['banyuwangi kab', '100%', '35_10']) expect(await found(q), q).toEqual([])
})
