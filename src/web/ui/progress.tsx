import type { ComponentChildren } from 'preact'
import { formatNumber } from '../../platform/i18n/format.ts'
import { useRefresh, useScript } from '../needs.ts'
import { useViewer, useWords } from '../viewer.ts'
import { words } from '../words.ts'

type ProgressProps = {
  label: string
  done: number
  /** Unknown yet: the bar only says that work goes on. */
  total?: number | undefined
  /** What it is doing now, one line: "Membaca baris 1.200". */
  now?: string | undefined
  /**
   * Where to ask how far it is: answers `{ done, total?, now?, state: 'waiting' | 'running' | 'done' | 'failed', href? }`, and the page
   * moves to `href` (or reloads) when it is over. With `stream`, `source` sends the same as server-sent events.
   */
  source?: string | undefined
  stream?: boolean | undefined
  /** A form that cancels it. */
  children?: ComponentChildren
}

/** How far something is that takes longer than a second. Survives a reload; without JavaScript the page asks again by itself. */
export function Progress({ label, done, total, now, source, stream, children }: ProgressProps) {
  if (!source) return <Bar label={label} done={done} total={total} now={now} />
  return (
    <LiveProgress source={source} stream={stream}>
      <Bar label={label} done={done} total={total} now={now} />
      {children}
    </LiveProgress>
  )
}

function LiveProgress({ source, stream, children }: { source: string; stream: boolean | undefined; children: ComponentChildren }) {
  useScript('live-progress')
  useRefresh(5)
  const w = useWords(words)
  return (
    <live-progress data-source={source} data-stream={stream ? '' : undefined} data-of={w.of({ part: '{part}', whole: '{whole}' })}>
      {children}
      <p class="hint">{w.progressHint}</p>
    </live-progress>
  )
}

function Bar({ label, done, total, now }: { label: string; done: number; total: number | undefined; now: string | undefined }) {
  const w = useWords(words)
  const { locale } = useViewer()
  return (
    <div class="progress">
      <p>
        <b>{label}</b>{' '}
        <span data-part="count">{total ? w.of({ part: formatNumber(locale, done), whole: formatNumber(locale, total) }) : ''}</span>
      </p>
      <progress aria-label={label} max={total || undefined} value={total ? done : undefined} />
      <p class="hint" data-part="now" role="status">
        {now}
      </p>
    </div>
  )
}
