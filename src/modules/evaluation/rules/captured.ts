import { instantOf } from '../../../platform/i18n/format.ts'

const minute = 60_000
/** So far the clock of a device may be ahead: what it says then counts as now. */
const ahead = 5 * minute
/** Nearer than this, what was written and what came are one moment to people. */
const apart = 5 * minute

/**
 * When something was written, as the device says that sent it: a claim of a clock that may be wrong, so nothing is decided by it. One of a
 * day before answers were taken, or of a time to come, is left out.
 */
export function capturedAt(claim: Date | undefined, { now, opensOn }: { now: Date; opensOn: string }): Date | null {
  const time = claim?.getTime() ?? Number.NaN
  // A day begins in the east of Indonesia before it begins here.
  if (!(time >= instantOf(opensOn).getTime() - 2 * 60 * minute && time <= now.getTime() + ahead)) return null
  return new Date(Math.min(time, now.getTime()))
}

/** Whether people should be told both times. */
export const isLater = (at: Date | string, captured: Date | string | null): boolean =>
  captured !== null && new Date(at).getTime() - new Date(captured).getTime() >= apart
