import { formatNumber, formatShare } from '../../../platform/i18n/format.ts'
import { useViewer, useWords } from '../../viewer.ts'
import { words } from '../../words.ts'
import { CountLink } from '../count.tsx'
import { type Bar, stacked } from './bars.tsx'
import { Chart, type ChartProps } from './chart.tsx'
import { Few, tooFewToDraw } from './few.tsx'
import type { Canvas } from './paint.ts'
import { labelHeight, Row } from './row.tsx'

type ParetoProps = ChartProps & { bars: readonly Bar[]; categories: string; unit: string }

/** Labels and bars take this share of the width; the running total has the rest, so that its line passes beside them. */
const labels = 0.6

/**
 * The few causes of most: bars from most to least, and beside them the running total as a line of dots that meets the mark of 80 per
 * cent. Sorts by itself; what is no cause of its own ("uncategorised") comes `last`.
 */
export function Pareto({ bars, categories, unit, ...chart }: ParetoProps) {
  const { locale } = useViewer()
  const w = useWords(words)
  const rows = accumulated(bars)
  const whole = rows.at(-1)?.running ?? 0
  const height = (label: string, { room }: Canvas) => labelHeight(label, { room, labels })
  const topsIn = (canvas: Canvas) => stacked(rows.map(row => height(row.label, canvas) + 24))
  const most = Math.max(1, ...rows.map(row => row.value))
  const running = (value: number) => labels + 0.04 + (whole ? (value / whole) * 0.2 : 0)
  if (!chart.standalone && tooFewToDraw(rows.map(({ value }) => value)))
    return (
      <Few {...chart} rows={rows.map(({ label, value, href }) => ({ label, href, count: value, said: formatNumber(locale, value) }))} />
    )
  return (
    <Chart
      {...chart}
      height={canvas => topsIn(canvas).total + 4}
      legend={[
        { label: unit, ink: 'brand', mark: 'square' },
        { label: w.running, ink: 'accent', mark: 'circle' },
        { label: '80%', ink: 'edge', mark: 'dashes' },
      ]}
      table={{
        columns: [
          { label: categories },
          { label: unit, kind: 'number' },
          { label: w.share, kind: 'number' },
          { label: w.running, kind: 'number' },
        ],
        rows: rows.map(row => [
          row.href ? (
            <CountLink href={row.href} count={row.value}>
              {row.label}
            </CountLink>
          ) : (
            row.label
          ),
          formatNumber(locale, row.value),
          formatShare(locale, row.value, whole),
          formatShare(locale, row.running, whole),
        ]),
      }}
      draw={canvas => {
        const { x, paint } = canvas
        const tops = topsIn(canvas)
        return (
          <>
            <line
              x1={x(running(0.8 * whole))}
              x2={x(running(0.8 * whole))}
              y2={tops.total}
              stroke-dasharray="4 3"
              {...paint({ stroke: 'edge' })}
            />
            <Line
              points={rows.map((row, index) => [running(row.running), tops.at[index]! + height(row.label, canvas) + 6])}
              height={tops.total}
              canvas={canvas}
            />
            {rows.map((row, index) => (
              <Row text={row.label} y={tops.at[index]!} labels={labels} canvas={canvas}>
                <rect width={x((row.value / most) * (labels - 0.12))} height="12" rx="2" {...paint({ fill: 'brand' })} />
                <text x={x((row.value / most) * (labels - 0.12))} dx="8" y="11" font-weight="600" {...paint({ fill: 'ink' })}>
                  {formatNumber(locale, row.value)}
                </text>
                <circle cx={x(running(row.running))} cy="6" r="4.5" stroke-width="1.5" {...paint({ fill: 'accent', stroke: 'surface' })} />
                <text x={x(1)} y="11" text-anchor="end" font-size="12" {...paint({ fill: 'soft' })}>
                  {formatShare(locale, row.running, whole)}
                </text>
              </Row>
            ))}
          </>
        )
      }}
    />
  )
}

/** On a page drawn in a box of 1000 that stretches to the width there is; the stroke keeps its own. */
function Line({ points, height, canvas }: { points: readonly (readonly [share: number, y: number])[]; height: number; canvas: Canvas }) {
  const wide = canvas.standalone ? canvas.width : 1000
  const line = (
    <path
      d={`M${points.map(([share, y]) => `${Math.round(share * wide)} ${y}`).join(' ')}`}
      fill="none"
      stroke-width="1.5"
      vector-effect="non-scaling-stroke"
      {...canvas.paint({ stroke: 'accent' })}
    />
  )
  if (canvas.standalone) return line
  return (
    <svg width="100%" height={height} viewBox={`0 0 ${wide} ${height}`} preserveAspectRatio="none">
      {line}
    </svg>
  )
}

/** Most first, with the running total up to and including each. */
export function accumulated(bars: readonly Bar[]): (Bar & { running: number })[] {
  let running = 0
  return bars
    .toSorted((a, b) => Number(a.last ?? false) - Number(b.last ?? false) || b.value - a.value)
    .map(bar => {
      running += bar.value
      return { ...bar, running }
    })
}
