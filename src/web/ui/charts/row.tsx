import type { ComponentChildren } from 'preact'
import type { Canvas } from './paint.ts'
import { widthOf, wrap } from './text.ts'

/** What a phone of 320 px can hold, and a document can at its width. */
const perLine = (of: { standalone?: boolean | undefined; width?: number | undefined }) =>
  of.standalone ? Math.floor((of.width ?? 640) / widthOf('x', 13)) : 40

export const labelLines = (text: string, of: { standalone?: boolean | undefined; width?: number | undefined }): string[] =>
  wrap(text, perLine(of))

/** The height that a row's label takes above its bar: one or two lines of 17 and a gap. */
export const labelHeight = (text: string, of: { standalone?: boolean | undefined; width?: number | undefined }): number =>
  labelLines(text, of).length * 17 + 4

type RowProps = { text: string; y: number; canvas: Canvas; children?: ComponentChildren }

/**
 * A row that begins at `y`: its label on lines of its own, so that it needs no column and no cutting on a phone, and below it what it
 * shows, drawn from 0 again, since rows that are written alike weigh little on the way. On a page, lines behind a label keep clear of its
 * letters; not in a document, where typesetters draw that edge letter by letter over the one before.
 */
export const Row = ({ text, y, canvas, children }: RowProps) => (
  <g transform={`translate(0 ${y})`}>
    <Label text={text} canvas={canvas} />
    <g transform={`translate(0 ${labelHeight(text, canvas)})`}>{children}</g>
  </g>
)

const Label = ({ text, canvas }: { text: string; canvas: Canvas }) => (
  <text {...(canvas.standalone ? {} : halo)} {...canvas.paint(canvas.standalone ? { fill: 'ink' } : { fill: 'ink', stroke: 'surface' })}>
    {labelLines(text, canvas).map((line, index, { length }) => (
      <tspan x="0" y={13 + index * 17}>
        {index < length - 1 ? `${line} ` : line}
      </tspan>
    ))}
  </text>
)

const halo = { 'paint-order': 'stroke', 'stroke-width': 4 }
