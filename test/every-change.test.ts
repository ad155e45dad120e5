import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { endpoints, operations } from '../src/modules.ts'
import type { Actor } from '../src/platform/authority/actor.ts'
import { actorOfPerson } from '../src/platform/authority/load-actor.ts'
import type { Queryable } from '../src/platform/database/database.ts'
import { type AnyOperation, call, type Kernel } from '../src/platform/operation/operation.ts'
import { root } from '../src/platform/process/root.ts'
import { Refusal } from '../src/platform/refusals/refusal.ts'
import { addDays } from '../src/platform/values/clock.ts'
import { example } from '../src/platform/values/example-ids.ts'
import { isId } from '../src/platform/values/shapes.ts'
import { type Attempts, openAttempts } from './attempt.ts'
import { seedExampleWorld } from './example-world/all.ts'
import { overlapping } from './overlapping.ts'
import { closeWorld, db, kernel, openWorld, person } from './world.ts'

/** Operations that change what is there and take no `rev`, each with why two people at once do no harm. */
const without: Record<string, string> = JSON.parse(readFileSync(join(root, 'test/example-world/without-rev.json'), 'utf8'))
const rightOne: Record<string, string> = JSON.parse(readFileSync(join(root, 'test/example-world/right-one.json'), 'utf8'))

type Shape = {
  type?: string
  format?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Shape[]
  properties?: Record<string, Shape>
  required?: string[]
}
const shapeOf = ({ input }: AnyOperation) => z.toJSONSchema(input, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Shape

const writing = operations.filter(({ reads }) => !reads)
/** Those that cannot do without the number of what was seen. */
const withRev = writing.filter(
  ({ name, input }) => !(name in without) && input.safeParse({}).error?.issues.some((issue: z.core.$ZodIssue) => issue.path[0] === 'rev'),
)

let admin: Actor
let self: Actor
let colleague: Actor
const rightFor = ({ power, name }: AnyOperation): Actor =>
  rightOne[name] === 'colleague' ? colleague : power === 'own' || rightOne[name] === 'example' ? self : admin

async function seed(): Promise<void> {
  await seedExampleWorld()
  admin = await person('Nur Aini', 'national_admin')
  await person('Utami Dewi', 'partner_contact', '00', true, { partnerId: example.partner })
  self = (await actorOfPerson(db, example.person, kernel.clock.today()))!
  colleague = (await actorOfPerson(db, example.colleague, kernel.clock.today()))!
}

/** Only there do two work at once; the embedded database has one connection, and lets one in after the other. */
const parallel = () => kernel.store.engine === 'postgres'
let attempts: Attempts

beforeAll(async () => {
  await seed()
  attempts = await openAttempts()
})
afterAll(() => (parallel() ? undefined : attempts.close()))

describe('of all that is written', () => {
  const changing: string[] = []

  test.each(writing.map(operation => [operation.name, operation] as const))(
    '%s takes `rev` when it changes what is there, or says why not',
    async (name, operation) => {
      if (!(await changes(operation))) return
      changing.push(name)
      expect([withRev.includes(operation), name in without], 'takes rev, stands in test/example-world/without-rev.json').toContain(true)
    },
  )

  test('none is said to do without that changes nothing, and what takes it changes something', () => {
    const idle = Object.keys(without).filter(name => !changing.includes(name))
    expect(idle).toEqual([])
    expect(withRev.filter(({ name }) => !changing.includes(name)).map(({ name }) => name)).toEqual([])
    expect(withRev.length).toBeGreaterThan(20)
  })

  /** By its address, or by rows that it updated or deleted in tables whose history is kept. */
  async function changes(operation: AnyOperation): Promise<boolean> {
    if (endpoints.some(each => each.operation === operation && !/^(GET|POST) /.test(each.route))) return true
    return attempts.attempt(async (trial, inside) => {
      const before = await revisions(inside)
      await call(trial, rightFor(operation), operation, operation.example, 'rest')
      return (await revisions(inside)) > before
    })
  }
  const revisions = async (inside: Queryable): Promise<number> =>
    (await sql<{ many: number }>`select count(*)::integer as many from revision`.execute(inside)).rows[0]!.many
})

describe('of two who saw the same', () => {
  beforeAll(() => (parallel() ? attempts.close() : undefined))
  beforeEach(async () => {
    if (!parallel()) return
    await closeWorld()
    await openWorld()
    await seed()
  })

  test.each(withRev.map(operation => [operation.name, operation] as const))(
    '%s is done once at the same time, and whoever comes second, or later, is told',
    async (_, operation) => {
      const first = (on: Kernel) => outcome(operation, differently(operation), on)
      const second = (on: Kernel) => outcome(operation, operation.example, on)
      const both = parallel()
        ? await overlapping(
            () => first(kernel),
            () => second(kernel),
          )
        : await attempts.attempt(async trial => [await first(trial), await second(trial)])
      expect(both).toEqual(['answered', expect.stringMatching(toldOrGone)])
      if (parallel()) expect(await second(kernel)).toMatch(toldOrGone)
    },
  )
})

/** What was removed is not there any more. */
const toldOrGone = /^(told$|not_found)/

/** `told` is to be refused in the words of `checkRevision`, which name what has changed; anything else is said as it is. */
async function outcome(operation: AnyOperation, input: unknown, on: Kernel): Promise<string> {
  try {
    await call(on, rightFor(operation), operation, input, 'rest')
    return 'answered'
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { code, localized: said, fields } = error
    const isTold =
      code === 'conflict' &&
      /^Somebody else has just changed (this|your) [\w -]+\./.test(said.en) &&
      /baru saja diubah orang lain/.test(said.id)
    return isTold ? 'told' : `${code}: ${said.en} ${JSON.stringify(fields)}`
  }
}

/** The example with other words or, where it has none, another day. */
function differently(operation: AnyOperation): Record<string, unknown> {
  const { properties = {} } = shapeOf(operation)
  const fields = Object.entries(operation.example as Record<string, unknown>)
  const is = (name: string, fits: (way: Shape) => boolean) => [properties[name]!, ...(properties[name]?.anyOf ?? [])].some(fits)
  const words = fields.find(
    ([name, value]) =>
      typeof value === 'string' &&
      !isId(value) &&
      is(name, way => way.type === 'string' && !way.format && !way.enum && way.const === undefined),
  )
  if (words) return { ...(operation.example as object), [words[0]]: `${words[1]} lain` }
  const day = fields.find(([name, value]) => typeof value === 'string' && is(name, way => way.format === 'date'))
  if (day) return { ...(operation.example as object), [day[0]]: addDays(day[1] as string, -1) }
  return operation.example as Record<string, unknown>
}
