import { type RawBuilder, sql } from 'kysely'
import { hasNotEnded } from '../../../platform/authority/in-force.ts'
import { reach, within } from '../../../platform/authority/reach.ts'
import { sortKey } from '../../../platform/database/search.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { choiceRefusals } from '../../../platform/refusals/choice-words.ts'
import { invalid, notFound } from '../../../platform/refusals/refusal.ts'

/**
 * Contacts that an office in reach knows, and those of the partner that one speaks for: names and numbers of people, so not the whole
 * register's.
 */
export const visibleContacts = (context: Context) =>
  context.db
    .selectFrom('partner_contact as c')
    .innerJoin('office_card as o', 'o.id', 'c.office_id')
    .where(within(reach(context, 'partner.read'), { path: sql.ref('o.path'), partner: sql.ref('c.partner_id') }))

/** Those who still are contacts first, then by name. */
export const contactsOf = (context: Context, partnerId: string) =>
  visibleContacts(context)
    .where('c.partner_id', '=', partnerId)
    .select(columns(context))
    .orderBy(sql`c.to_on is not null`)
    .orderBy(sortKey(sql`c.name`))
    .orderBy('c.id')
    .limit(200)
    .execute()

export async function findContactForChange(context: Context, id: string) {
  const contact = await visibleContacts(context)
    .where('c.id', '=', id)
    .select(columns(context))
    .select(['c.partner_id as partnerId', 'c.person_id as personId'])
    .forUpdate('c')
    .executeTakeFirst()
  if (!contact) throw notFound()
  return contact
}

const columns = ({ clock }: Context) =>
  [
    'c.id',
    'c.name',
    'c.position',
    'c.email',
    'c.phone',
    'c.from_on as fromOn',
    'c.to_on as toOn',
    'c.rev',
    sql<{ id: string; name: string; path: string }>`jsonb_build_object('id', o.id, 'name', o.name, 'path', o.path::text)`.as('office'),
    sql<boolean>`exists (select from role_grant_card g where g.person_id = c.person_id and g.partner_id = c.partner_id and g.role = 'partner_contact' and g.revoked_at is null
      and ${hasNotEnded('g', clock.today())})`.as('invited'),
  ] as const

/** The office that is to keep an entry: the one named by id or code, else one's own, else the national one. */
export async function keepingOffice(context: Context, given: string | null): Promise<{ id: string; name: string; path: string }> {
  const named = given ?? context.actor.office?.id ?? '00'
  const office = await context.db
    .selectFrom('office_card as o')
    .where(sql<boolean>`(o.code = ${named} or o.id::text = lower(${named}))`)
    .select(['o.id', 'o.name', sql<string>`o.path::text`.as('path')])
    .executeTakeFirst()
  if (!office) throw invalid('office', choiceRefusals.office({ text: named }))
  return office
}

/** The telephone of a person as a contact of a partner on a day, as a query of it: the newest that is known. */
export const phoneOfContact = (person: RawBuilder<unknown>, day: string): RawBuilder<string | null> => sql<string | null>`(
  select c.phone from partner_contact c where c.person_id = ${person} and c.phone is not null
    and c.from_on <= ${day}::date and coalesce(c.to_on >= ${day}::date, true) order by c.from_on desc limit 1)`
