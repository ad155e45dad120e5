import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { operations } from '../src/modules.ts'
import { addLanguage, dropLanguage, messages as everyMessage } from '../src/platform/i18n/languages.ts'
import type { AnyOperation } from '../src/platform/operation/operation.ts'
import { problemsIn } from '../src/platform/refusals/input-problems.ts'
import { inputWords } from '../src/platform/refusals/input-words.ts'
import { foreignIn } from './one-language.ts'
import { pseudo } from './pseudo.ts'

type Schema = { properties?: Record<string, Schema>; items?: Schema; anyOf?: Schema[]; oneOf?: Schema[]; allOf?: Schema[] }
type Path = (string | number)[]

/** Values that few fields take. */
const wrong: readonly unknown[] = [
  undefined,
  null,
  '',
  ' ',
  'a',
  'tidak-ada',
  'x'.repeat(60_000),
  '0000-00-00',
  '0000-01-01',
  '2025-13-45',
  '99999999999999999999',
  'https://',
  'a@',
  -1,
  0.001,
  1e300,
  Number.NaN,
  true,
  [],
  ['tidak-ada'],
  Array.from({ length: 1000 }, () => 'tidak-ada'),
  {},
  { tidak: 'ada' },
  { name: 'x', bytes: 'y' },
]

const all = operations.map(operation => ({ operation, name: operation.name, paths: pathsIn(schemaOf(operation)) }))
const messages = new Set<string>()

beforeAll(() => addLanguage('qps', 'Pseudo', new Map([...everyMessage()].map(([key, { id }]) => [key, pseudo(id)]))))
afterAll(() => dropLanguage('qps'))

test.each(all)('$name refuses in words of ours, in both languages and in one that was added', ({ operation, paths }) => {
  const found = new Set<string>()
  for (const path of paths)
    for (const value of wrong) {
      const input = withValue(operation.example ?? {}, path, value)
      const { error } = operation.input.safeParse(input)
      if (!error) continue
      for (const [field, said] of Object.entries(problemsIn(error, input)))
        for (const { id, en, added } of said.map(each => ({ ...each, added: (each as Record<string, string>).qps }))) {
          messages.add(id)
          const problem =
            foreignIn('id', withoutNames(id)) ??
            foreignIn('en', withoutNames(en)) ??
            vague(id) ??
            (id === en ? `same: ${id}` : added?.includes('⟦') ? undefined : `not said in a language that was added: ${id}`)
          if (problem) found.add(`${field} ← ${JSON.stringify(value)?.slice(0, 40)}: ${problem}`)
        }
    }
  expect([...found]).toEqual([])
})

test('many kinds of messages were seen, so that the above means something', () => {
  expect(messages.size).toBeGreaterThan(40)
})

/** A field's own name is what a program sent, in no language. */
const withoutNames = (text: string): string => text.replace(/: [\w, ]+\.$/, '.')
const vague = (id: string): string | undefined =>
  id === inputWords.id.other || id === inputWords.id.format.other ? `says nothing of use: ${id}` : undefined

function schemaOf({ input }: AnyOperation): Schema {
  return z.toJSONSchema(input, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Schema
}

/** Every place of the shape, the first item of a list standing for all. */
function pathsIn(schema: Schema, at: Path = [], depth = 0): Path[] {
  if (depth > 7) return []
  const ways = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].flatMap(way => pathsIn(way, at, depth + 1))
  const items = schema.items ? pathsIn(schema.items, [...at, 0], depth + 1) : []
  const named = Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => pathsIn(inner, [...at, name], depth + 1))
  return [...new Map([at, ...ways, ...items, ...named].map(path => [path.join('.'), path])).values()]
}

function withValue(value: unknown, [name, ...rest]: Path, last: unknown): unknown {
  if (name === undefined) return last
  if (typeof name === 'number') return [withValue(Array.isArray(value) ? value[0] : undefined, rest, last)]
  const object = value && typeof value === 'object' && !Array.isArray(value) ? value : {}
  return { ...object, [name]: withValue((object as Record<string, unknown>)[name], rest, last) }
}
