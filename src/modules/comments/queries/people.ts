import { sql } from 'kysely'
import { effectiveGrants, rolesHolding } from '../../../platform/authority/holders.ts'
import { actorOfPerson } from '../../../platform/authority/load-actor.ts'
import { hasInOrder } from '../../../platform/database/search.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { invalid } from '../../../platform/refusals/refusal.ts'
import { isId } from '../../../platform/values/shapes.ts'
import type { Audience } from '../schema.ts'
import { refusals } from '../words/refusals.ts'
import { keyOf, type Thing, thingsFor } from './things.ts'

export type Reader = { id: string; name: string; institution: string; side: Thing['side'] }

/**
 * People to tell about a thing, by a part of their name: whoever holds a role over its offices and, of those who write for them too, its
 * partners' people. A partner's people choose among those of the very offices that share the thing, and their own colleagues: who works
 * above those is not for them to learn here.
 */
export async function peopleFor(context: Context, thing: Thing, typed: string, most = 20): Promise<Reader[]> {
  const { actor, clock, db } = context
  const isPartner = thing.side === 'partner'
  const offices = isPartner || !actor.office ? thing.offices : [...thing.offices, actor.office.path]
  const partners = isPartner ? thing.partners.filter(each => each === thing.partnerId) : thing.partners
  const at = sql`e.path = any (${offices}::text[]::ltree[])`
  const above = isPartner ? sql`false` : sql`(e.descendants and e.path @> any (${offices}::text[]::ltree[]))`
  const named = isId(typed) ? sql`p.id = ${typed}::uuid` : sql`(${hasInOrder(sql`p.name`, typed)} or p.email = lower(${typed}))`
  const { rows } = await sql<Reader>`
    select * from (
      select distinct on (p.id) p.id, p.name, coalesce(o.name, q.name) as institution, case when e.partner_id is null then 'kpu' else 'partner' end as side
      from ${effectiveGrants(clock.today())} e join person_card p on p.id = e.person_id
        left join office_card o on o.id = e.office_id left join partner_card q on q.id = e.partner_id
      where e.role = any (${rolesHolding('comment.read')}) and (${at} or ${above} or e.partner_id = any (${partners}::uuid[]))
        and p.left_at is null and p.id is distinct from ${actor.personId}::uuid and ${typed === '' ? sql`true` : named}
      order by p.id, e.partner_id nulls first, nlevel(e.path) desc
    ) found order by lower(name) = lower(${typed}) desc, name, id limit ${most}`.execute(db)
  return rows
}

/**
 * Those who are to be told, as they were written: by id, e-mail address or whole name. Each is asked for as themselves whether they may
 * read it today; one who may not is to the writer the same as one who is not there.
 */
export async function resolveReaders(context: Context, thing: Thing, audience: Audience, written: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const [index, text] of written.entries()) {
    const fits = await peopleFor(context, thing, text)
    const named = fits.filter(({ name }) => name.toLowerCase() === text.toLowerCase())
    const [person, ...others] = named.length ? named : fits
    if (others.length) throw invalid(`mentions.${index}`, refusals.severalFit)
    if (!person || !(await reads(context, thing, audience, person.id))) throw invalid(`mentions.${index}`, refusals.nobodyFits)
    found.push(person.id)
  }
  return [...new Set(found)]
}

async function reads(context: Context, thing: Thing, audience: Audience, personId: string): Promise<boolean> {
  const actor = await actorOfPerson(context.db, personId, context.clock.today())
  if (!actor) return false
  const reached = (await thingsFor({ ...context, actor }, [thing], 'comment.read')).get(keyOf(thing))
  return reached !== undefined && (reached.side === 'kpu' || audience === 'both')
}
