import type { ComponentChildren } from 'preact'
import { formatNumber } from '../../platform/i18n/format.ts'
import { useViewer, useWords } from '../viewer.ts'
import { words } from '../words.ts'

/**
 * A link that says a number leads to a list that says the same: `<CountLink href="/temuan?jenis=obstacle" count={100}>Kendala</CountLink>`.
 * Figures, tabs and charts make theirs of it; `test/demo-world.test.ts` follows each in the demo world and compares.
 */
export const CountLink = ({
  href,
  count,
  ...rest
}: {
  href: string
  count: number
  children: ComponentChildren
  'data-short'?: string | undefined
}) => <a href={href} data-count={count} {...rest} />

/** The way from some of the rows to all of them; nothing where all are shown. */
export function AllOf({ href, shown, total }: { href: string; shown: number; total: number }) {
  const w = useWords(words)
  const { locale } = useViewer()
  if (total <= shown) return null
  return (
    <p>
      <CountLink href={href} count={total}>
        {w.seeAll({ count: formatNumber(locale, total) })}
      </CountLink>
    </p>
  )
}

/** How many rows a list has in all, with what they are: `<Total value={124}>perjanjian</Total>`. */
export function Total({ value, more = false, children }: { value: number; more?: boolean | undefined; children: ComponentChildren }) {
  const { locale } = useViewer()
  return (
    <span data-total={value}>
      {formatNumber(locale, value)}
      {more ? '+' : ''} {children}
    </span>
  )
}
