import type { ComponentChildren } from 'preact'

/** How many rows there are, and beside it the downloads of exactly these: the line above a list. */
export const Found = ({
  total,
  children,
  exports,
}: {
  total?: number | undefined
  children: ComponentChildren
  exports?: ComponentChildren
}) => (
  <div class="list-head">
    <p class="hint" data-total={total}>
      {children}
    </p>
    {exports}
  </div>
)
