import { explanationOf } from '../../../platform/guidance/status.ts'
import { Status, type Tone } from '../../../web/ui/badge.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { FollowUp, State } from '../schema.ts'
import { words } from '../words.ts'

const tones: Record<State, Tone> = { open: 'neutral', reported: 'info', returned: 'warning', verified: 'good', cancelled: 'muted' }

/** Where it stands; that it is late stands before everything else. */
type Shown = Pick<FollowUp, 'state' | 'overdue' | 'daysLeft'> & { explained?: boolean }

export function FollowUpState({ state, overdue, daysLeft, explained }: Shown) {
  const w = useWords(words)
  return (
    <span class="statuses">
      {overdue ? (
        <>
          <Status tone="danger" explained={explained ? explanationOf('followup', 'overdue') : undefined}>
            {w.late({ days: -(daysLeft ?? 0) })}
          </Status>{' '}
        </>
      ) : null}
      <Status tone={tones[state]} explained={explained ? explanationOf('followup', state) : undefined}>
        {w.states[state]}
      </Status>
    </span>
  )
}

/** How long is left, in words; nothing once nobody is awaited. */
export function useTimeLeft(): (followUp: Pick<FollowUp, 'daysLeft'>) => string {
  const w = useWords(words)
  return ({ daysLeft }) => {
    if (daysLeft === null) return ''
    if (daysLeft === 0) return w.dueToday
    return daysLeft < 0 ? w.late({ days: -daysLeft }) : w.left({ days: daysLeft })
  }
}
