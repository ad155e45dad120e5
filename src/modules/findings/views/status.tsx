import { Status, type Tone } from '../../../web/ui/badge.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { Finding, FindingStatus } from '../schema.ts'
import { words } from '../words.ts'

const tones: Record<FindingStatus, Tone> = { open: 'warning', underway: 'info', done: 'good', dismissed: 'muted' }

/** Only an obstacle or criticism that nobody follows up is a warning: a suggestion or a solution may stay as it is. */
export function FindingStatusBadge({ status, kind }: Pick<Finding, 'status' | 'kind'>) {
  const { statuses } = useWords(words)
  const harmless = status === 'open' && (kind === 'suggestion' || kind === 'solution')
  return <Status tone={harmless ? 'neutral' : tones[status]}>{statuses[status]}</Status>
}
