import { formatNumber } from '../platform/i18n/format.ts'
import type { NavigationItem } from './frame.ts'
import { Icon } from './ui/icon.tsx'
import { useViewer, useWords } from './viewer.ts'
import { words } from './words.ts'

/** The short left list. On a phone it is a popover that the header's button opens, without any script. */
export function Navigation({ items }: { items: readonly NavigationItem[] }) {
  const w = useWords(words)
  const { locale } = useViewer()
  return (
    <nav class="side" id="menu" popover="auto" aria-label={w.mainNavigation}>
      <button class="icon-button" type="button" popovertarget="menu" popovertargetaction="hide" aria-label={w.close}>
        <Icon name="close" />
      </button>
      <ul>
        {items.map(({ href, label, count, current }) => (
          <li>
            <a href={href} aria-current={current ? 'page' : undefined}>
              {label}
              {count ? <span class="count">{formatNumber(locale, count)}</span> : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
