import { expect, test } from 'vitest'
import { readInstant } from '../../../platform/reading/timestamps.ts'
import { isOpenness, readOpenness } from './openness.ts'
import { readScope, readSignatories, readSignatory } from './signatories.ts'

test('openness is public, closed with its reason, or not said', () => {
  expect(['publik', 'Terbuka', 'PUBLIC', 'Informasi publik'].map(readOpenness)).toEqual(Array(4).fill({ public: true, reason: null }))
  expect(['', ' - '].map(readOpenness)).toEqual([null, null])
  expect(
    [
      'dikecualikan: data pribadi',
      'Dikecualikan (data pribadi)',
      'tertutup - rahasia negara',
      'Withheld: personal data',
      'Rahasia',
      'menunggu uji',
    ].map(readOpenness),
  ).toEqual(
    ['data pribadi', 'data pribadi', 'rahasia negara', 'personal data', 'Rahasia', 'menunggu uji'].map(reason => ({
      public: false,
      reason,
    })),
  )
})

test('words that are neither open nor closed are not understood', () => {
  const known = [
    'publik',
    'Terbuka untuk umum',
    'dikecualikan: data pribadi',
    'Tertutup',
    'RAHASIA',
    'tidak dikecualikan',
    'Berdasarkan permintaan',
    'On request',
    'Withheld',
  ]
  expect(known.filter(said => !isOpenness(said))).toEqual([])
  expect(['menunggu uji', 'entah', '2024', 'Kab. Banyuwangi'].filter(isOpenness)).toEqual([])
})

test('signatories are told apart from their positions by titles of office', () => {
  const [ketua, rektor] = [
    { name: null, position: 'Ketua KPU' },
    { name: null, position: 'Rektor Universitas X' },
  ]
  expect(readSignatories('Ketua KPU; Rektor Universitas X')).toEqual({ kpu: ketua, partners: [rektor], certain: true })
  expect(readSignatories('1. Ketua KPU\n2. Rektor Universitas X')).toEqual({ kpu: ketua, partners: [rektor], certain: true })
  expect(readSignatories('')).toEqual({ kpu: { name: null, position: null }, partners: [{ name: null, position: null }], certain: false })
  for (const said of [
    'Dr. Ani, S.H., Ketua KPU',
    'Dr. Ani, S.H. (Ketua KPU)',
    'Dr. Ani, S.H. - Ketua KPU',
    'Dr. Ani, S.H. selaku Ketua KPU',
  ])
    expect(readSignatory(said)).toEqual({ name: 'Dr. Ani, S.H.', position: 'Ketua KPU' })
  expect(readSignatory('Plt. Sekretaris')).toEqual({ name: null, position: 'Plt. Sekretaris' })
  expect(readSignatory('Ani Budi, M.Si.')).toEqual({ name: 'Ani Budi, M.Si.', position: null })
})

test('areas of cooperation are apart by semicolons, lines and list marks', () => {
  expect(readScope('Pertukaran data; Sosialisasi ;')).toEqual(['Pertukaran data', 'Sosialisasi'])
  expect(readScope('1. Pertukaran data\n2) Sosialisasi, magang\n- a-b')).toEqual(['Pertukaran data', 'Sosialisasi, magang', 'a-b'])
  expect(readScope(' - ')).toEqual([])
})

test('times of sending are western Indonesian unless they say a zone', () => {
  const read = (text: string) => readInstant(text)
  const at = '2025-10-05T02:08:09.000Z'
  for (const said of [
    '5/10/2025 09.08.09',
    '05/10/2025 9:08:09',
    '2025-10-05 09:08:09',
    '2025/10/05 9:08:09 AM GMT+7',
    '5-10-2025, 9.08.09 WIB',
    '2025-10-05T02:08:09Z',
    '5/10/2025 10.08.09 WITA',
    '2025-10-05T09:08:09+07:00',
  ])
    expect([said, read(said)]).toEqual([said, at])
  expect(read('5/10/2025 9:08 PM')).toBe('2025-10-05T14:08:00.000Z')
  expect(read('5/10/2025')).toBe('2025-10-04T17:00:00.000Z')
  expect(read('45935.5')).toBe('2025-10-05T05:00:00.000Z')
  expect(['', 'kemarin', '32/1/2025 09.00.00', '5/10/2025 25.00.00', '10/25/2025 09.00.00'].map(read)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ])
})

test('times of a column of month first are read so', () => {
  expect(readInstant('10/5/2025 9:08:09', 'month-first')).toBe('2025-10-05T02:08:09.000Z')
  expect(readInstant('25/10/2025 9:00:00', 'month-first')).toBe(null)
})
