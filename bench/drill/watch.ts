import { officeId } from '../../src/modules/organisation/schema.ts'
import { setPassword } from '../../src/platform/auth/accounts.ts'
import { hashPassword } from '../../src/platform/auth/passwords.ts'
import { type Kernel, newId } from '../../src/platform/operation/operation.ts'
import { newOfficer, signedIn } from '../setup/people.ts'
import type { Server } from '../setup/server.ts'
import type { Writer } from '../setup/writers.ts'

/** One answer: who waited for it, since when and how long (ms), and what it said; status 0 is none at all. */
export type Seen = { who: string; at: number; took: number; status: number; retryAfter: string | null; text: string }
/** `reader` opens a list, `unrelated` another, `writer` posts a form and repeats it until it is taken, `sign-in` has the right password. */
export type Watch = {
  seen: Seen[]
  /** The latest answer of each was a good one and came after this moment. */
  allWell(since: number): boolean
  /** Ends when nobody waits for an answer any more; what was acknowledged, by its marker. */
  end(): Promise<{ forms: string[]; writes: { writer: Writer; marker: string }[] }>
}

const password = 'kata sandi latihan gangguan 2025'
const pause = 400

/** People and programs at a running server, from now on until the end. */
export async function watch(kernel: Kernel, server: Server, writers: readonly Writer[]): Promise<Watch> {
  const cookie = await signedIn(kernel)
  const person = await newOfficer(kernel)
  await setPassword({ db: kernel.store.db, clock: kernel.clock }, person, await hashPassword(password))
  const { email } = await kernel.store.db
    .selectFrom('person')
    .select('email')
    .$narrowType<{ email: string }>()
    .where('id', '=', person)
    .executeTakeFirstOrThrow()
  const [seen, last] = [[] as Seen[], new Map<string, Seen>()]
  const [forms, writes] = [[] as string[], [] as { writer: Writer; marker: string }[]]
  let ended = false

  async function ask(who: string, path: string, init: RequestInit = {}): Promise<Seen> {
    const at = performance.now()
    const answer = await fetch(server.address + path, { redirect: 'manual', signal: AbortSignal.timeout(60_000), ...init }).catch(
      () => null,
    )
    const text = (await answer?.text().catch(() => null)) ?? null
    const status = answer && text !== null ? answer.status : 0
    const one = { who, at, took: performance.now() - at, status, retryAfter: answer?.headers.get('retry-after') ?? null, text: text ?? '' }
    seen.push(one)
    last.set(who, one)
    return one
  }
  const post = (who: string, path: string, fields: Record<string, string>, signed: boolean) =>
    ask(who, path, {
      method: 'POST',
      headers: { origin: server.address, ...(signed ? { cookie } : {}) },
      body: new URLSearchParams(fields),
    })
  const rest = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))
  async function again(milliseconds: number, act: () => Promise<unknown>): Promise<void> {
    while (!ended) {
      await act()
      await rest(milliseconds)
    }
  }
  async function writeForm(): Promise<void> {
    const marker = newId()
    const fields = { idempotency_key: newId(), kind: 'obstacle', officeId: officeId('35.10'), text: `Kendala ${marker}` }
    while (!ended) {
      const { status } = await post('writer', '/temuan', fields, true)
      if (status === 303) return void forms.push(marker)
      await rest(pause)
    }
  }
  async function writeByProgram(writer: Writer): Promise<void> {
    const marker = newId()
    const { method, path, body } = writer.request(marker)
    const headers = { authorization: `Bearer ${writer.token}`, 'content-type': 'application/json', 'idempotency-key': newId() }
    while (!ended) {
      const { status } = await ask('program', `/api/v1${path}`, { method, headers, body: JSON.stringify(body) })
      if (status >= 200 && status < 300) return void writes.push({ writer, marker })
      await rest(pause)
    }
  }
  const all = [
    again(pause, () => ask('reader', '/perjanjian', { headers: { cookie } })),
    again(pause, () => ask('unrelated', '/satuan-kerja', { headers: { cookie } })),
    again(pause, writeForm),
    again(1500, () => post('sign-in', '/masuk', { email, password }, false)),
    again(250, () => ask('readyz', '/readyz')),
    ...writers.map(writer => again(pause, () => writeByProgram(writer))),
  ]
  return {
    seen,
    allWell: since => [...last.values()].every(({ at, status }) => at > since && isGood(status)),
    async end() {
      ended = true
      await Promise.all(all)
      return { forms, writes }
    },
  }
}

export const isGood = (status: number): boolean => status >= 200 && status < 400
