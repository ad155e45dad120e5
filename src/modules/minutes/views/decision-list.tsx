import { formats } from '../../../platform/spreadsheets/formats.ts'
import { Exports } from '../../../web/list/exports.tsx'
import { FilterBar, isFiltered } from '../../../web/list/filter-bar.tsx'
import { Found } from '../../../web/list/found.tsx'
import type { ListQuery } from '../../../web/list/list.ts'
import { NothingFound, Similar } from '../../../web/list/nothing-found.tsx'
import { Pager } from '../../../web/list/pager.tsx'
import { firstPage } from '../../../web/list/read.ts'
import { Total } from '../../../web/ui/count.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Stat, Stats } from '../../../web/ui/stat.tsx'
import { withQuery } from '../../../web/ui/url.ts'
import { useWords } from '../../../web/viewer.ts'
import type { Decision } from '../schema/decisions.ts'
import { decisionWords } from '../words/decisions.ts'
import { DecisionTable } from './decision-table.tsx'
import { decisionList } from './listing.ts'

type Named = { id: string; name: string }
type Props = {
  asked: ListQuery
  decisions: readonly Decision[]
  total: number
  similar: boolean
  counts: { total: number; open: number; overdue: number }
  office: Named | null
  meeting: Named | null
  next: string | null
  previous: string | null
}

export function DecisionList({ asked, decisions, total, similar, counts, office, meeting, next, previous }: Props) {
  const w = useWords(decisionWords)
  const { url } = asked
  const page = (changes: Record<string, string | null>) =>
    withQuery(url, { ...firstPage, status: null, terbuka: null, terlambat: null, ...changes })
  const turning = { url, previous, next, total }
  return (
    <>
      <PageHead title={w.decisions} lead={w.lead} />
      {counts.open ? (
        <Stats low>
          <Stat
            label={w.overdue}
            short={w.overdueOf}
            value={counts.overdue}
            of={counts.open}
            unit={w.openOf}
            href={page({ terlambat: 'ya' })}
          />
          <Stat label={w.onlyOpen} short={w.openOf} value={counts.open} of={counts.total} unit={w.ofAll} href={page({ terbuka: 'ya' })} />
        </Stats>
      ) : null}
      <FilterBar list={decisionList} asked={asked} names={{ satker: office?.name, rapat: meeting?.name }} />
      {similar ? <Similar words={asked.values.q} /> : null}
      <Found
        turning={turning}
        exports={total && !similar ? <Exports asks={asked.asks} path="/api/v1/decisions/export" formats={formats} /> : null}
      >
        <Total value={total}>{w.unit({ count: total })}</Total>
      </Found>
      <DecisionTable caption={w.decisions} decisions={decisions} url={url} sort={asked.sort} empty={<Empty asked={asked} />} />
      <Pager {...turning} sizes />
    </>
  )
}

function Empty({ asked }: { asked: ListQuery }) {
  const w = useWords(decisionWords)
  if (isFiltered(decisionList, asked))
    return (
      <NothingFound list={decisionList} asked={asked} title={w.emptyFound}>
        {w.emptyFoundHint}
      </NothingFound>
    )
  return <EmptyState title={w.empty}>{w.emptyHint}</EmptyState>
}
