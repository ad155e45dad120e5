import { expect, test } from 'vitest'
import { handmade, row } from '../../../../test/handmade-workbook.ts'
import { readRows } from '../../../platform/spreadsheets/read.ts'
import { type Field, fields } from '../schema/codes.ts'
import { findTable, type Table } from './tables.ts'

type Book = Parameters<typeof handmade>
const tableOf = async (...book: Book) => findTable((await readRows(handmade(...book))).sheets)!
const csvTable = async (text: string) => findTable((await readRows(new TextEncoder().encode(text))).sheets)!
const meanings = ({ headers, mapping }: Table) =>
  Object.fromEntries(fields.flatMap(field => (mapping[field] === null ? [] : [[field, headers[mapping[field]!]!]]))) as Record<
    Field,
    string
  >
const said = ({ unread }: Table) => unread.rows.map(({ row, reason }) => [row, reason])
const lines = (rows: Parameters<typeof row>[1][], from = 1) => rows.map((cells, i) => row(from + i, cells)).join('')

const head = ['Nomor KPU', 'Jenis Naskah', 'Tentang', 'Nama Mitra', 'Kode Wilayah', 'Tanggal Penandatanganan', 'Berlaku Sampai']
const data = (n: number) => [`${n}/NK/2024`, 'MoU', `Perkara ${n}`, `Mitra ${n}`, '35.10', '2024-03-15', '2027-03-14']

test('a head of three rows names its columns by all of them, whoever signs', async () => {
  const table = await tableOf([
    {
      name: 'A',
      rows: lines([
        ['REGISTER'],
        ['No.', 'Naskah', null, null, 'Mitra', null, 'Pihak yang Menandatangani', null, null, null, 'Jangka Waktu', null],
        [null, 'Jenis', 'Nomor', 'Tanggal', 'Nama', 'Jenis', 'KPU', null, 'Mitra', null, 'Awal', 'Akhir'],
        [null, null, null, null, null, null, 'Nama', 'Jabatan', 'Nama', 'Jabatan', null, null],
        [1, 'MoU', '1/NK', '15 Maret 2024', 'Universitas A', 'universitas', 'Ani', 'Ketua', 'Budi', 'Rektor', '2024-03-15', '2027-03-14'],
      ]),
      merges: [
        'A1:L1',
        'A2:A4',
        'B2:D2',
        'E2:F2',
        'G2:J2',
        'K2:L2',
        'B3:B4',
        'C3:C4',
        'D3:D4',
        'E3:E4',
        'F3:F4',
        'G3:H3',
        'I3:J3',
        'K3:K4',
        'L3:L4',
      ],
    },
  ])
  expect(meanings(table)).toEqual({
    kind: 'Naskah – Jenis',
    kpuNumber: 'Naskah – Nomor',
    signedOn: 'Naskah – Tanggal',
    partner: 'Mitra – Nama',
    partnerClass: 'Mitra – Jenis',
    kpuSignatory: 'Pihak yang Menandatangani – KPU – Nama',
    kpuPosition: 'Pihak yang Menandatangani – KPU – Jabatan',
    partnerSignatory: 'Pihak yang Menandatangani – Mitra – Nama',
    partnerPosition: 'Pihak yang Menandatangani – Mitra – Jabatan',
    startsOn: 'Jangka Waktu – Awal',
    endsOn: 'Jangka Waktu – Akhir',
  })
  expect([table.rows.map(({ number }) => number), said(table)]).toEqual([[5], [[1, 'title']]])
})

test('a head of two rows is understood without merged cells too, as CSV has it', async () => {
  const table = await csvTable(
    'No;Nama Mitra;Jenis;Nomor;;Tentang;Masa Berlaku;;Satker\n;;;Pihak Pertama;Pihak Kedua;;Mulai;s.d.;\n1;Mitra 1;MoU;1/NK;M-1;Data;2024-03-15;2027-03-14;35.10\n',
  )
  expect(meanings(table)).toEqual({
    officeName: 'Satker',
    kind: 'Jenis',
    kpuNumber: 'Nomor – Pihak Pertama',
    partnerNumber: 'Nomor – Pihak Kedua',
    title: 'Tentang',
    partner: 'Nama Mitra',
    startsOn: 'Masa Berlaku – Mulai',
    endsOn: 'Masa Berlaku – s.d.',
  })
  expect(table.rows.map(({ cells }) => cells[3])).toEqual(['1/NK'])
})

test('a row of short words below a head of one row stays a row', async () => {
  const table = await csvTable('Nomor KPU,Jenis Naskah,Nama Mitra,Tentang\nsatu,MoU,Mitra,Data\ndua,PKS,Lembaga,Riset\n')
  expect([table.headers, table.rows.length]).toEqual([['Nomor KPU', 'Jenis Naskah', 'Nama Mitra', 'Tentang'], 2])
})

test('what is no data is told by its kind, wherever it stands; a row that says too little stays a row', async () => {
  const table = await tableOf([
    {
      name: 'A',
      rows: lines([
        ['DAFTAR'],
        ['No', ...head],
        [1, 2, 3, 4, 5, 6, 7, 8],
        ['A. Nota Kesepahaman'],
        [1, ...data(1)],
        [2, null, null, null, 'Mitra 2'],
        ['TAHUN 2024'],
        ['No', ...head],
        [3, ...data(3)],
        [4],
        ['Sub Total', null, null, null, 3],
        [5, ...data(5)],
        ['JUMLAH KESELURUHAN :', null, 4],
        [null, 'Catatan: data sementara'],
        [null, 'Mengetahui,', null, null, null, null, 'Banyuwangi, 5 Januari 2024'],
        [null, 'Ketua KPU', null, null, null, null, 'Sekretaris'],
        [null, 'ANI, S.H.', null, null, null, null, 'BUDI'],
        [null, 'NIP. 19800101 200501 1 001'],
      ]),
      merges: ['A1:H1', 'A4:H4', 'A7:H7'],
    },
  ])
  expect(table.rows.map(({ number }) => number)).toEqual([5, 6, 9, 12])
  expect(said(table)).toEqual([
    [1, 'title'],
    [3, 'column_numbers'],
    [4, 'section'],
    [7, 'section'],
    [8, 'header'],
    [10, 'number_only'],
    [11, 'total'],
    [13, 'total'],
    [14, 'note'],
    [15, 'signature'],
    [16, 'signature'],
    [17, 'signature'],
    [18, 'signature'],
  ])
})

test('merged cells are filled downwards in every column, and only into rows of their own', async () => {
  const [first, second, third] = [data(1), data(2), data(3)]
  const table = await tableOf([
    {
      name: 'A',
      rows:
        lines([head, first, [second[0]!, 'MoU', 'Perkara 2', null, null, null, null], [third[0]!, 'MoU', 'Perkara 3'], data(4)]) +
        row(7, data(5)),
      merges: ['D2:D3', 'E2:E4', 'F2:F4', 'G2:G4', 'A5:A6', 'B5:B6', 'C5:C6', 'D5:D6', 'A7:B7'],
    },
  ])
  expect(table.rows.map(({ number, cells }) => [number, ...cells.slice(3)])).toEqual([
    [2, 'Mitra 1', '35.10', '2024-03-15', '2027-03-14'],
    [3, 'Mitra 1', '35.10', '2024-03-15', '2027-03-14'],
    [4, '', '35.10', '2024-03-15', '2027-03-14'],
    [5, 'Mitra 4', '35.10', '2024-03-15', '2027-03-14'],
    [7, 'Mitra 5', '35.10', '2024-03-15', '2027-03-14'],
  ])
})

test('sheets of one layout are read one below the other, in whatever order their columns stand; others are named with the reason', async () => {
  const order = [3, 0, 1, 2, 4, 5, 6]
  const turned = (cells: string[]) => order.map(i => cells[i]!)
  const table = await tableOf([
    {
      name: 'Petunjuk',
      rows: lines([
        ['Kolom', 'Isi'],
        ['Nomor KPU', 'seperti pada naskah'],
      ]),
    },
    { name: '2022', rows: lines([['Tahun 2022'], head, data(1)]) },
    { name: 'Arsip', state: 'hidden', rows: lines([head, data(9), data(10)]) },
    {
      name: '2023',
      rows: lines([[...turned(head), 'Keterangan'], [...turned(data(2)), 'lengkap'], [...turned(['=x', '', '', '', '', '', '#REF!'])]]),
    },
    { name: 'Kosong', rows: '' },
    { name: 'Rahasia', state: 'veryHidden', rows: lines([head, data(11)]) },
  ])
  expect(table.headers).toEqual([...head, 'Keterangan'])
  expect(table.rows.map(({ sheet, number, place, cells }) => [sheet, number, place, cells[0], cells[3], cells[7]])).toEqual([
    ['2022', 3, 3, '1/NK/2024', 'Mitra 1', undefined],
    ['2023', 2, 5, '2/NK/2024', 'Mitra 2', 'lengkap'],
    ['2023', 3, 6, '=x', '', ''],
  ])
  expect(table.places).toEqual({ '2023': [1, 2, 3, 0, 4, 5, 6, 7] })
  expect(table.unread.sheets).toEqual([
    { sheet: 'Petunjuk', reason: 'other_layout', rows: 2 },
    { sheet: 'Arsip', reason: 'hidden', rows: 3 },
    { sheet: 'Kosong', reason: 'empty', rows: 0 },
    { sheet: 'Rahasia', reason: 'hidden', rows: 2 },
  ])
})

test('cells under no header and failed formulas of columns without a meaning are told, hidden columns are read and named', async () => {
  const table = await tableOf([
    {
      name: 'A',
      columns: '<col min="3" max="3" hidden="1"/>',
      rows: lines([
        [...head, 'Ket'],
        [...data(1), { v: '#N/A', t: 'e' }, 'di luar'],
      ]),
    },
  ])
  expect(table.unread.cells).toEqual([
    { sheet: null, cell: 'H2', reason: 'error', text: '#N/A' },
    { sheet: null, cell: 'I2', reason: 'no_header', text: 'di luar' },
  ])
  expect([table.columns, table.rows[0]!.cells[2]]).toEqual([{ unread: ['Ket', 'Kolom I'], hidden: ['Tentang'] }, 'Perkara 1'])
})

test('a serial number without a format is a day since 1904 in a workbook since 1904, where its header says that it is one', async () => {
  const rows = lines([
    [...head, 'Jumlah'],
    [...data(1).slice(0, 5), 43_904, 44_999, 43_904],
  ])
  const cells = async (date1904: boolean) => (await tableOf([{ name: 'A', rows }], { date1904 })).rows[0]!.cells.slice(5)
  expect(await cells(true)).toEqual(['2024-03-15', '2027-03-15', '43904'])
  expect(await cells(false)).toEqual(['43904', '44999', '43904'])
})

test('merged areas as large as a sheet cost no more than their cells', async () => {
  const wide = Array.from({ length: 4000 }, (_, i) => `x${i}`)
  const merges = wide.map((_, i) => `A2:A${i + 3}`)
  const rows = lines([head, data(1), ...Array.from({ length: 3000 }, () => [null, 'MoU'])])
  expect((await tableOf([{ name: 'A', rows, merges }])).rows.length).toBe(3001)
  const columns = wide.map((_, i) => ({ top: 2, left: i, bottom: 3000, right: i }))
  const sheet = {
    name: 'A',
    merges: columns,
    rows: [
      { number: 1, cells: head },
      { number: 2, cells: wide },
      ...Array.from({ length: 2998 }, (_, i) => ({ number: i + 3, cells: [null, 'MoU'] })),
    ],
  }
  expect(() => findTable([sheet])).toThrow('merged cells')
})
