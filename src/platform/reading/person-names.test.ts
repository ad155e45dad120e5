import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameKey, readPersonName, shownName } from './person-names.ts'

const shown = (text: string) => shownName(readPersonName(text))

test('a name with its titles is shown in one spelling, however it was typed', () => {
  const spellings = {
    'Prof. Dr. H. Budi Santoso, S.H., M.H.': [
      'prof. dr. h. BUDI SANTOSO, sh, mh',
      'Prof.Dr.H.Budi Santoso SH MH',
      ' PROF  DR  H  BUDI\nSANTOSO,S.H.,M.H. ',
      'Prof Dr H Budi Santoso S.H., MH',
      'Prof. Dr. H. budi santoso, SH MH,',
    ],
    "K.H. Ma'ruf Al-Amin": ["KH MA'RUF AL-AMIN", "k.h.ma'ruf al-amin", "K. H. Ma'ruf Al-Amin"],
    'Hj. Dra. Ni Luh, S.Pd.I., Lc.': ['hj dra Ni Luh, SPdI, Lc.'],
    'Dr. X, S.H. (Kementerian Y)': ['dr x, sh (Kementerian Y)', 'Dr.  X,  S.H.  (Kementerian  Y)'],
    'Budi (Kemendagri)': ['BUDI (Kemendagri)'],
    McArthur: ['McArthur'],
    'Ir. Sh': ['Ir. SH'],
  }
  for (const [name, said] of Object.entries(spellings)) expect(said.map(shown)).toEqual(said.map(() => name))
})

test('what is no name is shown as nothing', () => {
  expect(['', ', S.H.', '-'].map(shown)).toEqual(['', '', ''])
})

test('two names are the same when the bare names are equal folded', () => {
  const key = (text: string) => nameKey(readPersonName(text))
  expect(key("DRS. MA'RUF HABIBI, SH")).toBe(key('Ma’ruf  Habibi (Bawaslu)'))
  expect(key('Budi Santoso')).not.toBe(key('Budi Susanto'))
})

test('a dressed name is read back as it was', () => {
  const letters = fc.stringMatching(/^[A-Z][b-g]{2,7}x$/)
  const dresses = [
    (front: string[], bare: string, behind: string[]) => [[...front, bare].join(' '), ...behind].join(', '),
    (front: string[], bare: string, behind: string[]) => [[...front, bare].join(' ').toUpperCase(), ...behind].join(','),
    (front: string[], bare: string, behind: string[]) => [...front.map(undotted), bare, ...behind.map(undotted)].join('  '),
    (front: string[], bare: string, behind: string[]) => [front.join('') + bare.toLowerCase(), ...behind.map(undotted)].join(', '),
  ]
  const front = fc.subarray(['Prof.', 'Dr.', 'K.H.', 'Ir.'])
  const behind = fc.subarray(['S.Pd.I.', 'M.A.P.', 'Ph.D.', 'A.Md.'])
  fc.assert(
    fc.property(
      front,
      fc.array(letters, { minLength: 1, maxLength: 3 }),
      behind,
      fc.constantFrom(...dresses),
      (before, words, after, dress) => {
        const bare = words.join(' ')
        expect(shown(dress(before, bare, after))).toBe([[...before, bare].join(' '), ...after].join(', '))
      },
    ),
  )
})

test('whatever is typed, reading what is shown changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'B', '.', ',', ' ', '(', ')', 'h', 's', '-', "'") }), text => {
      expect(nameKey(readPersonName(shown(text)))).toBe(shown(text) === '' ? '' : nameKey(readPersonName(text)))
    }),
  )
})

const undotted = (title: string) => title.replaceAll('.', '')
