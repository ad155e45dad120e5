import { expect, test } from 'vitest'
import { inNaturalOrder } from './natural-order.ts'

test('numbers of one office stand as people count, offices as they came', () => {
  const rows = ['Bali 10/NK/2024', 'Bali 2/NK/2024', 'Aceh 1/NK/2024', 'Bali 1/NK/2023', 'Aceh 11/NK/2024', 'Aceh 9/NK/2024']
  const sorted = inNaturalOrder(
    rows,
    row => row.slice(0, 4),
    row => row.slice(5),
  )
  expect(sorted).toEqual(['Bali 1/NK/2023', 'Bali 2/NK/2024', 'Bali 10/NK/2024', 'Aceh 1/NK/2024', 'Aceh 9/NK/2024', 'Aceh 11/NK/2024'])
})
