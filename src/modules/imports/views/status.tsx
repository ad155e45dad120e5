import { Status, type Tone } from '../../../web/ui/badge.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { BatchState, Outcome } from '../schema.ts'
import { words } from '../words.ts'

const tones: Record<BatchState, Tone> = {
  reading: 'info',
  mapping: 'warning',
  preview: 'warning',
  running: 'info',
  done: 'good',
  cancelled: 'muted',
  failed: 'danger',
  stopped: 'danger',
}
const outcomeTones: Record<Outcome, Tone> = { ready: 'good', duplicate: 'muted', update: 'info', attention: 'warning' }

export const BatchStatus = ({ state }: { state: BatchState }) => <Status tone={tones[state]}>{useWords(words).states[state]}</Status>
export const OutcomeStatus = ({ outcome }: { outcome: Outcome }) => (
  <Status tone={outcomeTones[outcome]}>{useWords(words).outcomes[outcome]}</Status>
)
