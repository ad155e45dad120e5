import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPhones } from './phones.ts'

test('mobile numbers and landlines are read as people type them', () => {
  const mobile = { phones: ['+6284961951918'], invalid: false }
  for (const said of [
    '84961951918',
    '084961951918',
    '0849-6195-1918',
    '+62 849 6195 1918',
    '+62 0849.6195.1918',
    '006284961951918',
    "'084961951918",
    'HP/WA: 0849 6195 1918',
    'no. hp (0849) 6195-1918',
    'WA 0849 6195 1918 / \u202a+62 849-6195-1918\u202c',
    'Telp. 62 849 6195 1918, -',
  ])
    expect([said, readPhones(said)]).toEqual([said, mobile])
  expect(readPhones('(0361) 227799')).toEqual({ phones: ['+62361227799'], invalid: false })
  expect(readPhones('0841 2345 678 atau 02051948191\n0841-2345-678 dan 0842 3456 789')).toEqual({
    phones: ['+628412345678', '+622051948191', '+628423456789'],
    invalid: false,
  })
})

test('what is no number is invalid, and the good ones stay', () => {
  expect(['', ' - ', 'tidak ada'].map(readPhones)).toEqual([...Array(3)].map(() => ({ phones: [], invalid: false })))
  for (const said of ['0841', '12345678', '0841000012345678', 'tidak diketahui', '361227799', '+0841 2345 678'])
    expect([said, readPhones(said)]).toEqual([said, { phones: [], invalid: true }])
  expect(readPhones('0841234567 / 0841 ext 5')).toEqual({ phones: ['+62841234567'], invalid: true })
})

/** The same rule counted by hand: strip, then look at the first digit and the length. */
function plainly(digits: string): string | null {
  let rest = digits
  let taken = false
  for (const prefix of ['62', '0', '62', '0', '62', '0', '62', '0', '62', '0', '62', '0'])
    while (rest.startsWith(prefix)) {
      rest = rest.slice(prefix.length)
      taken = true
    }
  if (rest[0] === '8' && rest.length >= 9 && rest.length <= 12) return `+62${rest}`
  if (taken && '2345679'.includes(rest[0] ?? 'x') && rest.length >= 8 && rest.length <= 11) return `+62${rest}`
  return null
}

test('every row of digits is the number that the rule says, or invalid', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0268139'), minLength: 1, maxLength: 16 })
  fc.assert(
    fc.property(digits, said => {
      const number = plainly(said)
      expect(readPhones(said)).toEqual({ phones: number ? [number] : [], invalid: number === null })
    }),
    { numRuns: 2000 },
  )
})
