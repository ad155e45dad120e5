import { lacking } from '../../../platform/authority/lacking.ts'
import { covers, reach, reachOf } from '../../../platform/authority/reach.ts'
import { holds, type Power } from '../../../platform/authority/roles.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { forbidden, notFound } from '../../../platform/refusals/refusal.ts'
import type { Places, SubjectRef } from '../../../platform/subject/subject.ts'

/**
 * A thing that takes comments, as the one who asks reaches it: on the side of the commission, or through a partner that they speak for.
 * Whoever has both roles is on the side of the commission where those reach the thing, and nowhere else.
 */
export type Thing = SubjectRef & Places & { side: 'kpu' | 'partner'; partnerId: string | null }

/**
 * The one who asks, as they stand on each side with roles that carry the power: nobody who has none there. `own` are the partners that they
 * speak for.
 */
export function sidesOf(context: Context, power: Power): { side: Thing['side']; own: Set<string>; as: Context }[] {
  reach(context, power)
  const { actor } = context
  if (actor.scope === 'read' && !power.endsWith('.read')) return []
  return (['kpu', 'partner'] as const).flatMap(side => {
    const grants = actor.grants.filter(grant => holds(grant.role, power) && (side === 'partner') === (grant.partnerId !== null))
    if (actor.kind === 'system' ? side === 'partner' : !grants.length) return []
    return [{ side, own: new Set(grants.flatMap(({ partnerId }) => partnerId ?? [])), as: { ...context, actor: { ...actor, grants } } }]
  })
}

/**
 * Those of these things that the one who asks may read by roles that carry the power, by `keyOf`. Permission follows the thing: it is its
 * own module that says who reads it now. A statement for each kind, two for whoever has roles on both sides.
 */
export async function thingsFor(context: Context, refs: readonly SubjectRef[], power: Power): Promise<Map<string, Thing>> {
  const found = new Map<string, Thing>()
  for (const { side, own, as } of sidesOf(context, power))
    for (const [kind, some] of Map.groupBy(refs, ref => context.subjects.kinds.get(ref.kind))) {
      const ids = [...new Set(some.map(({ id }) => id))].filter(id => !found.has(keyOf({ kind: kind?.kind ?? '', id })))
      if (!kind?.places || !ids.length) continue
      for (const { id, ...places } of await kind.places(as, ids)) {
        const partnerId = places.partners.find(each => own.has(each)) ?? null
        if (side === 'partner' && !partnerId) continue
        found.set(keyOf({ kind: kind.kind, id }), { kind: kind.kind, id, ...places, side, partnerId })
      }
    }
  return found
}

export const keyOf = ({ kind, id }: SubjectRef): string => `${kind} ${id}`

/** As a comment keeps it: the present name of its kind. */
const nowCalled = ({ subjects }: Context, ref: SubjectRef): SubjectRef => ({ ...ref, kind: subjects.kinds.get(ref.kind)?.kind ?? ref.kind })

/** One thing to read or to comment on; refuses `not_found` what is not to be read, `forbidden` what is only to be read. */
export async function findThing(context: Context, ref: SubjectRef, power: Power = 'comment.read'): Promise<Thing> {
  const readable = (await thingsFor(context, [ref], 'comment.read')).get(keyOf(nowCalled(context, ref)))
  if (!readable) throw notFound()
  if (power === 'comment.read') return readable
  const thing = (await thingsFor(context, [ref], power)).get(keyOf(readable))
  if (!thing || thing.side !== readable.side) throw context.actor.scope === 'read' ? forbidden() : lacking(power, context.actor)
  return thing
}

/**
 * Whether they may remove and open what others wrote: what their own offices wrote, and what a partner wrote on a thing of theirs.
 */
export function manages({ actor }: Context, thing: Thing, officePath: string | null): boolean {
  if (actor.scope === 'read') return false
  const own = reachOf(actor, 'comment.manage')
  return officePath ? covers(own, { path: officePath }) : thing.offices.some(path => covers(own, { path }))
}
