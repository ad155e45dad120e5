import type { ComponentChildren, VNode } from 'preact'
import { useWords } from '../../viewer.ts'
import { words } from '../../words.ts'
import { type Column, Table } from '../table.tsx'
import { Legend, type LegendItem, legendHeight } from './legend.tsx'
import { type Canvas, canvasOf, rooms } from './paint.ts'

/**
 * What every chart takes. `title` is its caption and name, `description` says in a sentence what the picture shows ("Sumatera Barat paling
 * jauh tertinggal"). `standalone` gives one self-contained `<svg>` of `width` px with its own colours, without caption and table, for a
 * document.
 */
export type ChartProps = {
  title: string
  /** What is read above it in place of `title`, which its page has said; empty for nothing. */
  head?: string | undefined
  description: string
  standalone?: boolean | undefined
  width?: number | undefined
}

type Cell = string | number | VNode
export type ChartTable = { columns: readonly { label: string; kind?: Column<unknown>['kind'] }[]; rows: readonly (readonly Cell[])[] }

type Props = ChartProps & {
  /** Whether the values of a vertical axis stand left of the drawing, which has room for them there. */
  hasValues?: boolean
  /** Of the drawing; where it goes by the lines that labels take, by the room for them. */
  height: number | ((canvas: Canvas) => number)
  legend?: readonly LegendItem[]
  table: ChartTable
  draw: (canvas: Canvas) => ComponentChildren
}

/**
 * A figure: caption, legend, the drawing as `role="img"` with title and description, and the same data as a table beneath. Where labels
 * need fewer lines on half a page than on a phone it is drawn for both, and the style sheet hides the one that is not for this width.
 */
export function Chart({
  title,
  head = title,
  description,
  standalone = false,
  width = 640,
  height,
  legend = [],
  hasValues = false,
  table,
  draw,
}: Props) {
  const beside = standalone && hasValues ? valuesWidth : 0
  const canvas = canvasOf(standalone, width - beside)
  const heightOf = (each: Canvas) => (typeof height === 'number' ? height : height(each))
  if (standalone) {
    const top = legendHeight(legend, width)
    return (
      <svg
        xmlns="http://www.w3.org/2000/svg"
        role="img"
        width={width}
        height={heightOf(canvas) + top}
        viewBox={`0 0 ${width} ${heightOf(canvas) + top}`}
        font-family="Noto Sans, Liberation Sans, Arial, sans-serif"
        font-size="13"
      >
        <title>{title}</title>
        <desc>{description}</desc>
        <Legend items={legend} canvas={canvasOf(true, width)} />
        <g transform={`translate(${beside} ${top})`}>{draw(canvas)}</g>
      </svg>
    )
  }
  const roomy = canvasOf(false, width, rooms.page)
  const wide = heightOf(roomy) < heightOf(canvas) ? roomy : null
  return (
    <figure class="chart">
      <figcaption>
        {head ? <b>{head}</b> : null}
        <span>{description}</span>
      </figcaption>
      <Legend items={legend} canvas={canvas} />
      {(wide ? [canvas, wide] : [canvas]).map(each => (
        <svg
          role="img"
          {...(wide ? { class: each === wide ? 'is-wide' : 'is-narrow' } : hasValues ? { class: 'has-values' } : {})}
          width="100%"
          height={heightOf(each)}
          font-size="13"
        >
          <title>{title}</title>
          <desc>{description}</desc>
          {draw(each)}
        </svg>
      ))}
      <DataTable title={title} table={table} />
    </figure>
  )
}

/** What `.has-values` of the style sheet leaves beside a drawing, in pixels. */
const valuesWidth = 32

/** Charts side by side where there is room for two. */
export const Charts = ({ children }: { children: ComponentChildren }) => <div class="charts">{children}</div>

/** The chart's data in words and figures, folded away until asked for. */
export function DataTable({ title, table }: { title: string; table: ChartTable }) {
  const w = useWords(words)
  return (
    <details class="chart-data">
      <summary>{w.asTable}</summary>
      <Table
        caption={`${w.chartData}: ${title}`}
        quiet
        columns={table.columns.map(({ label, kind }, index) => ({
          key: label,
          label,
          kind: index === 0 ? ('main' as const) : kind,
          value: (row: readonly Cell[]) => row[index],
        }))}
        rows={table.rows}
      />
    </details>
  )
}
