import { formatDay } from '../../platform/i18n/format.ts'
import { daysBetween } from '../../platform/values/clock.ts'
import { useViewer, useWords } from '../viewer.ts'
import { words } from '../words.ts'
import { anchor } from './charts/day-axis.tsx'

/** `from` and `to` are days (`yyyy-mm-dd`); `marks` are days between them on which something happens, such as a reminder. */
type TermLineProps = { from: string; to: string; marks?: readonly string[]; label: string; tone?: 'warning' | 'danger' | undefined }

/** A span of time as a line: what has passed of it, today, and what is marked on it. The words beside it say the same. */
export function TermLine({ from, to, marks = [], label, tone }: TermLineProps) {
  const w = useWords(words)
  const { locale, today } = useViewer()
  const whole = Math.max(1, daysBetween(from, to))
  const at = (day: string) => Math.round((1000 * Math.min(whole, Math.max(0, daysBetween(from, day)))) / whole) / 10
  const now = at(today)
  const running = now > 0 && now < 100
  // The word stands above the bar, so that it is at its day and never over the first and the last.
  const top = running ? 20 : 0
  return (
    <div class={`term ${tone ?? ''}`}>
      <svg height={top + 12} role="img" aria-label={running ? `${label}. ${w.today}: ${formatDay(locale, today, 'short')}` : label}>
        <rect class="term-whole" y={top} width="100%" height="12" rx="2" />
        <rect class="term-past" y={top} width={`${now}%`} height="12" rx="2" />
        {marks.map(day => (
          <rect class="term-mark" x={`${Math.max(0, at(day) - 0.2)}%`} y={top} width="2" height="12" />
        ))}
        {running ? (
          <>
            <text x={`${now}%`} y="13" text-anchor={anchor(now / 100)}>
              {w.today}
            </text>
            <svg x={`${now}%`} overflow="visible">
              <rect class="term-now" x="-1.5" y={top - 3} width="3" height="18" />
            </svg>
          </>
        ) : null}
      </svg>
      <p>
        <time datetime={from}>{formatDay(locale, from, 'short')}</time>
        <time datetime={to}>{formatDay(locale, to, 'short')}</time>
      </p>
    </div>
  )
}
