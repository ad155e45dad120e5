import type { ComponentChildren } from 'preact'
import { PagerAbove, type Turning } from './pager.tsx'

/** How many rows there are and which of them these are, and beside it the downloads of exactly what is filtered: the line above a list. */
export const Found = ({
  total,
  children,
  exports,
  turning,
}: {
  total?: number | undefined
  children: ComponentChildren
  exports?: ComponentChildren
  turning?: Turning | undefined
}) => (
  <div class="list-head">
    <p class="hint" data-total={total}>
      {children}
    </p>
    {turning ? <PagerAbove {...turning} /> : null}
    {exports}
  </div>
)
