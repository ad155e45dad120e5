import type { ComponentChildren } from 'preact'

/** What a status means at a glance; each tone has a shape of its own, so that it is told without colour. */
export type Tone = 'neutral' | 'info' | 'good' | 'warning' | 'danger' | 'muted'

/**
 * A status: shape and words, `<Status tone="warning">Segera berakhir</Status>`. neutral ○, info ◐, good ●, warning ▲, danger ◆, muted –.
 */
export const Status = ({ tone, children }: { tone: Tone; children: ComponentChildren }) => <span class={`status ${tone}`}>{children}</span>

/** A small quiet label: a kind, a code, a count. `<Badge>PKS</Badge>` */
export const Badge = ({ children }: { children: ComponentChildren }) => <span class="badge">{children}</span>
