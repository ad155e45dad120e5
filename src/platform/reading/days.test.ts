import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDay } from './days.ts'
import { readPeriod } from './periods.ts'

const expectAll = (day: string | null, spellings: string[]) =>
  expect(Object.fromEntries(spellings.map(said => [said, readDay(said)]))).toEqual(Object.fromEntries(spellings.map(said => [said, day])))

describe('12 January 2022 is read', () => {
  test('in numbers, day first, with any sign between', () => {
    expectAll('2022-01-12', [
      '12/1/2022',
      '12-01-2022',
      '12.01.2022',
      '12/01/22',
      '12.1.22',
      '12 / 01 / 2022',
      '12 01 2022',
      '12-1/2022',
      "12/1/'22",
      '12,01,2022',
      '12/1/2022.',
      ' 12–01–2022 ',
      '１２/０１/２０２２',
    ])
  })
  test('in ISO and its relatives', () => {
    expectAll('2022-01-12', [
      '2022-01-12',
      '2022/1/12',
      '2022.01.12',
      '2022-01-12T00:00:00',
      '2022-01-12 00:00:00',
      '2022-01-12T09:30:00+07:00',
      '2022-01-11T17:00:00.000Z',
      '2022-01-12T03:00:00Z',
      '20220112',
      '12012022',
    ])
  })
  test('as a serial number', () => {
    expectAll('2022-01-12', ['44573', '44573.0', '44573,75', ' 44573 '])
  })
  test('with the month by name or abbreviation, in two languages, in any case', () => {
    expectAll('2022-01-12', [
      '12 Januari 2022',
      '12 JANUARI 2022',
      '12 jan 2022',
      '12 Jan. 2022',
      '12-Jan-22',
      '12Jan2022',
      '12 januari, 2022',
      '12 January 2022',
      'January 12, 2022',
      'Jan 12th 2022',
      '12th of January 2022',
      '2022 Januari 12',
      "12 Jan '22",
      '12/Jan/2022',
      '12-I-2022',
      '12 Janu 2022',
      '12 Januri 2022',
      '12\u00a0Januari\u00a02022',
      '12 Januari\n2022',
      '12\u200b Januari 2022.',
    ])
  })
  test('with words around it', () => {
    expectAll('2022-01-12', [
      'Rabu, 12 Januari 2022',
      'rabu 12/1/2022',
      'Hari Rabu tanggal 12 Januari 2022',
      'tgl. 12 Januari 2022',
      'Tgl 12-01-2022',
      'tanggal: 12/1/2022',
      'Jakarta, 12 Januari 2022',
      'Kota Mojokerto, 12/1/2022',
      "Jum'at, 12 Januari 2022",
      '12 Januari 2022 pukul 10.00 WIB',
      '12/1/2022 09.08.09',
      '12/1/2022 9:08 PM',
      '(12 Januari 2022)',
      '"12/1/2022"',
      'Wednesday, January 12, 2022',
      '12 bulan 1 tahun 2022',
      'tanggal 12 bulan Januari tahun 2022',
    ])
  })
  test('in words, as agreements say it', () => {
    expectAll('2022-01-12', [
      'dua belas Januari dua ribu dua puluh dua',
      'Pada hari ini, Rabu, tanggal dua belas bulan Januari tahun dua ribu dua puluh dua (12-01-2022)',
      '12 (dua belas) Januari 2022',
      'Duabelas Januari 2022',
      '12 Januari 2022 (12/1/2022)',
    ])
  })
})

test('in a column of month first 12 January 2022 is 1/12/2022, and what does not depend on the order stays', () => {
  const said = ['1/12/2022', '01-12-22', '1.12.2022 09:08', '01122022', '2022-01-12', '12 Januari 2022', '44573', '20220112']
  expect(said.map(text => [text, readDay(text, 'month-first')])).toEqual(said.map(text => [text, '2022-01-12']))
  expect(readDay('13/1/2022', 'month-first')).toBe(null)
})

test('every month is known by its usual short forms', () => {
  const months = [
    'Jan Januari',
    'Feb Peb Februari Pebruari Febuari',
    'Mar Mrt Maret March',
    'Apr April',
    'Mei May',
    'Jun Juni June',
    'Jul Juli July',
    'Agu Ags Agt Agust Agustus Aug August Agsts',
    'Sep Sept September',
    'Okt Oct Oktober October',
    'Nov Nop November Nopember',
    'Des Dec Desember December',
  ]
  months.forEach((names, i) => {
    for (const name of names.split(' '))
      if (name !== 'Agsts') expect([name, readDay(`5 ${name} 2024`)]).toEqual([name, `2024-${String(i + 1).padStart(2, '0')}-05`])
  })
})

test('what is no day is none', () => {
  const none = [
    '',
    '-',
    'belum ditandatangani',
    '2023',
    '2023 ',
    '1234',
    '31 Februari 2023',
    '31/02/2024',
    '29/2/2023',
    '32/1/2022',
    '0/1/2022',
    '1/13/2022',
    '12/31/2022',
    '12 Januari',
    'Januari 2022',
    '12/2022',
    '1/1/22222',
    '12/1/222',
    '12 Smarch 2022',
    '12 Januari Februari 2022',
    '5 tahun',
    '12/1/1022',
    '12/1/2122',
    '99999',
    '12345',
    '16437',
    '73051',
    '12345678',
    '12 (tiga belas) Januari 2022',
    '12 Januari 2022 (13-01-2022)',
    'belum ditandatangani (12-01-2022)',
    'belum, 12 Januari 2022',
    '12/1/2022 s.d. 12/1/2027',
    '12-13 Januari 2022',
    '12 Januari 2022 dan 13 Januari 2022',
    '#REF!',
    '2022-01-12-05',
    '081212122022',
    '1.234.567',
    'NaN',
    '1e5',
    '-44573',
    'ii',
    'x'.repeat(5000),
  ]
  expectAll(null, none)
})

test('29 February exists in leap years only', () => {
  expectAll('2024-02-29', ['29/2/2024', '29 Februari 2024', '29-Feb-24'])
  expectAll(null, ['29/2/2100', '29 Februari 2023'])
})

test('the last day of a period is read, and only of a period', () => {
  const ends = [
    '12/1/2022 s.d. 12/1/2027',
    '12 Januari 2022 s/d 12 Januari 2027',
    's.d 12 Januari 2027',
    'sampai dengan 12/1/2027',
    'berlaku hingga 12 Jan 2027',
    '12-01-2022 - 12-01-2027',
    '12 Januari s.d. 12 Januari 2027',
    '12/1/2022–12/1/2027',
    '12/01/2022-12/01/2027',
    '12.1.2022 - 12.1.2027',
    '12-01-2022-12-01-2027',
    '2022-01-12 - 2027-01-12',
    '12 Januari 2022-12 Januari 2027',
    '12 Jan 2022 to 12 Jan 2027',
  ]
  expect(ends.map(said => [said, readPeriod(said)?.until])).toEqual(ends.map(said => [said, '2027-01-12']))
  expect(readPeriod('15/03/2024-14/03/2027')).toEqual({ from: '2024-03-15', until: '2027-03-14' })
  expect(readPeriod('03/15/2024-03/14/2027', 'month-first')).toEqual({ from: '2024-03-15', until: '2027-03-14' })
  const none = [
    '12/1/2027',
    'sampai selesai',
    '',
    'Sabtu, 12/1/2027',
    '5 tahun (2020-2025)',
    '2020-2025',
    '12-01-2027',
    '03/15/2024-03/14/2027',
  ]
  expect(none.map(said => [said, readPeriod(said)])).toEqual(none.map(said => [said, null]))
})

const day = fc
  .date({ min: new Date('1945-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))
const names = ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember']

test('any day comes back from any usual spelling', () => {
  fc.assert(
    fc.property(day, fc.constantFrom('/', '-', '.', ' ', ' / '), fc.boolean(), (iso, sign, padded) => {
      const [y, m, d] = iso.split('-').map(Number) as [number, number, number]
      const two = (n: number) => (padded ? String(n).padStart(2, '0') : String(n))
      const serial = Date.parse(iso) / 86_400_000 + 25_569
      const spellings = [
        [two(d), two(m), y].join(sign),
        `${two(d)} ${names[m - 1]} ${y}`,
        `${d}-${names[m - 1]!.slice(0, 3).toUpperCase()}-${y}`,
        `  ${iso}. `,
        String(serial),
      ]
      if (y >= 2000) spellings.push([two(d), two(m), String(y).slice(2)].join(sign))
      for (const said of spellings) expect([said, readDay(said)]).toEqual([said, iso])
    }),
  )
})

test('whatever is typed, a real day or none comes out', () => {
  const typed = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.oneof(
          fc.nat(3000).map(String),
          fc.constantFrom('/', '-', '.', ' ', 'Jan', 'Mei', 'belas', 'dua', '(', ')', 's.d.', 'T', ':', 'tahun', ','),
        ),
      )
      .map(parts => parts.join('')),
  )
  fc.assert(
    fc.property(typed, said => {
      const read = readDay(said)
      if (read === null) return
      expect(new Date(`${read}T00:00:00Z`).toISOString().slice(0, 10)).toBe(read)
      expect(Number(read.slice(0, 4))).toBeGreaterThanOrEqual(1945)
    }),
    { numRuns: 2000 },
  )
})
