import { listOf } from '../i18n/format.ts'
import { inEach, type Localized } from '../i18n/words.ts'
import { Refusal } from '../refusals/refusal.ts'
import type { Actor } from './actor.ts'
import { refusals } from './refusal-words.ts'
import { giversOf, isNational, type Power, type Role, rolesWith } from './roles.ts'
import { withinSentence } from './title-words.ts'

/** `forbidden`, saying which roles it takes and who gives them; a partner's contact can have none of them, so they read whom to ask. */
export function lacking(power: Power, { grants }: Pick<Actor, 'grants'>): Refusal {
  if (grants.length && grants.every(({ partnerId }) => partnerId)) return new Refusal('forbidden', refusals.notForPartners)
  const names = rolesWith(power)
  const where = isNational(power) ? refusals.needsRoleNationally : refusals.roleNeeded
  return new Refusal('forbidden', where({ names: either(names), givers: either(giversOf(names)) }))
}

/** "cooperation officer or national administrator", the one with the fewest powers first. */
export const either = (roles: readonly Role[]): Localized =>
  inEach(locale => listOf(locale, 'disjunction', roles.map(role => withinSentence[locale][role]).toReversed()))
