import type { ComponentChildren } from 'preact'
import { useWords } from '../viewer.ts'
import { words } from '../words.ts'
import { Timeline } from './timeline.tsx'

/** One line of the record: who did what when, which fields changed from what to what, and the reason given. */
export type Revision = {
  at: Date | string
  by: string
  what: ComponentChildren
  /** What else is known of it, in small. */
  note?: string | undefined
  reason?: string | undefined
  changes?: readonly Change[] | undefined
}
export type Change = { field: string; before?: ComponentChildren; after?: ComponentChildren }

/** The history of one thing, latest first, with old and new values kept side by side. */
export function History({ label, revisions }: { label: string; revisions: readonly Revision[] }) {
  return (
    <Timeline
      label={label}
      items={revisions.map(({ at, by, what, note, reason, changes = [] }) => ({
        at,
        by,
        title: what,
        children: (
          <>
            {note ? <p class="hint">{note}</p> : null}
            {reason ? <blockquote>{reason}</blockquote> : null}
            <Changes changes={changes} />
          </>
        ),
      }))}
    />
  )
}

/** Which fields changed, from what to what. With `more` all but the first three wait behind its words. */
export function Changes({ changes, more }: { changes: readonly Change[]; more?: (given: { count: number }) => string }) {
  if (changes.length === 0) return null
  const first = more && changes.length > 4 ? changes.slice(0, 3) : changes
  const rest = changes.slice(first.length)
  return (
    <>
      <ChangeList changes={first} />
      {rest.length ? (
        <details>
          <summary>{more?.({ count: rest.length })}</summary>
          <ChangeList changes={rest} />
        </details>
      ) : null}
    </>
  )
}

function ChangeList({ changes }: { changes: readonly Change[] }) {
  const w = useWords(words)
  return (
    <dl class="changes">
      {changes.map(({ field, before, after }) => (
        <div>
          <dt>{field}</dt>
          <dd>
            {before === undefined ? null : (
              <>
                <del>
                  <span class="unseen">{w.before} </span>
                  {before}
                </del>{' '}
                <span aria-hidden="true">→</span>{' '}
              </>
            )}
            {after === undefined ? null : (
              <ins>
                <span class="unseen">{w.after} </span>
                {after}
              </ins>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
