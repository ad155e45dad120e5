import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DayColumns, decideDayOrders, readAs } from './day-order.ts'

const ordersOf = (columns: DayColumns, ...more: Parameters<typeof decideDayOrders> extends [unknown, ...infer Rest] ? Rest : never) =>
  Object.fromEntries(Object.entries(decideDayOrders(columns, ...more)).map(([field, found]) => [field, [found.order, found.by]]))

test('a column that proves one order has it, for all of its values', () => {
  expect(ordersOf({ signedOn: ['3/4/2024', '1/25/2024', '12/31/2023'] })).toEqual({ signedOn: ['month-first', 'column'] })
  expect(ordersOf({ signedOn: ['3/4/2024', '25-1-24', '3.4.2024'] })).toEqual({ signedOn: ['day-first', 'column'] })
  expect(ordersOf({ submittedAt: ['3/4/2024 9:00:00', '1/25/2024 9:00:00'] })).toEqual({ submittedAt: ['month-first', 'column'] })
  expect(ordersOf({ term: ['1/25/2024 - 1/24/2027', '5 tahun'] })).toEqual({ term: ['month-first', 'column'] })
})

test('a file that proves nothing is day first, as is usual in Indonesia', () => {
  expect(ordersOf({ signedOn: ['3/4/2024', '5/6/2024'], endsOn: ['2027-01-02'] })).toEqual({ signedOn: ['day-first', 'usual'] })
  expect(ordersOf({ signedOn: ['2024-04-03', '3 April 2024', '44573', '4/4/2024', '31/31/2024', ''] })).toEqual({})
})

test('a column that proves both, or nothing beside one that is month first, waits for a person, whose word holds', () => {
  const both = { signedOn: ['3/4/2024', '25/1/2024', '1/25/2024'] }
  expect(ordersOf(both)).toEqual({ signedOn: [null, 'nobody'] })
  expect(ordersOf(both, { signedOn: 'month-first' })).toEqual({ signedOn: ['month-first', 'person'] })
  const beside = { signedOn: ['3/4/2024'], endsOn: ['1/25/2027', '3/4/2027'] }
  expect(ordersOf(beside)).toEqual({ signedOn: [null, 'nobody'], endsOn: ['month-first', 'column'] })
  expect(ordersOf({ submittedAt: ['10/25/2025 9:00:00'], signedOn: ['3/4/2024'] }).signedOn).toEqual([null, 'nobody'])
  expect(ordersOf({ submittedAt: ['25/10/2025 9:00:00'], signedOn: ['3/4/2024'] }).signedOn).toEqual(['day-first', 'usual'])
})

test('what was chosen for an earlier file of the layout counts only where this one proves nothing', () => {
  const earlier = { signedOn: 'month-first' } as const
  expect(ordersOf({ signedOn: ['3/4/2024', '25/1/2024'] }, {}, earlier)).toEqual({ signedOn: ['day-first', 'column'] })
  expect(ordersOf({ signedOn: ['3/4/2024', '25/1/2024', '1/25/2024'] }, {}, earlier)).toEqual({ signedOn: ['month-first', 'remembered'] })
})

test('where both orders are proved and no value depends on it there is nothing to ask', () => {
  expect(ordersOf({ endsOn: ['12/31/2025', '15/03/2024-14/03/2027'] })).toEqual({ endsOn: ['day-first', 'usual'] })
})

test('whatever the days of a column, one written in one order is read back in it as soon as a value proves the order', () => {
  const day = fc.date({ min: new Date('1945-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  const written = (date: Date, order: 'day-first' | 'month-first', sign: string) => {
    const [d, m, y] = [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear()]
    return [...(order === 'day-first' ? [d, m] : [m, d]), y].join(sign)
  }
  fc.assert(
    fc.property(
      fc.array(day, { minLength: 1, maxLength: 20 }),
      fc.constantFrom('day-first', 'month-first'),
      fc.constantFrom('/', '-', '.', ' / '),
      (dates, order, sign) => {
        const proof = new Date('2024-03-25')
        const texts = [...dates, proof].map(date => written(date, order, sign))
        const found = decideDayOrders({ signedOn: texts }).signedOn!
        expect([found.order, found.by]).toEqual([order, 'column'])
        expect(texts.map(text => readAs('signedOn', text, found.order!))).toEqual(
          [...dates, proof].map(date => date.toISOString().slice(0, 10)),
        )
      },
    ),
    { numRuns: 200 },
  )
})
