import { formatNumber } from '../../platform/i18n/format.ts'
import { useViewer } from '../viewer.ts'

export type Tab = { href: string; label: string; count?: number | undefined; current?: boolean | undefined }

/**
 * The faces of one thing, each a page with an address of its own: `<Tabs label="Perjanjian" tabs={[{ href, label: 'Kewajiban', count: 7,
 * current: true }]} />`.
 */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const { locale } = useViewer()
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {tabs.map(tab => (
          <li>
            <a href={tab.href} data-count={tab.count} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.count === undefined ? null : <span class="tab-count">{formatNumber(locale, tab.count)}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
