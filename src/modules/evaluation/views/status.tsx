import { explanationOf } from '../../../platform/guidance/status.ts'
import { formatDay } from '../../../platform/i18n/format.ts'
import { Status, type Tone } from '../../../web/ui/badge.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { isNever } from '../rules/phase.ts'
import type { AssignmentRow, Phase } from '../schema.ts'
import { evaluationWords } from '../words.ts'

const phaseTones: Record<Phase, Tone> = { draft: 'neutral', ahead: 'info', open: 'good', late: 'warning', closed: 'muted' }

/** `explained` leads to what it means. */
export function PhaseStatus({ phase, explained }: { phase: Phase; explained?: boolean }) {
  const w = useWords(evaluationWords)
  return (
    <Status tone={phaseTones[phase]} explained={explained ? explanationOf('cycle', phase) : undefined}>
      {w.phases[phase]}
    </Status>
  )
}

const stateTones: Record<AssignmentRow['state'], Tone> = { not_started: 'neutral', draft: 'info', submitted: 'good' }

/** Where a form is, and that it is late: "Draf, terlambat", "Terkirim terlambat"; once it is taken no more, that it never came. */
type Shown = { assignment: Pick<AssignmentRow, 'state' | 'late' | 'phase'>; explained?: boolean }

export function StateStatus({ assignment: { state, late, phase }, explained }: Shown) {
  const w = useWords(evaluationWords)
  const explains = (status: string) => (explained ? explanationOf('form', status) : undefined)
  if (isNever({ state, phase }))
    return (
      <Status tone="muted" explained={explains('never')}>
        {w.filters.never}
      </Status>
    )
  const isOverdue = late && state !== 'submitted'
  return (
    <Status tone={isOverdue ? 'danger' : late ? 'warning' : stateTones[state]} explained={explains(state)}>
      {isOverdue ? `${w.states[state]}, ${w.overdue}` : late ? w.filters.late : w.states[state]}
    </Status>
  )
}

export function Day({ day }: { day: string }) {
  const { locale } = useViewer()
  return <time dateTime={day}>{formatDay(locale, day, 'short')}</time>
}
