import type { ComponentChildren } from 'preact'

/** Nothing here yet: what would stand here, why there is none, and the one thing to do about it. */
export const EmptyState = ({ title, children, action }: { title: string; children?: ComponentChildren; action?: ComponentChildren }) => (
  <div class="empty">
    <p>
      <b>{title}</b>
    </p>
    {children ? <p>{children}</p> : null}
    {action}
  </div>
)
