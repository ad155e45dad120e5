import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldNumber } from '../../agreements/rules/number.ts'
import { chooseName, foldName } from '../../partners/rules/partner-names.ts'
import { nearNames } from './near-names.ts'
import { readNumber } from './numbers.ts'

const chosen = (...spellings: string[]) => chooseName(new Map(spellings.map(name => [name, 1])))

test('names are equal but for case, spaces, punctuation and usual abbreviations', () => {
  const groups = [
    [
      'Universitas Puncak Ilmu',
      'UNIVERSITAS PUNCAK ILMU',
      ' Univ. Puncak Ilmu ',
      'Univ Puncak  Ilmu',
      'Universitas\u00a0Puncak\u00a0Ilmu',
      'Universitas Puncak\nIlmu.',
      'universitas "puncak" ilmu',
      'Univ.Puncak Ilmu',
    ],
    ['PT TV Cakra', 'PT. TV Cakra', 'P.T. TV CAKRA', 'pt tv cakra', 'PT.TV Cakra', 'P. T. T.V. Cakra', 'Perseroan Terbatas TV Cakra'],
    ['Kementerian Hukum dan Warga', 'Kementrian Hukum & Warga', 'Kemen. Hukum dan Warga'],
    ['Kejaksaan Agung RI', 'Kejaksaan Agung Republik Indonesia', 'Kejagung R.I.'],
    ["LSM Al-Qur'an", 'Lembaga Swadaya Masyarakat Al Quran', 'LSM Al Qur’an'],
  ]
  for (const group of groups) expect(new Set(group.map(foldName))).toEqual(new Set([foldName(group[0]!)]))
  expect(new Set(groups.map(group => foldName(group[0]!))).size).toBe(groups.length)
})

test('near names stay apart', () => {
  const pairs = [
    ['PT Awan Data', 'Awan Data'],
    ['Universitas Nusa Raya', 'Universitas Nusa Jaya'],
    ['PT Data Terbuka', 'PT Dataterbuka'],
    ['Universitas Garuda Sakti', 'Universitas Garuda Saktl'],
  ]
  for (const [a, b] of pairs) expect(foldName(a!)).not.toBe(foldName(b!))
})

test('a name is written as well as the file writes it anywhere', () => {
  expect(chosen('PERHIMPUNAN PENGACARA PEMILU', ' Perhimpunan  Pengacara\u00a0Pemilu ')).toBe('Perhimpunan Pengacara Pemilu')
  expect(chosen('PERHIMPUNAN PENGACARA DAN ADVOKAT')).toBe('Perhimpunan Pengacara dan Advokat')
  expect(chosen('PT TV CAKRA', 'pt tv cakra')).toBe('PT TV Cakra')
  expect(chosen('PT. Lensa Daerah')).toBe('PT Lensa Daerah')
  expect(chosen('P.T. Lensa Daerah')).toBe('PT Lensa Daerah')
  expect(chosen('PT.Lensa Daerah, ')).toBe('PT Lensa Daerah')
  expect(chosen('Univ. Puncak Ilmu')).toBe('Universitas Puncak Ilmu')
  expect(chosen('Univ. PUNCAK ILMU')).toBe('Universitas Puncak Ilmu')
  expect(chosen('Kementerian Hukum Dan Warga', 'Kementerian Hukum dan Warga')).toBe('Kementerian Hukum dan Warga')
  expect(chosen('TVRI')).toBe('TVRI')
  expect(chosen('Polda Jawa Timur')).toBe('Polda Jawa Timur')
  expect(chosen('=HYPERLINK("x")')).toBe('=HYPERLINK("x")')
  expect(
    chooseName(
      new Map([
        ['Dewan Pers-Daerah', 1],
        ['Dewan Pers Daerah', 5],
      ]),
    ),
  ).toBe('Dewan Pers Daerah')
})

test('choosing a name never changes which partner it is, and choosing again changes nothing', () => {
  const word = fc.constantFrom(
    'univ.',
    'Universitas',
    'PT',
    'P.T.',
    'dan',
    '&',
    'TV',
    'Cakra',
    'RI',
    'Kab.',
    'jaya',
    'III',
    '"Bina"',
    "Qur'an",
    'Al-Azhar',
    '2000',
    '(Persero)',
    'kemen',
  )
  const name = fc
    .array(word, { minLength: 1, maxLength: 6 })
    .chain(words =>
      fc.constantFrom(words.join(' '), words.join(' ').toUpperCase(), words.join('  ').toLowerCase(), ` ${words.join('\u00a0')}. `),
    )
  fc.assert(
    fc.property(fc.oneof(name, fc.string()), said => {
      fc.pre(foldName(said) !== '')
      expect(foldName(chosen(said))).toBe(foldName(said))
      expect(chosen(chosen(said))).toBe(chosen(said))
      expect(foldName(foldName(said))).toBe(foldName(said))
    }),
    { numRuns: 1000 },
  )
})

test('slips, spaces, order, one word more and the legal form are suggested, other names are not', () => {
  const names = nearNames()
  const known = ['universitas garuda sakti', 'pt data terbuka', 'kementerian kesehatan keluarga', 'yayasan suara pemilih', 'pt suara timur']
  for (const name of known) names.add(name)
  const near = (name: string) => names.near(name)
  expect(near('universitas garuda sakit')).toEqual(['universitas garuda sakti'])
  expect(near('universitas garda sakti')).toEqual(['universitas garuda sakti'])
  expect(near('pt dataterbuka')).toEqual(['pt data terbuka'])
  expect(near('data terbuka')).toEqual(['pt data terbuka'])
  expect(near('suara timur pt')).toEqual(['pt suara timur'])
  expect(near('kementerian keluarga kesehatan')).toEqual(['kementerian kesehatan keluarga'])
  expect(near('yayasan suara pemilih muda')).toEqual(['yayasan suara pemilih'])
  expect(near('universitas karya dharma')).toEqual([])
  expect(near('universitas garuda sakti')).toEqual([])
})

test('numbers are equal but for spaces, case, a word in front and zeros before', () => {
  const group = [
    '1/PR.07-NK/01/2022',
    ' 1/pr.07-nk/01/2022. ',
    'Nomor : 001/PR.07-NK/01/2022',
    'No. 1/PR.07–NK/01/2022',
    '1 / PR.07 - NK / 01 / 2022',
    '1\\PR.07-NK\\01\\2022',
    'NOMOR:1/PR.07-NK/01/2022',
  ]
  expect(new Set(group.map(foldNumber))).toEqual(new Set(['1/pr.07-nk/01/2022']))
  expect(foldNumber('10/PR.07-NK/01/2022')).not.toBe(foldNumber(group[0]!))
  expect(foldNumber('NOTA-1/2022')).toBe('nota-1/2022')
  expect(foldNumber('0')).toBe('0')
})

test('only spaces, dashes and words for nothing are no number', () => {
  for (const said of ['', ' ', '-', '--', ' – ', '—', '- -', '\u00a0', '…', 'tidak ada', 'Belum ada nomor', 'n/a', 'nihil'])
    expect([said, readNumber(said)]).toEqual([said, null])
  expect(['1/NK', ' M-1 ', '0', '-1-', 'a\nb'].map(readNumber)).toEqual(['1/NK', 'M-1', '0', '-1-', 'a b'])
})
