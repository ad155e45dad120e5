import { formatNumber, formatShare } from '../../../platform/i18n/format.ts'
import { useViewer, useWords } from '../../viewer.ts'
import { words } from '../../words.ts'
import { CountLink } from '../count.tsx'
import { type Bar, stacked } from './bars.tsx'
import { Chart, type ChartProps } from './chart.tsx'
import { labelHeight, Row } from './row.tsx'

type ParetoProps = ChartProps & { bars: readonly Bar[]; categories: string; unit: string }

/**
 * The few causes of most: bars from most to least, each as its share of all, with the running total as a line of dots that meets
 * the mark of 80 per cent. Sorts by itself; what is no cause of its own ("uncategorised") comes `last`.
 */
export function Pareto({ bars, categories, unit, ...chart }: ParetoProps) {
  const { locale } = useViewer()
  const w = useWords(words)
  const rows = accumulated(bars)
  const whole = rows.at(-1)?.running ?? 0
  const tops = stacked(rows.map(row => labelHeight(row.label, chart) + 24))
  const reach = (value: number) => (whole ? (value / whole) * 0.86 : 0)
  const y = (index: number) => tops.at[index]! + labelHeight(rows[index]!.label, chart)
  return (
    <Chart
      {...chart}
      height={tops.total + 4}
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
      draw={({ x, paint, ...canvas }) => (
        <>
          <line x1={x(0.8 * 0.86)} x2={x(0.8 * 0.86)} y1="0" y2={tops.total} stroke-dasharray="4 3" {...paint({ stroke: 'edge' })} />
          {rows.map((row, index) => (
            <rect y={y(index)} width={x(reach(row.value))} height="12" rx="2" {...paint({ fill: 'brand' })} />
          ))}
          {rows.slice(1).map((row, index) => (
            <line
              x1={x(reach(rows[index]!.running))}
              y1={y(index) + 6}
              x2={x(reach(row.running))}
              y2={y(index + 1) + 6}
              stroke-width="1.5"
              {...paint({ stroke: 'accent' })}
            />
          ))}
          {rows.map((row, index) => (
            <Row text={row.label} y={tops.at[index]!} canvas={{ x, paint, ...canvas }}>
              <text x={x(reach(row.value))} dx={index ? 8 : 14} y="11" font-weight="600" {...paint({ fill: 'ink' })}>
                {formatNumber(locale, row.value)}
              </text>
              <circle cx={x(reach(row.running))} cy="6" r="4.5" stroke-width="1.5" {...paint({ fill: 'accent', stroke: 'surface' })} />
              <text x={x(1)} y="11" text-anchor="end" font-size="12" {...paint({ fill: 'soft' })}>
                {formatShare(locale, row.running, whole)}
              </text>
            </Row>
          ))}
        </>
      )}
    />
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
