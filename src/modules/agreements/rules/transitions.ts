import { type LifecycleDates, mayAdvance, mayStartRenewal } from './status.ts'

export const transitions = ['negotiation', 'awaiting_signature', 'signature', 'renewal', 'term', 'termination', 'completion'] as const
export type Transition = (typeof transitions)[number]

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

/** What may happen to an agreement next, the most likely first; which day is right is for each step to say. */
export function nextTransitions(agreement: LifecycleDates, may: { write: boolean; end: boolean }): Transition[] {
  if (agreement.endedHow) return []
  const writing: Transition[] = [
    ...(mayAdvance(agreement, 'negotiation') ? (['negotiation'] as const) : []),
    ...(mayAdvance(agreement, 'awaiting_signature') ? (['awaiting_signature'] as const) : []),
    ...(mayAdvance(agreement, 'signed') ? (['signature'] as const) : []),
    ...(mayStartRenewal(agreement) ? (['renewal'] as const) : []),
    ...(agreement.stage === 'signed' && agreement.endsOn ? (['term'] as const) : []),
  ]
  const ending: Transition[] = [...(agreement.stage === 'signed' ? (['completion'] as const) : []), 'termination']
  return [...(may.write ? writing : []), ...(may.end ? ending : [])]
}
