import { Refusal, unauthenticated } from '../refusals/refusal.ts'
import type { Actor } from './actor.ts'
import { lacking } from './lacking.ts'
import { isEmpty, reachOf } from './reach.ts'
import { refusals } from './refusal-words.ts'
import type { Power } from './roles.ts'

type Admission = { power: Power | 'own' | 'open'; reads?: true | 'snapshot' | 'stream'; alsoOwn?: true }

/**
 * Whether to listen at all, before anything that was sent is looked at: whoever holds the power nowhere is asked who they are when they
 * are not signed in (`unauthenticated`), else refused (`forbidden`), so that no list can answer them with nothing. Where the power holds
 * is the operation's question.
 */
export function admit(actor: Actor, { power, reads, alsoOwn }: Admission): void {
  if (actor.scope === 'read' && !reads) throw new Refusal('forbidden', refusals.tokenReadsOnly)
  if (power === 'open' || (power !== 'own' && !isEmpty(reachOf(actor, power)))) return
  if (actor.kind === 'anonymous') throw unauthenticated()
  if (power !== 'own' && !alsoOwn) throw lacking(power, actor)
}
