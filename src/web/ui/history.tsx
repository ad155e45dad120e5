import type { ComponentChildren } from 'preact'
import { useWords } from '../viewer.ts'
import { words } from '../words.ts'
import { Timeline } from './timeline.tsx'

/** One line of the record: who did what when, which fields changed from what to what, and the reason given. */
export type Revision = {
  at: Date | string
  by: string
  what: ComponentChildren
  reason?: string | undefined
  changes?: readonly { field: string; before?: ComponentChildren; after?: ComponentChildren }[] | undefined
}

/** The history of one thing, latest first, with old and new values kept side by side. */
export function History({ label, revisions }: { label: string; revisions: readonly Revision[] }) {
  const w = useWords(words)
  return (
    <Timeline
      label={label}
      items={revisions.map(({ at, by, what, reason, changes = [] }) => ({
        at,
        by,
        title: what,
        children: (
          <>
            {reason ? <blockquote>{reason}</blockquote> : null}
            {changes.length ? (
              <dl class="changes">
                {changes.map(({ field, before, after }) => (
                  <div>
                    <dt>{field}</dt>
                    <dd>
                      {before === undefined ? null : (
                        <del>
                          <span class="unseen">{w.before} </span>
                          {before}
                        </del>
                      )}{' '}
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
            ) : null}
          </>
        ),
      }))}
    />
  )
}
