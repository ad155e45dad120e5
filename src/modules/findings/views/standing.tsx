import { Status, type Tone } from '../../../web/ui/badge.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { Standing } from '../schema.ts'
import { words } from '../words.ts'

const tones: Record<Standing, Tone> = { open: 'warning', underway: 'info', done: 'good', dismissed: 'muted' }

export function FindingStanding({ standing }: { standing: Standing }) {
  const { standings } = useWords(words)
  return <Status tone={tones[standing]}>{standings[standing]}</Status>
}
