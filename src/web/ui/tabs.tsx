export type Tab = { href: string; label: string; count?: number | string | undefined; current?: boolean | undefined }

/** The faces of one thing, each a page with an address of its own: `<Tabs label="Perjanjian" tabs={[{ href, label: 'Kewajiban', count: 7, current: true }]} />`. */
export const Tabs = ({ label, tabs }: { label: string; tabs: readonly Tab[] }) => (
  <nav class="tabs" aria-label={label}>
    <ul>
      {tabs.map(tab => (
        <li>
          <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
            {tab.label}
            {tab.count === undefined ? null : <span class="tab-count">{tab.count}</span>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
