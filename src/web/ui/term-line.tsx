import { formatDay } from '../../platform/i18n/format.ts'
import { daysBetween } from '../../platform/values/clock.ts'
import { useViewer, useWords } from '../viewer.ts'
import { words } from '../words.ts'
import { anchor } from './charts/day-axis.tsx'

/** `from` and `to` are days (`yyyy-mm-dd`); `mark` is a day between them from which on something is so, with the words that say what. */
type TermLineProps = {
  from: string
  to: string
  mark?: { day: string; label: string } | undefined
  label: string
  tone?: 'warning' | 'danger' | undefined
}

/** A span of time as a line: what has passed of it, today, and a day that is marked on it and told below. The words beside it say the same. */
export function TermLine({ from, to, mark, label, tone }: TermLineProps) {
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
      <svg height={top + 16} role="img" aria-label={running ? `${label}. ${w.today}: ${formatDay(locale, today, 'short')}` : label}>
        <rect class="term-whole" y={top} width="100%" height="12" rx="2" />
        <rect class="term-past" y={top} width={`${now}%`} height="12" rx="2" />
        {mark ? (
          <svg x={`${at(mark.day)}%`} y={top} overflow="visible">
            <path class="term-mark" d={tick} />
          </svg>
        ) : null}
        {running ? (
          <>
            <text x={`${now}%`} dx={{ start: -over, middle: 0, end: over }[anchor(now / 100)]} y="13" text-anchor={anchor(now / 100)}>
              {w.today}
            </text>
            <svg x={`${now}%`} overflow="visible">
              <path class="term-now" d={`M-5 ${top - 4}H5L1.5 ${top}V${top + 14}h-3V${top}z`} />
            </svg>
          </>
        ) : null}
      </svg>
      <p>
        <time datetime={from}>{formatDay(locale, from, 'short')}</time>
        <time datetime={to}>{formatDay(locale, to, 'short')}</time>
      </p>
      {mark ? (
        <p class="term-key">
          <svg width="10" height="16" aria-hidden="true">
            <path class="term-mark" transform="translate(5 0)" d={tick} />
          </svg>
          {mark.label}
        </p>
      ) : null}
    </div>
  )
}

/** Near an end the word for today turns inward, but so far over its day that it stands above its mark. */
const over = 14

/** The marked day: a line through the bar that ends in a foot below it. */
const tick = 'M-1 0h2v11h3v4h-8v-4h3z'
