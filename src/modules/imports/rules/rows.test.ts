import fc from 'fast-check'
import { expect, test } from 'vitest'
import { officeIndex } from '../../../platform/reading/offices.ts'
import { readOffices } from '../../organisation/regions.ts'
import { foldName } from '../../partners/rules/partner-names.ts'
import { fields, type Kind } from '../schema/codes.ts'
import type { Correction } from '../schema/rows.ts'
import { layoutOf } from './layouts.ts'
import { readRowsOf } from './rows.ts'
import { dayAfter } from './terms.ts'

const all = readOffices()
const offices = officeIndex(all)
const { mapping } = layoutOf([])
const read = (correction: Correction) => readRowsOf([{ number: 2, cells: [], correction }], mapping, offices)[0]!

/** How people dress a clean value: each takes it and gives it back in a spelling that must mean the same. */
type Dress<T> = (clean: T) => string
const months = ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember']
const short = ['Jan', 'Peb', 'Mrt', 'Apr', 'Mei', 'Jun', 'Jul', 'Agt', 'Sept', 'Okt', 'Nop', 'Des']
const parts = (day: string) => day.split('-').map(Number) as [number, number, number]
const two = (number: number) => String(number).padStart(2, '0')
const weekday = (day: string) => ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', "Jum'at", 'Sabtu'][new Date(day).getUTCDay()]

const days: Dress<string>[] = [
  day => day,
  day => `${day} 00:00:00`,
  day => parts(day).reverse().join('/'),
  day => parts(day).reverse().map(two).join('-'),
  day => parts(day).reverse().map(two).join('.'),
  day => `${parts(day)[2]}/${parts(day)[1]}/${String(parts(day)[0]).slice(2)}`,
  day => `${parts(day)[2]} ${months[parts(day)[1] - 1]} ${parts(day)[0]}`,
  day => `${parts(day)[2]} ${months[parts(day)[1] - 1]!.toUpperCase()} ${parts(day)[0]}.`,
  day => `${two(parts(day)[2])}-${short[parts(day)[1] - 1]}-${String(parts(day)[0]).slice(2)}`,
  day => `${weekday(day)}, ${parts(day)[2]} ${short[parts(day)[1] - 1]}. ${parts(day)[0]}`,
  day => `tgl. ${parts(day)[2]}\u00a0${months[parts(day)[1] - 1]!.toLowerCase()}\u00a0 ${parts(day)[0]}`,
  day => String(Date.parse(day) / 86_400_000 + 25_569),
]
const numerals = ['', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh']
const terms: Dress<number>[] = [
  years => `${years} tahun`,
  years => `${years} (${numerals[years]}) tahun`,
  years => `${numerals[years]!.toUpperCase()} TAHUN.`,
  years => `${years * 12} bulan`,
  years => `${years}thn`,
  years => `selama ${years} ( ${numerals[years]} )  Th. sejak ditandatangani`,
]
const kinds: Record<Kind, string[]> = {
  mou: ['NK', 'N.K', 'M.o.U.', 'MOU ', 'nota  kesepahaman (MoU)', 'Memorandum of Understanding', 'NOTA KESEPAHAMAN'],
  pks: ['PKS', 'P K S', 'p.k.s.', 'Perjanjian Kerjasama', 'PERJANJIAN KERJA SAMA', 'Perjanjian Kerja Sama (PKS)'],
  addendum: ['Addendum', 'ADENDUM', 'Addendum PKS', 'adendum perjanjian kerja sama'],
}
const partners: Dress<string>[] = [
  name => name,
  name => ` ${name.replaceAll(' ', '\u00a0')}  `,
  name => name.toUpperCase(),
  name => name.toLowerCase(),
  name => name.replace('Universitas', 'Univ.').replace('PT ', 'PT. ').replace('Kementerian', 'Kementrian'),
  name => `${name.replace(' ', '\n')}.`,
]
type Office = (typeof all)[number]
const officeCells: ((office: Office) => Correction)[] = [
  ({ code }) => ({ officeCode: code }),
  ({ code }) => ({ officeCode: code.replace('.', '') }),
  ({ code, name }) => ({ officeCode: code.replace('.', ','), officeName: name.toUpperCase() }),
  ({ code, name }) => ({ officeCode: String(Number(code)), officeName: name.replace(/^K[PI][UP] /, '') }),
  ({ name }) => ({ officeName: name }),
  ({ name }) => ({ officeName: name.replace('Kabupaten', 'Kab.').replace('Provinsi', 'Prov.') }),
  ({ name }) => ({ officeCode: '-', officeName: ` ${name.toLowerCase()} ` }),
]

test('a clean row in whatever dress is read back as it is', () => {
  const clean = fc.record({
    office: fc.constantFrom(...all),
    kind: fc.constantFrom<Kind>('mou', 'pks', 'addendum'),
    signedOn: fc
      .date({ min: new Date('2000-01-01'), max: new Date('2089-12-31'), noInvalidDate: true })
      .map(date => date.toISOString().slice(0, 10)),
    years: fc.integer({ min: 1, max: 10 }),
    partner: fc.constantFrom('Universitas Puncak Ilmu', 'PT TV Cakra', 'Kementerian Urusan Hukum dan Warga', 'Yayasan Akses Setara'),
    endGiven: fc.constantFrom('day', 'term', 'both', 'period'),
    pick: fc.infiniteStream(fc.nat(1000)),
  })
  fc.assert(
    fc.property(clean, ({ office, kind, signedOn, years, partner, endGiven, pick }) => {
      const one = <T>(list: readonly T[]): T => list[pick.next().value! % list.length]!
      const endsOn = dayAfter(signedOn, { months: years * 12, days: 0 })
      const cells: Correction = {
        ...one(officeCells)(office),
        kind: one(kinds[kind]),
        signedOn: one(days)(signedOn),
        partner: one(partners)(partner),
        kpuNumber: one([' 7/PKS/2022 ', 'No. 7/PKS/2022', '007/pks/2022']),
        ...(endGiven === 'day' || endGiven === 'both' ? { endsOn: one(days)(endsOn) } : {}),
        ...(endGiven === 'term' || endGiven === 'both' ? { term: one(terms)(years) } : {}),
        ...(endGiven === 'period' ? { term: `${one(days)(signedOn)} s.d. ${one(days)(endsOn)}` } : {}),
      }
      const { values, problems, partnersFolded, key } = read(cells)
      expect([cells, problems, values.office, values.kind, values.signedOn, values.endsOn]).toEqual([
        cells,
        [],
        office.code,
        kind,
        signedOn,
        endsOn,
      ])
      expect([partnersFolded, key]).toEqual([[foldName(partner)], `7/pks/2022 | ${foldName(partner)}`])
    }),
    { numRuns: 2000 },
  )
})

test('the end is the given day, else the start and the term, whichever column they stand in', () => {
  const ends = (correction: Correction) => read({ signedOn: '12/1/2022', ...correction }).values.endsOn
  expect(ends({ endsOn: '1/2/2025', term: '5 tahun' })).toBe('2025-02-01')
  expect(ends({ endsOn: 'sampai selesai', term: '5 tahun' })).toBe('2027-01-12')
  expect(ends({ endsOn: '3 (tiga) tahun' })).toBe('2025-01-12')
  expect(ends({ startsOn: '1 Maret 2022', term: '1 tahun' })).toBe('2023-03-01')
  expect(ends({ term: '12 Januari 2022 s.d. 31 Desember 2026' })).toBe('2026-12-31')
  expect(ends({ term: 's.d. 31 Desember 2026' })).toBe('2026-12-31')
  expect(ends({})).toBeNull()
  expect(read({ signedOn: 'belum', term: '5 tahun' }).values).toMatchObject({ signedOn: null, startsOn: null, endsOn: null })
  expect(read({ signedOn: '12/1/2022', startsOn: '1/3/2022', endsOn: '1/2/2022' }).problems).toContain('ends_before_start')
  expect(read({ signedOn: '12/1/2022', startsOn: '1/1/2021', endsOn: '1/2/2021' }).problems).not.toContain('ends_before_start')
  expect(read({ signedOn: '12/1/2022', endsOn: '12/1/2022' }).problems).not.toContain('ends_before_start')
})

test('an empty row has every problem but those of days that it does not give, in order', () => {
  expect(read({}).problems).toEqual(['date_invalid', 'kind_unknown', 'number_missing', 'office_unknown', 'partner_missing'])
})

test('whatever the cells hold, a row is read', () => {
  const cells = fc.dictionary(
    fc.constantFrom(...fields),
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '=HYPERLINK("http://contoh","x")',
        '<b>',
        '😀',
        '\0',
        '__proto__',
        'constructor',
        '((((((',
        'a'.repeat(30_000),
        '1 '.repeat(10_000),
        '- '.repeat(10_000),
        'e'.repeat(2000),
      ),
    ),
  )
  fc.assert(
    fc.property(cells, correction => {
      expect(() => read(correction as Correction)).not.toThrow()
    }),
    { numRuns: 500 },
  )
})
