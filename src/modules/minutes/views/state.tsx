import { explanationOf } from '../../../platform/guidance/status.ts'
import { Status, type Tone } from '../../../web/ui/badge.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { State } from '../schema/minutes.ts'
import { words } from '../words/words.ts'

const tones: Record<State, Tone> = { draft: 'neutral', sent: 'info', returned: 'warning', approved: 'good', distributed: 'good' }

export function MinutesState({ state, explained }: { state: State; explained?: boolean }) {
  const w = useWords(words)
  return (
    <Status tone={tones[state]} explained={explained ? explanationOf('minutes', state) : undefined}>
      {w.states[state]}
    </Status>
  )
}
