import type { ComponentChildren } from 'preact'
import type { Canvas } from './paint.ts'
import { mostWidthOf, wrap } from './text.ts'

/** What a label is set in: a share of the room, where something else stands beside. */
type Room = Pick<Canvas, 'room'> & { labels?: number | undefined }

/** A label is never cut but for what nobody would read. */
export const labelLines = (text: string, { room, labels = 1 }: Room): string[] =>
  wrap(text, room * labels, 6, line => mostWidthOf(line, 13))

/** The height that a row's label takes above its bar: its lines of 17 and a gap. */
export const labelHeight = (text: string, room: Room): number => labelLines(text, room).length * 17 + 4

type RowProps = { text: string; y: number; canvas: Canvas; labels?: number | undefined; children?: ComponentChildren }

/**
 * A row that begins at `y`: its label on lines of its own, so that it needs no column and no cutting on a phone, and below it what it
 * shows, drawn from 0 again, since rows that are written alike weigh little on the way. On a page, lines behind a label keep clear of its
 * letters; not in a document, where typesetters draw that edge letter by letter over the one before.
 */
export const Row = ({ text, y, canvas, labels, children }: RowProps) => {
  const height = labelHeight(text, { ...canvas, labels })
  return (
    <g transform={`translate(0 ${y + height})`}>
      <Label lines={labelLines(text, { ...canvas, labels })} top={13 - height} canvas={canvas} />
      {children}
    </g>
  )
}

const Label = ({ lines, top, canvas }: { lines: readonly string[]; top: number; canvas: Canvas }) => (
  <text {...(lines.length > 1 ? {} : { y: top })} {...haloed(canvas, 'ink')}>
    {lines.length > 1
      ? lines.map((line, index) => (
          <tspan x="0" y={top + index * 17}>
            {index < lines.length - 1 ? `${line} ` : line}
          </tspan>
        ))
      : lines[0]}
  </text>
)

/** The paint of a text that lines pass behind. */
export const haloed = ({ standalone, paint }: Canvas, fill: 'ink' | 'soft') =>
  standalone ? paint({ fill }) : { class: `${paint({ fill }).class} halo` }
