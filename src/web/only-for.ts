import { can, canAnywhere, type Place } from '../platform/authority/reach.ts'
import { holds, type Power, roleNames, roles } from '../platform/authority/roles.ts'
import type { Request } from '../platform/doors/request.ts'
import { Refusal, unauthenticated } from '../platform/refusals/refusal.ts'

/**
 * Before a page is shown that asks for what only a power may send: whoever holds it at none of these places (without places, nowhere)
 * is refused, and told whose work it is, instead of filling in a form in vain.
 */
export function onlyFor(c: Request, power: Power, ...places: Place[]): void {
  const { actor } = c.var
  if (actor.kind === 'anonymous') throw unauthenticated()
  if (places.length ? can(actor, power, ...places) : canAnywhere(actor, power)) return
  const named = (locale: 'id' | 'en') =>
    new Intl.ListFormat(locale, { type: 'disjunction' }).format(
      roleNames.filter(role => holds(role, power)).map(role => (locale === 'en' ? roles[role].name.en.toLowerCase() : roles[role].name.id)),
    )
  throw new Refusal('forbidden', {
    id: `Ini pekerjaan ${named('id')} yang berwenang di tempat ini. Mintalah kepada yang bertugas bila perlu.`,
    en: `This is the work of the ${named('en')} in charge of this place. Ask whoever is on duty if it is needed.`,
  })
}
