import { formats } from '../../../platform/spreadsheets/formats.ts'
import { Exports } from '../../../web/list/exports.tsx'
import { FilterBar, isFiltered } from '../../../web/list/filter-bar.tsx'
import { Found } from '../../../web/list/found.tsx'
import type { ListQuery } from '../../../web/list/list.ts'
import { NothingFound, Similar } from '../../../web/list/nothing-found.tsx'
import { Pager } from '../../../web/list/pager.tsx'
import { firstPage } from '../../../web/list/read.ts'
import { type BulkChoice, forSeveral, Selection } from '../../../web/list/selection.tsx'
import { ButtonLink } from '../../../web/ui/button.tsx'
import { Total } from '../../../web/ui/count.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Stat, Stats } from '../../../web/ui/stat.tsx'
import { withQuery } from '../../../web/ui/url.ts'
import { useWords } from '../../../web/viewer.ts'
import type { FollowUp, FollowUpCounts } from '../schema.ts'
import { words } from '../words.ts'
import { filterOf, followUpList } from './listing.ts'
import { FollowUpTable } from './table.tsx'
import { FollowUpTabs, type Tabbed } from './tabs.tsx'

export type ListProps = Tabbed & {
  asked: ListQuery
  office: Named | null
  owner: Named | null
  partner: Named | null
  cycle: Named | null
  agreement: Named | null
  total: number
  similar: boolean
  followUps: readonly FollowUp[]
  counts: FollowUpCounts
  next: string | null
  previous: string | null
  mayAdd: boolean
  bulk: readonly BulkChoice[]
}

type Named = { id: string; name: string }

export function FollowUpList(props: ListProps) {
  const { asked, office, followUps, total, similar, counts, next, previous, mayAdd, bulk: acts, ...rest } = props
  const { owner, partner, cycle, agreement, ...tabs } = rest
  const bulk = similar ? [] : forSeveral(acts, total)
  const w = useWords(words)
  const { url } = asked
  const page = (changes: Record<string, string | null>) => withQuery(url, { ...firstPage, ...changes })
  const turning = { url, previous, next, total }
  const label = tabs.current === 'mine' ? w.list.mine : w.list.all
  return (
    <>
      <PageHead title={w.followUps} lead={w.lead}>
        {mayAdd ? (
          <ButtonLink href="/tindak-lanjut/baru" kind="primary">
            {w.add}
          </ButtonLink>
        ) : null}
      </PageHead>
      {counts.active ? (
        <Stats low>
          <Stat
            label={w.overdue}
            short={w.list.overdueOf}
            value={counts.overdue}
            of={counts.active}
            unit={w.list.active}
            href={page({ ...unsaid, terlambat: 'ya' })}
          />
          <Stat
            label={w.states.reported}
            short={w.list.waiting}
            value={counts.states.reported}
            of={counts.active}
            unit={w.list.active}
            href={page({ ...unsaid, status: 'reported' })}
          />
        </Stats>
      ) : null}
      <FollowUpTabs {...tabs} />
      <FilterBar
        list={followUpList}
        asked={asked}
        names={{ satker: office?.name, siklus: cycle?.name, mitra: partner?.name, perjanjian: agreement?.name, pemilik: owner?.name }}
      />
      {similar ? <Similar words={asked.values.q} /> : null}
      <Found
        turning={turning}
        exports={total && !similar ? <Exports asks={filterOf(asked)} path="/api/v1/follow-ups/export" formats={formats} /> : null}
      >
        <Total value={total}>{w.list.unit({ count: total })}</Total>
      </Found>
      <Selection choices={bulk} asked={asked} asks={filterOf(asked)} total={total}>
        <FollowUpTable
          caption={label}
          followUps={followUps}
          url={url}
          bulk={bulk}
          sort={asked.sort}
          empty={<Empty asked={asked} current={tabs.current} mayAdd={mayAdd} done={counts.states.verified} />}
        />
      </Selection>
      <Pager {...turning} sizes />
    </>
  )
}

/** What counts of the whole do not know of. */
const unsaid = { status: null, periksa: null, segera: null, terlambat: null }

function Empty({ asked, current, mayAdd, done }: { asked: ListQuery; current: Tabbed['current']; mayAdd: boolean; done: number }) {
  const { list: w } = useWords(words)
  if (isFiltered(followUpList, asked))
    return (
      <NothingFound list={followUpList} asked={asked} title={w.emptyFound}>
        {w.emptyFoundHint}
      </NothingFound>
    )
  if (current === 'mine') return <EmptyState title={w.emptyMine}>{w.emptyMineHint}</EmptyState>
  if (current === 'toVerify') return <EmptyState title={w.emptyVerify}>{w.emptyVerifyHint}</EmptyState>
  if (current === 'active' && done) return <EmptyState title={w.emptyDone} action={<a href="/tindak-lanjut?semua=ya">{w.seeDone}</a>} />
  return <EmptyState title={w.empty}>{mayAdd ? w.emptyHint : w.emptyHintReading}</EmptyState>
}
