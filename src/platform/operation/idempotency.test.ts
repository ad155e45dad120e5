import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deserialize, serialize } from './idempotency.ts'

const part = fc.letrec(again => ({
  any: fc.oneof(
    fc.string(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(value => value + 0),
    fc.boolean(),
    fc.constant(null),
    fc.date({ noInvalidDate: true }),
    fc.uint8Array(),
    fc.array(again('any')),
    fc.dictionary(
      fc.string().filter(name => !name.startsWith('$') && name !== '__proto__'),
      again('any'),
      { noNullPrototype: true },
    ),
  ),
})).any

test('an answer that was kept as JSON is given back with its dates and bytes', () => {
  fc.assert(
    fc.property(part, answer => {
      expect(deserialize(JSON.parse(JSON.stringify(serialize(answer))))).toEqual(answer)
    }),
  )
})
