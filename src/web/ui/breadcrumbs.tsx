import { useWords } from '../viewer.ts'
import { words } from '../words.ts'

export type Crumb = { href?: string | undefined; label: string }

/** The way down to this page, by office or thread; the last one is the page itself and needs no `href`. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const w = useWords(words)
  if (crumbs.length === 0) return null
  return (
    <nav class="crumbs" aria-label={w.breadcrumbs}>
      <ol>
        {crumbs.map(({ href, label }, index) => (
          <li>
            {href && index < crumbs.length - 1 ? (
              <a href={href}>{label}</a>
            ) : (
              <span aria-current={index === crumbs.length - 1 ? 'page' : undefined}>{label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
