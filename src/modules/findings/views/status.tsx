import { explanationOf } from '../../../platform/guidance/status.ts'
import { Status, type Tone } from '../../../web/ui/badge.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { Finding, FindingStatus } from '../schema.ts'
import { words } from '../words.ts'

/** What it means at a glance. */
export const toneOf = (status: FindingStatus): Tone => tones[status]

const tones: Record<FindingStatus, Tone> = { open: 'warning', noted: 'muted', underway: 'info', done: 'good', dismissed: 'muted' }

/** `explained` leads to what it means. */
export function FindingStatusBadge({ status, explained }: Pick<Finding, 'status'> & { explained?: boolean }) {
  const { statuses } = useWords(words)
  return (
    <Status tone={tones[status]} explained={explained ? explanationOf('finding', status) : undefined}>
      {statuses[status]}
    </Status>
  )
}
