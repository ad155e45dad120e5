import { formatScore } from '../../../platform/i18n/format.ts'
import { useViewer, useWords } from '../../viewer.ts'
import { words } from '../../words.ts'
import { CountLink } from '../count.tsx'
import { Table } from '../table.tsx'
import { gap, type Pair } from './dumbbell.tsx'
import type { Scores } from './score-range.ts'

/** Fewer things than this are told in words: every bar of them would be as long as the longest, and say nothing. */
const fewest = 3

/** Whether bars of these lengths would compare nothing: there are too few things, or none has more than one. */
export const tooFewToDraw = (values: readonly number[]): boolean =>
  values.length > 0 && (values.reduce((sum, value) => sum + value, 0) < fewest || values.every(value => value <= 1))

type FewProps = {
  title: string
  description: string
  rows: readonly { label: string; said: string; count: number; href?: string | undefined }[]
}

/** What a chart would show, in a line for each thing that it counts, under the same head. */
export const Few = ({ title, description, rows }: FewProps) => (
  <figure class="chart">
    <figcaption>
      <b>{title}</b>
      <span>{description}</span>
    </figcaption>
    <ul>
      {rows.map(({ label, said, count, href }) => (
        <li>
          {href ? (
            <CountLink href={href} count={count}>
              {label}
            </CountLink>
          ) : (
            label
          )}
          : <b>{said}</b>
        </li>
      ))}
    </ul>
  </figure>
)

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
          { key: 'label', label: categories, kind: 'main', value: ({ label, note }) => (note ? `${label} (${note})` : label) },
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
