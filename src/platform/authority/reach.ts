import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../operation/operation.ts'
import { forbidden } from '../refusals/refusal.ts'
import type { Actor } from './actor.ts'
import { lacking } from './lacking.ts'
import { holds, isForEverybody, type Power } from './roles.ts'

/**
 * Where a power holds: everywhere, or under these paths, at these, and for these partners; or over what is public, wherever it is and
 * whoever asks. What is public of a thing is said beside its `visible`.
 */
export type Reach = { everywhere: boolean; below: string[]; at: string[]; partners: string[]; public?: true }
/** The place that something happens in: an office's path, or a partner. */
export type Place = { path: string } | { partnerId: string }

const national = 'id'

export function reachOf(actor: Actor, power: Power): Reach {
  if (isForEverybody(power)) return { everywhere: false, below: [], at: [], partners: [], public: true }
  if (actor.kind === 'system') return { everywhere: true, below: [], at: [], partners: [] }
  return coveredBy(actor.grants.filter(grant => holds(grant.role, power)))
}

function coveredBy(grants: Actor['grants']): Reach {
  const below = grants.flatMap(grant => (grant.path && grant.descendants ? [grant.path] : []))
  return {
    everywhere: below.includes(national),
    below,
    at: grants.flatMap(grant => (grant.path && !grant.descendants ? [grant.path] : [])),
    partners: grants.flatMap(grant => (grant.partnerId ? [grant.partnerId] : [])),
  }
}

/** Reach of the one who asks; marks that this operation has asked. */
export function reach(context: Context, power: Power): Reach {
  context.asked.add(power)
  return reachOf(context.actor, power)
}

export const isEmpty = ({ everywhere, below, at, partners, public: isPublic }: Reach): boolean =>
  !everywhere && !isPublic && below.length + at.length + partners.length === 0

/** A condition on an `ltree` column (`path`) or an `ltree[]` column (`paths`), and on a partner column where there is one. */
export function within(
  reach: Reach,
  columns: { path?: RawBuilder<unknown>; paths?: RawBuilder<unknown>; partner?: RawBuilder<unknown>; partners?: RawBuilder<unknown> },
): RawBuilder<boolean> {
  if (reach.everywhere) return sql<boolean>`true`
  const places = columns.path ?? columns.paths
  const conditions = [
    // As one condition, where there are several: to the planner each alternative of an "or" is one more plan to weigh.
    ...(columns.path && reach.below.length > 1 ? [sql`${columns.path} <@ any (${reach.below}::text[]::ltree[])`] : []),
    ...(places && !(columns.path && reach.below.length > 1) ? reach.below.map(path => sql`${places} <@ ${path}::text::ltree`) : []),
    ...(columns.path && reach.at.length ? [sql`${columns.path} = any (${reach.at}::text[]::ltree[])`] : []),
    ...(columns.paths && reach.at.length ? [sql`${columns.paths} && ${reach.at}::text[]::ltree[]`] : []),
    ...(columns.partner && reach.partners.length ? [sql`${columns.partner} = any (${reach.partners}::uuid[])`] : []),
    ...(columns.partners && reach.partners.length ? [sql`${columns.partners} && ${reach.partners}::uuid[]`] : []),
  ]
  return conditions.length ? sql<boolean>`(${sql.join(conditions, sql` or `)})` : sql<boolean>`false`
}

export function covers(reach: Reach, place: Place): boolean {
  if (reach.everywhere) return true
  if ('partnerId' in place) return reach.partners.includes(place.partnerId)
  return reach.at.includes(place.path) || reach.below.some(path => place.path === path || place.path.startsWith(`${path}.`))
}

/** Whether everything within one reach is within another. */
export const reachesAllOf = (wide: Reach, narrow: Reach): boolean =>
  wide.everywhere ||
  (!narrow.everywhere &&
    (!narrow.public || wide.public === true) &&
    narrow.below.every(path => wide.below.some(above => path === above || path.startsWith(`${above}.`))) &&
    narrow.at.every(path => covers(wide, { path })) &&
    narrow.partners.every(partnerId => wide.partners.includes(partnerId)))

/** Power: may this person do this here? Refuses with `forbidden`. Any of several places is enough. */
export function authorize(context: Context, power: Power, ...places: Place[]): void {
  if (context.actor.scope === 'read' && !power.endsWith('.read')) throw forbidden()
  const own = reach(context, power)
  if (!places.some(place => covers(own, place))) throw lacking(power, context.actor)
}

/** For views: whether to show the button. The refusal itself is `authorize`'s. */
export const can = (actor: Actor, power: Power, ...places: Place[]): boolean =>
  (actor.scope !== 'read' || power.endsWith('.read')) && places.some(place => covers(reachOf(actor, power), place))

/** Whether the power is held anywhere at all: for navigation. */
export const canAnywhere = (actor: Actor, power: Power): boolean => !isEmpty(reachOf(actor, power))
export const nationally: Place = { path: national }
