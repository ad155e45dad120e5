import type { Chance } from './chance.ts'

/** Texts that have broken something somewhere. */
export const texts = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udc00x',
  '\u202edp.exe',
  '😀'.repeat(200),
  'a\u0301'.repeat(500),
  'x'.repeat(10_000),
  ' '.repeat(10_000),
  '0001-01-01',
  '9999-12-31',
  '1945-01-01',
  '2099-12-31',
  '2025-02-30',
  '-0001-01-01',
  '+010000-01-01',
  'infinity',
  'now',
  'epoch',
  'NaN',
  '-0',
  '1e400',
  '1.000',
  '1,5',
  '9'.repeat(400),
  '2147483648',
  '-2147483649',
  '9223372036854775808',
  '0x10',
  'true',
  'null',
  '[object Object]',
  '{"a":1}',
  '[1',
  "'; drop table person; --",
  '<script>alert(1)</script>',
  '../../../etc/passwd',
  '%00',
  '%ff',
  '%',
  '\\',
  '\n\r\t',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '019a0000-0000-7000-8000-00000000000',
  '(((((((((((((((((',
  '{'.repeat(500),
  'eyJhIjoxfQ',
  'W10',
  'WyJuYW1lIiwiYSIsIngiXQ',
  '__proto__',
] as const
const others = [null, true, false, 0, -1, 1.5, 1e308, 2 ** 53, -(2 ** 53), 4_294_967_296, [], {}, [[]], [null], { a: { b: { c: 1 } } }]

export type Fields = { [name: string]: unknown }

/** The same input with one to three things done to it. */
export function mutated(input: Fields, names: readonly string[], chance: Chance): Fields {
  let fields: Fields = { ...input }
  for (let times = 1 + chance.below(3); times > 0; times--) fields = once(fields, names, chance)
  return fields
}

function once(fields: Fields, names: readonly string[], chance: Chance): Fields {
  const own = Object.keys(fields)
  const name = chance.below(3) && own.length ? chance.of(own) : chance.of(names.length ? names : ['x'])
  switch (chance.below(9)) {
    case 0: {
      const { [name]: _, ...rest } = fields
      return rest
    }
    case 1:
      return { ...fields, [name]: [fields[name] ?? 'x', fields[name] ?? 'x'] }
    case 2:
      return { ...fields, [name]: Array(chance.of([2, 51, 201, 1000])).fill(isPlain(fields[name]) ? fields[name] : 'x') }
    case 3:
      return { ...fields, [chance.of(texts)]: chance.of(texts) }
    case 4:
      return { ...fields, [`${name}.${chance.of(['0', '1', 'x', '__proto__', '9999'])}`]: chance.of(texts) }
    case 5:
      return { ...fields, [name]: deepened(fields[name], chance.of([2, 10, 40])) }
    case 6:
      return { ...fields, [name]: inner(fields[name], names, chance) }
    case 7:
      return { ...fields, [name]: chance.of(others) }
    default:
      return { ...fields, [name]: chance.of(texts) }
  }
}

/** Lists of lists would grow without end. */
const isPlain = (value: unknown): boolean => value !== undefined && typeof value !== 'object'

function inner(value: unknown, names: readonly string[], chance: Chance): unknown {
  if (Array.isArray(value) && value.length) return value.map((each, at) => (at === 0 ? inner(each, names, chance) : each))
  if (value && typeof value === 'object' && !(value instanceof Uint8Array)) return once(value as Fields, names, chance)
  return chance.of(texts)
}

function deepened(value: unknown, depth: number): unknown {
  let inside = value
  for (let level = 0; level < depth; level++) inside = level % 2 ? { a: inside } : [inside]
  return inside
}
