import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberOf } from '../../../platform/reading/number-words.ts'
import { dayAfter, readTerm } from './terms.ts'

const months = (said: string) => readTerm(said)?.months ?? null

test('terms are read in numbers, in words and in both', () => {
  const spellings: Record<number, string[]> = {
    60: [
      '5 tahun',
      '5 (lima) tahun',
      'lima tahun',
      'lima (5) tahun',
      '60 bulan',
      '60 (enam puluh) bulan',
      '5 Thn.',
      '5thn',
      '5 th',
      'LIMA TAHUN',
      'selama 5 tahun',
      '5\u00a0tahun',
      '5 tahun sejak ditandatangani',
      '5 (lima) tahun terhitung sejak tanggal 1 Januari 2022',
      '5 tahun (lima tahun)',
      '5 tahun dan dapat diperpanjang',
      '5 years',
      '5-tahun',
      'jangka waktu 5 tahun',
      '10 semester',
    ],
    12: ['1 tahun', 'setahun', 'satu tahun', '12 bulan', 'dua belas bulan', 'duabelas bulan', '1 (satu) tahun', 'se-tahun'],
    24: ['2 thn', '24 bln', 'dua puluh empat bulan', 'dua tahun'],
    18: ['1,5 tahun', '1.5 tahun', 'satu setengah tahun', '1 tahun 6 bulan', '1 tahun dan 6 (enam) bulan', '18 bulan'],
    6: ['setengah tahun', '6 bulan', 'satu semester', '2 triwulan'],
    132: ['sebelas tahun', '11 tahun'],
    120: ['sepuluh tahun'],
  }
  for (const [count, said] of Object.entries(spellings))
    expect(said.map(text => [text, months(text)])).toEqual(said.map(text => [text, Number(count)]))
  expect(['90 hari', '2 minggu', '1 tahun 15 hari'].map(readTerm)).toEqual([
    { months: 0, days: 90 },
    { months: 0, days: 14 },
    { months: 12, days: 15 },
  ])
})

test('what is no term is none', () => {
  for (const said of [
    '',
    '-',
    '5',
    'tahun',
    '5 (tiga) tahun',
    '3-5 tahun',
    'tidak terbatas',
    'sampai selesai',
    '0 tahun',
    '101 tahun',
    '5 ekor',
    'lima dua tahun',
    '1/1/2022',
    '2022',
    'tahun 2022',
    '5 tahun 6',
    '5 tahun 3 tahun',
    '1,5 bulan',
    'x'.repeat(9999),
  ])
    expect([said, readTerm(said)]).toEqual([said, null])
})

test('a term ends on the same day of the month, or on its last day', () => {
  expect(dayAfter('2022-09-08', { months: 12, days: 0 })).toBe('2023-09-08')
  expect(dayAfter('2024-02-29', { months: 12, days: 0 })).toBe('2025-02-28')
  expect(dayAfter('2024-02-29', { months: 48, days: 0 })).toBe('2028-02-29')
  expect(dayAfter('2022-08-31', { months: 6, days: 0 })).toBe('2023-02-28')
  expect(dayAfter('2022-12-01', { months: 0, days: 31 })).toBe('2023-01-01')
})

test('Indonesian numbers are read as they are spoken', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), number => {
      expect([number, numberOf(spoken(number).split(' '))]).toEqual([number, number])
    }),
  )
  expect(numberOf(['12', 'dua', 'belas'])).toBe(12)
  for (const said of [
    'dua lima',
    'belas',
    'puluh dua',
    'dua belas lima',
    'dua puluh tiga belas',
    'seratus seribu',
    'banyak',
    '12 tiga belas',
    '',
  ])
    expect([said, numberOf(said.split(' '))]).toEqual([said, null])
})

function spoken(number: number): string {
  const units = ['', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh', 'sebelas']
  if (number < 12) return units[number]!
  if (number < 20) return `${spoken(number - 10)} belas`
  const [scale, name] = number < 100 ? [10, 'puluh'] : number < 1000 ? [100, 'ratus'] : [1000, 'ribu']
  const front = Math.floor(number / scale)
  return `${front === 1 && scale > 10 ? `se${name}` : `${spoken(front)} ${name}`} ${spoken(number % scale)}`.trim()
}
