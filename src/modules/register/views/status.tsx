import { Status as Badge, type Tone } from '../../../web/ui/badge.tsx'
import type { Status } from '../schema.ts'
import type { RegisterWords } from '../words.ts'

const tones: Record<Status, Tone> = { awaiting_start: 'info', in_force: 'good', expired: 'muted', terminated: 'muted', completed: 'muted' }

export const statusBadge = (w: RegisterWords, status: Status) => Badge({ tone: tones[status], children: w.statuses[status] })
