import { either } from '../platform/authority/lacking.ts'
import { can, canAnywhere, type Place } from '../platform/authority/reach.ts'
import { holds, type Power, roleNames } from '../platform/authority/roles.ts'
import type { Request } from '../platform/doors/request.ts'
import { Refusal, unauthenticated } from '../platform/refusals/refusal.ts'
import { refusals } from './refusal-words.ts'

/**
 * Before a page is shown that asks for what only a power may send: whoever holds it at none of these places (without places, nowhere)
 * is refused, and told whose work it is, instead of filling in a form in vain.
 */
export function onlyFor(c: Request, power: Power, ...places: Place[]): void {
  const { actor } = c.var
  if (places.length ? can(actor, power, ...places) : canAnywhere(actor, power)) return
  if (actor.kind === 'anonymous') throw unauthenticated()
  const responsible = roleNames.filter(role => holds(role, power))
  throw new Refusal('forbidden', refusals.forWhoeverIsInCharge({ named: either(responsible) }))
}
