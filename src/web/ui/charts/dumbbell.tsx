import { formatNumber } from '../../../platform/i18n/format.ts'
import { useViewer, useWords } from '../../viewer.ts'
import { words } from '../../words.ts'
import { stacked } from './bars.tsx'
import { Chart, type ChartProps } from './chart.tsx'
import type { Canvas } from './paint.ts'
import { labelHeight, Row } from './row.tsx'

type Scores = { first: number | null; second: number | null }
/**
 * Two scores of one thing; `null` where that side has not answered. `note` says from how many answers; `before` what they were the last
 * time, left out where that cannot be compared.
 */
export type Pair = Scores & { label: string; note?: string; href?: string | undefined; before?: Scores | undefined }

type DumbbellProps = ChartProps & {
  pairs: readonly Pair[]
  /** How many are drawn, the first ones; all of them stand in the table. */
  drawn?: number | undefined
  /** Who the two sides are: `['KPU', 'Mitra']`. The first is a circle, the second a diamond. */
  sides: readonly [string, string]
  categories: string
  /** What the last time is called, where it is compared with. */
  before?: string | undefined
  max?: number | undefined
  digits?: number | undefined
}

/**
 * What both sides think of the same things, so that the gap between them is seen: `<Dumbbell sides={['KPU', 'Mitra']} pairs={[…]} … />`.
 */
export function Dumbbell({ pairs, drawn = pairs.length, sides, categories, before, max = 100, digits = 0, ...chart }: DumbbellProps) {
  const { locale } = useViewer()
  const w = useWords(words)
  const n = (value: number | null) => (value === null ? '–' : formatNumber(locale, value, digits))
  const since = (pair: Pair, side: keyof Scores): string => {
    const [now, then] = [pair[side], pair.before?.[side] ?? null]
    if (now === null || then === null) return pair.before ? '–' : w.notComparable
    const by = printed(now, digits) - printed(then, digits)
    return by === 0 ? w.change.same : `${w.change[by > 0 ? 'up' : 'down']} ${n(Math.abs(by))}`
  }
  const inPicture = pairs.slice(0, drawn)
  const tops = stacked(inPicture.map(pair => labelHeight(textOf(pair), chart) + 30))
  const { low, high } = rangeOf(inPicture, max)
  const at = (value: number) => 0.1 + 0.78 * Math.min(1, Math.max(0, (value - low) / (high - low)))
  return (
    <Chart
      {...chart}
      height={tops.total + 18}
      legend={[
        { label: sides[0], ink: 'brand', mark: 'circle' },
        { label: sides[1], ink: 'accent', mark: 'diamond' },
        ...(before ? [{ label: before, ink: 'edge' as const, mark: 'line' as const }] : []),
      ]}
      table={{
        columns: [
          { label: categories },
          { label: sides[0], kind: 'number' },
          { label: sides[1], kind: 'number' },
          { label: w.gap, kind: 'number' },
          ...(before ? sides.map(side => ({ label: w.since({ side, before }), kind: 'number' as const })) : []),
        ],
        rows: pairs.map(pair => [
          pair.href ? <a href={pair.href}>{pair.label}</a> : pair.label,
          n(pair.first),
          n(pair.second),
          n(gap(pair, digits)),
          ...(before ? (['first', 'second'] as const).map(side => since(pair, side)) : []),
        ]),
      }}
      draw={canvas => (
        <>
          {[0, 0.25, 0.5, 0.75, 1].map(share => (
            <>
              <line
                x1={canvas.x(at(low + share * (high - low)))}
                x2={canvas.x(at(low + share * (high - low)))}
                y1="0"
                y2={tops.total}
                stroke-dasharray="2 4"
                {...canvas.paint({ stroke: 'line' })}
              />
              <text
                x={canvas.x(at(low + share * (high - low)))}
                y={tops.total + 14}
                text-anchor="middle"
                font-size="12"
                {...canvas.paint({ fill: 'soft' })}
              >
                {formatNumber(locale, low + share * (high - low), 1)}
              </text>
            </>
          ))}
          {inPicture.map((pair, index) => (
            <Row text={textOf(pair)} y={tops.at[index]!} canvas={canvas}>
              <Marks pair={pair} at={at} n={n} canvas={canvas} />
            </Row>
          ))}
        </>
      )}
    />
  )
}

const textOf = ({ label, note }: Pair): string => (note ? `${label} (${note})` : label)

/** The part of the scale that is used, in steps of a fifth of it at least: scores that lie close are told apart, and no mark is at an edge. */
function rangeOf(pairs: readonly Pair[], max: number): { low: number; high: number } {
  const values = pairs
    .flatMap(({ first, second, before }) => [first, second, before?.first ?? null, before?.second ?? null])
    .filter(value => value !== null)
  if (!values.length) return { low: 0, high: max }
  const step = max / 10
  const low = Math.max(0, Math.floor((Math.min(...values) - step / 2) / step) * step)
  const high = Math.min(max, Math.max(low + 2 * step, Math.ceil((Math.max(...values) + step / 2) / step) * step))
  return { low: Math.min(low, high - 2 * step), high }
}

/** As the two printed numbers differ. */
export function gap({ first, second }: Pair, digits = 0): number | null {
  if (first === null || second === null) return null
  return Math.abs(printed(first, digits) - printed(second, digits))
}

const printed = (value: number, digits: number) => Number(formatNumber('en', value, digits).replaceAll(',', ''))

type MarksProps = { pair: Pair; at: (value: number) => number; n: (value: number | null) => string; canvas: Canvas }

/** Each number stands outside of its mark, so that two close marks do not cover them. */
function Marks({ pair: { first, second, before }, at, n, canvas: { x, paint } }: MarksProps) {
  const firstIsLeft = second === null || (first !== null && first <= second)
  const number = (value: number, left: boolean) => (
    <text x={x(at(value))} dx={left ? -12 : 12} y="12.5" text-anchor={left ? 'end' : 'start'} font-weight="600" {...paint({ fill: 'ink' })}>
      {n(value)}
    </text>
  )
  return (
    <>
      <line x1={x(at(Number.NEGATIVE_INFINITY))} x2={x(at(Number.POSITIVE_INFINITY))} y1="8" y2="8" {...paint({ stroke: 'line' })} />
      {[before?.first ?? null, before?.second ?? null].map((then, side) =>
        then === null ? null : (
          <line
            x1={x(at(then))}
            x2={x(at(then))}
            y1={side ? 8 : -1}
            y2={side ? 17 : 8}
            stroke-width="2"
            {...paint({ stroke: side ? 'accent' : 'brand' })}
            opacity="0.55"
          />
        ),
      )}
      {first !== null && second !== null ? (
        <line x1={x(at(first))} x2={x(at(second))} y1="8" y2="8" stroke-width="4" {...paint({ stroke: 'edge' })} />
      ) : null}
      {second === null ? null : (
        <svg x={x(at(second))} y="8" overflow="visible">
          <path d="M0 -8l8 8-8 8-8-8z" stroke-width="2" {...paint({ fill: 'accent', stroke: 'surface' })} />
        </svg>
      )}
      {first === null ? null : (
        <circle cx={x(at(first))} cy="8" r="6.5" stroke-width="2" {...paint({ fill: 'brand', stroke: 'surface' })} />
      )}
      {first === null ? null : number(first, firstIsLeft)}
      {second === null ? null : number(second, !firstIsLeft || first === null)}
    </>
  )
}
