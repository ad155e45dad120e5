import { explanationOf } from '../../../platform/guidance/status.ts'
import { Status, type Tone } from '../../../web/ui/badge.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { State } from '../schema/voices.ts'
import { words } from '../words/words.ts'

const tones: Record<State, Tone> = { new: 'warning', answered: 'good', finding: 'info', aside: 'muted' }

export function VoiceState({ state, explained }: { state: State; explained?: boolean }) {
  const w = useWords(words)
  return (
    <Status tone={tones[state]} explained={explained ? explanationOf('voice_topic', state) : undefined}>
      {w.states[state]}
    </Status>
  )
}
