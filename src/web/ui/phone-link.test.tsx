import { expect, test } from 'vitest'
import { phone } from '../../platform/values/shapes.ts'
import { calledBy } from './phone-link.tsx'

test.each([
  ['0812-3456-7890', 'tel:081234567890'],
  ['+62 812 3456 7890', 'tel:+6281234567890'],
  ['(0343) 421234 ext. 12', 'tel:0343421234;ext=12'],
  ['0343 421234 pesawat 7', 'tel:0343421234;ext=7'],
  ['+62 (0) 343 421234', 'tel:+62343421234'],
  ['Telp. 021-31937223 / 0812 1111 2222', 'tel:02131937223'],
  ['0274 123 456 atau 0274 123 457', 'tel:0274123456'],
  ['WA 0812１２３', 'tel:0812123'],
  ['110', 'tel:110'],
])('%s stays as typed and is called by %s', (typed, called) => {
  expect([phone.parse(typed), calledBy(typed)]).toEqual([typed, called])
})

test('what is no telephone number is refused in words', () => {
  for (const typed of ['12', 'tidak ada', 'budi@kpu.go.id', 'budi123@kpu.go.id', 628123456789])
    expect([typed, phone.safeParse(typed).success]).toEqual([typed, false])
})
