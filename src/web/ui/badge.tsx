import type { ComponentChildren } from 'preact'
import { useWords } from '../viewer.ts'
import { words } from '../words.ts'

/** What a status means at a glance; each tone has a shape of its own, so that it is told without colour. */
export type Tone = 'neutral' | 'info' | 'good' | 'warning' | 'danger' | 'muted'

/**
 * A status: shape and words, `<Status tone="warning">Segera berakhir</Status>`. neutral ○, info ◐, good ●, warning ▲, danger ◆, muted –.
 * On the page of the thing itself `explained` is where it says what it means.
 */
export const Status = ({ tone, children, explained }: { tone: Tone; children: ComponentChildren; explained?: string | undefined }) =>
  explained ? (
    <a class={`status ${tone}`} href={explained}>
      {children}
      <span class="unseen"> ({useWords(words).whatItMeans})</span>
    </a>
  ) : (
    <span class={`status ${tone}`}>{children}</span>
  )

/** A small quiet label: a kind, a code, a count. `<Badge>PKS</Badge>` */
export const Badge = ({ children }: { children: ComponentChildren }) => <span class="badge">{children}</span>
