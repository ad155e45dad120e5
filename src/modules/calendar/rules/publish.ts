import { createHash } from 'node:crypto'
import { addDays, daysBetween } from '../../../platform/values/clock.ts'

/** What a calendar is told of one date of one thing; `hours` where it is no whole day, without `to` where no end is set. */
export type Entry = {
  uid: string
  day: string
  until: string | null
  hours: { from: Date; to?: Date } | null
  summary: string
  description: string
  /** Left out where there is none, so that what was said before it could be said is still the same. */
  place?: string
  url: string | null
  ended: boolean
}

/** What a calendar was told last: a fingerprint of it and no words. */
export type Kept = { uid: string; sequence: number; digest: string; day: string; changedAt: Date; cancelledAt: Date | null }
export type Published = Entry & { sequence: number; changedAt: Date; cancelled: boolean }

/** From how many days ago to how many ahead, and how many entries at most: the nearest. What is cancelled is said for so many days. */
export const bounds = { before: 30, after: 400, most: 2000, cancelledFor: 30 } as const
export const spanAt = (today: string) => ({ from: addDays(today, -bounds.before), to: addDays(today, bounds.after) })

/**
 * What a calendar is told now, and what is to be kept of it because it says something else than the last time.
 *
 * - live, never told: sequence 0
 * - live, told otherwise (or as cancelled): one more
 * - ended, told before: cancelled with its words, one more; never told: nothing
 * - told before and not among `entries` any more, so out of reach or away from its days: cancelled without words, one more
 * - the same for longer than `cancelledFor` days, or its day is before the span: nothing, and what is kept stays, so that the sequence
 *   goes on when it comes back
 *
 * `horizon`: entries that are this many days away or more may only have been left out for being too many, so they are not cancelled.
 */
export function publish(
  kept: ReadonlyMap<string, Kept>,
  entries: readonly Entry[],
  { today, now, horizon }: { today: string; now: Date; horizon: number },
): { published: Published[]; changed: Kept[] } {
  const { from } = spanAt(today)
  const since = now.getTime() - bounds.cancelledFor * 86_400_000
  const there = new Set(entries.map(({ uid }) => uid))
  const gone = [...kept.values()]
    .filter(({ uid, day, cancelledAt }) => !there.has(uid) && day >= from && (cancelledAt || Math.abs(daysBetween(today, day)) < horizon))
    .map(({ uid, day }) => wordless(uid, day))
  const told = entries.filter(({ uid, ended }) => !ended || kept.has(uid))
  const changed: Kept[] = []
  const published = [...told, ...gone].flatMap((entry): Published[] => {
    const before = kept.get(entry.uid)
    const digest = digestOf(entry)
    const isSame = before?.digest === digest
    const state = isSame
      ? before
      : {
          uid: entry.uid,
          sequence: before ? before.sequence + 1 : 0,
          digest,
          day: entry.day,
          changedAt: now,
          cancelledAt: entry.ended ? (before?.cancelledAt ?? now) : null,
        }
    if (state.cancelledAt && state.cancelledAt.getTime() < since) return []
    if (!isSame) changed.push(state)
    return [{ ...entry, sequence: state.sequence, changedAt: state.changedAt, cancelled: entry.ended }]
  })
  return { published: published.sort((a, b) => compare(a.day, b.day) || compare(a.uid, b.uid)), changed }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const wordless = (uid: string, day: string): Entry => ({
  uid,
  day,
  until: null,
  hours: null,
  summary: '',
  description: '',
  url: null,
  ended: true,
})

const digestOf = ({ uid: _, ...said }: Entry): string => createHash('sha256').update(JSON.stringify(said)).digest('base64url')
