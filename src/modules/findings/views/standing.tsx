import { Status, type Tone } from '../../../web/ui/badge.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { Finding, Standing } from '../schema.ts'
import { words } from '../words.ts'

const tones: Record<Standing, Tone> = { open: 'warning', underway: 'info', done: 'good', dismissed: 'muted' }

/** Only an obstacle or criticism that nobody follows up is a warning: a suggestion or a solution may stay as it is. */
export function FindingStanding({ standing, kind }: Pick<Finding, 'standing' | 'kind'>) {
  const { standings } = useWords(words)
  const harmless = standing === 'open' && (kind === 'suggestion' || kind === 'solution')
  return <Status tone={harmless ? 'neutral' : tones[standing]}>{standings[standing]}</Status>
}
