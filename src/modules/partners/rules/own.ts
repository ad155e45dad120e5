import type { Actor } from '../../../platform/authority/actor.ts'
import { reachOf } from '../../../platform/authority/reach.ts'

/** The partners of whoever reads partners by being a contact of one, and nowhere else; nothing for everybody else. */
export function ownPartners(actor: Actor): readonly string[] {
  const { everywhere, below, at, partners } = reachOf(actor, 'partner.read')
  return everywhere || below.length + at.length > 0 ? [] : partners
}
