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
  /** What it does one after the other, and which of it it is doing now. */
  phases?: readonly string[] | undefined
  phase?: number | undefined
  /** The long work that it shows: the bar moves with it, and the page moves to `href`, or reloads, when it is over. */
  run?: string | null | undefined
  href?: string | undefined
  /** One of several in a list: without the line that says that the page follows. */
  brief?: boolean | undefined
  /** A form that cancels it. */
  children?: ComponentChildren
}

/** How far something is that takes longer than a second. Survives a reload; without JavaScript the page asks again by itself. */
export function Progress({ label, done, total, phases = [], phase = 0, run, href, brief, children }: ProgressProps) {
  const bar = <Bar label={label} done={done} total={total} now={phases[phase]} />
  if (!run) return bar
  return (
    <LiveProgress run={run} href={href} phases={phases} brief={brief}>
      {bar}
      {children}
    </LiveProgress>
  )
}

type LiveProps = {
  run: string
  href: string | undefined
  phases: readonly string[]
  brief: boolean | undefined
  children: ComponentChildren
}
function LiveProgress({ run, href, phases, brief, children }: LiveProps) {
  useScript('live-part')
  useRefresh(5)
  const w = useWords(words)
  return (
    <live-part
      data-topic={`run:${run}`}
      data-as="progress"
      data-href={href}
      data-phases={phases.length ? JSON.stringify(phases) : undefined}
      data-of={w.of({ part: '{part}', whole: '{whole}' })}
    >
      {children}
      {brief ? null : <p class="hint">{w.progressHint}</p>}
    </live-part>
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
