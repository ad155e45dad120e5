import { type RawBuilder, sql } from 'kysely'
import { inForce } from '../../../platform/authority/in-force.ts'

/** The day on which a meeting begins, by the clock of its host; `m` is the meeting and `h` the office that hosts it. */
export const firstDay = sql<string>`(m.starts_at at time zone h.zone)::date`

/**
 * Whether an invitee (`i`) holds on that day what they are invited as: a position of an office, or being the contact of a partner; whoever
 * is invited as a person or a guest stays so.
 */
export const holdsOn = (day: string | RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`case
  when i.contact_id is not null then exists (select from partner_contact_card c where c.id = i.contact_id and ${inForce('c', day)})
  when i.office_id is not null and i.position is not null and i.person_id is not null then exists (
    select from appointment_card a where a.person_id = i.person_id and a.office_id = i.office_id and ${inForce('a', day)})
  else true end`

/** The same of somebody who goes in the place of an invitee (`x`). */
export const proxyHoldsOn = (day: string | RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`(x.office_id is null or x.position is null or exists (
    select from appointment_card a where a.person_id = x.person_id and a.office_id = x.office_id and ${inForce('a', day)}))`
