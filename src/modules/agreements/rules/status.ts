import { addDays } from '../../../platform/values/clock.ts'
import type { Stage, Status } from '../schema.ts'

/** What a status follows from. All days are `yyyy-mm-dd`; no end is no limit. */
export type LifecycleDates = {
  stage: Stage
  signedOn: string | null
  startsOn: string | null
  endsOn: string | null
  renewalSince: string | null
  endedHow: 'terminated' | 'completed' | null
  endedOn: string | null
}

/** How many days before its end an agreement counts as expiring. */
export const expiryNotice = 90

/**
 * Whether it binds both sides on a day: signed, begun, not past its last day and not ended by then. Days alone decide: also what expires
 * soon and what is being renewed is in force, until its last day has gone by. The same rule stands in `isInForce` for the database.
 */
export const inForceOn = ({ stage, startsOn, endsOn, endedOn }: Omit<LifecycleDates, 'signedOn'>, day: string): boolean =>
  stage === 'signed' && (!startsOn || startsOn <= day) && (!endsOn || endsOn >= day) && (!endedOn || endedOn > day)

/** The status on a day. The same rule stands in the database as `agreement_status`, for lists. */
export function statusOn(agreement: Omit<LifecycleDates, 'signedOn'>, day: string): Status {
  const { stage, endsOn, renewalSince, endedHow, endedOn } = agreement
  if (endedHow && endedOn && endedOn <= day) return endedHow
  if (stage !== 'signed') return stage
  if (renewalSince) return 'in_renewal'
  if (!inForceOn(agreement, day)) return endsOn && endsOn < day ? 'expired' : 'awaiting_start'
  return endsOn && endsOn <= addDays(day, expiryNotice) ? 'expiring' : 'active'
}

const ended = ({ endedHow }: LifecycleDates): boolean => endedHow !== null
export const mayStartRenewal = (agreement: LifecycleDates): boolean =>
  !ended(agreement) && agreement.stage === 'signed' && agreement.endsOn !== null && agreement.renewalSince === null
/** A renewal moves the end; twice the same one moves nothing, so it is refused. */
export const mayRenew = (agreement: LifecycleDates, endsOn: string): boolean =>
  !ended(agreement) && agreement.stage === 'signed' && agreement.endsOn !== null && endsOn > agreement.endsOn
/**
 * Before its term, and not before it was signed; negotiations can be broken off as well. The day may lie ahead, as notice is given in
 * advance.
 */
export const mayTerminate = (agreement: LifecycleDates, on: string): boolean =>
  !ended(agreement) && on >= (agreement.signedOn ?? agreement.startsOn ?? '') && (agreement.endsOn === null || on <= agreement.endsOn)
/** All that was agreed has been done, on a day that has come. */
export const mayComplete = (agreement: LifecycleDates, on: string, today: string): boolean =>
  !ended(agreement) && agreement.stage === 'signed' && on <= today && on >= (agreement.startsOn ?? agreement.signedOn ?? '')

/** In the address of the list: everything in force, also what ends soon. */
export const inForce = 'berlaku'
