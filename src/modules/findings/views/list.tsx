import type { ComponentChildren } from 'preact'
import { formatNumber } from '../../../platform/i18n/format.ts'
import { formats } from '../../../platform/spreadsheets/formats.ts'
import { firstLine } from '../../../platform/values/cut.ts'
import { Exports } from '../../../web/list/exports.tsx'
import { FilterBar, isFiltered } from '../../../web/list/filter-bar.tsx'
import { Found } from '../../../web/list/found.tsx'
import { everything, type ListQuery } from '../../../web/list/list.ts'
import { NothingFound, Similar } from '../../../web/list/nothing-found.tsx'
import { Pager } from '../../../web/list/pager.tsx'
import { firstPage } from '../../../web/list/read.ts'
import { type BulkChoice, forSeveral, Selection } from '../../../web/list/selection.tsx'
import { ButtonLink } from '../../../web/ui/button.tsx'
import { Pareto } from '../../../web/ui/charts/pareto.tsx'
import { CountLink, Total } from '../../../web/ui/count.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { gap } from '../../../web/ui/gap.ts'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Stat, Stats } from '../../../web/ui/stat.tsx'
import { Tabs } from '../../../web/ui/tabs.tsx'
import { withQuery } from '../../../web/ui/url.ts'
import { useViewer, useWords } from '../../../web/viewer.ts'
import type { Category, Finding, FindingCounts, FindingGroup } from '../schema.ts'
import { words } from '../words.ts'
import { GroupTable } from './groups.tsx'
import { findingList } from './listing.ts'
import { FindingTable } from './table.tsx'

type Named = { id: string; name: string } | null
type Listed = {
  asked: ListQuery
  office: Named
  partner: Named
  agreement: Named
  cycle: Named
  sentence: Named
  total: number
  next: string | null
  previous: string | null
  mayAdd: boolean
  bulk: readonly BulkChoice[]
}
export type ListProps = Listed & { similar: boolean; findings: readonly Finding[]; counts: FindingCounts }

export function FindingList({ findings, counts, similar, ...listed }: ListProps) {
  const w = useWords(words)
  const { asked, total, mayAdd } = listed
  const bulk = similar ? [] : forSeveral(listed.bulk, total)
  const { url, values } = asked
  const turning = { url, previous: listed.previous, next: listed.next, total }
  const page = (changes: Record<string, string | null>) => withQuery(url, { ...firstPage, ...changes })
  const toDo = counts.statuses.open + counts.statuses.underway + counts.statuses.done
  const ofOneStatus = values.status !== undefined && values.status !== everything
  return (
    <>
      <Head mayAdd={mayAdd} />
      <Stats low>
        {(['open', 'underway', 'done'] as const).map(status => (
          <Stat
            label={w.statuses[status]}
            short={w.short[status]}
            value={counts.statuses[status]}
            of={toDo}
            unit={w.ofProblems}
            href={page({ status })}
          />
        ))}
      </Stats>
      <Filters {...listed} />
      {similar ? <Similar words={asked.values.q} /> : null}
      <Found
        turning={turning}
        exports={total && !similar ? <Exports asks={asked.asks} path="/api/v1/findings/export" formats={formats} /> : null}
      >
        <Total value={total}>{w.ofFindings({ count: total })}</Total>
        {ofOneStatus && counts.total ? (
          <>
            {gap}
            <CountLink href={page({ status: everything })} count={counts.total}>
              {w.allOf({ count: counts.total })}
            </CountLink>
          </>
        ) : null}
        {values.status !== 'dismissed' && counts.statuses.dismissed ? (
          <>
            {gap}
            <CountLink href={page({ status: 'dismissed' })} count={counts.statuses.dismissed}>
              {w.dismissedOf({ count: counts.statuses.dismissed })}
            </CountLink>
          </>
        ) : null}
      </Found>
      <Selection choices={bulk} asked={asked} total={total}>
        <FindingTable
          caption={w.findings}
          findings={findings}
          url={url}
          sort={asked.sort}
          alike={ofOneStatus}
          bulk={bulk}
          empty={<Empty asked={asked} some={counts.total > 0} mayAdd={mayAdd} />}
        />
      </Selection>
      <Pager {...turning} sizes />
      {total ? (
        <ByCategory
          total={total}
          counts={counts}
          href={category => page({ kategori: category ?? 'none', status: values.status ?? everything })}
        />
      ) : null}
    </>
  )
}

/** The same list by what is said: `?tampil=kelompok`. */
export function GroupList({ groups, ...listed }: Listed & { groups: readonly FindingGroup[] }) {
  const w = useWords(words)
  const { asked, total, next, previous, mayAdd, bulk } = listed
  const turning = { url: asked.url, previous, next, total }
  return (
    <>
      <Head mayAdd={mayAdd} />
      <Filters {...listed} />
      <Found
        turning={turning}
        exports={total ? <Exports asks={asked.asks} path="/api/v1/findings/groups/export" formats={formats} /> : null}
      >
        <Total value={total}>{w.ofGroups({ count: total })}</Total>
      </Found>
      <GroupTable groups={groups} asked={asked} bulk={bulk} empty={<Empty asked={asked} some mayAdd={mayAdd} />} />
      <Pager {...turning} sizes />
    </>
  )
}

function Head({ mayAdd }: Pick<Listed, 'mayAdd'>) {
  const w = useWords(words)
  return (
    <PageHead title={w.findings} lead={w.lead}>
      {mayAdd ? (
        <ButtonLink href="/temuan/baru" kind="primary">
          {w.add}
        </ButtonLink>
      ) : null}
    </PageHead>
  )
}

function Filters({ asked, office, partner, agreement, cycle, sentence }: Listed) {
  const w = useWords(words)
  const grouped = asked.values.tampil === 'kelompok'
  const face = (tampil: string | null) => withQuery(asked.url, { ...firstPage, tampil, ...(tampil ? { urut: null } : {}) })
  return (
    <>
      <Tabs
        label={w.tabs}
        tabs={[
          { href: face(null), label: w.each, current: !grouped },
          { href: face('kelompok'), label: w.groups, current: grouped },
        ]}
      />
      <FilterBar
        list={findingList}
        asked={asked}
        names={{
          satker: office?.name,
          siklus: cycle?.name,
          mitra: partner?.name,
          perjanjian: agreement?.name,
          kalimat: sentence && firstLine(sentence.name, 80),
        }}
      />
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
    <details>
      <summary>{w.byCategoryOf({ category: name(first.category), count: n(first.count) })}</summary>
      <Pareto
        title={w.byCategory}
        description={w.byCategorySaid({ category: name(first.category), count: first.count, total })}
        categories={w.category}
        unit={w.findings}
        bars={some.map(({ category, count }) => ({
          label: name(category),
          value: count,
          href: href(category),
          ...(category === null ? { last: true } : {}),
        }))}
      />
    </details>
  )
}

/** `some`: there are findings, none of which is left by what the list asks for. */
type EmptyProps = { asked: ListQuery; some: boolean; mayAdd: boolean }

function Empty({ asked, some, mayAdd }: EmptyProps): ComponentChildren {
  const w = useWords(words)
  if (isFiltered(findingList, asked))
    return (
      <NothingFound list={findingList} asked={asked} title={w.emptyFound}>
        {w.emptyFoundHint}
      </NothingFound>
    )
  return some ? <EmptyState title={w.emptyOpen} /> : <EmptyState title={w.empty}>{mayAdd ? w.emptyHint : w.emptyHintReading}</EmptyState>
}
