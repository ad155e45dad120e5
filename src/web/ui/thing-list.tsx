import type { ComponentChildren } from 'preact'
import { unbroken } from './unbroken.tsx'

/**
 * One line: with whom or what (`head`, the link), what it is about, how it stands at the end of the line, and what may be done. `aside`
 * and `action` are left out where there is nothing to say.
 */
export type Thing = {
  href?: string | null
  /** How many the list has that `head` promises. */
  count?: number
  head: string
  about?: ComponentChildren
  aside?: ComponentChildren
  action?: ComponentChildren
  /** Overdue, or due within a week: the only thing that has the warm colour. */
  urgent?: boolean | undefined
}

/** Things as lines, where a table would have half its columns empty. `label` names the list for who does not see it. */
export const ThingList = ({ label, things, strong }: { label: string; things: readonly Thing[]; strong?: boolean }) =>
  things.length === 0 ? null : (
    <ul class={strong ? 'things strong' : 'things'} aria-label={label}>
      {things.map(({ href, count, head, about, aside, action, urgent }) => (
        <li class={urgent ? 'urgent' : undefined}>
          <p>
            {href ? (
              <a href={href} data-count={count}>
                {unbroken(head)}
              </a>
            ) : (
              <b>{unbroken(head)}</b>
            )}
            {about ? <small>{typeof about === 'string' ? unbroken(about) : about}</small> : null}
          </p>
          {aside ? <p class="thing-aside">{aside}</p> : null}
          {action}
        </li>
      ))}
    </ul>
  )
