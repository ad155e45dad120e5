import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { operations } from '../src/modules.ts'
import type { Actor } from '../src/platform/authority/actor.ts'
import { actorOfPerson } from '../src/platform/authority/load-actor.ts'
import { type AnyOperation, call } from '../src/platform/operation/operation.ts'
import { Refusal } from '../src/platform/refusals/refusal.ts'
import { example } from '../src/platform/values/example-ids.ts'
import { bytesOf, isFile } from '../src/platform/values/file-answer.ts'
import { type Attempts, openAttempts } from './attempt.ts'
import { seedExampleWorld } from './example-world/all.ts'
import { hostileTexts } from './hostile-words.ts'
import { db, kernel, person } from './world.ts'

type Schema = {
  type?: string
  format?: string
  enum?: unknown[]
  const?: unknown
  properties?: Record<string, Schema>
  items?: Schema
  additionalProperties?: Schema | boolean
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
}
type Path = (string | number)[]

let admin: Actor
let self: Actor
let colleague: Actor
let attempts: Attempts
let accepted = 0
let refused = 0

beforeAll(async () => {
  await seedExampleWorld()
  admin = await person('Nur Aini', 'national_admin')
  self = (await actorOfPerson(db, example.person, kernel.clock.today()))!
  colleague = (await actorOfPerson(db, example.colleague, kernel.clock.today()))!
  attempts = await openAttempts()
})
afterAll(async () => {
  await attempts.close()
  await kernel.close()
})

const withTexts = operations
  .map(operation => ({ operation, name: operation.name, paths: textsIn(schemaOf(operation), operation.example ?? {}) }))
  .filter(({ paths }) => paths.length > 0)

test.each(withTexts)('$name takes any text or says clearly why not', async ({ operation, paths }) => {
  const wrong: string[] = []
  for (const kind of kindsFor(operation)) for (const group of together(paths)) wrong.push(...(await tryAll(operation, kind, group)))
  expect(wrong).toEqual([])
})

/** A template is looked through by a process of its own at each try, whatever its name. */
const kindsFor = ({ name }: AnyOperation): string[] =>
  name === 'templates.upload' ? ['script', 'long', 'nul', 'half'] : Object.keys(hostileTexts)

/**
 * One text in all these places at once; what refuses it is then left out, until the rest is taken. What is refused as a whole is tried one
 * by one.
 */
async function tryAll(operation: AnyOperation, kind: string, paths: Path[]): Promise<string[]> {
  const text = hostileTexts[kind]!
  const input = paths.reduce<unknown>((value, path) => withText(value, path, text), operation.example)
  const outcome = await attempt(actorFor(operation), operation, input)
  const refusedBy = 'refusal' in outcome ? Object.keys(outcome.refusal.fields) : []
  const rest = paths.filter(path => !refusedBy.some(field => `${path.join('.')}.`.startsWith(`${field}.`)))
  const problem = problemOf(outcome, paths.length - ('refusal' in outcome ? rest.length : 0))
  if (problem && paths.length === 1) return [`${paths[0]!.join('.')} ← ${kind}: ${problem}`]
  if (!problem && ('answer' in outcome || paths.length === 1)) return []
  if (problem || rest.length === paths.length) {
    const found: string[] = []
    for (const path of paths) found.push(...(await tryAll(operation, kind, [path])))
    return found
  }
  return rest.length ? tryAll(operation, kind, rest) : []
}

/** Places that exclude each other, one being within the other or another shape of it, are tried apart. */
function together(paths: Path[]): Path[][] {
  const apart = paths.filter(path => paths.some(other => other !== path && (within(path, other) || within(other, path))))
  const rest = paths.filter(path => !apart.includes(path))
  return [...apart.map(path => [path]), ...(rest.length ? [rest] : [])]
}
const within = (path: Path, other: Path): boolean => other.every((name, at) => path[at] === name)

test('most of the fields that were tried take text, so that the above means something', () => {
  expect(withTexts.length).toBeGreaterThan(60)
  expect(accepted).toBeGreaterThan(500)
  expect(refused).toBeGreaterThan(200)
})

const actorFor = ({ power, name }: AnyOperation): Actor =>
  name === 'comments.change' ? self : power !== 'own' ? admin : name.startsWith('followups.') ? colleague : self

type Outcome = { answer: unknown } | { refusal: Refusal } | { bug: unknown }

/** What is wrong with it; counts what so many places took or refused. */
function problemOf(outcome: Outcome, places: number): string | undefined {
  if ('bug' in outcome) return String(outcome.bug)
  if ('refusal' in outcome) {
    refused += places
    const { code, fields, localized: said } = outcome.refusal
    if (!said.id || !said.en) return 'refused without words'
    const blank = Object.values(fields)
      .flat()
      .some(({ id, en }) => !id || !en)
    return blank || !['invalid', 'conflict', 'not_found', 'forbidden', 'too_many'].includes(code) ? `refused as ${code}` : undefined
  }
  accepted += places
  const answer = JSON.stringify(outcome.answer, (_, value) => (value instanceof Uint8Array ? '' : value)) ?? ''
  return /\\u0000|\\ud[89a-f]/i.test(answer) ? 'what no text may hold was kept' : undefined
}

async function attempt(actor: Actor, operation: AnyOperation, input: unknown): Promise<Outcome> {
  return attempts.attempt(async trial => {
    try {
      const answer: unknown = await call(trial, actor, operation, input, 'rest')
      return { answer: isFile(answer) ? { ...answer, chunks: await bytesOf(answer) } : answer }
    } catch (error) {
      return error instanceof Refusal ? { refusal: error } : { bug: error }
    }
  })
}

function schemaOf({ input }: AnyOperation): Schema {
  return z.toJSONSchema(input, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Schema
}

/** Where text may stand: every string of the shape that is neither an id, a day nor one of a list, and the names of a record. */
function textsIn(schema: Schema, given: unknown, at: Path = []): Path[] {
  if (schema.enum || schema.const !== undefined) return []
  const ways = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])]
  if (ways.length) return unique(ways.flatMap(way => textsIn(way, given, at)))
  if (schema.type === 'string') return /^(uuid|date)/.test(schema.format ?? '') ? [] : [at]
  if (schema.type === 'array' && schema.items) return textsIn(schema.items, Array.isArray(given) ? given[0] : undefined, [...at, 0])
  const within = (given ?? {}) as Record<string, unknown>
  const fixed = Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => textsIn(inner, within[name], [...at, name]))
  const { additionalProperties: rest } = schema
  return rest && rest !== true ? [...fixed, ...textsIn(rest, undefined, [...at, Object.keys(within)[0] ?? 'nama'])] : fixed
}

function unique(paths: Path[]): Path[] {
  return [...new Map(paths.map(path => [path.join('.'), path])).values()]
}

/** The example with another text at that place; what leads there is made. */
function withText(value: unknown, [name, ...rest]: Path, text: string): unknown {
  if (name === undefined) return text
  if (typeof name === 'number') return [withText(Array.isArray(value) ? value[0] : undefined, rest, text)]
  const object = value && typeof value === 'object' && !Array.isArray(value) ? value : {}
  return { ...object, [name]: withText((object as Record<string, unknown>)[name], rest, text) }
}
