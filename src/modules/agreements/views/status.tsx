import { Status as Badge, type Tone } from '../../../web/ui/badge.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { Status } from '../schema.ts'
import { words } from '../words.ts'

const tones: Record<Status, Tone> = {
  draft: 'neutral',
  negotiation: 'info',
  awaiting_signature: 'info',
  awaiting_start: 'info',
  active: 'good',
  expiring: 'warning',
  expired: 'danger',
  in_renewal: 'info',
  terminated: 'muted',
  completed: 'muted',
}

export function StatusOf({ status }: { status: Status }) {
  const w = useWords(words)
  return <Badge tone={tones[status]}>{w.statuses[status]}</Badge>
}
