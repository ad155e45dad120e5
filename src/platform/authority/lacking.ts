import { listOf } from '../i18n/format.ts'
import { inEach } from '../i18n/words.ts'
import { type Localized, Refusal } from '../refusals/refusal.ts'
import type { Actor } from './actor.ts'
import { refusals } from './refusal-words.ts'
import { type Power, rolesWith } from './roles.ts'

/** `forbidden`, saying which roles it takes and who gives them; a partner's contact can have none of them, so they read whom to ask. */
export function lacking(power: Power, { grants }: Pick<Actor, 'grants'>): Refusal {
  if (grants.length && grants.every(({ partnerId }) => partnerId)) return new Refusal('forbidden', refusals.workKpuNotPartners)
  const names = rolesWith(power)
  return new Refusal('forbidden', refusals.needsRoleOfficeConcerned({ names: either(names), givers: either(rolesWith('grant.write')) }))
}

/** "cooperation officer or national administrator", the one with the fewest powers first. */
export const either = (names: readonly Localized[]): Localized =>
  inEach(locale => listOf(locale, 'disjunction', names.map(name => (locale === 'en' ? name.en.toLowerCase() : name[locale])).toReversed()))
