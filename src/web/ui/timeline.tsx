import type { ComponentChildren } from 'preact'
import { formatDay, formatTime } from '../../platform/i18n/format.ts'
import { useViewer } from '../viewer.ts'
import type { Tone } from './badge.tsx'
import { gap } from './gap.ts'

/** Something that happened or will: `at` is an instant, `on` a day (`yyyy-mm-dd`). */
export type Happening = {
  at?: Date | string | undefined
  on?: string | undefined
  title: ComponentChildren
  tone?: Tone | undefined
  by?: string | undefined
  children?: ComponentChildren
}

/** What happened in order, each with its time, who did it, and what they wrote. */
export const Timeline = ({ label, items }: { label: string; items: readonly Happening[] }) => (
  <ol class="timeline" aria-label={label}>
    {items.map(item => (
      <li class={item.tone ?? 'neutral'}>
        <p>
          <b>{item.title}</b>
        </p>
        <p class="hint">
          <When at={item.at} on={item.on} />
          {item.by ? `${gap}${item.by}` : ''}
        </p>
        {item.children}
      </li>
    ))}
  </ol>
)

/** A time in the viewer's zone, or a day, in words and for machines. */
export function When({ at, on, short }: { at?: Date | string | undefined; on?: string | undefined; short?: boolean | undefined }) {
  const { locale, zone } = useViewer()
  const length = short ? 'short' : 'long'
  if (at) return <time datetime={new Date(at).toISOString()}>{formatTime(locale, at, zone, length)}</time>
  return on ? <time datetime={on}>{formatDay(locale, on, length)}</time> : null
}
