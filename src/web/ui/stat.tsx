import type { ComponentChildren } from 'preact'
import { formatNumber } from '../../platform/i18n/format.ts'
import { useViewer, useWords } from '../viewer.ts'
import { words } from '../words.ts'
import { CountLink } from './count.tsx'
import { Icon } from './icon.tsx'

export type StatProps = {
  label: string
  /** A word or two in its place, where a phone has all of them in one line. */
  short?: string | undefined
  value: number | string
  /** The whole that `value` is a part of, and what both count: `value={312} of={553} unit={w.ofForms}`; draws a thin bar. */
  of?: number | undefined
  /** A message that counts is said of the whole: "of 1 form", "of 2 forms". */
  unit?: string | ((of: { count: number }) => string) | undefined
  /** The difference to before, with its words: `{ by: 12, since: 'minggu lalu' }`. `good` says which direction is welcome. */
  change?: { by: number; since: string; good?: 'up' | 'down' | undefined } | undefined
  /** The list that this number counts; only numbers have one. */
  href?: string | undefined
  digits?: number | undefined
  children?: ComponentChildren
}

/** A number that matters, large, with its denominator and its change. */
export function Stat({ label, short, value, of, unit, change, href, digits = 0, children }: StatProps) {
  const w = useWords(words)
  const { locale } = useViewer()
  const n = (number: number) => formatNumber(locale, number, digits)
  const said = typeof value === 'number' ? n(value) : value
  const counted = typeof unit === 'function' ? unit({ count: of ?? Number(value) }) : unit
  return (
    <div class="stat">
      <p class="stat-label">
        {href && typeof value === 'number' ? (
          <CountLink href={href} count={value} data-short={short}>
            {label}
          </CountLink>
        ) : (
          label
        )}
      </p>
      <p class="stat-value">
        <b>{said}</b>{' '}
        {of === undefined ? counted : <span>{`${w.of({ part: '', whole: n(of) }).trim()}${counted ? ` ${counted}` : ''}`}</span>}
      </p>
      {of !== undefined && typeof value === 'number' ? <meter class="stat-bar" value={value} max={of || 1} aria-hidden="true" /> : null}
      {change ? <Change {...change} text={n(Math.abs(change.by))} /> : null}
      {children}
    </div>
  )
}

/** Some numbers side by side; a table follows them, not more of them. `low`: all in one line, above a list. */
export const Stats = ({ children, low }: { children: ComponentChildren; low?: boolean }) => (
  <div class={low ? 'stats is-low' : 'stats'}>{children}</div>
)

function Change({ by, since, good, text }: { by: number; since: string; good?: 'up' | 'down' | undefined; text: string }) {
  const w = useWords(words)
  const way = by > 0 ? 'up' : by < 0 ? 'down' : 'same'
  const tone = !good || way === 'same' ? '' : way === good ? 'better' : 'worse'
  return (
    <p class={`stat-change ${tone}`}>
      <Icon name={way} />
      {way === 'same' ? w.change.same : `${w.change[way]} ${text}`} {since}
    </p>
  )
}
