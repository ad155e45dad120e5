import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codesOf, listed, literally, unlisted } from './listed.ts'

test('several texts stand in one cell in their order, and one that says nothing keeps its place', () => {
  expect(listed(['N-1', null, 'N-3'])).toBe('N-1; ; N-3')
  expect([listed([]), listed([null, null]), listed(['Universitas A'])]).toEqual(['', '', 'Universitas A'])
  expect(unlisted('N-1; ; N-3').map(({ text }) => text)).toEqual(['N-1', '', 'N-3'])
  expect(unlisted('A;').map(({ text }) => text)).toEqual(['A', ''])
})

test('what could be taken for something else stands in quotes', () => {
  expect(literally('PT A; B')).toBe('"PT A; B"')
  for (const text of ['"Rumah" Pemilu', '1. Satu', 'idem', 'x', '0', '#REF!', 'dua\nbaris', ' tepi '])
    expect(literally(text)).toMatch(/^".*"$/s)
  for (const text of ['-', 'Universitas A', 'PT "Maju" Jaya', '1/PR.07-NK/01/2025', 'Dr. Ani, S.H.']) expect(literally(text)).toBe(text)
})

test('codes of offices stand bare in their column', () => {
  expect([codesOf(['12.14']), codesOf(['12.14', '12.15']), codesOf(['12.14', null]), codesOf([null])]).toEqual([
    '12.14',
    '12.14; 12.15',
    '12.14; ',
    '',
  ])
})

test('whatever the texts, they come back', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom('"', ';', ' ', '\n', 'a', '1', '.', '-') }),
    fc.constantFrom('idem', '0'),
  )
  fc.assert(
    fc.property(fc.array(text, { minLength: 1 }), texts => {
      const said = texts.map(each => each || null)
      const cell = listed(said)
      if (said.every(each => each === null)) expect(cell).toBe('')
      else expect(unlisted(cell).map(each => each.text)).toEqual(texts)
    }),
  )
})
