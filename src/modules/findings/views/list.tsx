import { formatNumber } from '../../../platform/i18n/format.ts'
import { FilterBar, isFiltered } from '../../../web/list/filter-bar.tsx'
import { everything, type ListQuery } from '../../../web/list/list.ts'
import { Pager } from '../../../web/list/pager.tsx'
import { firstPage } from '../../../web/list/read.ts'
import { ButtonLink } from '../../../web/ui/button.tsx'
import { Pareto } from '../../../web/ui/charts/pareto.tsx'
import { CountLink, Total } from '../../../web/ui/count.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Stat, Stats } from '../../../web/ui/stat.tsx'
import { withQuery } from '../../../web/ui/url.ts'
import { useViewer, useWords } from '../../../web/viewer.ts'
import type { Category, Finding, FindingCounts } from '../schema.ts'
import { words } from '../words.ts'
import { findingList } from './listing.ts'
import { FindingTable } from './table.tsx'

export type ListProps = {
  asked: ListQuery
  office: Named | null
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

export function FindingList({ asked, office, partner, agreement, cycle, findings, total, counts, next, previous, mayAdd }: ListProps) {
  const w = useWords(words)
  const { url, values } = asked
  const page = (changes: Record<string, string | null>) => withQuery(url, { ...firstPage, ...changes })
  const toDo = counts.statuses.open + counts.statuses.underway + counts.statuses.done
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
        <Stat label={w.statuses.open} value={counts.statuses.open} of={toDo} unit={w.ofProblems} href={page({ status: 'open' })} />
        <Stat label={w.statuses.done} value={counts.statuses.done} of={toDo} unit={w.ofProblems} href={page({ status: 'done' })} />
      </Stats>
      <FilterBar
        list={findingList}
        asked={asked}
        names={{ satker: office?.name, siklus: cycle?.name, mitra: partner?.name, perjanjian: agreement?.name }}
      />
      <p class="hint">
        <Total value={total}>{w.ofFindings}</Total>
        {values.status && values.status !== everything ? (
          <>
            {' · '}
            <CountLink href={page({ status: everything })} count={counts.total}>
              {w.allOf({ count: counts.total })}
            </CountLink>
          </>
        ) : null}
      </p>
      <FindingTable
        caption={w.findings}
        findings={findings}
        url={url}
        sort={asked.sort}
        alike={values.status !== undefined && values.status !== everything}
        empty={<Empty filtered={counts.total > 0 || isFiltered(findingList, asked)} mayAdd={mayAdd} />}
      />
      <Pager url={url} previous={previous} next={next} />
      {total ? (
        <ByCategory
          total={total}
          counts={counts}
          href={category => page({ kategori: category ?? 'none', status: values.status ?? null })}
        />
      ) : null}
    </>
  )
}

type ByCategoryProps = { total: number; counts: FindingCounts; href: (category: Category | null) => string }

function ByCategory({ total, counts: { categories: some }, href }: ByCategoryProps) {
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
