import { formatNumber } from '../platform/i18n/format.ts'
import { type NavigationItem, threads } from './frame.ts'
import { Icon } from './ui/icon.tsx'
import { useViewer, useWords } from './viewer.ts'
import { words } from './words.ts'

/** More lines than this, and those of the last thread are folded unless one of them is where the person is. */
const mostOpen = 8

/** The left list by thread. On a phone it is a popover that a button opens, without any script. */
export function Navigation({ items, path }: { items: readonly NavigationItem[]; path: string }) {
  const w = useWords(words)
  const isHelp = /^\/bantuan\b/.test(path)
  const groups = Map.groupBy(items, ({ thread }) => thread ?? 'home')
  return (
    <nav class="side" id="menu" popover="auto" aria-label={w.mainNavigation}>
      <button class="icon-button" type="button" popovertarget="menu" popovertargetaction="hide" aria-label={w.close}>
        <Icon name="close" />
      </button>
      {threads.map(thread => {
        const lines = groups.get(thread)
        if (!lines) return null
        const label = thread === 'home' ? null : w.threads[thread]
        if (thread === 'manage' && items.length > mostOpen)
          return (
            <details open={lines.some(({ current }) => current)}>
              <summary>{label}</summary>
              <Lines items={lines} />
            </details>
          )
        return (
          <>
            {label ? <p>{label}</p> : null}
            <Lines items={lines} />
          </>
        )
      })}
      <Lines items={[{ href: '/bantuan', label: w.help, current: isHelp }]} />
    </nav>
  )
}

function Lines({ items }: { items: readonly NavigationItem[] }) {
  const { locale } = useViewer()
  return (
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
  )
}
