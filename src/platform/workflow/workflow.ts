import { record } from '../audit/record.ts'
import { inEach, type Locale, type Localized } from '../i18n/words.ts'
import type { Context } from '../operation/operation.ts'
import { Refusal } from '../refusals/refusal.ts'
import { refusals } from './refusal-words.ts'

/** Which transitions there are, and from which state each leads to which. */
export type Transitions<State extends string, Name extends string> = { readonly [name in Name]: { readonly [from in State]?: State } }

/** How a kind of thing moves, and what people call it ("this follow-up") and its states. */
export type Workflow<State extends string, Name extends string> = {
  transitions: Transitions<State, Name>
  thing: Localized
  states: (locale: Locale) => Readonly<Record<State, string>>
}

/** What one transition does beside the state; all of it in the transaction of the operation that the thing was locked in. */
export type Move<State extends string> = {
  subject: { kind: string; id: string; reach?: string[]; partnerId?: string | null }
  /** What the audit trail compares; `after` may be read once all is written. */
  before: object
  after: object | (() => Promise<object>)
  /** Writes the row, with its next revision where it has one. */
  write(state: State): Promise<unknown>
  /** Adds a line to the history of the thing itself and answers its id, by which whoever tells of it tells it once. */
  event?(): Promise<string | undefined>
}

/** The state after a transition, or null where the state does not allow it. */
export const stateAfter = <State extends string, Name extends string>(
  transitions: Transitions<State, Name>,
  state: State,
  name: Name,
): State | null => transitions[name][state] ?? null

/** What may happen next, in the order of the table. */
export const transitionsFrom = <State extends string, Name extends string>(transitions: Transitions<State, Name>, state: State): Name[] =>
  (Object.keys(transitions) as Name[]).filter(name => stateAfter(transitions, state, name) !== null)

/** The state after a transition. Refuses `conflict` where the state does not allow it, with what the state is. */
export function nextState<State extends string, Name extends string>(workflow: Workflow<State, Name>, state: State, name: Name): State {
  const next = stateAfter(workflow.transitions, state, name)
  if (next === null)
    throw new Refusal(
      'conflict',
      inEach(locale => refusals.notNow({ thing: workflow.thing[locale], state: workflow.states(locale)[state] })[locale]),
    )
  return next
}

/**
 * Takes a locked thing through one transition: its row, a line of its history, a line of the audit trail. @returns the id of the line of
 * its history, empty where it keeps none. Refuses `conflict` where its state does not allow it.
 */
export async function transition<State extends string, Name extends string>(
  context: Context,
  workflow: Workflow<State, Name>,
  state: State,
  name: Name,
  { subject, before, after, write, event }: Move<State>,
): Promise<string> {
  await write(nextState(workflow, state, name))
  const line = (await event?.()) ?? ''
  record(context, subject, before, typeof after === 'function' ? await after() : after)
  return line
}
