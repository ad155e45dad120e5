import type { Actor } from '../authority/actor.ts'
import { actorsOfSessions } from '../authority/load-actor.ts'
import { type AnyOperation, call, contextToRead, type Kernel } from '../operation/operation.ts'
import { Refusal } from '../refusals/refusal.ts'
import { limits } from './limits.ts'
import { type Line, openLine } from './line.ts'
import { keyOf } from './look.ts'
import { refusals } from './refusal-words.ts'
import type { TopicNumbers } from './topic.ts'

type Stream = { line: Line; personId: string; token: string; rights: string; topics: Map<string, string>; since: number; toldAt: number }
/** Somebody who follows a topic and is to be told of it. */
type Asking = { stream: Stream; actor: Actor; topic: string }
/** Tells what of the topics this person may read now; the same door that a program asks at. */
export type Look = AnyOperation

/** The open streams of this process, and the one connection on which it hears what has changed. */
export type Live = {
  /** Opens a stream of these topics, which begins with their numbers. Refuses `not_found`, or `too_many`. */
  follow(kernel: Kernel, actor: Actor, token: string, topics: readonly string[], look: Look): Promise<ReadableStream<Uint8Array>>
  /** How many are open. */
  count(): number
  /** Ends all of them; pages come again elsewhere, or later. */
  close(): Promise<void>
}

export function openLive(): Live {
  const streams = new Set<Stream>()
  const byKey = new Map<string, Set<Stream>>()
  const byPerson = new Map<string, Set<Stream>>()
  /** Of which streams what is to be looked at. */
  const changed = new Map<Stream, Set<string>>()
  let listening: { stop(): Promise<void> } | undefined
  const clocks: NodeJS.Timeout[] = []
  let looking = false
  let isClosed = false

  function begin(kernel: Kernel, look: Look): void {
    if (listening) return
    listening = kernel.store.listen('live', {
      heard: key => {
        for (const stream of byKey.get(key) ?? []) mark(stream, [stream.topics.get(key)!])
        void lookAtChanged(kernel, look)
      },
      begun: () => {
        for (const stream of streams) mark(stream, [...stream.topics.values()])
        void lookAtChanged(kernel, look)
      },
    })
    clocks.push(
      setInterval(() => void askAgain(kernel, look), limits.askAgain),
      setInterval(() => {
        const now = performance.now()
        for (const { line, since } of streams) now - since > limits.longest ? line.end() : line.beat(now)
      }, limits.heartbeat),
    )
    for (const clock of clocks) clock.unref()
  }

  const mark = (stream: Stream, topics: string[]) => {
    const marked = changed.get(stream) ?? new Set()
    for (const topic of topics) marked.add(topic)
    changed.set(stream, marked)
  }

  /** One after the other, so that however many follow, pages do not wait for connections; each at most every `pause`. */
  async function lookAtChanged(kernel: Kernel, look: Look): Promise<void> {
    if (looking) return
    looking = true
    try {
      while (changed.size && !isClosed) {
        const now = performance.now()
        const ripe = [...changed.keys()].filter(({ toldAt }) => now - toldAt >= limits.pause)
        if (!ripe.length) await new Promise(resolve => setTimeout(resolve, limits.pause / 5))
        else for (const chunk of inChunks(ripe, 100)) await tell(kernel, look, chunk)
      }
    } finally {
      looking = false
    }
  }

  async function tell(kernel: Kernel, look: Look, some: Stream[]): Promise<void> {
    const actors = await actorsNow(kernel, some)
    const asking: Asking[] = []
    for (const stream of some) {
      const topics = [...(changed.get(stream) ?? [])]
      changed.delete(stream)
      stream.toldAt = performance.now()
      if (!actors || !streams.has(stream)) continue // the database is gone: once it is back, everything is looked at
      const actor = actors.get(stream.token)
      if (!actor) stream.line.end('end')
      else asking.push(...topics.map(topic => ({ stream, actor, topic })))
    }
    const alone = await tellMany(kernel, asking)
    for (const [stream, own] of Map.groupBy(alone, ({ stream }) => stream))
      await tellOne(
        kernel,
        look,
        stream,
        own[0]!.actor,
        own.map(({ topic }) => topic),
      )
  }

  /** Those who follow the same are told together, where its kind can; answers who is to be told one by one. */
  async function tellMany(kernel: Kernel, asking: readonly Asking[]): Promise<Asking[]> {
    const alone: Asking[] = []
    for (const [topic, some] of Map.groupBy(asking, ({ topic }) => topic)) {
      const { kind, id } = keyOf(kernel.liveTopics, '', topic)
      const topicKind = kernel.liveTopics.get(kind)!
      const [first, ...others] = some.map(({ actor }) => contextToRead(kernel, actor))
      if (!topicKind.lookMany || !first || !others.length) {
        alone.push(...some)
        continue
      }
      try {
        const numbers = await topicKind.lookMany([first, ...others], id)
        for (const [at, { stream }] of some.entries()) {
          const told = numbers[at]
          if (told) stream.line.send({ topic, numbers: told })
          else stream.line.end('end')
        }
      } catch (error) {
        if (!kernel.outages.note(error)) kernel.log.error('live.error', { error })
      }
    }
    return alone
  }

  async function tellOne(kernel: Kernel, look: Look, stream: Stream, actor: Actor, topics: string[]): Promise<void> {
    try {
      for (const told of await numbersOf(kernel, look, actor, topics)) stream.line.send(told)
    } catch (error) {
      if (error instanceof Refusal && error.code !== 'unavailable') stream.line.end('end')
      else if (!kernel.outages.note(error)) kernel.log.error('live.error', { error })
    }
  }

  /** Sessions and roles end without a word on any topic: all that are open are asked for in one statement. */
  async function askAgain(kernel: Kernel, look: Look): Promise<void> {
    const some = [...streams]
    const actors = await actorsNow(kernel, some)
    if (!actors) return
    for (const stream of some) {
      const actor = actors.get(stream.token)
      if (!actor || actor.personId !== stream.personId) stream.line.end('end')
      else if (rightsOf(actor) !== stream.rights) {
        stream.rights = rightsOf(actor)
        mark(stream, [...stream.topics.values()])
      }
    }
    void lookAtChanged(kernel, look)
  }

  return {
    async follow(kernel, actor, token, topics, look) {
      if (isClosed) throw new Refusal('unavailable', refusals.tooManyFollowed)
      if (streams.size >= limits.ofProcess) throw new Refusal('too_many', refusals.tooManyFollowed)
      const personId = actor.personId!
      const keys = topics.map(topic => {
        const { kind, id } = keyOf(kernel.liveTopics, personId, topic)
        return [`${kind}:${id}`, topic] as const
      })
      begin(kernel, look)
      const line = openLine(() => leave(stream))
      const stream: Stream = { line, personId, token, rights: rightsOf(actor), topics: new Map(keys), since: performance.now(), toldAt: 0 }
      enter(stream)
      try {
        // Heard from here on: what changes while it is looked at is looked at again.
        for (const told of await numbersOf(kernel, look, actor, topics)) line.send(told)
      } catch (error) {
        line.end()
        throw error
      }
      return line.body
    },
    count: () => streams.size,
    async close() {
      isClosed = true
      for (const { line } of streams) line.end()
      for (const clock of clocks) clearInterval(clock)
      await listening?.stop()
    },
  }

  function enter(stream: Stream): void {
    const own = byPerson.get(stream.personId)
    if (own && own.size >= limits.ofPerson) [...own][0]!.line.end('crowded')
    streams.add(stream)
    add(byPerson, stream.personId, stream)
    for (const key of stream.topics.keys()) add(byKey, key, stream)
  }

  function leave(stream: Stream): void {
    streams.delete(stream)
    changed.delete(stream)
    remove(byPerson, stream.personId, stream)
    for (const key of stream.topics.keys()) remove(byKey, key, stream)
  }
}

const add = (index: Map<string, Set<Stream>>, key: string, stream: Stream) => index.set(key, (index.get(key) ?? new Set()).add(stream))
function remove(index: Map<string, Set<Stream>>, key: string, stream: Stream): void {
  const found = index.get(key)
  found?.delete(stream)
  if (!found?.size) index.delete(key)
}

const numbersOf = async (kernel: Kernel, look: Look, actor: Actor, topics: readonly string[]): Promise<TopicNumbers[]> =>
  ((await call(kernel, actor, look, { topics: topics.join(',') })) as { topics: TopicNumbers[] }).topics

/** Whoever is signed in by these sessions now, by their token; null while the database is gone. */
async function actorsNow({ store, clock, outages, log }: Kernel, some: readonly Stream[]): Promise<Map<string, Actor> | null> {
  if (!some.length) return new Map()
  try {
    return await actorsOfSessions(store.db, [...new Set(some.map(({ token }) => token))], clock.now(), clock.today())
  } catch (error) {
    if (!outages.note(error)) log.error('live.error', { error })
    return null
  }
}

const rightsOf = ({ grants }: Actor): string => JSON.stringify(grants.map(grant => JSON.stringify(grant)).sort())

function* inChunks<T>(all: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size)
}
