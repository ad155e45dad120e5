import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { hasActed } from '../../../platform/audit/record.ts'
import { hasCredentials } from '../../../platform/auth/accounts.ts'
import { effectiveGrants } from '../../../platform/authority/holders.ts'
import { inForce } from '../../../platform/authority/in-force.ts'
import { type Reach, reach, within } from '../../../platform/authority/reach.ts'
import { holds, type Power, type Role, roleNames } from '../../../platform/authority/roles.ts'
import { mostCounted, pageOf } from '../../../platform/database/keyset.ts'
import { fittingOrNear, hasInOrder, isNear, mostNear, nearness, sortKey } from '../../../platform/database/search.ts'
import type { Locale } from '../../../platform/i18n/words.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { choiceRefusals } from '../../../platform/refusals/choice-words.ts'
import { namesNothing, notFound } from '../../../platform/refusals/refusal.ts'
import { isId } from '../../../platform/values/shapes.ts'
import type { PersonFilter, PersonRow } from '../schema.ts'
import { officeMeant } from './offices.ts'

/** Persons who have or had a place (an appointment or a role) at an office in reach, and oneself. */
export const visiblePersons = (context: Context) => {
  const own = reach(context, 'person.read')
  return context.db
    .selectFrom('person as p')
    .where(own.everywhere ? sql<boolean>`true` : sql<boolean>`(p.id = ${context.actor.personId}::uuid or ${placedIn(own)})`)
}

const placedIn = (own: Reach): RawBuilder<boolean> => sql<boolean>`p.id in (
  select a.person_id from appointment a join office o on o.id = a.office_id where ${within(own, { path: sql.ref('o.path') })}
  union all
  select g.person_id from role_grant g join office o on o.id = g.office_id where g.person_id is not null and ${within(own, { path: sql.ref('o.path') })})`

/** Those of a filter: who holds a place or a role is asked of today. Refuses an office that is not there. */
export async function filteredPersons(context: Context, { q, office: ref, below, role, state, left }: z.output<typeof PersonFilter>) {
  const today = context.clock.today()
  const office = ref ? await officeMeant(context, ref, 'office') : null
  const place = below ? sql`o.path <@ ${office?.path ?? ''}::text::ltree` : sql`o.id = ${office?.id ?? null}::uuid`
  return visiblePersons(context)
    .$if(!left, query => query.where('p.left_at', 'is', null))
    .$if(!!q, query =>
      query.where(sql<boolean>`(${hasInOrder(sql`p.name`, q!)} or ${hasInOrder(sql`p.email`, q!)} or p.id = ${isId(q!) ? q : null}::uuid)`),
    )
    .$if(office !== null, query =>
      query.where(sql<boolean>`p.id in (
        select a.person_id from appointment a join office o on o.id = a.office_id where ${place} and ${inForce('a', today)}
        union all select e.person_id from ${effectiveGrants(today)} e join office o on o.id = e.office_id where ${place})`),
    )
    .$if(role !== undefined, query =>
      query.where(
        sql<boolean>`exists (select from ${effectiveGrants(today)} e left join office o on o.id = e.office_id
          where e.person_id = p.id and e.role = ${role!} and ${seenAt(context)})`,
      ),
    )
    .$if(state !== undefined, query => query.where(sql<boolean>`${personState} = ${state!}`))
}

/** One page by name, and how many there are, counted as far as lists count. */
export async function pageOfPersons(context: Context, { after, before, most, ...filter }: z.output<typeof PersonFilter>, size?: number) {
  const filtered = await filteredPersons(context, filter)
  const counted = filtered.select(sql`1`.as('one')).limit(mostCounted + 1)
  const { rows, ...ends } = await pageOf(
    filtered.select(rowColumns(context)).select(sql<number>`(select count(*) from (${counted}) as counted)`.as('total')),
    { name: 'name', column: sortKey(sql`p.name`), type: 'text', descending: false },
    sql.ref('p.id'),
    { after, before, most },
    size,
  )
  const total = rows[0]?.total ?? 0
  return { persons: rows, total: Math.min(total, mostCounted), more: total > mostCounted, ...ends }
}

/** Persons in reach by what was typed, who have not left, with their first position; where there are none, those whose name comes near it. */
export function personChoices(context: Context, typed: string) {
  const position = sql<
    string | null
  >`(select po.name || ', ' || o.name from appointment a join position po on po.id = a.position_id join office o on o.id = a.office_id
    where a.person_id = p.id and ${inForce('a', context.clock.today())} and ${seenAt(context)} order by po.rank, a.from_on limit 1)`
  const all = visiblePersons(context)
    .where('p.left_at', 'is', null)
    .select(['p.id', 'p.email', 'p.name', position.as('position')])
  const named = sql<boolean>`(${hasInOrder(sql`p.name`, typed)} or ${hasInOrder(sql`p.email`, typed)})`
  const near = nearness(sql`p.name`, typed)
  const others = all.where(isNear(sql`p.name`, typed)).select(near.as('nearness'))
  return fittingOrNear(
    context.db,
    all
      .$if(typed !== '', query => query.where(named))
      .orderBy(sortKey(sql`p.name`))
      .orderBy('p.id')
      .limit(20),
    others.orderBy(near, 'desc').orderBy('p.id').limit(mostNear),
  )
}

/** @param ref id or e-mail address */
export async function findPerson(context: Context, ref: string) {
  const person = await byRef(context, ref).select(basicColumns).executeTakeFirst()
  if (!person) throw notFound()
  return person
}

/** Locks the person, so that two changes at once follow one another; what they record themselves meanwhile does not wait. */
export async function findPersonForChange(context: Context, ref: string) {
  const person = await byRef(context, ref).select(basicColumns).forNoKeyUpdate().executeTakeFirst()
  if (!person) throw notFound()
  return person
}

/** Whom a field of a form names, locked; refuses the `field` where nobody in reach is meant. */
export async function personNamedForChange(context: Context, ref: string, field: string) {
  const person = await byRef(context, ref).select(basicColumns).forNoKeyUpdate().executeTakeFirst()
  if (!person) throw namesNothing(field, choiceRefusals.person({ text: ref }))
  return person
}

const byRef = (context: Context, ref: string) =>
  z.uuid().safeParse(ref).success
    ? visiblePersons(context).where('p.id', '=', ref)
    : visiblePersons(context).where('p.email', '=', ref.toLowerCase())
const basicColumns = [
  'p.id',
  'p.name',
  'p.email',
  'p.phones',
  'p.nip',
  sql<Locale>`p.locale`.as('locale'),
  'p.invited_at as invitedAt',
  'p.left_at as leftAt',
  'p.rev',
] as const

/** How far a person has come in: of the row `p`. */
export const personState = sql<PersonRow['state']>`(case when p.left_at is not null then 'left'
  when ${hasCredentials(sql.ref('p.auth_user_id'))}
    or ${hasActed(sql.ref('p.id'))} then 'active' when p.invited_at is not null then 'invited' else 'new' end)`

/** Whether somebody has neither been invited nor come in. */
export async function isNew(context: Context, id: string): Promise<boolean> {
  const { state } = await visiblePersons(context).where('p.id', '=', id).select(personState.as('state')).executeTakeFirstOrThrow()
  return state === 'new'
}

/** Whether what a person `p` has at the office `o` is seen: the filter by role asks no more than the rows say. */
const seenAt = (context: Context): RawBuilder<boolean> =>
  sql<boolean>`(${within(reach(context, 'person.read'), { path: sql.ref('o.path') })} or p.id = ${context.actor.personId}::uuid)`

/** What a list says of a person: where they have positions and which roles hold today and where, as far as the reach goes. */
export const rowColumns = (context: Context) => {
  const day = context.clock.today()
  const seen = seenAt(context)
  return [
    ...basicColumns,
    personState.as('state'),
    sql<PersonRow['positions']>`coalesce((
      select jsonb_agg(jsonb_build_object('position', po.name, 'office', o.name, 'unit', a.unit, 'acting', a.acting) order by po.rank, a.from_on)
      from appointment a join position po on po.id = a.position_id join office o on o.id = a.office_id
      where a.person_id = p.id and ${inForce('a', day)} and ${seen}), '[]')`.as('positions'),
    sql<string[]>`coalesce((
      select jsonb_agg(distinct g.partner_name) from role_grant_card g
      where g.partner_id is not null and g.person_id = p.id and g.revoked_at is null and ${inForce('g', day)}), '[]')`.as('partners'),
    sql<Role[]>`coalesce((
      select jsonb_agg(distinct e.role) from ${effectiveGrants(day)} e left join office o on o.id = e.office_id where e.person_id = p.id and ${seen}), '[]')`.as(
      'roles',
    ),
    sql<string[]>`coalesce((
      select jsonb_agg(distinct o.name) from ${effectiveGrants(day)} e join office o on o.id = e.office_id where e.person_id = p.id and ${seen}), '[]')`.as(
      'offices',
    ),
  ] as const
}

/**
 * Persons with a place at exactly this office today, to choose from. With `power`, only those who may use it there.
 * Asks `person.read`; an office outside the reach has nobody to choose.
 */
export async function personsAt(
  context: Context,
  officeId: string,
  power?: Power,
): Promise<{ id: string; name: string; position: string | null }[]> {
  const day = context.clock.today()
  const able = power ? roleNames.filter(role => holds(role, power)) : roleNames
  const { rows } = await sql<{ id: string; name: string; position: string | null }>`
    select p.id, p.name, (select po.name from appointment a join position po on po.id = a.position_id where a.person_id = p.id and a.office_id = o.id and ${inForce('a', day)} order by po.rank limit 1) as position
    from office o join person p on p.left_at is null and p.id in (
      select a.person_id from appointment a where a.office_id = ${officeId}::uuid and ${inForce('a', day)}
      union all select e.person_id from ${effectiveGrants(day)} e where e.office_id = ${officeId}::uuid)
    where o.id = ${officeId}::uuid and ${within(reach(context, 'person.read'), { path: sql.ref('o.path') })}
      and (${!power} or exists (select from ${effectiveGrants(day)} e
        where e.person_id = p.id and e.role = any (${able}::text[]) and (e.path = o.path or (e.descendants and o.path <@ e.path))))
    order by ${sortKey(sql`p.name`)}, p.id limit 200`.execute(context.db)
  return rows
}

/** Who can be made the owner of a follow-up of this office. */
export const ownersFor = (context: Context, officeId: string) => personsAt(context, officeId, 'followup.report')
