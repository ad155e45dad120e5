import { formatDay } from '../../platform/i18n/format.ts'
import { daysBetween } from '../../platform/values/clock.ts'
import { useViewer, useWords } from '../viewer.ts'
import { words } from '../words.ts'

/** `from` and `to` are days (`yyyy-mm-dd`); `marks` are days between them on which something happens, such as a reminder. */
type TermLineProps = { from: string; to: string; marks?: readonly string[]; label: string; tone?: 'warning' | 'danger' | undefined }

/** A span of time as a line: what has passed of it, today, and what is marked on it. The words beside it say the same. */
export function TermLine({ from, to, marks = [], label, tone }: TermLineProps) {
  const w = useWords(words)
  const { locale, today } = useViewer()
  const whole = Math.max(1, daysBetween(from, to))
  const at = (day: string) => Math.round((1000 * Math.min(whole, Math.max(0, daysBetween(from, day)))) / whole) / 10
  const now = at(today)
  return (
    <div class={`term ${tone ?? ''}`}>
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" height="12" role="img" aria-label={label}>
        <rect class="term-whole" width="100" height="4" rx="0.5" />
        <rect class="term-past" width={now} height="4" rx="0.5" />
        {marks.map(day => (
          <rect class="term-mark" x={Math.max(0, at(day) - 0.2)} width="0.4" height="4" />
        ))}
        {now > 0 && now < 100 ? <rect class="term-now" x={now - 0.3} y="-1" width="0.6" height="6" /> : null}
      </svg>
      <p>
        <time datetime={from}>{formatDay(locale, from, 'short')}</time>
        <span>{now > 0 && now < 100 ? w.today : ''}</span>
        <time datetime={to}>{formatDay(locale, to, 'short')}</time>
      </p>
    </div>
  )
}
