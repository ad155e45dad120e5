import { formatScore } from '../../../platform/i18n/format.ts'
import { Bars } from '../../../web/ui/charts/bars.tsx'
import { Dumbbell } from '../../../web/ui/charts/dumbbell.tsx'
import { withQuery } from '../../../web/ui/url.ts'
import { useViewer, useWords } from '../../../web/viewer.ts'
import type { Side } from '../../questionnaires/schema.ts'
import { evaluationWords } from '../words.ts'

type Score = { cycleId: string; cycle: string; side: Side; n: number; score: number | null }

/**
 * What both sides said, cycle by cycle, so that the gap and its change are seen; of one side alone where nothing of the other is known to
 * the reader. Nothing before the first score.
 */
export function ScoreHistory({ scores }: { scores: readonly Score[] }) {
  const w = useWords(evaluationWords)
  const cycles = byCycle(scores)
  if (cycles.length === 0) return null
  const [side, other] = sidesIn(cycles.flat())
  if (!other)
    return (
      <Bars
        title={w.oneSide({ side: side! })}
        description={w.oneSideText}
        categories={w.cycle}
        unit={w.score}
        max={100}
        digits={1}
        bars={cycles.map(rows => ({ label: rows[0]!.cycle, value: rows[0]!.score!, ink: side === 'kpu' ? 'brand' : 'accent' }))}
      />
    )
  return (
    <Dumbbell
      title={w.bothSides}
      description={w.bothSidesText}
      sides={[w.sides.kpu, w.sides.partner]}
      categories={w.cycle}
      pairs={cycles.map(rows => ({
        label: rows[0]!.cycle,
        first: of(rows, 'kpu'),
        second: of(rows, 'partner'),
        href: `/evaluasi/${rows[0]!.cycleId}`,
      }))}
    />
  )
}

/** Of the latest cycle that has any, leading to its forms among those of `list`; a side without a score is not named. */
export function LastScores({ scores, list }: { scores: readonly Score[]; list: string }) {
  const w = useWords(evaluationWords)
  const { locale } = useViewer()
  const [rows] = byCycle(scores)
  if (!rows) return null
  const { cycleId, cycle } = rows[0]!
  const said = (side: Side) => formatScore(locale, of(rows, side)!)
  const [side, other] = sidesIn(rows)
  return (
    <a href={withQuery(list, { siklus: cycleId })}>
      {other
        ? w.lastScores({ kpu: said('kpu'), partner: said('partner'), cycle })
        : w.lastScore({ side: side!, score: said(side!), cycle })}
    </a>
  )
}

const byCycle = (scores: readonly Score[]): Score[][] => [
  ...Map.groupBy(
    scores.filter(({ score }) => score !== null),
    ({ cycleId }) => cycleId,
  ).values(),
]
const sidesIn = (scores: readonly Score[]): Side[] => [...new Set(scores.map(({ side }) => side))]
const of = (rows: readonly Score[], side: Side): number | null => rows.find(row => row.side === side)?.score ?? null
