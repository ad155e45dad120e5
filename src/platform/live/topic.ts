import type { Context } from '../operation/operation.ts'

/** What is said of a topic: small numbers, and never words. */
export type Numbers = Record<string, number>

/** Something that a page can follow while it changes, contributed by a module: `run:ID`, or `inbox` of the one who asks. */
export type LiveTopic = {
  kind: string
  /** Without it, the topic needs an id. */
  own?: true
  /** Its numbers as this person may read them now; null where there is nothing that they may read. `id` is the person's own of an own topic. */
  look(context: Context, id: string): Promise<Numbers | null>
  /**
   * The same as each of several people may read it, in their order and by few statements: for what very many follow at once. Each asks as
   * themselves.
   */
  lookMany?(contexts: readonly [Context, ...Context[]], id: string): Promise<(Numbers | null)[]>
}

export type LiveTopics = ReadonlyMap<string, LiveTopic>
export type TopicNumbers = { topic: string; numbers: Numbers }
