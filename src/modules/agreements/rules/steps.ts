import { mayAdvance, mayStartRenewal, type Standing } from './status.ts'

export const steps = ['negotiation', 'awaiting_signature', 'signature', 'renewal', 'term', 'termination', 'completion'] as const
export type Step = (typeof steps)[number]

/** Where each stands in the addresses of pages. */
export const stepPaths: Record<Step, string> = {
  negotiation: 'pembahasan',
  awaiting_signature: 'kesiapan',
  signature: 'penandatanganan',
  renewal: 'perpanjangan',
  term: 'masa-berlaku',
  termination: 'pengakhiran',
  completion: 'penyelesaian',
}

/** What may happen to an agreement next, the most likely first; which day is right is for each step to say. */
export function nextSteps(agreement: Standing, may: { write: boolean; end: boolean }): Step[] {
  if (agreement.endedHow) return []
  const writing: Step[] = [
    ...(mayAdvance(agreement, 'negotiation') ? (['negotiation'] as const) : []),
    ...(mayAdvance(agreement, 'awaiting_signature') ? (['awaiting_signature'] as const) : []),
    ...(mayAdvance(agreement, 'signed') ? (['signature'] as const) : []),
    ...(mayStartRenewal(agreement) ? (['renewal'] as const) : []),
    ...(agreement.stage === 'signed' && agreement.endsOn ? (['term'] as const) : []),
  ]
  const ending: Step[] = [...(agreement.stage === 'signed' ? (['completion'] as const) : []), 'termination']
  return [...(may.write ? writing : []), ...(may.end ? ending : [])]
}
