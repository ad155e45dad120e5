import type { Actor, Grant } from '../../../platform/authority/actor.ts'

/** Somebody with what they hold at this office and below it, and nothing of what they hold elsewhere. */
export const boundTo = (actor: Actor, path: string): Actor => ({ ...actor, grants: actor.grants.flatMap(grant => inside(grant, path)) })

function inside(grant: Grant, path: string): Grant[] {
  if (!grant.path) return []
  if (grant.path === path || grant.path.startsWith(`${path}.`)) return [grant]
  return grant.descendants && path.startsWith(`${grant.path}.`) ? [{ ...grant, path }] : []
}

/** A map of fewer provinces shows nothing that their table does not. */
export const fewestOnMap = 4
