import { useId } from 'preact/hooks'
import { formatNumber } from '../../../platform/i18n/format.ts'
import { useViewer } from '../../viewer.ts'
import { CountLink } from '../count.tsx'
import { stacked } from './bars.tsx'
import { Chart, type ChartProps } from './chart.tsx'
import { Few, tooFewToDraw } from './few.tsx'
import { type Canvas, type Ink, round } from './paint.ts'
import { labelHeight, Row } from './row.tsx'
import { widthOf } from './text.ts'

/**
 * A part that each whole may have, always in this order; every second one is hatched, so that neighbours differ without colour, but for
 * the steps of a ramp, whose order is what they say. Inks that carry a number: brand, accent, good, warning, danger, soft, edge, the steps.
 */
export type Part = { label: string; ink: Ink }
export type Whole = { label: string; values: readonly number[]; href?: string | undefined }

type StackedBarProps = ChartProps & { parts: readonly Part[]; wholes: readonly Whole[]; categories: string }

/** A full bar takes this share of the width; the total stands behind it. */
const reach = 0.88

/**
 * Wholes and what they are made of, as shares of bars of one length: statuses by province, answers by question. Each part is at least as
 * wide as its number, so that it stands in it; the total stands at the end. What is pointed at says which part it is and how many, as the
 * table does.
 */
export function StackedBar({ parts, wholes, categories, ...chart }: StackedBarProps) {
  const { locale } = useViewer()
  const hatch = `hatch${useId()}`
  const n = (value: number) => formatNumber(locale, value)
  const drawnIn = ({ room }: Canvas, { values, ...whole }: Whole) => {
    const least = values.map(value => (value > 0 ? (widthOf(n(value), 12) + 6) / room : 0))
    return widened(segments(values, Math.max(1, sum({ ...whole, values })) / reach), least)
  }
  const topsIn = (canvas: Canvas) => stacked(wholes.map(whole => labelHeight(whole.label, canvas) + 30))
  if (!chart.standalone && tooFewToDraw(wholes.map(sum)))
    return (
      <Few
        {...chart}
        rows={wholes.map(({ label, values, href }) => ({
          label,
          href,
          count: sum({ label, values }),
          said: parts.flatMap((part, index) => (values[index] ? [`${part.label} (${n(values[index])})`] : [])).join(', '),
        }))}
      />
    )
  return (
    <Chart
      {...chart}
      height={canvas => topsIn(canvas).total}
      legend={parts.map((part, index) => ({ label: part.label, ink: part.ink, mark: isHatched(part.ink, index) ? 'hatch' : 'square' }))}
      table={{
        columns: [
          { label: categories },
          ...parts.map(part => ({ label: part.label, kind: 'number' as const })),
          { label: 'Σ', kind: 'number' },
        ],
        rows: wholes.map(whole => [
          whole.href ? (
            <CountLink href={whole.href} count={sum(whole)}>
              {whole.label}
            </CountLink>
          ) : (
            whole.label
          ),
          ...parts.map((_, index) => n(whole.values[index] ?? 0)),
          n(sum(whole)),
        ]),
      }}
      draw={canvas => [
        <Hatch id={`${hatch}${canvas.room}`} {...canvas.paint({ stroke: 'surface' })} />,
        ...wholes.map((whole, row) => (
          <Row text={whole.label} y={topsIn(canvas).at[row]!} canvas={canvas}>
            {drawnIn(canvas, whole).map(({ from, share, value }, index) => {
              const part = parts[index]
              if (!part || share === 0) return null
              const wide = canvas.standalone ? round(share * canvas.width) : '100%'
              const hatched = isHatched(part.ink, index)
              // A whole of one part only is told by its total.
              const numbered = value < sum(whole)
              const half = widthOf(n(value), 12) / 2 + 2
              return (
                <svg x={canvas.x(from)} width={canvas.x(share)} height="20">
                  <title>{`${part.label}: ${n(value)}`}</title>
                  <rect width={wide} height="20" {...canvas.paint({ fill: part.ink })} />
                  {hatched ? <rect width={wide} height="20" fill={`url(#${hatch}${canvas.room})`} /> : null}
                  <rect width="2" height="20" {...canvas.paint({ fill: 'surface' })} />
                  {numbered ? (
                    <svg x={canvas.standalone ? round((share * canvas.width) / 2) : '50%'} overflow="visible">
                      {hatched ? <rect x={1 - half} y="2" width={2 * half} height="16" {...canvas.paint({ fill: part.ink })} /> : null}
                      <text
                        x="1"
                        y="14.5"
                        text-anchor="middle"
                        font-size="12"
                        font-weight="600"
                        {...canvas.paint({ fill: inkOn(part.ink) })}
                      >
                        {n(value)}
                      </text>
                    </svg>
                  ) : null}
                </svg>
              )
            })}
            <text
              x={canvas.x(sum(whole) ? reach : 0)}
              dx={sum(whole) ? 8 : 0}
              y="14.5"
              font-weight="600"
              {...canvas.paint({ fill: 'ink' })}
            >
              {n(sum(whole))}
            </text>
          </Row>
        )),
      ]}
    />
  )
}

const isHatched = (ink: Ink, index: number): boolean => !ink.startsWith('step') && index % 2 === 1
const inkOn = (ink: Ink): Ink => (ink.startsWith('step') ? (`on${ink.slice(4)}` as Ink) : 'surface')

/** Where each value begins and how long it is, as shares of `scale`. */
export function segments(values: readonly number[], scale: number): { from: number; share: number; value: number }[] {
  let from = 0
  return values.map(value => {
    const share = Math.max(0, value) / scale
    from += share
    return { from: from - share, share, value }
  })
}

type Segment = ReturnType<typeof segments>[number]

/** The same with none narrower than its least share: what that takes, the wider ones give in proportion. */
export function widened(drawn: readonly Segment[], least: readonly number[]): Segment[] {
  const whole = drawn.reduce((all, { share }) => all + share, 0)
  const needed = least.reduce((all, each) => all + each, 0)
  const fit = needed > whole ? whole / needed : 1
  const raised = new Set<number>()
  let scale = 1
  for (let before = -1; before < raised.size; ) {
    before = raised.size
    for (const [at, { share }] of drawn.entries()) if (share > 0 && share * scale < least[at]! * fit) raised.add(at)
    const free = drawn.reduce((all, { share }, at) => (raised.has(at) ? all : all + share), 0)
    scale = free > 0 ? (whole - [...raised].reduce((all, at) => all + least[at]! * fit, 0)) / free : 1
  }
  let from = 0
  return drawn.map(({ share, value }, at) => {
    const wide = raised.has(at) ? least[at]! * fit : share * scale
    from += wide
    return { from: from - wide, share: wide, value }
  })
}

const sum = (whole: Whole) => whole.values.reduce((total, value) => total + Math.max(0, value), 0)

/** Slanting lines of the paper's colour, laid over every second part. */
const Hatch = ({ id, ...stroke }: { id: string; class?: string; stroke?: string }) => (
  <pattern id={id} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <path d="M1 0v7" stroke-width="1.5" stroke-opacity="0.6" {...stroke} />
  </pattern>
)
