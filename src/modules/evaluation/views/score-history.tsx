import { Dumbbell } from '../../../web/ui/charts/dumbbell.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { Side } from '../../questionnaires/schema.ts'
import { evaluationWords } from '../words.ts'

type Score = { cycleId: string; cycle: string; side: Side; n: number; score: number | null }

/** What both sides said, cycle by cycle, so that the gap and its change are seen; nothing before the first score. */
export function ScoreHistory({ scores }: { scores: readonly Score[] }) {
  const w = useWords(evaluationWords)
  const scored = scores.filter(({ score }) => score !== null)
  if (scored.length === 0) return null
  const cycles = [...Map.groupBy(scored, ({ cycleId }) => cycleId).values()]
  const of = (rows: readonly Score[], side: Side) => rows.find(row => row.side === side)?.score ?? null
  return (
    <Dumbbell
      title={w.bothSides}
      description={w.bothSidesText}
      sides={[w.sides.kpu, w.sides.partner]}
      categories={w.cycle}
      digits={1}
      pairs={cycles.map(rows => ({
        label: rows[0]!.cycle,
        first: of(rows, 'kpu'),
        second: of(rows, 'partner'),
        href: `/evaluasi/${rows[0]!.cycleId}`,
      }))}
    />
  )
}
