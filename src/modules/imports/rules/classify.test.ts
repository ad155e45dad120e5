import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { officeIndex } from '../../../platform/reading/offices.ts'
import { csvLines } from '../../../platform/spreadsheets/csv.ts'
import { readRows } from '../../../platform/spreadsheets/read.ts'
import { readOffices } from '../../organisation/regions.ts'
import type { Outcome } from '../schema/codes.ts'
import { JudgedRow } from '../schema/rows.ts'
import { taking } from './changes.ts'
import { classify, type Known, type KnownAgreement, toPreview } from './classify.ts'
import { knownHeaders } from './headers.ts'
import { layoutOf } from './layouts.ts'
import { type RowToRead, readRowsOf } from './rows.ts'
import { findTable, type Table } from './tables.ts'

const offices = officeIndex(readOffices())
const nothing: Known = { partners: [], agreements: [] }
const tableOf = async (bytes: Uint8Array) => findTable((await readRows(bytes)).sheets)!
const fileOf = (path: string) => tableOf(new Uint8Array(readFileSync(path)))
const judged = ({ rows, headers, mapping }: Pick<Table, 'headers' | 'mapping'> & { rows: readonly RowToRead[] }, known = nothing) =>
  classify(readRowsOf(rows, mapping, offices), headers, known)
const outcomesOf = (rows: JudgedRow[]) => rows.map(row => row.outcome)

/** What the register holds after the rows were taken into it, on top of what it held. */
function registerAfter(rows: JudgedRow[], before: KnownAgreement[] = []): Known {
  const agreements = new Map(before.map(agreement => [agreement.id, agreement]))
  for (const { row, outcome, applies, duplicateOf, kpuNumber, partner, partners, submittedAt, original, ...values } of rows) {
    if (outcome === 'ready')
      agreements.set(`a${row}`, { id: `a${row}`, kpuNumber: kpuNumber!, partner: partner!, partners, values, at: submittedAt, earlier: [] })
    if (outcome !== 'update' && outcome !== 'duplicate') continue
    const agreement = agreements.get('row' in duplicateOf! ? `a${duplicateOf.row}` : duplicateOf!.agreementId)!
    if (outcome === 'duplicate') {
      agreement.earlier!.push({ values, at: submittedAt })
      if (agreement.at !== null && submittedAt !== null && submittedAt > agreement.at) agreement.at = submittedAt
      continue
    }
    const wins = submittedAt === null || agreement.at === null || submittedAt >= agreement.at
    agreement.earlier!.push(wins ? { values: agreement.values, at: agreement.at } : { values, at: submittedAt })
    agreement.values = taking(agreement.values, values, applies)
    agreement.partners = [...new Set([...agreement.partners!, ...partners])]
    if (wins) agreement.at = submittedAt ?? agreement.at
  }
  const partners = [...new Set([...agreements.values()].flatMap(agreement => agreement.partners ?? [agreement.partner!]))].map(
    (name, i) => ({ id: `p${i}`, name }),
  )
  return { partners, agreements: [...agreements.values()] }
}

describe('the sample files', () => {
  test('the 400 rows of a form export are found as a careful reader finds them', async () => {
    const table = await fileOf('test/data/form-export.xlsx')
    const rows = judged(table)
    expect([table.recognised, table.unmapped]).toEqual(['form', []])
    expect(toPreview(rows).rows).toEqual(JSON.parse(readFileSync('test/data/form-export.expected.json', 'utf8')))
    expect(toPreview(rows).counts).toEqual({ ready: 315, duplicate: 23, update: 0, attention: 62 })
    for (const row of rows) JudgedRow.parse(row)
  })

  test('a clean register of 124 agreements is ready as it stands, from a workbook and from CSV', async () => {
    const table = await fileOf('database/demo/register-87.xlsx')
    expect([table.recognised, table.unmapped, toPreview(judged(table)).counts]).toEqual([
      'register',
      [],
      { ready: 124, duplicate: 0, update: 0, attention: 0 },
    ])
    const csv = await tableOf(new TextEncoder().encode(csvLines([table.headers, ...table.rows.map(row => row.cells)])))
    expect(judged(csv)).toEqual(judged(table))
  })

  test('taken in and read again, nothing is new', async () => {
    for (const path of ['test/data/form-export.xlsx', 'database/demo/register-87.xlsx']) {
      const table = await fileOf(path)
      const first = judged(table)
      const again = judged(table, registerAfter(first))
      expect(outcomesOf(again)).toEqual(outcomesOf(first).map(outcome => (outcome === 'attention' ? 'attention' : 'duplicate')))
      expect(again.filter(row => row.partner !== null && row.partnerId === null && row.outcome === 'duplicate')).toEqual([])
      expect(again.map(row => row.partner)).toEqual(first.map(row => row.partner))
    }
  })
})

const headers = Object.values(knownHeaders.form)
const { mapping } = layoutOf(headers)
type Cells = { [header: string]: string }
const clean: Cells = {
  Timestamp: '25/10/2025 09.08.09',
  'Nama Satuan Kerja': 'KPU Kota Mojokerto',
  'Jenis Naskah Kerja Sama': 'PKS',
  'Nomor Naskah KPU': '1/PKS/2022',
  Tentang: 'Pendidikan Pemilih',
  'Nama Mitra': 'PT Suara Timur',
  'Tanggal Penandatanganan': '12 Januari 2022',
  'Jangka Waktu': '5 tahun',
}
const rowsOf = (...changes: Cells[]) => ({
  headers,
  mapping,
  rows: changes.map((change, i) => ({ number: i + 2, cells: headers.map(header => ({ ...clean, ...change })[header] ?? '') })),
})

describe('two rows of one agreement', () => {
  test('a later one that says nothing new is a duplicate, however it is spelled and whatever it leaves out', () => {
    const again = {
      'Nomor Naskah KPU': 'No. 01/PKS/2022',
      'Nama Mitra': 'PT. SUARA TIMUR',
      'Jenis Naskah Kerja Sama': 'perjanjian kerjasama',
      Tentang: ' pendidikan  pemilih.',
      'Tanggal Penandatanganan': '44573',
      'Jangka Waktu': '60 bulan',
    }
    const rows = judged(rowsOf({}, again, { Tentang: '', 'Jangka Waktu': '', 'Tanggal Berakhir': '12/1/2027' }))
    expect(outcomesOf(rows)).toEqual(['ready', 'duplicate', 'duplicate'])
    expect(rows.map(row => [row.duplicateOf, row.partner, row.endsOn])).toEqual([
      [null, 'PT Suara Timur', '2027-01-12'],
      [{ row: 2, sheet: null, place: 2 }, 'PT Suara Timur', '2027-01-12'],
      [{ row: 2, sheet: null, place: 2 }, 'PT Suara Timur', '2027-01-12'],
    ])
  })

  test('a later timestamp wins, an earlier one only fills what is missing', () => {
    const later = judged(rowsOf({}, { Timestamp: '26/10/2025 09.00.00', 'Jangka Waktu': '3 tahun', Saran: 'Lanjutkan' }))[1]!
    expect([later.outcome, later.duplicateOf, later.changes, later.applies]).toEqual([
      'update',
      { row: 2, sheet: null, place: 2 },
      { endsOn: ['2027-01-12', '2025-01-12'], advice: [null, 'Lanjutkan'] },
      ['endsOn', 'advice'],
    ])
    const earlier = judged(rowsOf({}, { Timestamp: '24/10/2025 09.00.00', 'Jangka Waktu': '3 tahun', Saran: 'Lanjutkan' }))[1]!
    expect([earlier.outcome, Object.keys(earlier.changes), earlier.applies]).toEqual(['update', ['endsOn', 'advice'], ['advice']])
    expect(toPreview([later]).rows[0]).toEqual({
      row: 3,
      outcome: 'update',
      problems: [],
      office: '35.76',
      kind: 'pks',
      signedOn: '2022-01-12',
      endsOn: '2025-01-12',
      partner: 'PT Suara Timur',
      of: 2,
    })
  })

  test('without timestamps the later row wins', () => {
    const rows = judged(rowsOf({ Timestamp: '' }, { Timestamp: '', Tentang: 'Lain' }, { Timestamp: '' }))
    expect([outcomesOf(rows), rows[1]!.applies]).toEqual([['ready', 'update', 'duplicate'], ['title']])
  })

  test('saying again later what was said first is news', () => {
    const rows = judged(rowsOf({}, { Timestamp: '26/10/2025 09.00.00', Tentang: 'Lain' }, { Timestamp: '27/10/2025 09.00.00' }))
    expect([outcomesOf(rows), rows[2]!.changes]).toEqual([['ready', 'update', 'update'], { title: ['Lain', 'Pendidikan Pemilih'] }])
  })

  test('another partner or another number is another agreement', () => {
    expect(
      outcomesOf(judged(rowsOf({}, { 'Nama Mitra': 'PT Suara Barat', Tentang: 'Lain' }, { 'Nomor Naskah KPU': '2/PKS/2022' }))),
    ).toEqual(['ready', 'ready', 'ready'])
  })

  test('a row with a problem waits and counts for nothing else', () => {
    const rows = judged(
      rowsOf(
        { 'Jenis Naskah Kerja Sama': 'Kontrak', 'Nama Mitra': '-', 'Tanggal Berakhir': '1/1/2020' },
        { 'Jenis Naskah Kerja Sama': '' },
        {},
        { 'Tanggal Penandatanganan': '2022' },
      ),
    )
    expect(rows.map(row => [row.outcome, row.problems])).toEqual([
      ['attention', ['ends_before_start', 'kind_unknown', 'partner_missing']],
      ['attention', ['kind_unknown']],
      ['ready', []],
      ['attention', ['date_invalid']],
    ])
  })
})

describe('beside the register', () => {
  const register: Known = {
    partners: [
      { id: 'p1', name: 'PT Suara Timur Tbk' },
      { id: 'p2', name: 'PT Gema Pulau' },
    ],
    agreements: [
      {
        id: 'a1',
        kpuNumber: '1/PKS/2022',
        partner: 'PT Gema Pulau',
        values: { title: 'Lama', office: '35.76' },
        at: '2025-01-01T00:00:00.000Z',
      },
    ],
  }
  test('the same key is the same agreement, values that the register does not tell are not compared', () => {
    const [row] = judged(rowsOf({ 'Nama Mitra': 'PT. GEMA PULAU' }), register)
    expect([row!.outcome, row!.duplicateOf, row!.changes, row!.partner, row!.partnerId]).toEqual([
      'update',
      { agreementId: 'a1' },
      { title: ['Lama', 'Pendidikan Pemilih'] },
      'PT Gema Pulau',
      'p2',
    ])
  })
  test('a near name is suggested and never taken', () => {
    const rows = judged(rowsOf({}, { 'Nama Mitra': 'PT Gema Pulao' }, { 'Nama Mitra': 'Universitas Baru' }), register)
    expect(rows.map(row => [row.partner, row.partnerId, row.suggestions])).toEqual([
      ['PT Suara Timur', null, [{ name: 'PT Suara Timur Tbk', partnerId: 'p1' }]],
      ['PT Gema Pulao', null, [{ name: 'PT Gema Pulau', partnerId: 'p2' }]],
      ['Universitas Baru', null, []],
    ])
  })
})

test('a correction is judged like a cell, and the original stays', () => {
  const table = rowsOf({ 'Nama Satuan Kerja': 'KPU Mojokerto', 'Tanggal Penandatanganan': 'lupa' })
  const correction = { officeCode: '35.16', signedOn: '12/1/2022' }
  const [before, after] = [judged(table)[0]!, judged({ ...table, rows: table.rows.map(row => ({ ...row, correction })) })[0]!]
  expect([before.problems, before.offices]).toEqual([
    ['date_invalid', 'office_unknown'],
    ['35.16', '35.76'],
  ])
  expect([after.outcome, after.office, after.signedOn, after.endsOn, after.original]).toEqual([
    'ready',
    '35.16',
    '2022-01-12',
    '2027-01-12',
    before.original,
  ])
})

test('words that came to nothing wait for a person, who is told where they stand', () => {
  const [row] = judged(rowsOf({ 'Jangka Waktu': 'sampai selesai', 'Jenis Mitra': 'entah' }))
  expect([row!.outcome, row!.endsOn, row!.problems]).toEqual(['attention', null, ['class_unknown', 'term_unknown']])
  expect(row!.causes).toEqual([
    { problem: 'term_unknown', field: 'term', cell: 'K2', text: 'sampai selesai' },
    { problem: 'class_unknown', field: 'partnerClass', cell: 'I2', text: 'entah' },
  ])
})

test('whatever rows say, each has one outcome, and taking the file in twice changes nothing', () => {
  const pick = (...values: string[]) => fc.constantFrom(...values)
  const anyRow = fc.record({
    Timestamp: pick('', '1/10/2025 09.00.00', '2/10/2025 09.00.00', '3/10/2025 09.00.00', 'kemarin'),
    'Nomor Naskah KPU': pick('1/NK', '2/NK', '-'),
    'Nama Mitra': pick('PT A Satu', 'PT. A SATU', 'Univ. B', 'Universitas B', ''),
    Tentang: pick('', 'X', 'Y', 'x.'),
    'Jangka Waktu': pick('', '1 tahun', '12 bulan', '2 tahun', '?'),
    'Jenis Naskah Kerja Sama': pick('NK', 'MoU', 'PKS', 'Kontrak'),
    Saran: pick('', '=1+1', 'Lanjut'),
    'Tanggal Penandatanganan': pick('12/1/2022', '12 Januari 2022', '13/1/2022', '31/2/2022'),
  })
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 12 }), fc.array(anyRow, { maxLength: 6 }), (one, two) => {
      const first = judged(rowsOf(...one))
      const register = registerAfter(first)
      const { counts } = toPreview(first)
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(one.length)
      expect(register.agreements.length).toBe(counts.ready)
      const quiet = (outcome: Outcome) => outcome === 'duplicate' || outcome === 'attention'
      expect(outcomesOf(judged(rowsOf(...one), structuredClone(register))).every(quiet)).toBe(true)

      const second = judged(rowsOf(...two), structuredClone(register))
      const after = registerAfter(
        second.map(row => ({
          ...row,
          row: row.row + 100,
          duplicateOf:
            row.duplicateOf && 'row' in row.duplicateOf ? { ...row.duplicateOf, row: row.duplicateOf.row + 100 } : row.duplicateOf,
        })),
        structuredClone(register).agreements as KnownAgreement[],
      )
      expect(outcomesOf(judged(rowsOf(...one, ...two), structuredClone(after))).every(quiet)).toBe(true)
    }),
    { numRuns: 300 },
  )
})
