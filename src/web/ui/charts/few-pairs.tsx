import { formatScore } from '../../../platform/i18n/format.ts'
import { useViewer, useWords } from '../../viewer.ts'
import { words } from '../../words.ts'
import { Table } from '../table.tsx'
import { gap, type Pair } from './dumbbell.tsx'
import { fewest } from './few.tsx'
import type { Scores } from './score-range.ts'

/** Whether both sides scored too few of these things for a picture of how far apart they lie. */
export const tooFewPairs = (pairs: readonly Scores[]): boolean =>
  pairs.filter(({ first, second }) => first !== null && second !== null).length < fewest

type FewPairsProps = { title: string; description: string; categories: string; sides: readonly [string, string]; pairs: readonly Pair[] }

/** What a picture of two scores would show, as a table of the sides that have any, under the same head. */
export function FewPairs({ title, description, categories, sides, pairs }: FewPairsProps) {
  const { locale } = useViewer()
  const w = useWords(words)
  const n = (value: number | null) => (value === null ? '–' : formatScore(locale, value))
  const scored = (['first', 'second'] as const).filter(side => pairs.some(pair => pair[side] !== null))
  const number = 'number' as const
  return (
    <figure class="chart">
      <figcaption>
        <b>{title}</b>
        <span>{description}</span>
      </figcaption>
      <Table
        caption={title}
        quiet
        rows={pairs}
        columns={[
          { key: 'label', label: categories, kind: 'main', value: ({ label }) => label },
          ...scored.map(side => ({
            key: side,
            label: sides[side === 'first' ? 0 : 1],
            kind: number,
            value: (pair: Pair) => n(pair[side]),
          })),
          ...(pairs.some(pair => gap(pair) !== null)
            ? [{ key: 'gap', label: w.gap, kind: number, value: (pair: Pair) => n(gap(pair)) }]
            : []),
        ]}
      />
    </figure>
  )
}
