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

/**
 * A row's label, on a line of its own, so that it needs no column and no cutting on a phone. On a page, lines behind it keep clear of its
 * letters; not in a document, where typesetters draw that edge letter by letter over the one before.
 */
export const Label = ({ text, y, canvas }: { text: string; y: number; canvas: Canvas }) => (
  <text
    y={y}
    {...(canvas.standalone ? {} : halo)}
    {...canvas.paint(canvas.standalone ? { fill: 'ink' } : { fill: 'ink', stroke: 'surface' })}
  >
    {labelLines(text, canvas).map((line, index) => (
      <tspan x="0" y={y + 13 + index * 17}>
        {line}
      </tspan>
    ))}
  </text>
)

const halo = { 'paint-order': 'stroke', 'stroke-width': 4 }
