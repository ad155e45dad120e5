import { type RawBuilder, sql } from 'kysely'
import { hasNotEnded, isHeld, isStillHeld } from './in-force.ts'

/** Whether a person has, from this day on, a position or a role at an office of the commission. */
export const isOfOffice = (person: RawBuilder<unknown>, day: string): RawBuilder<boolean> => sql<boolean>`(
  exists (select from role_grant g where g.person_id = ${person} and g.office_id is not null and ${isStillHeld('g', day)})
  or exists (select from appointment a where a.person_id = ${person} and ${hasNotEnded('a', day)}))`

/** Whether a person speaks for a partner on this day, or from it on. */
export const isOfPartner = (person: RawBuilder<unknown>, day: string, { orLater = false } = {}): RawBuilder<boolean> =>
  sql<boolean>`exists (select from role_grant g where g.person_id = ${person} and g.partner_id is not null
    and ${orLater ? isStillHeld('g', day) : isHeld('g', day)})`

/** Every office where a person has or had a position or a role, as rows of `office_id`. */
export const officesOf = (personId: string): RawBuilder<unknown> => sql`(
  select office_id from appointment where person_id = ${personId} union select office_id from role_grant where person_id = ${personId})`
