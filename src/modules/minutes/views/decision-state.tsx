import { explanationOf } from '../../../platform/guidance/status.ts'
import { Status, type Tone } from '../../../web/ui/badge.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { Decision, DecisionStatus, Result } from '../schema/decisions.ts'
import { decisionWords } from '../words/decisions.ts'

const tones: Record<DecisionStatus, Tone> = {
  draft: 'neutral',
  waiting: 'warning',
  underway: 'info',
  done: 'good',
  continued: 'muted',
  closed: 'muted',
}

/** Where it stands; that it is late stands before everything else. */
export function DecisionState({ status, overdue, explained }: Pick<Decision, 'status' | 'overdue'> & { explained?: boolean }) {
  const w = useWords(decisionWords)
  return (
    <span class="statuses">
      {overdue ? (
        <>
          <Status tone="danger">{w.overdue}</Status>{' '}
        </>
      ) : null}
      <Status tone={tones[status]} explained={explained ? explanationOf('decision', status) : undefined}>
        {w.statuses[status]}
      </Status>
    </span>
  )
}

export function ResultName({ result }: { result: Result }) {
  const w = useWords(decisionWords)
  return <>{w.results[result]}</>
}
