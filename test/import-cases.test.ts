import { afterAll, describe, expect, test } from 'vitest'
import { showImport } from '../src/modules/imports/operations/listing.ts'
import type { Preview } from '../src/modules/imports/schema/files.ts'
import { casePath, type PreviewResult, previewByCommand, previewByRest, uploadByPage } from './import-cases.ts'
import { as, kernel, person } from './world.ts'

afterAll(() => kernel.close())
const officer = await person('Ratna', 'cooperation_officer')

type Row = Preview['rows'][number]
type Case = { file: string; what: string; rows: Partial<Row>[]; unread?: Partial<Preview['unread']> }
const nothing: Preview['unread'] = { sheets: [], rows: [], cells: [] }
const ready = { outcome: 'ready' as const, problems: [] }

const cases: Case[] = [
  {
    file: 'two-header-rows.xlsx',
    what: 'a head over two rows names its columns, and what is no data is told',
    rows: [6, 7, 8].map(row => ({ row, ...ready, endsOn: '2027-03-14', office: '35.10', partner: `Universitas Kepala ${row - 5}` })),
    unread: {
      rows: [
        { sheet: null, row: 1, reason: 'title', text: 'DAFTAR KERJA SAMA KPU KABUPATEN CONTOH TAHUN 2024' },
        { sheet: null, row: 5, reason: 'column_numbers', text: '(1) | (2) | (3) | (4) | (5) | (6) | (7) | (8) | (9) | (10) | (11)' },
        { sheet: null, row: 9, reason: 'total', text: 'Jumlah | 3' },
        { sheet: null, row: 11, reason: 'signature', text: 'Banyuwangi, 5 Januari 2024' },
        { sheet: null, row: 12, reason: 'signature', text: 'Ketua KPU' },
        { sheet: null, row: 15, reason: 'signature', text: 'NAMA KETUA' },
      ],
    },
  },
  {
    file: 'sheet-per-year.xlsx',
    what: 'all visible sheets of one layout are read, each row with its sheet',
    rows: [
      { sheet: '2023', row: 2, ...ready, partner: 'Mitra Tahun 2023 A' },
      { sheet: '2023', row: 3, ...ready, partner: 'Mitra Tahun 2023 B' },
      { sheet: '2024', row: 2, ...ready, partner: 'Mitra Tahun 2024 11' },
      { sheet: '2024', row: 3, ...ready, partner: 'Mitra Tahun 2024 12' },
      { sheet: '2024', row: 4, ...ready, partner: 'Mitra Tahun 2024 13' },
    ],
  },
  {
    file: 'hidden-sheet-first.xlsx',
    what: 'a hidden sheet is not read, and named',
    rows: [11, 12, 13].map((n, i) => ({ sheet: 'Daftar 2024', row: i + 2, ...ready, partner: `Mitra Kelihatan ${n}` })),
    unread: { sheets: [{ sheet: 'Draf lama', reason: 'hidden', rows: 2 }] },
  },
  {
    file: 'hidden-row.xlsx',
    what: 'a hidden row is read and marked',
    rows: [
      { row: 2, ...ready, partner: 'Mitra Tampak' },
      { row: 3, ...ready, partner: 'Mitra Disaring', hidden: true },
      { row: 4, ...ready, partner: 'Mitra Tampak Dua' },
    ],
  },
  {
    file: 'merged-end.xlsx',
    what: 'one end that is merged over three rows is the end of all three',
    rows: [2, 3, 4].map(row => ({ row, ...ready, endsOn: '2027-03-14', partner: `Universitas G${row - 1}` })),
  },
  {
    file: 'error-cells.xlsx',
    what: 'the cell of a failed formula counts as empty, and the row names it',
    rows: (
      [
        ['partner', 'E2', '#N/A'],
        ['partner', 'E3', '#N/A'],
        ['kpuNumber', 'A4', '#REF!'],
        ['endsOn', 'K5', '#VALUE!'],
        ['title', 'D6', '#NAME?'],
        ['signedOn', 'I7', '#N/A'],
      ] as const
    ).map(([field, cell, text], i) => ({
      row: i + 2,
      outcome: 'attention',
      problems: ['cell_error'],
      causes: expect.arrayContaining([expect.objectContaining({ problem: 'cell_error', field, cell, text })]),
    })),
  },
  {
    file: 'unclosed-quote-last.csv',
    what: 'a quote that never closes is a letter, and no row is lost in it',
    rows: [1, 2, 3, 4, 5].map(n => ({ row: n + 1, ...ready, endsOn: '2027-01-01', partner: `Universitas Akhir ${n}` })),
  },
]

describe.each(cases)('$file: $what', ({ file, rows, unread }) => {
  const expected = { rows: rows.map(row => expect.objectContaining(row)), unread: { ...nothing, cells: expect.anything(), ...unread } }
  const hidden = (told: PreviewResult) => told.rows.map(row => row.hidden ?? false)

  test('on the command line', async () => {
    const told = await previewByCommand(casePath(file))
    expect({ rows: told.rows, unread: told.unread }).toEqual(expected)
    expect(hidden(told)).toEqual(rows.map(row => row.hidden ?? false))
  })

  test('over REST', async () => {
    const told = await previewByRest(officer, casePath(file))
    expect({ rows: told.rows, unread: told.unread }).toEqual(expected)
  })

  test('on the page', async () => {
    const seen = await uploadByPage(officer, casePath(file))
    expect({ ...seen.unread, cells: [] }).toEqual({ ...expected.unread, cells: [] })
    const wanted = rows.map(({ row, sheet = null, problems = [], partner }) => ({ row, sheet, problems, partner: partner ?? null }))
    expect(
      seen.rows.map(({ row, sheet, problems, judged: { partner } }, i) => ({
        row,
        sheet,
        problems,
        partner: wanted[i]?.partner === null ? null : partner,
      })),
    ).toEqual(wanted)
    for (const { partner, causes } of seen.rows.map(({ judged }) => judged)) {
      if (partner) expect(seen.page).toContain(partner)
      for (const { cell, text } of causes) expect([seen.page.includes(cell!), seen.page.includes(text)]).toEqual([true, true])
    }
    for (const { text } of [...seen.unread.rows, ...seen.unread.cells]) expect(seen.page).toContain(text)
    for (const { sheet } of seen.unread.sheets) expect(seen.page).toContain(sheet)
  })
})

test('hidden rows are left out where somebody says so, on each of the three ways', async () => {
  const visible = ['Mitra Tampak', 'Mitra Tampak Dua']
  const command = await previewByCommand(casePath('hidden-row.xlsx'), '--leave-out-hidden')
  const rest = await previewByRest(officer, casePath('hidden-row.xlsx'), { leaveOutHidden: 'true' })
  for (const told of [command, rest]) {
    expect(told.rows.map(row => row.partner)).toEqual(visible)
    expect(told.unread.rows).toEqual([
      expect.objectContaining({ row: 3, reason: 'left_out', text: expect.stringContaining('Mitra Disaring') }),
    ])
  }
  const { here, id } = await uploadByPage(officer, casePath('hidden-row.xlsx'))
  await here.post(`/impor/${id}/tersembunyi`, { rev: '0', hidden: 'true' })
  const rowPage = async () => (await here.get(`/impor/${id}/baris/3`)).status
  expect([await rowPage(), (await as(officer)(showImport, { id })).counts.ready]).toEqual([404, 2])
  await here.post(`/impor/${id}/tersembunyi`, { rev: '1', hidden: 'false' })
  expect([await rowPage(), (await as(officer)(showImport, { id })).counts.ready]).toEqual([200, 3])
})
