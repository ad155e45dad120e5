import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isBlankCell, separateWords, tidy, wordsOf } from './cell-words.ts'

test('folded words are letters and digits in lower case, single letters joined', () => {
  expect(['No. HP/WA', 'N.I.P.', '\u00a0Ma\u2019ruf\u200b ', 'E-mail', 'S. D. M', 'ﬁnal №5', 'é a b'].map(wordsOf)).toEqual([
    'no hp wa',
    'nip',
    'ma ruf',
    'e mail',
    'sdm',
    'final no5',
    'é ab',
  ])
})

test('whatever stands in a cell, folding it again changes nothing, and no sign is left', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      const words = wordsOf(text)
      expect(wordsOf(words)).toBe(words)
      expect(words.split(' ').every(word => word === '' || /^[\p{L}\p{N}]+$/u.test(word))).toBe(true)
    }),
  )
})

test('tidy keeps what was typed on one line', () => {
  expect(tidy(' \u00a0Budi\n  Santoso,\tS.H. ')).toBe('Budi Santoso, S.H.')
})

test('a blank cell has no letter or digit, or says that there is nothing', () => {
  expect(
    ['', ' - ', '—', '...', 'NIHIL', 'Tidak ada', 'tdk. ada', 'belum ada', 'N/A', 'n.a.', 'null', '(kosong)'].filter(
      text => !isBlankCell(text),
    ),
  ).toEqual([])
  expect(['0', 'tidak diketahui', 'x', 'tidak ada nomor'].filter(isBlankCell)).toEqual([])
})

test('where single letters are words of their own, they stay apart', () => {
  expect(['N.I.P.', 'KPU_Kab.\u00a0Malang', '\u200b'].map(separateWords)).toEqual(['n i p', 'kpu kab malang', ''])
})
