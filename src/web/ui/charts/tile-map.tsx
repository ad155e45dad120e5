import { formatNumber, formatShare } from '../../../platform/i18n/format.ts'
import { useViewer, useWords } from '../../viewer.ts'
import { words } from '../../words.ts'
import { CountLink } from '../count.tsx'
import { type ChartProps, DataTable } from './chart.tsx'
import { canvasOf, palette } from './paint.ts'
import { columns, national, provinces, rows } from './provinces.ts'
import { type Placed, TileShape } from './tile.tsx'
import { TileLegend } from './tile-legend.tsx'

/** A province by its Kemendagri code (`11` … `96`), full name, and its number; `null` where nothing is known. */
export type Tile = { code: string; name: string; value: number | null; of?: number | undefined; href?: string | undefined }

type TileMapProps = ChartProps & {
  tiles: readonly Tile[]
  /** What `value` (and `of`) count: "satker melapor". */
  unit: string
  categories: string
  /** Without `of`, the value at which the darkest of the five steps ends (a score's 100); the largest value otherwise. */
  max?: number | undefined
  digits?: number | undefined
}

/**
 * The provinces as squares roughly in their places, in five steps: shade, a gauge below the number, and the number itself. With `of` the
 * step is the share `value / of` and the tile says it in per cent. A tile with `href` is a link that the keyboard reaches.
 */
export function TileMap({ tiles, unit, categories, max, digits = 0, title, description, standalone = false, width = 640 }: TileMapProps) {
  const { locale } = useViewer()
  const w = useWords(words)
  const canvas = canvasOf(standalone, width)
  const most = max ?? Math.max(1, ...tiles.map(tile => tile.value ?? 0))
  const byCode = new Map(tiles.map(tile => [tile.code, tile]))
  const places = [...Object.entries(provinces), ...(byCode.has(national.code) ? [[national.code, national.place] as const] : [])]
  const placed = places.map(([code, [short, column, row, tight]]): Placed => {
    const tile = byCode.get(code) ?? { code, name: short, value: null }
    const share = shareOf(tile, most)
    const text =
      tile.value === null
        ? '–'
        : tile.of === undefined
          ? formatNumber(locale, tile.value, digits)
          : formatShare(locale, tile.value, tile.of)
    const said =
      tile.value === null
        ? w.noData
        : tile.of === undefined
          ? text
          : w.of({ part: formatNumber(locale, tile.value), whole: formatNumber(locale, tile.of) })
    return {
      short,
      tight,
      column,
      row,
      share,
      text,
      said: `${short} ${text}${short === tile.name ? '' : `, ${tile.name}`}: ${said} ${tile.value === null ? '' : unit}`.trim(),
      href: standalone ? undefined : tile.href,
      count: tile.value ?? 0,
    }
  })
  const legend = <TileLegend canvas={canvas} most={tiles.some(tile => tile.of !== undefined) ? undefined : most} digits={digits} />
  const linked = placed.some(tile => tile.href)
  const half = (from: number, to: number) =>
    placed
      .filter(tile => tile.column >= from && tile.column < to)
      .map(tile => <TileShape tile={{ ...tile, column: tile.column - from }} canvas={canvas} />)
  if (standalone)
    return (
      <svg
        xmlns="http://www.w3.org/2000/svg"
        role="img"
        width={width}
        height={(width * (rows * pitch + 30)) / (columns * pitch)}
        viewBox={`0 0 ${columns * pitch} ${rows * pitch + 30}`}
        font-family="Noto Sans, Liberation Sans, Arial, sans-serif"
      >
        <title>{title}</title>
        <desc>{description}</desc>
        {half(0, columns)}
        <g transform={`translate(0 ${rows * pitch + 6})`} fill={palette.ink}>
          {legend}
        </g>
      </svg>
    )
  const sides = [
    { from: 0, to: columns / 2, high: rows, name: w.west },
    { from: columns / 2, to: columns, high: rows - 1, name: w.east },
  ]
  return (
    <figure class="chart tile-map">
      <figcaption>
        <b>{title}</b>
        <span>{description}</span>
      </figcaption>
      {legend}
      <div class="halves">
        {sides.map(({ from, to, high, name }) => (
          <svg role={linked ? 'group' : 'img'} aria-label={`${title}, ${name}`} viewBox={`0 0 ${(columns / 2) * pitch} ${high * pitch}`}>
            <title>{`${title}, ${name}`}</title>
            <desc>{description}</desc>
            {half(from, to)}
          </svg>
        ))}
      </div>
      <DataTable
        title={title}
        table={{
          columns: [
            { label: categories },
            { label: unit, kind: 'number' },
            ...(tiles.some(tile => tile.of !== undefined)
              ? [
                  { label: w.whole, kind: 'number' as const },
                  { label: w.share, kind: 'number' as const },
                ]
              : []),
          ],
          rows: tiles.map(tile => [
            tile.href ? (
              <CountLink href={tile.href} count={tile.value ?? 0}>
                {tile.name}
              </CountLink>
            ) : (
              tile.name
            ),
            tile.value === null ? '–' : formatNumber(locale, tile.value, digits),
            ...(tile.of === undefined
              ? []
              : [formatNumber(locale, tile.of), tile.value === null ? '–' : formatShare(locale, tile.value, tile.of)]),
          ]),
        }}
      />
    </figure>
  )
}

const pitch = 46

const shareOf = ({ value, of }: Tile, most: number): number | null => {
  const whole = of ?? most
  return value === null || whole <= 0 ? null : Math.min(1, Math.max(0, value / whole))
}
