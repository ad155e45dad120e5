import { scaleLinear } from 'd3-scale'
import { area, curveStepAfter, line } from 'd3-shape'
import { formatDay, formatNumber } from '../../../platform/i18n/format.ts'
import { useViewer, useWords } from '../../viewer.ts'
import { words } from '../../words.ts'
import { Chart, type ChartProps } from './chart.tsx'
import { DayAxis } from './day-axis.tsx'
import { dayNumber } from './days.ts'
import type { Canvas } from './paint.ts'

/** How many are still open at the end of a day, how many are done since the beginning, and how many should be open by the plan. */
export type Remaining = { day: string; open: number; done?: number | undefined; planned?: number | undefined }

type BurnDownProps = ChartProps & {
  days: readonly Remaining[]
  unit: string
  /** What those done and those that the plan leaves are called. */
  done?: string | undefined
  planned?: string | undefined
  /** The last day of the plan. */
  to?: string | undefined
}

/**
 * How what is open grows less: an area of steps; what is done as a line that rises meanwhile, and the plan as a dashed line of the same
 * steps, where the days say them. Lines of about one value are drawn one above the other, so that none hides another.
 */
export function BurnDown({ days, unit, done, planned, to, ...chart }: BurnDownProps) {
  const { locale, today } = useViewer()
  const w = useWords(words)
  const others = [
    { key: 'done', label: done ?? w.done, ink: 'good', mark: 'line' },
    { key: 'planned', label: planned ?? w.planned, ink: 'accent', mark: 'dashes' },
  ] as const
  const drawn = others.filter(({ key }) => days.some(day => day[key] !== undefined))
  const first = days[0]?.day ?? today
  const last = [days.at(-1)?.day ?? today, to ?? ''].sort().at(-1)!
  const at = (day: number) => (day - dayNumber(first)) / Math.max(1, dayNumber(last) - dayNumber(first))
  const most = Math.max(1, ...days.flatMap(({ open, done, planned }) => [open, done ?? 0, planned ?? 0]))
  const y = scaleLinear().domain([0, most]).nice(4).range([height, 24])
  const ticks = y.ticks(4).filter(Number.isInteger)
  return (
    <Chart
      {...chart}
      height={height + 24}
      hasValues
      legend={[{ label: unit, ink: 'brand', mark: 'square' }, ...drawn]}
      table={{
        columns: [{ label: w.day }, { label: unit, kind: 'number' }, ...drawn.map(({ label }) => ({ label, kind: 'number' as const }))],
        rows: days.map(day => [
          formatDay(locale, day.day, 'short'),
          formatNumber(locale, day.open),
          ...drawn.map(({ key }) => (day[key] === undefined ? '–' : formatNumber(locale, day[key]))),
        ]),
      }}
      draw={canvas => (
        <>
          {ticks.map(tick => (
            <line x2={canvas.x(1)} y1={y(tick)} y2={y(tick)} {...canvas.paint({ stroke: 'line' })} />
          ))}
          <DayAxis from={first} to={last} today={today} at={at} height={height} canvas={canvas} />
          <Lines days={days} at={at} y={y} canvas={canvas} />
          {ticks.map(tick => (
            <text x="-8" y={y(tick) + 4} text-anchor="end" font-size="12" {...canvas.paint({ fill: 'soft' })}>
              {formatNumber(locale, tick)}
            </text>
          ))}
        </>
      )}
    />
  )
}

const height = 200

/** On a page the lines are drawn in a box of 1000 that stretches to the width there is; strokes keep their own. */
function Lines({
  days,
  at,
  y,
  canvas,
}: {
  days: readonly Remaining[]
  at: (day: number) => number
  y: (value: number) => number
  canvas: Canvas
}) {
  const wide = canvas.standalone ? canvas.width : 1000
  const x = (day: Remaining) => Math.round(at(dayNumber(day.day)) * wide * 10) / 10
  const planned = days.filter(day => day.planned !== undefined)
  const top = heightsOf(y)
  const open = line<Remaining>(x, day => top(day).open).curve(curveStepAfter)
  const below = area<Remaining>(x, height, day => top(day).open).curve(curveStepAfter)
  const done = days.filter(day => day.done !== undefined)
  const plan = line<Remaining>(x, day => top(day).planned).curve(curveStepAfter)
  const finished = line<Remaining>(x, day => top(day).done).curve(curveStepAfter)
  const drawn = (
    <>
      <path d={below([...days]) ?? ''} fill-opacity="0.14" {...canvas.paint({ fill: 'brand' })} />
      <path
        d={open([...days]) ?? ''}
        fill="none"
        stroke-width="2.5"
        vector-effect="non-scaling-stroke"
        {...canvas.paint({ stroke: 'brand' })}
      />
      <path
        d={finished(done) ?? ''}
        fill="none"
        stroke-width="2.5"
        vector-effect="non-scaling-stroke"
        {...canvas.paint({ stroke: 'good' })}
      />
      <path
        d={plan(planned) ?? ''}
        fill="none"
        stroke-width="2"
        stroke-dasharray="6 4"
        vector-effect="non-scaling-stroke"
        {...canvas.paint({ stroke: 'accent' })}
      />
    </>
  )
  if (canvas.standalone) return drawn
  return (
    <svg width="100%" height={height} viewBox={`0 0 ${wide} ${height}`} preserveAspectRatio="none">
      {drawn}
    </svg>
  )
}

/** Lines nearer to each other than this, in pixels, would be one. */
const apart = 3.5

/** Where the lines of a day are drawn: what is open at its value, the others so far above those that they would lie on. */
export function heightsOf(y: (value: number) => number) {
  return ({ open, done, planned }: Omit<Remaining, 'day'>) => {
    const taken: number[] = []
    const place = (value: number | undefined): number => {
      if (value === undefined) return y(0)
      let at = y(value)
      for (const other of taken.toSorted((one, next) => next - one)) if (Math.abs(other - at) < apart) at = other - apart
      taken.push(at)
      return at
    }
    return { open: place(open), done: place(done), planned: place(planned) }
  }
}
