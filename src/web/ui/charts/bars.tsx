import { formatNumber } from '../../../platform/i18n/format.ts'
import { useViewer, useWords } from '../../viewer.ts'
import { words } from '../../words.ts'
import { CountLink } from '../count.tsx'
import { Chart, type ChartProps } from './chart.tsx'
import { Few, tooFewToDraw } from './few.tsx'
import type { Canvas, Ink } from './paint.ts'
import { labelHeight, Row } from './row.tsx'

export type Bar = { label: string; value: number; ink?: Ink | undefined; href?: string | undefined; last?: boolean }

type BarsProps = ChartProps & {
  bars: readonly Bar[]
  /** What the labels and the values are, as heads of the table: `categories="Jenis mitra" unit="perjanjian"`. */
  categories: string
  unit: string
  /** The longest bar that there can be (a score's 100); a track shows it. Otherwise the longest that there is. */
  max?: number | undefined
  digits?: number | undefined
}

/**
 * Amounts by category, as plain bars with their label above and their number at their end: `<Bars title="…" categories="Jenis"
 * unit="perjanjian" bars={[…]} />`.
 */
export function Bars({ bars, categories, unit, max, digits = 0, ...chart }: BarsProps) {
  const { locale } = useViewer()
  const w = useWords(words)
  const most = max ?? Math.max(0, ...bars.map(bar => bar.value))
  const reach = 0.86
  const topsIn = (canvas: Canvas) => stacked(bars.map(bar => labelHeight(bar.label, canvas) + 22))
  if (!chart.standalone && max === undefined && tooFewToDraw(bars.map(({ value }) => value)))
    return (
      <Few
        {...chart}
        rows={bars.map(({ label, value, href }) => ({ label, href, count: value, said: formatNumber(locale, value, digits) }))}
      />
    )
  return (
    <Chart
      {...chart}
      height={canvas => topsIn(canvas).total}
      table={{
        columns: [{ label: categories }, { label: unit, kind: 'number' }],
        rows: bars.map(bar => [
          bar.href ? (
            <CountLink href={bar.href} count={bar.value}>
              {bar.label}
            </CountLink>
          ) : (
            bar.label
          ),
          formatNumber(locale, bar.value, digits),
        ]),
      }}
      draw={canvas => (
        <>
          {bars.map((bar, index) => {
            const share = most > 0 ? (Math.max(0, bar.value) / most) * reach : 0
            return (
              <Row text={bar.label} y={topsIn(canvas).at[index]!} canvas={canvas}>
                {max === undefined ? null : <rect width={canvas.x(reach)} height="10" rx="2" {...canvas.paint({ fill: 'sunken' })} />}
                <rect width={canvas.x(share)} height="10" rx="2" {...canvas.paint({ fill: bar.ink ?? 'brand' })} />
                <text x={canvas.x(max === undefined ? share : reach)} dx="8" y="10" font-weight="600" {...canvas.paint({ fill: 'ink' })}>
                  {formatNumber(locale, bar.value, digits)}
                </text>
              </Row>
            )
          })}
          {bars.length ? null : (
            <text y="14" {...canvas.paint({ fill: 'soft' })}>
              {w.noRows}
            </text>
          )}
        </>
      )}
    />
  )
}

/** Where each row begins when rows of these heights stand under each other, and how high they are together. */
export function stacked(heights: readonly number[]): { at: number[]; total: number } {
  let total = 0
  const at = heights.map(height => {
    total += height
    return total - height
  })
  return { at, total: Math.max(total, 20) }
}
