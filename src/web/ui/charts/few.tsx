import { CountLink } from '../count.tsx'

/** Fewer things than this are told in words: every bar of them would be as long as the longest, and say nothing. */
export const fewest = 3

/** Whether bars of these lengths would compare nothing: there are too few things, or none has more than one. */
export const tooFewToDraw = (values: readonly number[]): boolean =>
  values.length > 0 && (values.reduce((sum, value) => sum + value, 0) < fewest || values.every(value => value <= 1))

type FewProps = {
  title: string
  description: string
  rows: readonly { label: string; said: string; count: number; href?: string | undefined }[]
}

/** What a chart would show, in a line for each thing that it counts, under the same head. */
export const Few = ({ title, description, rows }: FewProps) => (
  <figure class="chart">
    <figcaption>
      <b>{title}</b>
      <span>{description}</span>
    </figcaption>
    <ul>
      {rows.map(({ label, said, count, href }) => (
        <li>
          {href ? (
            <CountLink href={href} count={count}>
              {label}
            </CountLink>
          ) : (
            label
          )}
          : <b>{said}</b>
        </li>
      ))}
    </ul>
  </figure>
)
