import type { ComponentChildren } from 'preact'

export type Definition = { term: string; value: ComponentChildren }

/** What is known of one thing, line by line; what is not known (`undefined`, `null`, `''`) is left out unless `all`, then it shows "–". */
export const Definitions = ({ items, all }: { items: readonly Definition[]; all?: boolean | undefined }) => (
  <dl class="definitions">
    {items
      .filter(({ value }) => all || !isEmpty(value))
      .map(({ term, value }) => (
        <div>
          <dt>{term}</dt>
          <dd>{isEmpty(value) ? '–' : value}</dd>
        </div>
      ))}
  </dl>
)

const isEmpty = (value: ComponentChildren) => value === undefined || value === null || value === '' || value === false
