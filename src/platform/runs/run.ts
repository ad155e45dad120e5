import type { Actor } from '../authority/actor.ts'
import type { Power } from '../authority/roles.ts'
import type { Localized } from '../i18n/words.ts'
import type { Context, Kernel } from '../operation/operation.ts'

/**
 * `waiting` for its turn, `running`; then `done`, `cancelled` by somebody, `failed` for a reason that every try would meet, or `stopped` by
 * an error of our own, which can be tried again.
 */
export const runStates = ['waiting', 'running', 'done', 'cancelled', 'failed', 'stopped'] as const
export type RunState = (typeof runStates)[number]

/** One piece of long work. `done` of `total` counts what its kind counts; `total` is 0 as long as nobody knows. */
export type Run = {
  id: string
  kind: string
  subjectId: string
  /** Path of the office that it is done for. */
  path: string
  /** Who asked for it; null is the operator at the machine. */
  askedBy: string | null
  input: unknown
  /** How far it came, as its kind needs to go on. */
  cursor: unknown
  state: RunState
  phase: number
  done: number
  total: number
  refusal: Localized | null
}

/** Long work of one kind, contributed by a module; a job of the same name carries it out. */
export type RunKind = {
  kind: string
  /** What it does, as a line of a list: "Membaca berkas impor". */
  names: Localized
  /** What it is about, a kind of subject. */
  subject: string
  /** Whoever holds this power at its office sees it; whoever asked for it always does. */
  seenBy: Power
  /** What it does one after the other, by its `phase`. */
  phases?: readonly Localized[]
  /** How often and how long it is tried, as of a job. */
  retries?: number
  seconds?: number
  /**
   * The next piece of work, in transactions of its own, as the one who asked with the powers that they have now. It tells how far it came
   * with `advanceRun` or ends with `finishRun` in the transaction of the work itself, so that a kill at any moment loses or repeats
   * nothing. Repeated until the run is over.
   */
  step(kernel: Kernel, actor: Actor, run: Run): Promise<unknown>
  /** Locks what it is about, before the run itself, and asks whether this person may cancel it or have it tried again. */
  hold(context: Context, run: Run): Promise<unknown>
  /** What it is about follows, in the same transaction: the run is `run.state` now, and was `before`. */
  moved?(context: Context, run: Run, before: RunState): Promise<unknown>
  /** What is said when the one who asked may not any more. */
  notAnyMore: Localized
}

export type RunKinds = ReadonlyMap<string, RunKind>

export const isOver = ({ state }: Pick<Run, 'state'>): boolean => state !== 'waiting' && state !== 'running'
