import { addDays, daysBetween } from '../../platform/values/clock.ts'
import { stateAfter, type Transitions } from '../../platform/workflow/workflow.ts'
import type { Act, Grounded, RemainingDay, State } from './schema.ts'

/**
 * What can be done in which state, and what state it leads to. A verdict leads to `verified` or, when it is not adequate, to `returned`.
 */
export const transitions = {
  report: { open: 'reported', returned: 'reported' },
  accept: { reported: 'verified' },
  return: { reported: 'returned' },
  reassign: { open: 'open', returned: 'returned' },
  reschedule: { open: 'open', returned: 'returned' },
  cancel: { open: 'cancelled', returned: 'cancelled' },
  reopen: { verified: 'open', cancelled: 'open' },
} as const satisfies Transitions<State, string>
export type Transition = keyof typeof transitions

/** Somebody must do something about it before its due date. */
export const awaits = (state: State): boolean => state === 'open' || state === 'returned'
export const isOverdue = ({ state, dueOn }: { state: State; dueOn: string }, today: string): boolean => awaits(state) && dueOn < today

/** Who has it or ever had it, and who ever reported on it. To hand it on takes nobody off these lists. */
export type Involved = { ownerIds: readonly string[]; reporterIds: readonly string[] }

/** The verdict is for somebody who neither had it nor reported on it, now or before. */
export const mayJudge = ({ ownerIds, reporterIds }: Involved, personId: string | null): boolean =>
  personId !== null && !ownerIds.includes(personId) && !reporterIds.includes(personId)

/** Cancelling ends it without a verdict, so none of its owners can do that alone. */
export const mayCancel = ({ ownerIds }: Pick<Involved, 'ownerIds'>, personId: string | null): boolean =>
  personId === null || !ownerIds.includes(personId)

/** The power to report over its office; its owner may hold it anywhere, as after moving on, but not nowhere. */
export const mayReport = (isOwner: boolean, held: { here: boolean; anywhere: boolean }): boolean => held.here || (isOwner && held.anywhere)

/**
 * In the order in which a page offers them. `held` says which powers this person holds over the office; `report` is `mayReport`'s answer.
 */
export function actsFor(
  followUp: { state: State } & Involved,
  personId: string | null,
  held: { report: boolean; verify: boolean; write: boolean },
): Act[] {
  const possible = (step: Transition) => stateAfter(transitions, followUp.state, step) !== null
  return [
    ...(possible('report') && personId !== null && held.report ? (['report'] as const) : []),
    ...(possible('accept') && held.verify && mayJudge(followUp, personId) ? (['verify'] as const) : []),
    ...(possible('reassign') && held.write ? (['reassign', 'reschedule'] as const) : []),
    ...(possible('cancel') && held.write && mayCancel(followUp, personId) ? (['cancel'] as const) : []),
    ...(possible('reopen') && held.write ? (['reopen'] as const) : []),
  ]
}

export type Reminder = 'soon' | 'today' | 'late'
/**
 * What a reminder says about it, and since which day that is to be said: a week before, on the day, and each week that it is late.
 * A day that was missed is made up for until the next of these days.
 */
export function reminderOn(today: string, dueOn: string): { kind: Reminder; since: string } | null {
  const left = daysBetween(today, dueOn)
  if (left > 7) return null
  if (left > 0) return { kind: 'soon', since: addDays(dueOn, -7) }
  return { kind: left === 0 ? 'today' : 'late', since: addDays(today, -(-left % 7)) }
}

/** The next of those days, after `today`. */
export function nextReminderDay(today: string, dueOn: string): string {
  const left = daysBetween(today, dueOn)
  if (left > 7) return addDays(dueOn, -7)
  return left > 0 ? dueOn : addDays(today, 7 - (-left % 7))
}

/** How many days after its due date a follow-up is told to those above its owner, and after how many more to the next level above them. */
export const escalation = { first: 3, every: 7 } as const

/** The day of the next escalation for this due date, of which there were `times`, the last on the day `on`: never two levels at once. */
export function nextEscalationDay(dueOn: string, { times, on }: { times: number; on: string | null }): string {
  const planned = addDays(dueOn, escalation.first + times * escalation.every)
  return on !== null && daysBetween(on, planned) < escalation.every ? addDays(on, escalation.every) : planned
}

/**
 * The nearest level not told yet at which somebody answers for it, and the levels passed over on the way: of an office at `depth` (3 a
 * regency, 2 a province, 1 the national one), `last` told before. Null when there is nobody above.
 */
export function nextEscalation(
  depth: number,
  last: number | null,
  holders: readonly { level: number }[],
): { level: number; passed: number[] } | null {
  const from = last === null ? depth : last - 1
  const level = Math.max(0, ...holders.map(({ level }) => level).filter(level => level <= from))
  return level ? { level, passed: Array.from({ length: from - level }, (_, at) => from - at) } : null
}

/**
 * What remains at the end of each day (or of each seventh) from `from` to `to`, out of what came and went by day.
 * `changes` may begin before `from`; `to` itself is always the last.
 */
export function remaining(changes: readonly RemainingDay[], from: string, to: string, step: 1 | 7): RemainingDay[] {
  const rising = [...changes].sort((a, b) => (a.day < b.day ? -1 : 1))
  const days: RemainingDay[] = []
  let [at, open, done, planned] = [0, 0, 0, 0]
  for (let day = from; ; day = addDays(day, step)) {
    const end = day < to ? day : to
    for (; at < rising.length && rising[at]!.day <= end; at++) {
      open += rising[at]!.open
      done += rising[at]!.done
      planned += rising[at]!.planned
    }
    days.push({ day: end, open, done, planned })
    if (end === to) return days
  }
}

/** The agreement and the partner that it is about: its own, or those of its findings. */
export const aboutOf = ({ partner, grounds, origin }: Grounded): { agreement: Named | null; partner: Named | null } => {
  const named = (kind: string) => grounds?.things.find(thing => thing.kind === kind) ?? null
  const own = origin?.kind === 'agreement' ? { id: origin.id, name: origin.label } : null
  return { agreement: own ?? named('agreement'), partner: partner ?? named('partner') }
}
type Named = { id: string; name: string }
