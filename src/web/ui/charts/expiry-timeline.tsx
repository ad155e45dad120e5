import { formatDay } from '../../../platform/i18n/format.ts'
import { useViewer, useWords } from '../../viewer.ts'
import { words } from '../../words.ts'
import { stacked } from './bars.tsx'
import { Chart, type ChartProps } from './chart.tsx'
import { DayAxis } from './day-axis.tsx'
import { dayNumber, dayOf } from './days.ts'
import type { Canvas, Ink } from './paint.ts'
import { labelHeight, Row } from './row.tsx'

/** Something in force from a day until a day (`yyyy-mm-dd`); `to: null` has no end. */
export type Term = { label: string; from: string; to: string | null; href?: string | undefined }

type ExpiryProps = ChartProps & {
  terms: readonly Term[]
  categories: string
  /** The days at the left and right edge; a year back and two years ahead of today otherwise. */
  from?: string | undefined
  to?: string | undefined
  /** Days before its end at which a term counts as ending soon. */
  soon?: number | undefined
}

/** When what is in force ends: bars on an axis of time with today marked; ended (diamond), ending soon (triangle), later (circle). */
export function ExpiryTimeline({ terms, categories, from, to, soon = 180, ...chart }: ExpiryProps) {
  const { locale, today } = useViewer()
  const w = useWords(words)
  const now = dayNumber(today)
  const [first, last] = [from ? dayNumber(from) : now - 365, to ? dayNumber(to) : now + 730]
  const at = (day: number) => Math.min(1, Math.max(0, (day - first) / Math.max(1, last - first)))
  const rows = stacked([head, ...terms.map(term => labelHeight(term.label, chart) + 22)])
  const tops = { total: rows.total, at: rows.at.slice(1) }
  const stateOf = ({ to: end }: Term) =>
    end === null ? 'open' : dayNumber(end) < now ? 'ended' : dayNumber(end) - now <= soon ? 'soon' : 'later'
  const said = { ended: w.term.ended, soon: w.term.soon(soon), later: w.term.later, open: w.term.open }
  return (
    <Chart
      {...chart}
      height={tops.total + 24}
      legend={[
        { label: said.ended, ink: 'danger', mark: 'diamond' },
        { label: said.soon, ink: 'warning', mark: 'triangle' },
        { label: said.later, ink: 'good', mark: 'circle' },
      ]}
      table={{
        columns: [{ label: categories }, { label: w.term.from, kind: 'date' }, { label: w.term.to, kind: 'date' }, { label: w.term.state }],
        rows: terms.map(term => [
          term.href ? <a href={term.href}>{term.label}</a> : term.label,
          formatDay(locale, term.from, 'short'),
          term.to ? formatDay(locale, term.to, 'short') : '–',
          said[stateOf(term)],
        ]),
      }}
      draw={canvas => (
        <>
          <DayAxis from={dayOf(first)} to={dayOf(last)} today={today} at={at} height={tops.total} canvas={canvas} />
          {terms.map((term, index) => {
            const end = term.to === null ? 1 : at(dayNumber(term.to))
            const start = Math.min(at(dayNumber(term.from)), end)
            const ink = inks[stateOf(term)]
            const beyond = term.to === null || dayNumber(term.to) > last
            return (
              <Row text={term.label} y={tops.at[index]!} canvas={canvas}>
                <rect x={canvas.x(start)} y="2" width={canvas.x(end - start)} height="6" rx="2" {...canvas.paint({ fill: ink })} />
                {beyond ? null : <End x={canvas.x(end)} state={stateOf(term)} canvas={canvas} />}
              </Row>
            )
          })}
        </>
      )}
    />
  )
}

const head = 20

const inks = { ended: 'danger', soon: 'warning', later: 'good', open: 'good' } as const satisfies Record<string, Ink>
const shapes = { ended: 'M0 -7l7 7-7 7-7-7z', soon: 'M0 -7l7.5 13h-15z', later: 'M0 -6a6 6 0 1 1 0 12a6 6 0 1 1 0 -12', open: '' }

const End = ({ x, state, canvas }: { x: number | string; state: keyof typeof inks; canvas: Canvas }) => (
  <svg x={x} y="5" overflow="visible">
    <path d={shapes[state]} stroke-width="1.5" {...canvas.paint({ fill: inks[state], stroke: 'surface' })} />
  </svg>
)
