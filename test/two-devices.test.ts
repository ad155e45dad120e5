import { afterAll, beforeAll, expect, test } from 'vitest'
import { showAnswerHistory } from '../src/modules/evaluation/operations/answer-history.ts'
import { showAssignment } from '../src/modules/evaluation/operations/assignments.ts'
import type { Assignment } from '../src/modules/evaluation/schema.ts'
import type { Actor } from '../src/platform/authority/actor.ts'
import { newId } from '../src/platform/operation/operation.ts'
import { acknowledge, apply, type Changes, change, decide, rebase, type Shown, type State } from '../src/web/client/draft-merge.ts'
import { agreement, formOf, openedCycle, partner } from './evaluation-world.ts'
import { app, as, browser, kernel, person } from './world.ts'

/**
 * Two devices write one form, without and with a connection, in orders that a seed makes. Each holds what `<draft-form>` holds, by its own
 * rules, and speaks to the real server; an answer may be lost on its way back. In the end nothing that was sent is gone: it stands, or it
 * is in the history, also when its author took the other's, unless they wrote over it themselves before it got through.
 */
const names = ['suggestion', 'criticism', 'activities']
type Device = { who: Actor; cookie: string; state: State; entry: Entry | undefined }
/** A whole form that waits in the outbox, with what the draft held of it. */
type Entry = { key: string; rev: string; values: Shown; changes: Changes }
type Answered = { status: number; rev?: string; fields?: Record<string, { value: string[] }> }

let form: string, sari: Actor, budi: Actor
beforeAll(async () => {
  sari = await person('Sari', 'office_operator', '35.10', false)
  budi = await person('Budi', 'office_leader', '35.10', false)
  const id = await agreement('Penyuluhan', ['35.10'], [await partner('Kejari')], 1)
  form = await formOf(await openedCycle(await person('Admin', 'national_admin'), '00'), id, 'kpu')
})
afterAll(() => kernel.close())

test.each(Array.from({ length: 50 }, (_, seed) => seed + 1))('two devices in the order of seed %i lose nothing', async seed => {
  const random = randomFrom(seed)
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!
  const devices = [await device(sari), await device(seed % 3 === 0 ? sari : budi)]
  for (const each of devices) await open(each, pick)
  const [sent, givenUp] = [new Set<string>(), new Set<string>()]
  for (let step = 0; step < 10; step++) {
    const at = pick(devices)
    const act = pick(['type', 'type', 'type', 'send', 'send', 'lose', 'queue', 'deliver', 'open'] as const)
    if (act === 'type') write(at, pick(names), `${seed * 100 + step}`, step)
    else if (act === 'queue') queue(at)
    else await speak(at, act)
  }
  for (const at of devices)
    for (let tries = 0; tries < 4; tries++) for (const act of ['deliver', 'send', 'open'] as const) await speak(at, act)
  expect(devices.map(({ state, entry }) => [state.changes, state.unchosen, entry])).toEqual(devices.map(() => [{}, [], undefined]))
  const known = await everKnown()
  expect([...sent].filter(value => !known.has(value) && !givenUp.has(value))).toEqual([])

  /** What has not got through yet and is written over by its own author is theirs to give up. */
  function write(at: Device, name: string, value: string, when: number): void {
    const before = at.state.changes[name]
    if (before) givenUp.add(before.value[0]!)
    type(at, name, value, when)
  }

  async function speak(at: Device, act: 'send' | 'lose' | 'deliver' | 'open'): Promise<void> {
    if (act === 'open') return open(at, chooseOf)
    const isEntry = act === 'deliver'
    if (isEntry ? !at.entry : at.entry || Object.keys(at.state.changes).length + at.state.unchosen.length === 0) return
    const changes = isEntry ? at.entry!.changes : at.state.changes
    for (const { value } of Object.values(changes)) sent.add(value[0]!)
    const told = at.state.unchosen
    const answer = isEntry ? await postEntry(at, random() < 0.3) : await postDraft(at)
    if (act === 'lose') return
    if (isEntry) {
      at.entry = undefined
      // The page asks the server anew; what was taken is there, what was not is asked about.
      if (answer.status === 200) at.state = { ...at.state, changes: acknowledge(at.state.changes, changes) }
      return open(at, chooseOf)
    }
    if (answer.status === 200) at.state = apply(at.state, { rev: answer.rev!, settled: changes, told })
    else {
      at.state = apply(at.state, { told })
      for (const [name, { value }] of Object.entries(answer.fields!)) choose(at, name, value, answer.rev!)
    }
  }

  function chooseOf(at: Device, name: string, theirs: readonly string[]): void {
    choose(at, name, theirs, at.state.rev)
  }

  function choose(at: Device, name: string, theirs: readonly string[], rev: string): void {
    const chosen = pick(['mine', 'theirs'] as const)
    sent.add(at.state.changes[name]!.value[0]!)
    at.state = apply(at.state, { ...decide(at.state, name, theirs, chosen), rev })
  }

  async function open(at: Device, choosing: unknown): Promise<void> {
    const { rev, given } = await as(at.who)<Assignment>(showAssignment, { id: form })
    const shown = Object.fromEntries(names.map(name => [name, [String(given!.answers[name] ?? '')]]))
    const { conflicts, kept } = rebase(at.state.changes, shown)
    at.state = { ...at.state, rev, shown, changes: kept }
    if (typeof choosing === 'function') for (const [name, theirs] of Object.entries(conflicts)) chooseOf(at, name, theirs)
  }
})

const device = async (who: Actor): Promise<Device> => ({
  who,
  cookie: (await browser(who)).cookie,
  state: { rev: '0', shown: {}, changes: {}, unchosen: [] },
  entry: undefined,
})

/** Whoever changes a form that waits takes it out of the outbox. */
function type(at: Device, name: string, value: string, when: number): void {
  at.entry = undefined
  at.state = { ...at.state, changes: change(at.state.changes, name, [value], at.state.shown[name]!, when) }
}

function queue(at: Device): void {
  at.entry = { key: newId(), rev: at.state.rev, values: valuesOf(at.state), changes: at.state.changes }
}

const valuesOf = ({ shown, changes }: State): Shown =>
  Object.fromEntries(names.map(name => [name, changes[name]?.value ?? shown[name] ?? ['']]))

async function postDraft({ who, cookie, state }: Device): Promise<Answered> {
  const body = new URLSearchParams(Object.entries(valuesOf(state)).map(([name, value]) => [name, value[0]!]))
  body.append('rev', state.rev)
  for (const name of Object.keys(state.changes)) body.append('berubah', name)
  for (const each of state.unchosen) body.append('_kalah', JSON.stringify(each))
  const answer = await app.request(`http://sinergi.test/evaluasi/isian/${form}/draf`, {
    method: 'POST',
    headers: headersOf(who, cookie),
    body,
  })
  return { status: answer.status, ...((await answer.json()) as object) }
}

/** As the outbox sends it, and once more under the same key where the answer to the first was lost. */
async function postEntry({ who, cookie, entry }: Device, isLost: boolean): Promise<Answered> {
  const { key, rev, values } = entry!
  const body = new FormData()
  for (const [name, value] of [...Object.entries(values).map(([name, [first]]) => [name, first!]), ['rev', rev], ['idempotency_key', key]])
    body.append(name!, value!)
  const answer = await app.request(`http://sinergi.test/evaluasi/isian/${form}`, { method: 'POST', headers: headersOf(who, cookie), body })
  if (isLost) return postEntry({ who, cookie, entry } as Device, false)
  expect([200, 409]).toContain(answer.status)
  return { status: answer.status }
}

const headersOf = (who: Actor, cookie: string) => ({
  cookie,
  origin: 'http://sinergi.test',
  accept: 'application/json',
  'sinergi-person': who.personId!,
})

/** Every value that the history of the form tells of. */
async function everKnown(): Promise<Set<string>> {
  const { moments } = await as(sari)(showAnswerHistory, { id: form })
  return new Set(moments.map(({ value }: { value: unknown }) => String(value)))
}

/** Mulberry32: the same numbers for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
