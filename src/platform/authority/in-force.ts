import { type RawBuilder, sql } from 'kysely'

/*
 * Who holds what on a day: the one place that says it, for `role_grant` and `appointment` rows by their alias in the statement. Days are
 * ISO; both ends of a row count. Of whoever asks, powers begin and end with Jakarta's day, as a power must not depend on who looks at it.
 */

/** A row whose days hold that day: of an appointment all that is asked, of a grant see `isHeld`. */
type Day = string | RawBuilder<unknown>

export const inForce = (alias: string, day: Day): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(`${alias}.from_on`)} <= ${day}::date and ${hasNotEnded(alias, day)})`

/** A row whose last day is not over, also one that is still to come. */
export const hasNotEnded = (alias: string, day: Day): RawBuilder<boolean> =>
  sql<boolean>`coalesce(${sql.ref(`${alias}.to_on`)}, 'infinity') >= ${day}::date`

/** A grant that holds on a day: not revoked, within its days, and a delegation only with the ground that it stands on. */
export const isHeld = (alias: string, day: string): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(`${alias}.revoked_at`)} is null and ${inForce(alias, day)} and ${delegationStands(alias, day)})`

/** A grant that holds on a day or is to hold later; one that is to come is asked for its ground on its first day. */
export const isStillHeld = (alias: string, day: string): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(`${alias}.revoked_at`)} is null and ${hasNotEnded(alias, day)} and ${stands(alias, sql`greatest(${day}::date, ${sql.ref(`${alias}.from_on`)})`)})`

/** Of a grant within its days that is not revoked: whether it is no delegation, or one that stands. */
export const delegationStands = (alias: string, day: string): RawBuilder<boolean> => stands(alias, sql`${day}::date`)

const stands = (alias: string, day: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(`${alias}.delegated_by`)} is null or delegation_stands(${sql.table(alias)}, ${day}))`
