import { CountLink } from '../count.tsx'
import type { Canvas } from './paint.ts'

export type Placed = {
  short: string
  /** Where a phone has no room for `short`. */
  tight: string | undefined
  column: number
  row: number
  share: number | null
  text: string
  said: string
  href: string | undefined
  count: number
}

/** Which of five equal steps a share falls in as it is printed, in whole per cent: 0 to 19 is 1, 80 and more is 5. */
export const stepOf = (share: number): 1 | 2 | 3 | 4 | 5 => Math.min(5, Math.floor(Math.round(share * 100) / 20) + 1) as 1 | 2 | 3 | 4 | 5

/** What most squares have alike is in the style sheet of a page. One square of 44 in a grid of 46: short name, number, and a gauge that fills with the share. Unknown is an empty, dashed square. */
export function TileShape({ tile, canvas }: { tile: Placed; canvas: Canvas }) {
  const square = <Square tile={tile} canvas={canvas} />
  if (tile.href)
    return (
      <CountLink href={tile.href} count={tile.count}>
        <title>{tile.said}</title>
        {square}
      </CountLink>
    )
  return (
    <g>
      <title>{tile.said}</title>
      {square}
    </g>
  )
}

function Square({ tile: { column, row, share, short, tight, text }, canvas: { standalone, paint } }: { tile: Placed; canvas: Canvas }) {
  const step = share === null ? null : stepOf(share)
  return (
    <g
      transform={`translate(${column * 46 + 1} ${row * 46 + 1})`}
      text-anchor={standalone ? 'middle' : undefined}
      {...paint({ fill: step === null ? 'soft' : `on${step}` })}
    >
      {step === null ? (
        <rect width="44" height="44" rx="4" stroke-dasharray="3 3" {...paint({ fill: 'surface', stroke: 'edge' })} />
      ) : (
        <rect width="44" height="44" rx="4" {...paint({ fill: `step${step}` })} />
      )}
      <text
        class={tight && !standalone ? 'is-wide' : undefined}
        x="22"
        y="15"
        font-size={short.length > 6 ? 8.8 : standalone ? 9.5 : undefined}
      >
        {short}
      </text>
      {tight && !standalone ? (
        <text class="is-narrow" x="22" y="15">
          {tight}
        </text>
      ) : null}
      <text x="22" y="31" font-size={text.length > 4 ? 12 : standalone ? 13 : undefined} font-weight="700">
        {text}
      </text>
      {share === null ? null : (
        <>
          <rect x="5" y="37" width="34" height="3" rx="1.5" fill-opacity="0.25" />
          <rect x="5" y="37" width={Math.round(34 * share)} height="3" rx="1.5" />
        </>
      )}
    </g>
  )
}
