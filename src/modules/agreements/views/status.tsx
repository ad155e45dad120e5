import { explanationOf } from '../../../platform/guidance/status.ts'
import { Status as Badge, type Tone } from '../../../web/ui/badge.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { Status } from '../schema.ts'
import { type AgreementWords, words } from '../words.ts'

const tones: Record<Status, Tone> = {
  draft: 'neutral',
  negotiation: 'info',
  awaiting_signature: 'info',
  awaiting_start: 'info',
  active: 'good',
  expiring: 'warning',
  expired: 'muted',
  in_renewal: 'info',
  terminated: 'muted',
  completed: 'muted',
}

/** Leads to what it means. */
export function StatusOf({ status }: { status: Status }) {
  const w = useWords(words)
  return Badge({ tone: tones[status], children: w.statuses[status], explained: explanationOf('agreement', status) })
}

/** The same for the rows of a long list: no component of its own for each. */
export const statusBadge = (w: AgreementWords, status: Status) => Badge({ tone: tones[status], children: w.statuses[status] })
