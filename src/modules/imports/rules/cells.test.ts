import { expect, test } from 'vitest'
import { isDitto } from '../../../platform/reading/dittos.ts'
import { officeIndex } from '../../../platform/reading/offices.ts'
import { isPlaceholder } from '../../../platform/reading/placeholders.ts'
import { readOffices } from '../../organisation/regions.ts'
import { type Field, fields } from '../schema/codes.ts'
import type { Correction } from '../schema/rows.ts'
import { becameOther } from './became.ts'
import { isEndless } from './endless.ts'
import { layoutOf } from './layouts.ts'
import { readRowsOf } from './rows.ts'
import { termWith } from './term-units.ts'

const none = (texts: string[], is: (text: string) => boolean) => texts.filter(text => is(text))
const not = (texts: string[], is: (text: string) => boolean) => texts.filter(text => !is(text))

test('a cell that points to the one above is known by words and by marks', () => {
  const dittos =
    'idem|Idem.|sda|S.D.A.|s d a|s/d/a|sama dengan di atas|Sama dengan diatas|sama seperti di atas|idem di atas|〃|"|-"-|- " -|,,|”|“|``|\'\'|dito|ditto|do.|same as above|same|sama|sama dgn atas|sama dengan sebelumnya|″|„|^|↑|"""|- idem -|( idem )|ibid.|sama dengan baris sebelumnya'
  expect(not(dittos.split('|'), isDitto)).toEqual([])
  const others = '|-|--|s.d.|sd|sama kuat|Sama Bersama|Idemitsu|doa|1|SDA Jatim|PT Sama|Universitas "X"|,|…|2027'
  expect(none(others.split('|'), isDitto)).toEqual([])
})

test('a cell that only keeps the place of a number or a name is known', () => {
  const holders =
    'sda|0|x|TBD|-|N/A|tidak ada|belum ada|...|XXX|n.a.|?|tba|000|belum ada nomor|tanpa nomor|kosong|nihil|belum|menyusul|belum terbit|—|_|idem|"|dalam proses|x/x|#'
  expect(not(holders.split('|'), isPlaceholder)).toEqual([])
  expect(none('1|01|045|N-1|X/1/2024|belum ada 5|1/x'.split('|'), isPlaceholder)).toEqual([])
})

test('words for without limit are known, an end by some event is none', () => {
  const words =
    'tidak terbatas|Tak terbatas|tanpa batas waktu|seumur hidup|selamanya|selama-lamanya|tidak dibatasi|tidak ada batas waktu|tidak ditentukan|unlimited|Indefinite|permanen|sampai ada pencabutan|sampai dicabut|berlaku selamanya|Jangka waktu tidak terbatas|seterusnya|Tidak Terbatas.|∞|untuk waktu yang tidak ditentukan'
  expect(not(words.split('|'), isEndless)).toEqual([])
  expect(none('sampai selesai|sampai Pemilu 2029|2027|5 tahun|terbatas|hidup|31 Juni 2025|-|'.split('|'), isEndless)).toEqual([])
})

test('what a spreadsheet program makes of a number is known', () => {
  expect(not('2024-05-02|2024-05-02 00:00:00|5/2/2024|02-May|2-Mei-24|May-24|0.5|0,5|1.2E+15|45414|-5'.split('|'), becameOther)).toEqual([])
  expect(none('1/PR.07-NK/35.10/2024|045|45|12/A/2024|1/2024|007|1234/2024'.split('|'), becameOther)).toEqual([])
})

test('a bare number of a term takes its unit from the column beside it or from the header', () => {
  const years = (count: number) => ({ months: 12 * count, days: 0 })
  expect(termWith('5', 'TAHUN', '')).toEqual(years(5))
  expect(termWith('6', 'bulan', 'Jangka Waktu')).toEqual({ months: 6, days: 0 })
  expect(termWith('5', '', 'Jangka Waktu (Tahun)')).toEqual(years(5))
  expect(termWith('lima', '', 'Lama (thn)')).toEqual(years(5))
  expect(termWith('5 tahun', 'Thn', 'Jangka Waktu')).toEqual(years(5))
  expect([
    termWith('5', '', 'Jangka Waktu'),
    termWith('5 tahun', 'bulan', ''),
    termWith('5', 'ekor', ''),
    termWith('', 'tahun', ''),
  ]).toEqual(Array(4).fill(null))
})

const { mapping } = layoutOf([])
const offices = officeIndex(readOffices())
const headers = [...fields]
const own = Object.fromEntries(fields.map((field, at) => [field, at])) as typeof mapping
const clean: Partial<Record<Field, string>> = {
  officeCode: '35.10',
  kind: 'MoU',
  kpuNumber: '1/NK/2024',
  title: 'Data',
  partner: 'Universitas A',
  signedOn: '2024-03-15',
}
const read = (...rows: (Correction & { typed?: Correction })[]) =>
  readRowsOf(
    rows.map(({ typed, ...row }, at) => ({
      number: at + 2,
      cells: headers.map(field => ({ ...clean, ...row })[field] ?? ''),
      correction: typed,
    })),
    own,
    offices,
    { headers },
  )
const told = (...rows: Parameters<typeof read>) =>
  read(...rows).map(({ problems, causes }) => [problems, ...causes.map(({ field, text, proposal }) => [field, text, proposal])])

test('a ditto in any column waits, with what stands above as proposal, over several rows', () => {
  for (const field of fields.filter(field => field !== 'kpuNumber' && field !== 'term')) {
    const above = { endsOn: '14 Maret 2027', startsOn: '15 Maret 2024', submittedAt: '25/10/2025 09.08.09', termUnit: 'tahun' }[
      field as 'endsOn'
    ]
    const first = { term: field === 'termUnit' ? '5' : '', [field]: above ?? clean[field] ?? 'isi', officeName: '' }
    if (field === 'officeName') first.officeName = 'KPU Kabupaten Banyuwangi'
    const [, second, third] = told(first, { ...first, [field]: 'idem' }, { ...first, [field]: '〃' })
    expect([second!.slice(1), third!.slice(1)].map(causes => causes.find(([at]) => at === field))).toEqual([
      [field, 'idem', first[field]],
      [field, '〃', first[field]],
    ])
    expect(second![0]).toContain('ditto')
  }
  expect(told({}, { kpuNumber: 'sda' })[1]).toEqual([['number_missing'], ['kpuNumber', 'sda', '1/NK/2024']])
  expect(told({ kpuNumber: 'sda', partner: '"' })[0]).toEqual([
    ['ditto', 'number_missing'],
    ['kpuNumber', 'sda', undefined],
    ['partner', '"', undefined],
  ])
})

test('a ditto below a day of month first proposes that day as a person would type it, and none while nobody knows it', () => {
  const dates = (...texts: string[]) => told(...texts.map(signedOn => ({ signedOn }))).map(([problems, cause]) => [problems, cause?.[2]])
  expect(dates('1/25/2024', '3/4/2024', 'sda')).toEqual([
    [[], undefined],
    [[], undefined],
    [['ditto'], '2024-03-04'],
  ])
  expect(dates('1/25/2024', '25/1/2024', '3/4/2024', 'sda').slice(2)).toEqual([
    [['day_order_unclear'], undefined],
    [['ditto'], undefined],
  ])
})

test('what a person typed over a cell is taken as meant, and day first', () => {
  expect(told({ kpuNumber: '2024-05-02' })[0]).toEqual([['number_became_other'], ['kpuNumber', '2024-05-02', undefined]])
  expect(told({ kpuNumber: '2024-05-02', typed: { kpuNumber: '5/2/2024' } })[0]).toEqual([[]])
  const [, second] = read({ signedOn: '1/25/2024' }, { signedOn: '3/4/2024', typed: { signedOn: '3/4/2024' } })
  expect(second!.values.signedOn).toBe('2024-04-03')
})

test('a text that says nothing that is known waits in every column that is not free text, and the cell is named', () => {
  const nonsense: Partial<Record<Field, [string, string]>> = {
    submittedAt: ['kemarin', 'time_unknown'],
    officeName: ['KPU Kabupaten Antah Berantah', 'office_unclear'],
    kind: ['Kontrak', 'kind_unknown'],
    partnerClass: ['entah', 'class_unknown'],
    signedOn: ['31 Juni 2024', 'date_invalid'],
    startsOn: ['nanti', 'date_invalid'],
    endsOn: ['2100-02-16', 'date_invalid'],
    term: ['sebentar', 'term_unknown'],
    termUnit: ['ekor', 'term_unknown'],
    signatories: ['Budi', 'signatories_unclear'],
    openness: ['menunggu uji', 'openness_unknown'],
    parentNumber: ['2024-05-02', 'number_became_other'],
    partnerNumber: ['0.5', 'number_became_other'],
  }
  for (const [field, [text, problem]] of Object.entries(nonsense)) {
    const [row] = read({ [field]: text })
    expect([field, row!.problems, row!.causes]).toEqual([
      field,
      [problem],
      [{ problem, field, cell: `${String.fromCharCode(65 + fields.indexOf(field as Field))}2`, text }],
    ])
  }
  for (const field of fields) {
    const [row] = read({ [field]: '#REF!' })
    expect(row!.problems).toContain('cell_error')
    expect(row!.causes[0]).toMatchObject({ problem: 'cell_error', field, text: '#REF!' })
  }
})

test('ends that are no day wait, those without limit and periods do not', () => {
  const ends = (endsOn: string) => {
    const [row] = read({ endsOn })
    return [row!.values.endsOn, ...row!.problems]
  }
  for (const said of [
    '31 Juni 2025',
    'Desember 2025',
    '5 tahun (2020-2025)',
    '##########',
    '2100-02-16',
    'sampai selesai',
    '2027',
    '90 tahun',
  ])
    expect([said, ends(said)]).toEqual([said, [null, 'date_invalid']])
  for (const said of ['tidak terbatas', 'Seumur hidup', 'selamanya', '-', 'tidak ada']) expect([said, ends(said)]).toEqual([said, [null]])
  for (const said of ['15/03/2024-14/03/2027', '15 Maret 2024 s.d. 14 Maret 2027', '14-03-2027', '14 Maret 2027'])
    expect([said, ends(said)]).toEqual([said, ['2027-03-14']])
  expect(
    read({ endsOn: '15/03/2024-14/03/2027' }, { endsOn: '12/31/2025' }).map(row => [row.values.endsOn, row.causes[0]?.proposal]),
  ).toEqual([
    ['2027-03-14', undefined],
    [null, '2025-12-31'],
  ])
  expect(read({ endsOn: 'tidak terbatas', term: '5 tahun' })[0]!.problems).toEqual(['date_invalid'])
  expect(read({ startsOn: 'sejak ditandatangani', term: '1 tahun' })[0]!.values).toMatchObject({
    startsOn: '2024-03-15',
    endsOn: '2025-03-15',
  })
})
