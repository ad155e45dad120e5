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

type StackedBarProps = ChartProps & {
  parts: readonly Part[]
  wholes: readonly Whole[]
  categories: string
  /** Each bar as long as its sum, against the longest; otherwise every bar has the full length and shows shares. */
  absolute?: boolean | undefined
}

/** The number of a part without room for it stands so far below, at the end of a tick that may lean by so much. */
const below = { height: 15, lean: 14 }

/** The longest bar takes this share of the width; the total stands behind it. */
const reach = 0.88

/**
 * Wholes and what they are made of: statuses by province, answers by question. Numbers stand in the parts that have room for them, below
 * those that are too short, unless two would touch there, and the total at the end; what is pointed at says which part it is and how many,
 * as the table does.
 */
export function StackedBar({ parts, wholes, categories, absolute, ...chart }: StackedBarProps) {
  const { locale } = useViewer()
  const hatch = `hatch${useId()}`
  const n = (value: number) => formatNumber(locale, value)
  const most = Math.max(1, ...wholes.map(sum))
  const rowsIn = ({ standalone, room: labels }: Canvas) =>
    wholes.map(whole => {
      const drawn = segments(whole.values, (absolute ? most : Math.max(1, sum(whole))) / reach)
      const room = standalone ? labels : labels - 40
      // A whole of one part only is told by its total.
      const told = drawn.map(({ value }) => value > 0 && value < sum(whole))
      const fits = drawn.map(({ share, value }, index) => told[index]! && share * room > widthOf(n(value), 12) + 10)
      let end = 0
      const leans = drawn.map(({ from, share, value }, index) => {
        const half = widthOf(n(value), 12) / 2 + 2
        const middle = (from + share / 2) * room
        const lean = Math.max(0, round(end + half - middle))
        if (!told[index] || fits[index] || lean > below.lean) return null
        end = middle + lean + half
        return lean
      })
      return { whole, drawn, fits, leans }
    })
  const topsIn = (canvas: Canvas) =>
    stacked(
      rowsIn(canvas).map(
        ({ whole, leans }) => labelHeight(whole.label, canvas) + 30 + (leans.some(lean => lean !== null) ? below.height : 0),
      ),
    )
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
        ...rowsIn(canvas).map(({ whole, drawn, fits, leans }, row) => (
          <Row text={whole.label} y={topsIn(canvas).at[row]!} canvas={canvas}>
            {drawn.map(({ from, share, value }, index) => {
              const part = parts[index]
              if (!part || share === 0) return null
              const wide = canvas.standalone ? round(share * canvas.width) : '100%'
              const hatched = isHatched(part.ink, index)
              return (
                <svg x={canvas.x(from)} width={canvas.x(share)} height="20">
                  <title>{`${part.label}: ${n(value)}`}</title>
                  <rect width={wide} height="20" {...canvas.paint({ fill: part.ink })} />
                  {hatched ? <rect width={wide} height="20" fill={`url(#${hatch}${canvas.room})`} /> : null}
                  <rect width="2" height="20" {...canvas.paint({ fill: 'surface' })} />
                  {fits[index] && hatched ? (
                    <rect x="5" y="2" width={widthOf(n(value), 12) + 8} height="16" {...canvas.paint({ fill: part.ink })} />
                  ) : null}
                  {fits[index] ? (
                    <text x="9" y="14.5" font-size="12" font-weight="600" {...canvas.paint({ fill: inkOn(part.ink) })}>
                      {n(value)}
                    </text>
                  ) : null}
                </svg>
              )
            })}
            {drawn.map(({ from, share, value }, index) => {
              const lean = leans[index] ?? null
              if (lean === null) return null
              return (
                <svg x={canvas.x(from + share / 2)} overflow="visible">
                  <path d={`M0 20v2L${lean} 25`} fill="none" {...canvas.paint({ stroke: 'edge' })} />
                  <text x={lean} y="35" text-anchor="middle" font-size="12" font-weight="600" {...canvas.paint({ fill: 'ink' })}>
                    {n(value)}
                  </text>
                </svg>
              )
            })}
            <text
              x={canvas.x(drawn.reduce((all, { share }) => all + share, 0))}
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

const sum = (whole: Whole) => whole.values.reduce((total, value) => total + Math.max(0, value), 0)

/** Slanting lines of the paper's colour, laid over every second part. */
const Hatch = ({ id, ...stroke }: { id: string; class?: string; stroke?: string }) => (
  <pattern id={id} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <path d="M1 0v7" stroke-width="1.5" stroke-opacity="0.6" {...stroke} />
  </pattern>
)
