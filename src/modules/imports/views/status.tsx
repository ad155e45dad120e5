import { explanationOf } from '../../../platform/guidance/status.ts'
import { Status, type Tone } from '../../../web/ui/badge.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { BatchState, Outcome } from '../schema/codes.ts'
import type { BatchRow } from '../schema/rows.ts'
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

/** `explained` leads to what it means. */
export const BatchStatus = ({ state, explained }: { state: BatchState; explained?: boolean }) => (
  <Status tone={tones[state]} explained={explained ? explanationOf('import', state) : undefined}>
    {useWords(words).states[state]}
  </Status>
)
/** What became of a row once it is recorded, before that what would. */
export function OutcomeStatus({ row: { outcome, appliedAs } }: { row: Pick<BatchRow, 'outcome' | 'appliedAs'> }) {
  const w = useWords(words)
  return appliedAs ? (
    <Status tone={appliedTones[appliedAs]}>{w.applied[appliedAs]}</Status>
  ) : (
    <Status tone={outcomeTones[outcome]}>{w.outcomes[outcome]}</Status>
  )
}
const appliedTones: Record<NonNullable<BatchRow['appliedAs']>, Tone> = {
  created: 'good',
  updated: 'good',
  draft: 'info',
  duplicate: 'muted',
  skipped: 'muted',
}
