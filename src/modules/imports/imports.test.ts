import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { as, browser, db, kernel, operator, person } from '../../../test/world.ts'
import { root } from '../../platform/process/root.ts'
import { listAgreements } from '../agreements/operations/read.ts'
import { correctRow, decideRows } from './operations/deciding.ts'
import { listRows, showImport } from './operations/listing.ts'
import { uploadImport } from './operations/reading.ts'
import { applyImport, confirmImport, importAgreements } from './operations/running.ts'
import { cancelImport } from './operations/stopping.ts'

afterAll(() => kernel.close())
const file = (name: string, path: string) => ({ name, bytes: new Uint8Array(readFileSync(join(root, path))) })
const form = () => file('form-export.xlsx', 'test/data/form-export.xlsx')
const register = () => file('register-87.xlsx', 'database/demo/register-87.xlsx')
const expected = JSON.parse(readFileSync(join(root, 'test/data/form-export.expected.json'), 'utf8'))

test('a preview says of all 400 rows what is expected, and changes nothing', async () => {
  const { rows } = await as(operator, 'command')(importAgreements, { file: form(), preview: true })
  expect(rows).toEqual(expected)
  expect(await db.selectFrom('import_batch').select('id').execute()).toEqual([])
})

test('the clean register is imported whole, with parents, and a second time gives only duplicates', async () => {
  const officer = await person('Bagus', 'cooperation_officer')
  await as(officer)(importAgreements, { file: register() })
  await kernel.jobs.drain(kernel)
  const { count } = await db
    .selectFrom('agreement')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  expect(count).toBe(124)
  expect((await db.selectFrom('agreement').select('id').where('kind', '=', 'pks').where('parent_id', 'is', null).execute()).length).toBe(0)
  const again = await as(officer)(importAgreements, { file: register() })
  expect(again.counts).toEqual({ ready: 0, duplicate: 124, update: 0, attention: 0 })
  await kernel.jobs.drain(kernel)
  expect((await db.selectFrom('agreement').select('id').execute()).length).toBe(124)
})

test('the form export twice: what was recorded is a duplicate the second time, what waits still waits', async () => {
  const officer = await person('Maya', 'cooperation_officer')
  const first = await as(officer)(importAgreements, { file: form() })
  await kernel.jobs.drain(kernel)
  expect((await as(officer)(showImport, { id: first.batch.id })).state).toBe('done')
  const second = await as(officer)(importAgreements, { file: form(), preview: true })
  expect(second.counts).toEqual({ ready: 0, update: 0, attention: first.counts.attention, duplicate: 400 - first.counts.attention })
})

test('upload, look, correct, decide and record, by pages, in the reach of the one who does it', async () => {
  const sari = await person('Sari', 'office_operator', '35.10', false)
  const here = await browser(sari)
  const csv =
    'Nomor KPU,Jenis Naskah,Nama Mitra,Tanggal Penandatanganan,Kode Wilayah,Tentang\n1/A/2025,MoU,Universitas Baru,3 Februari 2025,35.10,Data\n2/A/2025,MoU,Universitas Baru,31/02/2025,35.10,<script>alert(1)</script>\n3/A/2025,PKS,Universitas Lain,3/2/2025,35.11,Bukan kantor saya\n4/A/2025,Surat,Universitas Lain,3/2/2025,35.10,Jenis aneh\n'
  const uploaded = await here.post('/impor', { file: new File([csv], 'daftar.csv', { type: 'text/csv' }) })
  expect(uploaded.status).toBe(303)
  const path = uploaded.headers.get('location')!
  await kernel.jobs.drain(kernel)
  const page = await (await here.get(path)).text()
  for (const said of ['Siap dicatat', 'Ada tanggal yang tidak terbaca', 'Jenis naskah tidak dikenal', '&lt;script>'])
    expect(page).toContain(said)
  const id = path.split('/').at(-1)!
  const { rows } = await as(sari)(listRows, { id })
  expect(rows.map((row: { outcome: string; problems: string[] }) => [row.outcome, ...row.problems])).toEqual([
    ['ready'],
    ['attention', 'date_invalid'],
    ['attention', 'office_unknown'],
    ['attention', 'kind_unknown'],
  ])
  const rev = async () => `${(await as(sari)(showImport, { id })).rev}`
  const fixed = await here.post(`${path}/baris/3`, {
    rev: await rev(),
    'correction.signedOn': '28/02/2025',
    'correction.kpuNumber': '2/A/2025',
    'correction.kind': 'MoU',
    'correction.partner': 'Universitas Baru',
    'correction.officeCode': '35.10',
    'correction.title': '<script>alert(1)</script>',
  })
  expect(fixed.status).toBe(303)
  expect((await as(sari)(listRows, { id })).rows[1].outcome).toBe('ready')
  await expect(as(sari)(decideRows, { id, rows: [5], decision: 'draft' })).rejects.toMatchObject({ code: 'invalid' })
  await as(sari)(decideRows, { id, rows: [5], decision: 'skip' })
  await here.post(`${path}/konfirmasi`, { rev: await rev() })
  await kernel.jobs.drain(kernel)
  expect((await as(sari)(listRows, { id })).rows.map((row: { appliedAs: string }) => row.appliedAs)).toEqual([
    'created',
    'created',
    'skipped',
    'skipped',
  ])
  expect((await as(sari)(listAgreements, {})).agreements.length).toBe(2)
  const history = await (await here.get('/impor')).text()
  expect([history.includes('Siap dicatat'), history.includes('Perjanjian baru')]).toEqual([false, true])
  const budi = await person('Budi', 'office_operator', '35.11', false)
  await expect(as(budi)(showImport, { id })).rejects.toMatchObject({ code: 'not_found' })
  await expect(as(sari)(correctRow, { id, row: 2, correction: { title: 'x' } })).rejects.toMatchObject({ code: 'conflict' })
})

test('an import is cancelled after a question, which is asked in place and on a page of its own; what is over is not asked about', async () => {
  const officer = await person('Penanya', 'cooperation_officer')
  const { id } = await as(officer)(uploadImport, { file: form() })
  await kernel.jobs.drain(kernel)
  const here = await browser(officer)
  const page = await (await here.get(`/impor/${id}`)).text()
  expect(page).toMatch(new RegExp(`<confirm-dialog><a class="button secondary" href="/impor/${id}/pembatalan">Batalkan impor</a><dialog`))
  const question = await (await here.get(`/impor/${id}/pembatalan`)).text()
  expect([question.includes('Batalkan impor ini?'), question.includes('Tidak ada baris yang akan dicatat')]).toEqual([true, true])
  expect((await as(officer)(showImport, { id })).state).toBe('preview')
  expect((await here.post(`/impor/${id}/pembatalan`, {})).status).toBe(303)
  expect((await as(officer)(showImport, { id })).state).toBe('cancelled')
  expect(await (await here.get(`/impor/${id}/pembatalan`)).text()).not.toContain('<form method="post" action="/impor/')
})

test('an import that is cancelled while it is read shows itself, and no row of those that nobody has judged', async () => {
  const officer = await person('Pembatal', 'cooperation_officer')
  const { id } = await as(officer)(uploadImport, { file: form() })
  await kernel.jobs.drain(kernel)
  // As it stands between the step that keeps the rows and the one that judges them.
  await db.updateTable('import_batch').set({ state: 'reading' }).where('id', '=', id).execute()
  await db.updateTable('import_row').set({ judged: '{}', outcome: 'attention', problems: [] }).where('batch_id', '=', id).execute()
  await as(officer)(cancelImport, { id })
  expect((await as(officer)<{ rows: unknown[] }>(listRows, { id })).rows).toEqual([])
  expect((await (await browser(officer)).get(`/impor/${id}`)).status).toBe(200)
})

test('an import stopped between two transactions goes on where it was; cancelled, it stays as it is', async () => {
  const officer = await person('Hendra', 'cooperation_officer')
  const lines = Array.from({ length: 600 }, (_, n) => `${n}/B/2024,MoU,Mitra Panjang ${n % 40},2024-01-02,00,Data ${n}`)
  const batch = await as(officer)(uploadImport, {
    file: {
      name: 'panjang.csv',
      bytes: new TextEncoder().encode(
        ['Nomor KPU,Jenis Naskah,Nama Mitra,Tanggal Penandatanganan,Kode Wilayah,Tentang', ...lines].join('\n'),
      ),
    },
  })
  await kernel.jobs.drain(kernel)
  await as(officer)(confirmImport, { id: batch.id })
  expect((await as(officer)(applyImport, { id: batch.id })).done).toBe(250)
  expect((await as(officer)(applyImport, { id: batch.id })).done).toBe(500)
  await as(officer)(cancelImport, { id: batch.id })
  await kernel.jobs.drain(kernel)
  const after = await as(officer)(showImport, { id: batch.id })
  expect([after.state, after.done]).toEqual(['cancelled', 500])
  const page = await (await (await browser(officer)).get(`/impor/${batch.id}`)).text()
  expect(page).toContain('Perjanjian baru')
  expect(page).not.toContain('Siap dicatat')
  expect(
    (await db.selectFrom('import_row').select('id').where('batch_id', '=', batch.id).where('agreement_id', 'is not', null).execute())
      .length,
  ).toBe(500)
})

test('what was recorded of a cancelled import stands under its parents, as far as these are recorded', async () => {
  const officer = await person('Wulan', 'cooperation_officer')
  const line = (number: string, kind: string, n: number, parent = '') =>
    `${number},${kind},Mitra Induk ${n},2024-01-02,00,Data ${n},${parent}`
  const lines = [
    line('1/I/2024', 'MoU', 0),
    line('2/I/2024', 'PKS', 0, '1/I/2024'),
    ...Array.from({ length: 300 }, (_, n) => line(`${n + 3}/I/2024`, 'MoU', n + 1)),
  ]
  const csv = ['Nomor KPU,Jenis Naskah,Nama Mitra,Tanggal Penandatanganan,Kode Wilayah,Tentang,Nomor Induk', ...lines].join('\n')
  const batch = await as(officer)(uploadImport, { file: { name: 'induk.csv', bytes: new TextEncoder().encode(csv) } })
  await kernel.jobs.drain(kernel)
  await as(officer)(confirmImport, { id: batch.id })
  expect((await as(officer)(applyImport, { id: batch.id })).done).toBe(250)
  await as(officer)(cancelImport, { id: batch.id })
  const recorded = await db
    .selectFrom('agreement as a')
    .leftJoin('agreement as p', 'p.id', 'a.parent_id')
    .select(['a.kpu_number as number', 'p.kpu_number as parent'])
    .where('a.kpu_number', 'in', ['1/I/2024', '2/I/2024'])
    .orderBy('a.kpu_number')
    .execute()
  expect(recorded).toEqual([
    { number: '1/I/2024', parent: null },
    { number: '2/I/2024', parent: '1/I/2024' },
  ])
})

test('later rows about one agreement are taken over one after the other, and the trail has each step', async () => {
  const officer = await person('Tirta', 'cooperation_officer')
  const row = (title: string, place: string) => `9/Z/2025,MoU,Universitas Berubah,3 Februari 2025,35.10,${title},${place}`
  const rows = [row('Data', 'Ali Akbar'), row('Data pemilih', ''), row('', 'Budi Santoso'), row('Data pemilih tetap', 'Budi Santoso')]
  const csv = `Nomor KPU,Jenis Naskah,Nama Mitra,Tanggal Penandatanganan,Kode Wilayah,Tentang,Penandatangan KPU\n${rows.join('\n')}\n`
  const { counts } = await as(officer)(importAgreements, { file: { name: 'berubah.csv', bytes: new TextEncoder().encode(csv) } })
  expect(counts).toEqual({ ready: 1, update: 3, duplicate: 0, attention: 0 })
  await kernel.jobs.drain(kernel)
  const [agreement, ...others] = await db
    .selectFrom('agreement')
    .select(['id', 'title', 'rev'])
    .where('kpu_number', '=', '9/Z/2025')
    .execute()
  expect([agreement?.title, agreement?.rev, others]).toEqual(['Data pemilih tetap', 3, []])
  const party = await db
    .selectFrom('agreement_party')
    .select('signatory')
    .where('agreement_id', '=', agreement!.id)
    .where('side', '=', 'kpu')
    .executeTakeFirst()
  expect(party?.signatory).toBe('Budi Santoso')
  const lines = await db.selectFrom('audit_event').select('changes').where('subject_id', '=', agreement!.id).orderBy('id').execute()
  expect(lines.map(line => (line.changes as { title?: unknown }).title)).toEqual([
    [null, 'Data'],
    ['Data', 'Data pemilih'],
    undefined,
    ['Data pemilih', 'Data pemilih tetap'],
  ])
  const events = await db.selectFrom('agreement_event').select('kind').where('agreement_id', '=', agreement!.id).execute()
  expect(events.map(({ kind }) => kind)).toEqual(['imported', 'imported', 'imported', 'imported'])
})
