import { expect, test } from 'vitest'
import { z } from 'zod'
import { operations } from '../src/modules.ts'
import type { AnyOperation } from '../src/platform/operation/operation.ts'
import { problemsIn } from '../src/platform/refusals/input-problems.ts'
import { day, numberProblems } from '../src/platform/values/shapes.ts'

type Schema = { format?: string; type?: string; properties?: Record<string, Schema>; items?: Schema; anyOf?: Schema[] }
type Path = (string | number)[]

const places = (wanted: (schema: Schema) => boolean) =>
  operations.flatMap(operation => {
    const schema = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Schema
    return pathsIn(schema, wanted).map(path => [`${operation.name} ${path.join('.')}`, operation, path] as const)
  })
const days = places(({ format }) => format === 'date')
const numbers = places(({ type }) => type === 'integer' || type === 'number')

test('there are days and numbers to give', () => {
  expect(days.length).toBeGreaterThan(30)
  expect(numbers.length).toBeGreaterThan(8)
})

test.each(days)('%s takes the years 1945 to 2099, and says so', (_, operation, path) => {
  const about = (value: string) => said(operation, path, value).filter(text => /^(Tahunnya|Tulis tanggal)/.test(text))
  for (const wrong of ['1944-12-31', '2100-01-01', '0001-01-01', '9999-12-31', '0024-07-20', '20240-07-20', '2024-02-30', '20/07/2024'])
    expect([wrong, about(wrong).length]).toEqual([wrong, 1])
  expect(about('2204-07-20')).toEqual(['Tahunnya harus antara 1945 dan 2099.'])
  expect([...about('1945-01-01'), ...about('2099-12-31')]).toEqual([])
})

test.each(numbers)('%s never takes a thousand for one', (_, operation, path) => {
  const { success, data } = operation.input.safeParse(withValue(operation.example ?? {}, path, '1.000'))
  if (success) expect(at(data, path)).toBe(1000)
  for (const typed of ['1,000', '1e3', '1.5', '0x10', '12 buah']) expect([typed, said(operation, path, typed).length]).toEqual([typed, 1])
})

test('digits of any script, blanks and points are read in every field that a form or an address fills', () => {
  const typed = numbers.filter(([, operation, path]) => said(operation, path, '1e3')[0] === numberProblems.none.id)
  expect(typed.length).toBeGreaterThan(6)
  for (const [name, operation, path] of typed) {
    const year = path.at(-1) === 'year'
    for (const text of year ? ['２٠２٤', '2.024', ' 2 024 '] : ['١٢', ' １２ ', '12,0'])
      expect([name, text, at(operation.input.parse(withValue(operation.example, path, text)), path)]).toEqual([
        name,
        text,
        year ? 2024 : 12,
      ])
    expect([name, said(operation, path, '1,000')]).toEqual([name, [numberProblems.unclear.id]])
  }
})

test('a day is a day of the calendar', () => {
  expect(['1945-01-01', '2024-02-29', '2099-12-31'].every(value => day.safeParse(value).success)).toBe(true)
  expect(['1944-12-31', '2023-02-29', '2100-01-01', '2024-1-1', ''].some(value => day.safeParse(value).success)).toBe(false)
})

function said(operation: AnyOperation, path: Path, value: unknown): string[] {
  const input = withValue(operation.example ?? {}, path, value)
  const { error } = operation.input.safeParse(input)
  return error ? (problemsIn(error, input)[path.join('.')] ?? []).map(({ id }) => id) : []
}

/** Every place of the shape that is wanted, the first item of a list standing for all. */
function pathsIn(schema: Schema, wanted: (schema: Schema) => boolean, path: Path = [], depth = 0): Path[] {
  if (depth > 7) return []
  if (wanted(schema)) return [path]
  const ways = (schema.anyOf ?? []).flatMap(way => pathsIn(way, wanted, path, depth + 1))
  const items = schema.items ? pathsIn(schema.items, wanted, [...path, 0], depth + 1) : []
  const named = Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => pathsIn(inner, wanted, [...path, name], depth + 1))
  return [...new Map([...ways, ...items, ...named].map(each => [each.join('.'), each])).values()]
}

function withValue(value: unknown, [name, ...rest]: Path, last: unknown): unknown {
  if (name === undefined) return last
  if (typeof name === 'number') return [withValue(Array.isArray(value) ? value[0] : undefined, rest, last)]
  const object = value && typeof value === 'object' && !Array.isArray(value) ? value : {}
  return { ...object, [name]: withValue((object as Record<string, unknown>)[name], rest, last) }
}

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, name) => (inner as Record<string | number, unknown> | undefined)?.[name], value)
