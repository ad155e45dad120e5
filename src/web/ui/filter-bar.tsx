import type { ComponentChildren } from 'preact'
import { useScript } from '../needs.ts'
import { useWords } from '../viewer.ts'
import { words } from '../words.ts'
import { FormContext, type Values } from './form-state.ts'
import { Icon } from './icon.tsx'
import { withQuery } from './url.ts'

/** One filter in use: what it says, and which parameters to take away to be rid of it. */
export type ActiveFilter = { label: string; parameters: readonly string[] }

type FilterBarProps = {
  /** Address of this page with its query. */
  url: string
  values: Values
  active: readonly ActiveFilter[]
  /** The search box in front, named `q`; say what it looks through. */
  search?: string | undefined
  /** Parameters to carry along unseen, such as `urut`. */
  hidden?: Readonly<Record<string, string | undefined>> | undefined
  /** Fields of the form (all `optional`); they wait behind "Saring" until one of them is in use. */
  children?: ComponentChildren
}

/** A GET form over a list, so that what is filtered stands in the address; each filter in use can be taken away by itself. */
export function FilterBar({ url, values, active, search, hidden = {}, children }: FilterBarProps) {
  const w = useWords(words)
  useScript('plain-address')
  const path = url.split('?')[0]!
  const inPanel = active.filter(({ parameters }) => parameters.some(name => name !== 'q'))
  return (
    <FormContext.Provide value={{ id: 'saring', values, errors: {}, choose: w.all }}>
      <plain-address>
        <form class="filters" action={path} novalidate>
          {Object.entries(hidden).map(([name, value]) => (value ? <input type="hidden" name={name} value={value} /> : null))}
          {search ? (
            <div class="filter-search">
              <input type="search" name="q" value={String(values.q ?? '')} aria-label={search} placeholder={search} />
              <button class="button secondary">
                <Icon name="search" />
                {w.search}
              </button>
            </div>
          ) : null}
          {children ? (
            <details open={!search || inPanel.length > 0}>
              <summary class="button quiet">
                <Icon name="filter" />
                {w.filter}
                {inPanel.length ? ` (${inPanel.length})` : ''}
              </summary>
              <div class="filter-fields">
                {children}
                <button class="button secondary">{w.apply}</button>
              </div>
            </details>
          ) : null}
        </form>
      </plain-address>
      {active.length ? <Active url={url} active={active} /> : null}
    </FormContext.Provide>
  )
}

function Active({ url, active }: { url: string; active: readonly ActiveFilter[] }) {
  const w = useWords(words)
  const without = (filters: readonly ActiveFilter[]) =>
    withQuery(url, {
      halaman: null,
      sesudah: null,
      sebelum: null,
      ...Object.fromEntries(filters.flatMap(filter => filter.parameters.map(name => [name, null]))),
    })
  return (
    <ul class="filter-active" aria-label={w.activeFilters}>
      {active.map(filter => (
        <li>
          <a href={without([filter])} aria-label={w.removeFilter({ label: filter.label })}>
            {filter.label}
            <Icon name="close" />
          </a>
        </li>
      ))}
      {active.length > 1 ? (
        <li>
          <a href={without(active)}>{w.clearFilters}</a>
        </li>
      ) : null}
    </ul>
  )
}
