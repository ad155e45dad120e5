import { useWords } from '../viewer.ts'
import { words } from '../words.ts'

export type Crumb = { href?: string | undefined; label: string }

/**
 * The way down to this page, by office or thread; the last one is the page itself and needs no `href`. A page without anything above it has
 * no way, and long titles are cut, since the heading below says them in full.
 */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const w = useWords(words)
  if (crumbs.length < 2) return null
  return (
    <nav class="crumbs" aria-label={w.breadcrumbs}>
      <ol>
        {crumbs.map(({ href, label }, index) => (
          <li>
            {href && index < crumbs.length - 1 ? (
              <a href={href}>{short(label)}</a>
            ) : (
              <span aria-current={index === crumbs.length - 1 ? 'page' : undefined}>{short(label)}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** At most so many letters, ending with a whole word. */
const most = 60
const short = (label: string): string =>
  label.length <= most
    ? label
    : `${label
        .slice(0, most)
        .replace(/\s+\S*$/, '')
        .replace(/[\s,;:–-]+$/, '')}…`
