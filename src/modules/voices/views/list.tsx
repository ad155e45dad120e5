import { firstLine } from '../../../platform/values/cut.ts'
import { FilterBar, isFiltered } from '../../../web/list/filter-bar.tsx'
import { Found } from '../../../web/list/found.tsx'
import type { ListQuery } from '../../../web/list/list.ts'
import { NothingFound } from '../../../web/list/nothing-found.tsx'
import { Pager } from '../../../web/list/pager.tsx'
import { firstPage } from '../../../web/list/read.ts'
import { Badge } from '../../../web/ui/badge.tsx'
import { Total } from '../../../web/ui/count.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Stat, Stats } from '../../../web/ui/stat.tsx'
import { type Column, Table } from '../../../web/ui/table.tsx'
import { When } from '../../../web/ui/timeline.tsx'
import { withQuery } from '../../../web/ui/url.ts'
import { useWords } from '../../../web/viewer.ts'
import type { Topic } from '../schema/voices.ts'
import { words } from '../words/words.ts'
import { voiceList } from './listing.ts'
import { VoiceState } from './state.tsx'

type Named = { id: string; name: string }
type Props = {
  asked: ListQuery
  meeting: Named
  topics: readonly Topic[]
  total: number
  counts: { voices: number; topics: number; unanswered: number; findings: number }
  session: Named | null
  next: string | null
  previous: string | null
}

/** What was sent from the floor of a meeting, by kind, what waits first. */
export function VoiceList({ asked, meeting, topics, total, counts, session, next, previous }: Props) {
  const w = useWords(words)
  const { url } = asked
  const page = (changes: Record<string, string | null>) => withQuery(url, { ...firstPage, status: null, ...changes })
  const turning = { url, previous, next, total }
  return (
    <>
      <PageHead title={w.voices} status={meeting.name} lead={w.lead} />
      {counts.topics ? (
        <Stats low>
          <Stat
            label={w.unanswered}
            short={w.unansweredOf}
            value={counts.unanswered}
            of={counts.topics}
            unit={w.ofTopics}
            href={page({ status: 'new' })}
          />
          <Stat
            label={w.madeFindings}
            short={w.findingsOf}
            value={counts.findings}
            of={counts.topics}
            unit={w.ofTopics}
            href={page({ status: 'finding' })}
          />
        </Stats>
      ) : null}
      <FilterBar list={voiceList} asked={asked} names={{ sesi: session?.name }} />
      <Found turning={turning} exports={null}>
        <Total value={total}>{w.topics({ count: total })}</Total>
      </Found>
      <VoiceTable topics={topics} url={url} sort={asked.sort} empty={<Empty asked={asked} />} />
      <Pager {...turning} sizes />
    </>
  )
}

type TableProps = { topics: readonly Topic[] } & Pick<Parameters<typeof Table<Topic>>[0], 'url' | 'sort' | 'empty'>
function VoiceTable({ topics, url, sort, empty }: TableProps) {
  const w = useWords(words)
  const columns: Column<Topic>[] = [
    {
      key: 'isi',
      label: w.text,
      kind: 'main',
      value: row => (
        <>
          <a href={`/suara/${row.id}`} title={firstLine(row.text, 500)}>
            {firstLine(row.text, 140)}
          </a>
          <small class="one-line" title={row.session.title}>
            {row.session.title}
          </small>
        </>
      ),
    },
    { key: 'jenis', label: w.kind, sort: true, value: row => <Badge>{w.kinds[row.kind]}</Badge> },
    {
      key: 'jumlah',
      label: w.count,
      value: row => `${w.times({ count: row.count })}${row.offices > 1 ? ` ${w.fromOffices({ count: row.offices })}` : ''}`,
    },
    { key: 'waktu', label: w.sortTime, kind: 'date', sort: true, value: row => <When at={row.at} short /> },
    { key: 'status', label: w.state, kind: 'status', value: row => <VoiceState state={row.state} /> },
  ]
  return <Table caption={w.voices} quiet columns={columns} rows={topics} url={url} sort={sort} empty={empty} />
}

function Empty({ asked }: { asked: ListQuery }) {
  const w = useWords(words)
  if (isFiltered(voiceList, asked))
    return (
      <NothingFound list={voiceList} asked={asked} title={w.emptyFound}>
        {w.emptyFoundHint}
      </NothingFound>
    )
  return <EmptyState title={w.empty}>{w.emptyHint}</EmptyState>
}
