import { explanationOf } from '../../../platform/guidance/status.ts'
import { formatDay, formatDays } from '../../../platform/i18n/format.ts'
import { Status, type Tone } from '../../../web/ui/badge.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { localAt } from '../rules/local-time.ts'
import { timesText } from '../rules/times-text.ts'
import type { Meeting, State } from '../schema/meetings.ts'
import { words } from '../words/words.ts'

const tones: Record<State, Tone> = {
  planned: 'neutral',
  invited: 'info',
  running: 'warning',
  ended: 'info',
  reported: 'good',
  cancelled: 'muted',
}

export function MeetingState({ state, explained }: { state: State; explained?: boolean }) {
  const w = useWords(words)
  return (
    <Status tone={tones[state]} explained={explained ? explanationOf('meeting', state) : undefined}>
      {w.states[state]}
    </Status>
  )
}

/** From when to when by the clock of its office; that nobody said when it ends is said. */
export function useTimes(): (meeting: Pick<Meeting, 'startsAt' | 'endsAt' | 'zone'>) => string {
  const { locale } = useViewer()
  return meeting => timesText(locale, meeting)
}

/** The day or days of it, short: for a row of a list. */
export function useDays(): (meeting: Pick<Meeting, 'startsAt' | 'endsAt' | 'zone'>) => string {
  const { locale } = useViewer()
  return ({ startsAt, endsAt, zone }) => {
    const [first, last] = [startsAt, endsAt ?? startsAt].map(at => localAt(at, zone).slice(0, 10)) as [string, string]
    return first === last ? formatDay(locale, first, 'short') : formatDays(locale, first, last)
  }
}
