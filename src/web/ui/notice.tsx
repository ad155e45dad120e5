import type { ComponentChildren } from 'preact'
import { useWords } from '../viewer.ts'
import { words } from '../words.ts'

export type NoticeKind = 'info' | 'success' | 'warning' | 'error'

/**
 * A message in the flow of the page: `<Notice kind="success">Evaluasi terkirim. …</Notice>`. Says its kind in words too; `title` replaces
 * that word.
 */
export function Notice({ kind, title, children }: { kind: NoticeKind; title?: string | undefined; children: ComponentChildren }) {
  const w = useWords(words)
  return (
    <div class={`notice ${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
      <b>{title ?? w.notices[kind]}</b>
      <div>{children}</div>
    </div>
  )
}
