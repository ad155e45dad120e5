import type { z } from 'zod'
import type { Localized } from '../i18n/words.ts'
import type { Context } from '../operation/operation.ts'

/** What a timer is about: a thing of a module, by its kind and id. */
export type TimerSubject = { kind: string; id: string }
/** One timer that has fired. `dueAt` is when it was due, `step` counts from 0 how often it went on. */
export type Due<Payload = unknown> = { subject: TimerSubject; key: string; payload: Payload; dueAt: Date; step: number }
/** It is not over: the same timer is due again then, as its next step. */
export type Again = { dueAt: Date }

/** What happens at a moment that somebody else set; contributed by a module. */
export type Timer<P extends z.ZodType = z.ZodType> = {
  kind: string
  /** What it does, as a line of a list: "Menutup siklus evaluasi". */
  names: Localized
  /** What its lines in the audit trail say was done, a name among the deeds of its module. */
  deed: string
  payload: P
  /**
   * Runs in the transaction that marks the timer done: both happen or neither. Short, since other timers wait; what takes long is a job
   * that it enqueues. It looks at how things stand now, since a timer says only when to look. A failure is tried again.
   */
  run(context: Context, due: Due<z.output<P>>): Promise<Again | undefined>
}
export const timer = <P extends z.ZodType>(definition: Timer<P>): Timer<P> => definition
export type AnyTimer = Timer<any>
export type TimerKinds = ReadonlyMap<string, AnyTimer>

export const timerStates = ['open', 'done', 'cancelled', 'failed'] as const
