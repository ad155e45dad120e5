import { formatDay } from '../../../platform/i18n/format.ts'
import { Status, type Tone } from '../../../web/ui/badge.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import type { AssignmentRow, Phase } from '../schema.ts'
import { evaluationWords } from '../words.ts'

const phaseTones: Record<Phase, Tone> = { draft: 'neutral', ahead: 'info', open: 'good', late: 'warning', closed: 'muted' }

export function PhaseStatus({ phase }: { phase: Phase }) {
  const w = useWords(evaluationWords)
  return <Status tone={phaseTones[phase]}>{w.phases[phase]}</Status>
}

const stateTones: Record<AssignmentRow['state'], Tone> = { not_started: 'neutral', draft: 'info', submitted: 'good' }

/** Where a form is, and that it is late: "Draf, melewati tenggat". */
export function StateStatus({ assignment: { state, late, phase } }: { assignment: Pick<AssignmentRow, 'state' | 'late' | 'phase'> }) {
  const w = useWords(evaluationWords)
  const isOverdue = late && state !== 'submitted'
  const tone = isOverdue ? (phase === 'closed' ? 'muted' : 'danger') : late ? 'warning' : stateTones[state]
  return <Status tone={tone}>{[w.states[state], late && (isOverdue ? w.overdue : w.late)].filter(Boolean).join(', ')}</Status>
}

export function Day({ day }: { day: string }) {
  const { locale } = useViewer()
  return <time dateTime={day}>{formatDay(locale, day, 'short')}</time>
}
