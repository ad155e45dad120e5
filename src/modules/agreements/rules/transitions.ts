import { type Transitions, transitionsFrom } from '../../../platform/workflow/workflow.ts'
import type { Stage } from '../schema.ts'
import { type LifecycleDates, mayStartRenewal } from './status.ts'

/** Before it ends, an agreement is at one of its stages; that it is in force or has expired follows from its days. */
export type LifecycleState = Stage | 'ended'
export const lifecycleOf = ({ stage, endedHow }: Pick<LifecycleDates, 'stage' | 'endedHow'>): LifecycleState => (endedHow ? 'ended' : stage)

export const transitions = {
  negotiation: { draft: 'negotiation' },
  awaiting_signature: { draft: 'awaiting_signature', negotiation: 'awaiting_signature' },
  signature: { draft: 'signed', negotiation: 'signed', awaiting_signature: 'signed' },
  renewal: { signed: 'signed' },
  term: { signed: 'signed' },
  completion: { signed: 'ended' },
  termination: { draft: 'ended', negotiation: 'ended', awaiting_signature: 'ended', signed: 'ended' },
} as const satisfies Transitions<LifecycleState, string>
export type Transition = keyof typeof transitions

/** Where each stands in the addresses of pages. */
export const transitionPaths: Record<Transition, string> = {
  negotiation: 'pembahasan',
  awaiting_signature: 'kesiapan',
  signature: 'penandatanganan',
  renewal: 'perpanjangan',
  term: 'masa-berlaku',
  termination: 'pengakhiran',
  completion: 'penyelesaian',
}

/** What may happen to an agreement next, the most likely first; which day is right is for each transition to say. */
export function nextTransitions(agreement: LifecycleDates, may: { write: boolean; end: boolean }): Transition[] {
  const ends = (name: Transition) => name === 'completion' || name === 'termination'
  const fits = (name: Transition) => (name === 'renewal' ? mayStartRenewal(agreement) : name === 'term' ? agreement.endsOn !== null : true)
  return transitionsFrom(transitions, lifecycleOf(agreement)).filter(name => fits(name) && (ends(name) ? may.end : may.write))
}
