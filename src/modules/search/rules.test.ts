import { afterEach, expect, test, vi } from 'vitest'
import type { Alternative } from '../../platform/search/sought.ts'
import { markerOf } from './rules.ts'

const alternative = (word: string, query = `'${word}':*`): Alternative => ({ word, query, places: [], offices: [] })
const markerFor = (...words: string[]) => markerOf({ typed: words.join(' '), words: words.map(word => [alternative(word)]) })
afterEach(() => vi.restoreAllMocks())

test('words are marked where they begin with what was looked for or are of its stem, whatever their accents', () => {
  const { marksIn } = markerOf({ typed: 'pelatihan di', words: [[alternative('pelatihan', "'latih':*")], [alternative('di')]] })
  const text = 'Melatih di Mandiri, PÉLATIHAN; berlatih'
  expect(marksIn(text).map(([from, to]) => text.slice(from, to))).toEqual(['Melatih', 'di', 'PÉLATIHAN', 'berlatih'])
})

test('a word is compared once, however often it comes and however many are looked for', () => {
  const normalized = vi.spyOn(String.prototype, 'normalize')
  const { marksIn } = markerFor('satu', 'dua', 'tiga', 'empat', 'lima')
  expect(marksIn('kerja sama '.repeat(1000))).toEqual([])
  expect(normalized).toHaveBeenCalledTimes(2)
})

test('the piece is around the first of the words, and what comes after it is not looked at', () => {
  const { pieceOf } = markerFor('disabilitas')
  const texts = ['Tidak ada', `${'awal '.repeat(100)}penyandang disabilitas ${'akhir '.repeat(100)}`]
  Object.defineProperty(texts, 2, { get: () => expect.fail('a text after the one that is told was looked at'), enumerable: true })
  expect(pieceOf(texts)).toMatch(/^… .*penyandang disabilitas akhir .* …$/)
  expect(pieceOf(['tidak ada', 'juga tidak'])).toBeNull()
})

test('of what is very long, the beginning is looked through', () => {
  const { pieceOf } = markerFor('disabilitas')
  const long = 'kata '.repeat(5_000)
  expect(pieceOf([long, 'disabilitas'])).toBe('disabilitas')
  expect(pieceOf([long, long, 'disabilitas'])).toBeNull()
})

test('a title that has the word just so comes before one that has its stem in another word', () => {
  const { nearnessOf } = markerOf({ typed: 'data', words: [[alternative('data', "'data':*")]] })
  const near = (title: string) => nearnessOf({ title, rest: '' })
  expect(near('Pertukaran Data')).toBeGreaterThan(near('Hukum Perdata'))
  expect(near('Hukum Perdata')).toBeGreaterThan(near('Pendidikan Pemilih'))
})
