import { formatNumber } from '../../../platform/i18n/format.ts'
import { ButtonLink } from '../../../web/ui/button.tsx'
import { Pareto } from '../../../web/ui/charts/pareto.tsx'
import { SelectField } from '../../../web/ui/choice-field.tsx'
import { ComboField } from '../../../web/ui/combo-field.tsx'
import { Total } from '../../../web/ui/count.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { type ActiveFilter, FilterBar } from '../../../web/ui/filter-bar.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Pager } from '../../../web/ui/pager.tsx'
import { Stat, Stats } from '../../../web/ui/stat.tsx'
import { sortOf } from '../../../web/ui/table.tsx'
import { withQuery } from '../../../web/ui/url.ts'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { type Category, categories, type Finding, type FindingCounts, findingStatuses, kinds } from '../schema.ts'
import { words } from '../words.ts'
import { FindingTable } from './table.tsx'

/** `query` as it stands in the address; `office` is the name of the one that is filtered by. */
export type ListProps = {
  url: string
  query: Readonly<Record<string, string | undefined>>
  office?: string | undefined
  partner: Named | null
  agreement: Named | null
  cycle: Named | null
  total: number
  findings: readonly Finding[]
  counts: FindingCounts
  next: string | null
  previous: string | null
  mayAdd: boolean
}

type Named = { id: string; name: string }

export function FindingList({ url, query, office, findings, total, counts, next, previous, mayAdd, ...things }: ListProps) {
  const w = useWords(words)
  const named = (names: Readonly<Record<string, string>>, parameter: string): ActiveFilter[] => {
    const value = query[parameter]
    return value ? [{ label: names[value] ?? value, parameters: [parameter] }] : []
  }
  const among = (
    [
      ['siklus', 'cycle'],
      ['mitra', 'partner'],
      ['perjanjian', 'agreement'],
    ] as const
  ).flatMap(([parameter, thing]) =>
    query[parameter] ? [{ parameter, id: query[parameter], label: w[thing], name: things[thing]?.name ?? '…' }] : [],
  )
  const active: ActiveFilter[] = [
    ...(query.q ? [{ label: w.found({ words: query.q }), parameters: ['q'] }] : []),
    ...named(w.statuses, 'status'),
    ...named(w.kinds, 'jenis'),
    ...named({ ...w.categories, none: w.noCategory }, 'kategori'),
    ...among.map(({ parameter, label, name }) => ({ label: `${label}: ${name}`, parameters: [parameter] })),
    ...(office ? [{ label: w.withOffice({ name: office }), parameters: ['satker'] }] : []),
  ]
  const page = (cursor: Record<string, string | null>) => withQuery(url, { sesudah: null, sebelum: null, ...cursor })
  const from = (names: Readonly<Record<string, string>>, keys: readonly string[]) =>
    keys.map(value => ({ value, label: names[value] ?? value }))
  return (
    <>
      <PageHead title={w.findings} lead={w.lead}>
        {mayAdd ? (
          <ButtonLink href="/temuan/baru" kind="primary">
            {w.add}
          </ButtonLink>
        ) : null}
      </PageHead>
      <Stats>
        {query.jenis && query.jenis !== 'obstacle' ? null : (
          <Stat
            label={w.openObstacles}
            value={counts.openObstacles}
            of={counts.kinds.obstacle}
            unit={w.ofObstacles}
            href={page({ status: 'open', jenis: 'obstacle' })}
          />
        )}
        <Stat label={w.statuses.done} value={counts.statuses.done} of={counts.total} unit={w.ofFindings} href={page({ status: 'done' })} />
      </Stats>
      <FilterBar url={url} values={{ ...query }} active={active} search={w.search} hidden={{ urut: query.urut }}>
        <SelectField name="status" label={w.status} optional placeholder={w.all} options={from(w.statuses, findingStatuses)} />
        <SelectField name="jenis" label={w.kind} optional placeholder={w.all} options={from(w.kinds, kinds)} />
        <SelectField
          name="kategori"
          label={w.category}
          optional
          placeholder={w.all}
          options={from({ ...w.categories, none: w.noCategory }, [...categories, 'none'])}
        />
        <ComboField name="satker" label={w.office} optional source="/satuan-kerja/pilihan" valueLabel={office} />
        {among.map(({ parameter, id, label, name }) => (
          <SelectField name={parameter} label={label} optional placeholder={w.all} options={[{ value: id, label: name }]} />
        ))}
      </FilterBar>
      <p class="hint">
        <Total value={total}>{w.ofFindings}</Total>
      </p>
      <FindingTable
        caption={w.findings}
        findings={findings}
        url={url}
        sort={sortOf(query.urut ?? '-dibuat')}
        empty={<Empty filtered={active.length > 0} mayAdd={mayAdd} />}
      />
      <Pager previous={previous && page({ sebelum: previous })} next={next && page({ sesudah: next })} />
      {counts.total ? <ByCategory counts={counts} href={category => page({ kategori: category ?? 'none', status: null })} /> : null}
    </>
  )
}

type ByCategoryProps = { counts: FindingCounts; href: (category: Category | null) => string }

function ByCategory({ counts: { categories: some, total }, href }: ByCategoryProps) {
  const w = useWords(words)
  const { locale } = useViewer()
  const name = (category: Category | null) => (category ? w.categories[category] : w.noCategory)
  const [first] = some
  if (!first) return null
  const n = (value: number) => formatNumber(locale, value)
  return (
    <Pareto
      title={w.byCategory}
      description={w.byCategorySaid({ category: name(first.category), count: n(first.count), total: n(total) })}
      categories={w.category}
      unit={w.findings}
      bars={some.map(({ category, count }) => ({
        label: name(category),
        value: count,
        href: href(category),
        ...(category === null ? { last: true } : {}),
      }))}
    />
  )
}

function Empty({ filtered, mayAdd }: { filtered: boolean; mayAdd: boolean }) {
  const w = useWords(words)
  return filtered ? (
    <EmptyState title={w.emptyFound}>{w.emptyFoundHint}</EmptyState>
  ) : (
    <EmptyState title={w.empty}>{mayAdd ? w.emptyHint : w.emptyHintReading}</EmptyState>
  )
}
