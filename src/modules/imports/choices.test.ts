import { afterAll, expect, test } from 'vitest'
import { as, browser, countQueries, db, kernel, person, program } from '../../../test/world.ts'
import { acceptProposals } from './operations/accepting.ts'
import { listRows, showColumns, showImport } from './operations/listing.ts'
import { mapImport, uploadImport } from './operations/reading.ts'
import type { BatchRow } from './schema/rows.ts'

afterAll(() => kernel.close())
const officer = await person('Ratna', 'cooperation_officer')
const head = 'Nomor KPU,Jenis Naskah,Nama Mitra,Tanggal Penandatanganan,Kode Wilayah,Tentang'
const bring = async (lines: string[], input: object = {}): Promise<string> => {
  const file = { name: 'daftar.csv', bytes: new TextEncoder().encode(`${lines.join('\n')}\n`) }
  const { id } = await as(officer)(uploadImport, { file, ...input })
  await kernel.jobs.drain(kernel)
  return id
}
const rowsOf = async (id: string, of: (row: BatchRow) => unknown) => ((await as(officer)(listRows, { id })).rows as BatchRow[]).map(of)
const revOf = async (id: string): Promise<number> => (await as(officer)(showImport, { id })).rev
const dated = (row: BatchRow) => [row.outcome, row.judged.signedOn, ...row.problems]
const both = (mark: string) => [
  head,
  `1/${mark}/2024,MoU,Universitas A,25/1/2024,35.10,Data`,
  `2/${mark}/2024,MoU,Universitas B,3/4/2024,35.10,Data`,
  `3/${mark}/2024,MoU,Universitas C,1/26/2024,35.10,Data`,
]

test('a column that proves both orders is asked for once, on the page and over REST, and the answer holds for all its rows', async () => {
  const id = await bring(both('A'))
  expect(await rowsOf(id, dated)).toEqual([
    ['ready', '2024-01-25'],
    ['attention', null, 'day_order_unclear'],
    ['attention', null, 'date_invalid'],
  ])
  const here = await browser(officer)
  const page = await (await here.get(`/impor/${id}`)).text()
  for (const said of ['Urutan tanggal belum pasti', '3/4/2024 = 3 April 2024', '3/4/2024 = 4 Maret 2024']) expect(page).toContain(said)
  expect((await here.post(`/impor/${id}/kolom`, { rev: `${await revOf(id)}`, 'dayOrder.signedOn': 'month-first' })).status).toBe(303)
  expect(await rowsOf(id, dated)).toEqual([
    ['attention', null, 'date_invalid'],
    ['ready', '2024-03-04'],
    ['ready', '2024-01-26'],
  ])
  const answered = await (await here.get(`/impor/${id}`)).text()
  expect([answered.includes('Urutan tanggal belum pasti'), answered.includes('bulan dahulu')]).toEqual([false, true])
  const rest = await program(officer)
  expect((await rest('PUT', `/imports/${id}/mapping`, { rev: await revOf(id), dayOrder: { signedOn: 'day-first' } })).status).toBe(200)
  expect((await rowsOf(id, dated))[1]).toEqual(['ready', '2024-04-03'])
  expect((await rest('PUT', `/imports/${id}/mapping`, { rev: await revOf(id), dayOrder: { signedOn: 'sideways' } })).status).toBe(422)
})

test('what an office said of a layout is taken for its next file, said, and can be changed; another office is not touched', async () => {
  const lines = (mark: string) => [
    'Bulan,Rekanan,Perihal Naskah,Tgl',
    `${mark},Universitas L,Data,3/4/2024`,
    `${mark}b,Universitas M,Data,25/1/2024`,
  ]
  const columns = { kpuNumber: 'Bulan', partner: 'Rekanan', title: 'Perihal Naskah', signedOn: 'Tgl' }
  const first = await bring(lines('1/L'), { office: '35.10' })
  expect((await as(officer)(showImport, { id: first })).state).toBe('mapping')
  await as(officer)(mapImport, { id: first, columns, kind: 'pks', partnerClass: 'university' })
  const said = (row: BatchRow) => [row.outcome, row.judged.office, row.judged.kind, row.judged.partnerClass, row.judged.kpuNumber]
  expect((await rowsOf(first, said))[0]).toEqual(['ready', '35.10', 'pks', 'university', '1/L'])
  const second = await bring(lines('2/L'), { office: '35.10' })
  expect((await as(officer)(showImport, { id: second })).layout).toBe('remembered')
  expect((await rowsOf(second, said))[0]).toEqual(['ready', '35.10', 'pks', 'university', '2/L'])
  expect(await (await (await browser(officer)).get(`/impor/${second}`)).text()).toContain('dikenal dari impor sebelumnya')
  await as(officer)(mapImport, { id: second, kind: 'mou' })
  expect((await rowsOf(second, said))[0]).toEqual(['ready', '35.10', 'mou', 'university', '2/L'])
  const elsewhere = await bring(lines('3/L'), { office: '35.11' })
  expect((await as(officer)(showImport, { id: elsewhere })).state).toBe('mapping')
  const kept = await db.selectFrom('revision').select('before').where('table_name', '=', 'import_layout').execute()
  expect(kept.map(({ before }) => (before as { settings: { kind: string } }).settings.kind)).toContain('pks')
})

test('an order of days that was chosen for one file holds for the next only where that proves nothing', async () => {
  const id = await bring(both('B'))
  await as(officer)(mapImport, { id, dayOrder: { signedOn: 'month-first' } })
  const again = await bring(both('C'))
  expect((await as(officer)(showImport, { id: again })).dayOrders.signedOn).toMatchObject({ order: 'month-first', by: 'remembered' })
  const proved = await bring([head, '1/D/2024,MoU,Universitas A,25/1/2024,35.10,Data', '2/D/2024,MoU,Universitas B,3/4/2024,35.10,Data'])
  expect((await rowsOf(proved, dated))[1]).toEqual(['ready', '2024-04-03'])
})

test('an office chosen for the file stands for empty cells too, the one of the upload only where there is no column', async () => {
  const lines = [head, '1/E/2024,MoU,Universitas A,2024-01-25,,Data', '2/E/2024,MoU,Universitas B,2024-01-25,35.11,Data']
  const office = (row: BatchRow) => [row.outcome, row.judged.office]
  const id = await bring(lines, { office: '35.10' })
  expect(await rowsOf(id, office)).toEqual([
    ['attention', null],
    ['ready', '35.11'],
  ])
  await as(officer)(mapImport, { id, office: '35.10' })
  expect(await rowsOf(id, office)).toEqual([
    ['ready', '35.10'],
    ['ready', '35.11'],
  ])
  await as(officer)(mapImport, { id, office: '' })
  expect((await rowsOf(id, office))[0]).toEqual(['attention', null])
})

test('what is proposed for dittos is accepted with one press, and what came stays as it came', async () => {
  const lines = [
    head,
    '1/F/2024,MoU,Universitas A,2024-01-25,35.10,Data',
    '2/F/2024,idem,sda,sda,sda,Lain',
    '3/F/2024,sda,idem,31/2/2024,35.10,Lagi',
  ]
  const id = await bring(lines)
  const here = await browser(officer)
  expect(await (await here.get(`/impor/${id}`)).text()).toContain('Terima semua 6 usulan')
  expect(await as(officer)(acceptProposals, { id, rows: [3] })).toEqual({ accepted: 4 })
  const said = (row: BatchRow) => [row.outcome, row.judged.kind, row.judged.partner, row.judged.signedOn, row.judged.office]
  expect(await rowsOf(id, said)).toEqual([
    ['ready', 'mou', 'Universitas A', '2024-01-25', '35.10'],
    ['ready', 'mou', 'Universitas A', '2024-01-25', '35.10'],
    ['attention', null, null, null, '35.10'],
  ])
  expect((await here.post(`/impor/${id}/usulan`, { rev: `${await revOf(id)}` })).status).toBe(303)
  expect((await rowsOf(id, row => [row.outcome, row.original['Nama Mitra'], ...row.problems]))[2]).toEqual([
    'attention',
    'idem',
    'date_invalid',
  ])
  const rest = await program(officer)
  const answer = await rest('PUT', `/imports/${id}/proposals`, { rev: await revOf(id) })
  expect(await answer.json()).toEqual({ accepted: 0 })
})

test('what waits is counted over all rows of the file, not over those that are shown', async () => {
  const ready = Array.from({ length: 60 }, (_, n) => `${n + 1}/W/2024,MoU,Universitas ${n},2024-01-25,35.10,Data ${n}`)
  const waiting = Array.from({ length: 55 }, (_, n) => `${n + 100}/W/2024,MoU,Universitas ${n},sda,35.10,Data ${n}`)
  const id = await bring([head, ...ready, ...waiting])
  const { rows, waiting: counted } = await as(officer)(listRows, { id })
  expect([rows.length, counted]).toEqual([50, { open: 55, proposals: 55 }])
  const here = await browser(officer)
  const page = await (await here.get(`/impor/${id}`)).text()
  for (const said of ['Terima semua 55 usulan', '55 baris masih menunggu keputusan Anda']) expect(page).toContain(said)
  const answer = await here.post(`/impor/${id}/usulan`, { rev: `${await revOf(id)}` })
  expect(decodeURIComponent(answer.headers.get('set-cookie') ?? '')).toContain('55 usulan diterima')
  expect((await as(officer)(showImport, { id })).counts).toMatchObject({ ready: 115, attention: 0 })
})

test('what the columns of a file say costs as many queries for many rows as for one', async () => {
  const row = (n: number) => `${n}/K/2024,MoU,Universitas ${n},25/1/2024,35.10,Data ${n}`
  const [one, many] = [await bring([head, row(1)]), await bring([head, ...Array.from({ length: 40 }, (_, n) => row(n + 2))])]
  const ask = (id: string) => countQueries(() => as(officer)(showColumns, { id }))
  expect(await ask(many)).toBe(await ask(one))
})
