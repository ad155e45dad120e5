import { formatNumber, formatScore } from '../../../platform/i18n/format.ts'
import { useViewer, useWords } from '../../viewer.ts'
import { words } from '../../words.ts'
import { stacked } from './bars.tsx'
import { Chart, type ChartProps } from './chart.tsx'
import type { Canvas } from './paint.ts'
import { haloed, labelHeight, Row } from './row.tsx'
import { rangeOf, type Scores } from './score-range.ts'

/**
 * Two scores of one thing; `null` where that side has not answered. `note` says from how many answers; `before` what they were the last
 * time, left out where that cannot be compared; `few` that they are too few to lead: it is drawn in grey, without what it was before.
 */
export type Pair = Scores & {
  label: string
  note?: string
  href?: string | undefined
  before?: Scores | undefined
  few?: boolean | undefined
}

type DumbbellProps = ChartProps & {
  pairs: readonly Pair[]
  /** Pairs by whose scores the axis is laid, of charts that are read together; those that are drawn, left out. */
  among?: readonly Scores[] | undefined
  /** Who the two sides are: `['KPU', 'Mitra']`. The first is a circle, the second a diamond. */
  sides: readonly [string, string]
  categories: string
  /** What the last time is called, where it is compared with. */
  before?: string | undefined
}

/**
 * What both sides think of the same things, so that the gap between them is seen: `<Dumbbell sides={['KPU', 'Mitra']} pairs={[…]} … />`.
 */
export function Dumbbell({ pairs, among = pairs, sides, categories, before, ...chart }: DumbbellProps) {
  const { locale } = useViewer()
  const w = useWords(words)
  const n = (value: number | null) => (value === null ? '–' : formatScore(locale, value))
  const since = (pair: Pair, side: keyof Scores): string => {
    const [now, then] = [pair[side], pair.before?.[side] ?? null]
    if (now === null || then === null) return pair.before ? '–' : w.notComparable
    const by = tenths(now) - tenths(then)
    return by === 0 ? w.change.same : `${w.change[by > 0 ? 'up' : 'down']} ${n(Math.abs(by))}`
  }
  const lane = before && pairs.some(pair => wasBefore(pair).length) ? laneHeight : 0
  const topsIn = (canvas: Canvas) => stacked(pairs.map(pair => labelHeight(textOf(pair), canvas) + lane + 30))
  const { low, high, ticks } = rangeOf(among)
  const at = (value: number) => 0.1 + 0.78 * Math.min(1, Math.max(0, (value - low) / (high - low)))
  return (
    <Chart
      {...chart}
      height={canvas => topsIn(canvas).total + 18}
      legend={[
        ...(pairs.some(({ first }) => first !== null) ? [{ label: sides[0], ink: 'brand' as const, mark: 'circle' as const }] : []),
        ...(pairs.some(({ second }) => second !== null) ? [{ label: sides[1], ink: 'accent' as const, mark: 'diamond' as const }] : []),
        ...(before && lane ? [{ label: before, ink: 'brand' as const, mark: 'ticks' as const }] : []),
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
          n(gap(pair)),
          ...(before ? (['first', 'second'] as const).map(side => since(pair, side)) : []),
        ]),
      }}
      draw={canvas => {
        const tops = topsIn(canvas)
        return (
          <>
            {ticks.map(tick => (
              <>
                <line
                  x1={canvas.x(at(tick))}
                  x2={canvas.x(at(tick))}
                  y2={tops.total}
                  stroke-dasharray="2 4"
                  {...canvas.paint({ stroke: 'line' })}
                />
                <text x={canvas.x(at(tick))} y={tops.total + 14} text-anchor="middle" font-size="12" {...canvas.paint({ fill: 'soft' })}>
                  {formatNumber(locale, tick)}
                </text>
              </>
            ))}
            {pairs.map((pair, index) => (
              <Row text={textOf(pair)} y={tops.at[index]!} canvas={canvas}>
                {lane ? <Ticks pair={pair} at={at} canvas={canvas} /> : null}
                <g {...(lane ? { transform: `translate(0 ${lane})` } : {})}>
                  <Marks pair={pair} range={[low, high]} at={at} n={n} canvas={canvas} />
                </g>
              </Row>
            ))}
          </>
        )
      }}
    />
  )
}

const textOf = ({ label, note }: Pair): string => (note ? `${label} (${note})` : label)

/** As the two printed numbers differ. */
export function gap({ first, second }: Scores): number | null {
  if (first === null || second === null) return null
  return Math.abs(tenths(first) - tenths(second))
}

const tenths = (value: number) => Number(formatScore('en', value))

type MarksProps = {
  pair: Pair
  range: readonly [number, number]
  at: (value: number) => number
  n: (value: number | null) => string
  canvas: Canvas
}

/** Marks closer together than this share of the scale lie within each other on a phone. */
const close = 0.02

/** Ticks of the last time stand above the line of the marks, whose numbers would lie on them. */
const laneHeight = 16

const wasBefore = ({ before, few }: Pair) =>
  few ? [] : [before?.first ?? null, before?.second ?? null].flatMap((score, side) => (score === null ? [] : [{ score, side }]))

/** What both sides scored the last time: the first side's tick in the upper half, the other's in the lower, so that equal ones are two. */
const Ticks = ({ pair, at, canvas }: Pick<MarksProps, 'pair' | 'at' | 'canvas'>) => (
  <>
    {wasBefore(pair).map(({ score, side }) => (
      <svg x={canvas.x(at(score))} y={1} overflow="visible">
        <rect x="-1.5" y={side ? 7 : 0} width="3" height="7" {...canvas.paint({ fill: side ? 'accent' : 'brand' })} />
      </svg>
    ))}
  </>
)

/**
 * Both marks stand on one line, a full circle and an open diamond; where both sides score about the same, the diamond is so large and the
 * circle so small that it stands within. Each number stands outside of its mark, so that of two close marks neither covers it.
 */
function Marks({ pair: { first, second, few }, range, at, n, canvas }: MarksProps) {
  const { x, paint } = canvas
  const both = first !== null && second !== null
  const within = both && Math.abs(first - second) < close * (range[1] - range[0])
  const tip = within ? 11 : 8
  const firstIsLeft = second === null || (first !== null && first <= second)
  const number = (value: number, left: boolean) => (
    <text
      x={(tip + 6) * (left ? -1 : 1)}
      y="4.5"
      {...(left ? { 'text-anchor': 'end' } : {})}
      font-weight="600"
      {...haloed(canvas, few ? 'soft' : 'ink')}
    >
      {n(value)}
    </text>
  )
  return (
    <>
      <line x1={x(at(range[0]))} x2={x(at(range[1]))} y1="8" y2="8" {...paint({ stroke: 'line' })} />
      {both ? (
        <line x1={x(at(first))} x2={x(at(second))} y1="8" y2="8" stroke-width="4" {...paint({ stroke: few ? 'line' : 'edge' })} />
      ) : null}
      {second === null ? null : (
        <svg x={x(at(second))} y="8" overflow="visible">
          <path
            d={`M0-${tip}L${tip} 0 0 ${tip}-${tip} 0z`}
            stroke-width="2"
            {...paint({ fill: 'surface', stroke: few ? 'edge' : 'accent' })}
          />
          {number(second, !firstIsLeft || first === null)}
        </svg>
      )}
      {first === null ? null : (
        <svg x={x(at(first))} y="8" overflow="visible">
          <circle r={within ? 4.5 : 6} stroke-width="1.5" {...paint({ fill: few ? 'edge' : 'brand', stroke: 'surface' })} />
          {number(first, firstIsLeft)}
        </svg>
      )}
    </>
  )
}
