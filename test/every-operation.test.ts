import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { endpoints, operations } from '../src/modules.ts'
import type { Actor } from '../src/platform/authority/actor.ts'
import { holds, isForEverybody, type Power } from '../src/platform/authority/roles.ts'
import { type AnyOperation, call } from '../src/platform/operation/operation.ts'
import { root } from '../src/platform/process/root.ts'
import { Refusal } from '../src/platform/refusals/refusal.ts'
import { example } from '../src/platform/values/example-ids.ts'
import { bytesOf, isFile } from '../src/platform/values/file-answer.ts'
import { type Attempts, openAttempts } from './attempt.ts'
import { importPseudo } from './browser/untranslated.ts'
import { seedExampleWorld } from './example-world/all.ts'
import { app, db, kernel, now, person, stranger } from './world.ts'

/** Needs the national office: the parent office, a province, is refused as well. */
const national = new Set<string>(JSON.parse(readFileSync(join(root, 'test/example-world/national.json'), 'utf8')))
/** Names of partners, which every office may read, or of offices, which everybody may: nothing in their answers could leak. */
const names = new Set(['partners.search', 'partners.similar', 'meetings.regions'])
/** Their answers are made of the file that the caller brings and of what offices are called, which everybody signed in may know. */
const ofOneFile = new Set(['programmes.import', 'attendance.import'])
/** What they write is the caller's own, wherever that is: there is nothing of anybody else to be kept out of. */
const callersOwn = new Set(['changes.mark'])
/** Only somebody other than the national administrator is the right one. */
const rightOne: Record<string, keyof typeof people> = JSON.parse(readFileSync(join(root, 'test/example-world/right-one.json'), 'utf8'))

const people = {} as Record<
  'admin' | 'parent' | 'neighbour' | 'otherPartner' | 'ownPartner' | 'auditor' | 'revoked' | 'stranger' | 'example' | 'colleague',
  Actor
>
let attempts: Attempts

beforeAll(async () => {
  await seedExampleWorld()
  const { actorOfPerson } = await import('../src/platform/authority/load-actor.ts')
  people.admin = await person('Right One', 'national_admin')
  people.parent = await person('Parent', 'national_admin', '35')
  people.neighbour = await person('Neighbour', 'national_admin', '35.11')
  people.otherPartner = await person('Other Partner', 'national_admin', '00', true, { partnerId: example.otherPartner })
  people.ownPartner = await person('Own Partner', 'partner_contact', '00', true, { partnerId: example.partner })
  people.auditor = await person('Auditor', 'auditor')
  people.stranger = stranger
  const revoked = await person('Revoked', 'national_admin')
  await db.updateTable('role_grant').set({ revoked_at: now.at }).where('person_id', '=', revoked.personId).execute()
  people.revoked = (await actorOfPerson(db, revoked.personId!, kernel.clock.today()))!
  const left = await person('Left', 'national_admin')
  await db.updateTable('person').set({ left_at: now.at }).where('id', '=', left.personId!).execute()
  expect(await actorOfPerson(db, left.personId!, kernel.clock.today())).toBeNull()
  for (const [who, id] of [
    ['example', example.person],
    ['colleague', example.colleague],
  ] as const)
    people[who] = (await actorOfPerson(db, id, kernel.clock.today())) ?? people.admin
  await importPseudo(people.admin)
  attempts = await openAttempts()
})
afterAll(async () => {
  await attempts.close()
  console.log(`${operations.length} operations, each tried by ${Object.keys(people).length - 3} kinds of people`)
  await kernel.close()
})

type Outcome = { answer: unknown } | { refused: Refusal }

async function attempt(actor: Actor, operation: AnyOperation, input: unknown = operation.example): Promise<Outcome> {
  return attempts.attempt(async trial => {
    try {
      const answer: unknown = await call(trial, actor, operation, input, 'rest')
      return { answer: isFile(answer) ? { ...answer, chunks: await bytesOf(answer) } : answer }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      for (const text of [error.localized, ...Object.values(error.fields).flat()] as Record<string, string>[])
        refusedIn.set(text.en!, text.qps)
      return { refused: error }
    }
  })
}

/** What was refused, in English and in the language of longer words. */
const refusedIn = new Map<string, string | undefined>()

const succeeded = (outcome: Outcome): boolean => 'answer' in outcome
const textOf = (outcome: Outcome): string | undefined =>
  'answer' in outcome
    ? JSON.stringify(outcome.answer, (_, value) => (value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value))
    : outcome.refused.code
const leaks = (outcome: Outcome): boolean => 'answer' in outcome && textOf(outcome)?.includes('Rahasia') === true
const said = (outcome: Outcome): string =>
  'answer' in outcome
    ? `answered ${JSON.stringify(outcome.answer)?.slice(0, 300)}`
    : `${outcome.refused.code}: ${outcome.refused.localized.en} ${JSON.stringify(outcome.refused.fields)}`

/** What nobody could have meant; whoever may not ask is not told so. */
const garbage = { id: 'not an id', rev: [], name: { deep: [null] }, q: 7 }

/** Refused before anything that was sent is looked at. */
async function turnedAway(who: keyof typeof people, operation: AnyOperation, code: 'unauthenticated' | 'forbidden'): Promise<void> {
  for (const input of [operation.example, garbage]) {
    const outcome = await attempt(people[who], operation, input)
    expect('refused' in outcome && outcome.refused.code, `${who} ${said(outcome)}`).toBe(code)
  }
}

/** Refused, or for a reading operation of whoever holds the power elsewhere an answer with nothing of the example world in it. */
function keptOut(operation: AnyOperation, outcome: Outcome, who: string): void {
  if (operation.reads && succeeded(outcome)) expect(leaks(outcome), `${who} sees: ${said(outcome)}`).toBe(false)
  else expect(['forbidden', 'not_found'], `${who} ${said(outcome)}`).toContain('refused' in outcome ? outcome.refused.code : 'answered')
}

/** What somebody may do who is not signed in, by name, so that nothing joins it unseen. */
const open: string[] = JSON.parse(readFileSync(join(root, 'test/example-world/public.json'), 'utf8'))
const guarded = operations.filter(({ name, power }) => power !== 'own' && power !== 'open' && !open.includes(name))

test('nobody may do precisely what is public, and nothing else', async () => {
  const allowed: string[] = []
  for (const operation of operations)
    for (const input of [operation.example, garbage]) {
      const outcome = await attempt(people.stranger, operation, input)
      if (succeeded(outcome) || ('refused' in outcome && outcome.refused.code !== 'unauthenticated')) allowed.push(operation.name)
    }
  expect([...new Set(allowed)].sort()).toEqual([...open].sort())
  expect(
    operations
      .filter(({ power }) => power !== 'own' && (power === 'open' || isForEverybody(power)))
      .map(({ name }) => name)
      .sort(),
  ).toEqual([...open].sort())
})

test.each(operations.filter(({ name }) => open.includes(name)).map(operation => [operation.name, operation] as const))(
  '%s: everybody gets what nobody gets, and that only what is public',
  async (_, operation) => {
    const nobody = await attempt(people.stranger, operation)
    expect(succeeded(nobody), said(nobody)).toBe(true)
    expect(operation.reads, 'what is public is only read').toBeTruthy()
    for (const [who, actor] of Object.entries(people)) expect([who, textOf(await attempt(actor, operation))]).toEqual([who, textOf(nobody)])
    for (const id of [example.agreement, example.onRequestAgreement, example.excludedAgreement, example.draftAgreement]) {
      const text = textOf(
        await attempt(people.stranger, operation, { ...(operation.example as object), status: undefined, kind: undefined, id }),
      )
      expect(text).not.toMatch(/Tertutup|Rahasia (Ketua|Kepala|rapat|catatan|rencana)|rahasia@/)
    }
  },
)

test.each(guarded.map(operation => [operation.name, operation] as const))(
  '%s: the right one succeeds, everybody else is kept out',
  async (name, operation) => {
    const power = operation.power as Power
    const right = await attempt(people[rightOne[name] ?? 'admin'], operation)
    expect(succeeded(right), `the right one is refused: ${said(right)}`).toBe(true)
    if (operation.reads && !national.has(name) && !names.has(name) && !ofOneFile.has(name))
      expect(leaks(right), `the right one sees nothing of the example world, so a leak could not be seen: ${said(right)}`).toBe(true)

    await turnedAway('stranger', operation, 'unauthenticated')
    for (const [who, role] of [
      ['revoked', null],
      ['ownPartner', 'partner_contact'],
      ['auditor', 'auditor'],
    ] as const) {
      if (role && holds(role, power)) continue
      if (operation.alsoOwn) keptOut(operation, await attempt(people[who], operation), who)
      else await turnedAway(who, operation, 'forbidden')
    }
    for (const who of ['neighbour', 'otherPartner'] as const) {
      const outcome = await attempt(people[who], operation)
      if (callersOwn.has(name) || ofOneFile.has(name)) expect(succeeded(outcome), `${who} ${said(outcome)}`).toBe(true)
      else keptOut(operation, outcome, who)
    }
    const parent = await attempt(people.parent, operation)
    if (national.has(name)) keptOut(operation, parent, 'parent')
    else if (!rightOne[name]) expect(succeeded(parent), `the parent office is refused: ${said(parent)}`).toBe(true)
  },
)

test.each(operations.filter(({ power }) => power === 'own').map(operation => [operation.name, operation] as const))(
  '%s: only for somebody signed in, and only their own',
  async (name, operation) => {
    expect(
      succeeded(await attempt(people[rightOne[name] ?? 'example'], operation)),
      said(await attempt(people[rightOne[name] ?? 'example'], operation)),
    ).toBe(true)
    await turnedAway('stranger', operation, 'unauthenticated')
    // What names nothing of anybody is one's own for whoever asks.
    if (operation.reads || 'id' in (operation.example as object))
      keptOut(operation, await attempt(people.neighbour, operation), 'somebody else')
  },
)

test('every operation that the sources define is in the list, has its own name, and a REST route', () => {
  const defined = sources(join(root, 'src')).flatMap(file =>
    [...readFileSync(file, 'utf8').matchAll(/= operation\(\{\s*name: '([^']+)'/g)].map(([, name]) => name!),
  )
  expect(operations.map(({ name }) => name).sort()).toEqual(defined.sort())
  expect(new Set(defined).size).toBe(defined.length)
  expect(operations.filter(operation => !endpoints.some(endpoint => endpoint.operation === operation)).map(({ name }) => name)).toEqual([])
  const routes = endpoints.map(({ route }) => route.replace(/:\w+/g, ':'))
  expect(routes.filter((route, at) => routes.indexOf(route) !== at)).toEqual([])
})

test.each(endpoints.filter(({ operation }) => !open.includes(operation.name)).map(endpoint => [endpoint.route, endpoint] as const))(
  '%s over REST asks a stranger who they are before it looks at what they sent',
  async (route, { operation }) => {
    const [method, path] = route.split(' ') as [string, string]
    const address = (of: (name: string) => unknown) =>
      `http://sinergi.test/api/v1${path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(of(name))))}`
    const good = { url: address(name => (operation.example as Record<string, unknown>)[name]), body: JSON.stringify(operation.example) }
    for (const { url, body } of [good, { url: address(() => 'not an id'), body: '{"broken' }]) {
      const headers = { 'content-type': 'application/json', 'idempotency-key': 'x'.repeat(300) }
      const answer = await app.request(url, { method, headers, ...(method === 'GET' ? {} : { body }) })
      expect([answer.status, answer.headers.get('www-authenticate'), ((await answer.json()) as { code: string }).code]).toEqual([
        401,
        'Bearer',
        'unauthenticated',
      ])
    }
  },
)

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory()
      ? sources(join(folder, entry.name))
      : /\.tsx?$/.test(entry.name) && !/\.test\./.test(entry.name)
        ? [join(folder, entry.name)]
        : [],
  )

test('what was refused above was said in a language that was added, too', () => {
  expect(refusedIn.size).toBeGreaterThan(15)
  expect([...refusedIn].filter(([, added]) => !added?.includes('⟦'))).toEqual([])
})
