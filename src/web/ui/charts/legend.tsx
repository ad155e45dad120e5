import { type Canvas, type Ink, palette } from './paint.ts'
import { widthOf } from './text.ts'

export type Mark = 'square' | 'circle' | 'diamond' | 'triangle' | 'line' | 'dashes' | 'hatch' | 'ticks'
export type LegendItem = { label: string; ink: Ink; mark: Mark }

/** What each mark means: a list above the drawing on a page, rows inside it in a document. */
export function Legend({ items, canvas }: { items: readonly LegendItem[]; canvas: Canvas }) {
  if (items.length === 0) return null
  if (canvas.standalone)
    return (
      <g>
        {placed(items, canvas.width).map(({ item, x, y }) => (
          <g transform={`translate(${x} ${y})`}>
            <MarkShape mark={item.mark} ink={item.ink} canvas={canvas} />
            <text x="20" y="12" fill={palette.ink}>
              {item.label}
            </text>
          </g>
        ))}
      </g>
    )
  return (
    <ul class="legend">
      {items.map(({ label, ink, mark }) => (
        <li>
          <svg width="16" height="16" aria-hidden="true">
            <MarkShape mark={mark} ink={ink} canvas={canvas} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  )
}

export const legendHeight = (items: readonly LegendItem[], width: number): number =>
  items.length ? (placed(items, width).at(-1)?.y ?? 0) + line + 6 : 0

/** One mark in a box of 16 by 16. */
export function MarkShape({ mark, ink, canvas: { paint } }: { mark: Mark; ink: Ink; canvas: Canvas }) {
  if (mark === 'circle') return <circle cx="8" cy="8" r="6" {...paint({ fill: ink })} />
  if (mark === 'diamond') return <path d="M8 1.5L14.5 8 8 14.5 1.5 8z" stroke-width="2" {...paint({ fill: 'surface', stroke: ink })} />
  if (mark === 'triangle') return <path d="M8 2l7 12H1z" {...paint({ fill: ink })} />
  if (mark === 'line') return <path d="M0 8h16" fill="none" stroke-width="3" {...paint({ stroke: ink })} />
  if (mark === 'dashes') return <path d="M0 8h16" fill="none" stroke-width="2" stroke-dasharray="4 3" {...paint({ stroke: ink })} />
  if (mark === 'ticks')
    return (
      <>
        <rect x="3" y="1" width="3" height="7" {...paint({ fill: ink })} />
        <rect x="10" y="8" width="3" height="7" {...paint({ fill: 'accent' })} />
      </>
    )
  return (
    <>
      <rect x="1" y="1" width="14" height="14" rx="2" {...paint({ fill: ink })} />
      {mark === 'hatch' ? <path d="M1 8l7-7M1 15L15 1M8 15l7-7" fill="none" stroke-width="1.5" {...paint({ stroke: 'surface' })} /> : null}
    </>
  )
}

const line = 22

function placed(items: readonly LegendItem[], width: number) {
  let x = 0
  let y = 0
  return items.map(item => {
    const wide = 20 + widthOf(item.label, 13) + 18
    if (x > 0 && x + wide > width) {
      x = 0
      y += line
    }
    const at = { item, x: Math.round(x), y }
    x += wide
    return at
  })
}
