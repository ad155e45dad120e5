import { textIn } from '../../../platform/i18n/words.ts'
import { FilterBar, isFiltered } from '../../../web/list/filter-bar.tsx'
import { Found } from '../../../web/list/found.tsx'
import type { ListQuery } from '../../../web/list/list.ts'
import { NothingFound, Similar } from '../../../web/list/nothing-found.tsx'
import { Pager } from '../../../web/list/pager.tsx'
import { Badge } from '../../../web/ui/badge.tsx'
import { ButtonLink } from '../../../web/ui/button.tsx'
import { Total } from '../../../web/ui/count.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { type Column, Table } from '../../../web/ui/table.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import type { Meeting } from '../schema/meetings.ts'
import { seriesWords } from '../words/series.ts'
import { words } from '../words/words.ts'
import { meetingList } from './listing.ts'
import { MeetingState, useDays } from './state.tsx'

type Props = {
  asked: ListQuery
  meetings: readonly Meeting[]
  total: number
  similar: boolean
  office: { id: string; name: string } | null
  kindName: string | undefined
  next: string | null
  previous: string | null
  mayAdd: boolean
}

export function MeetingList({ asked, meetings, total, similar, office, kindName, next, previous, mayAdd }: Props) {
  const w = useWords(words)
  const { locale } = useViewer()
  const s = useWords(seriesWords)
  const days = useDays()
  const turning = { url: asked.url, previous, next, total }
  const columns: Column<Meeting>[] = [
    {
      key: 'rapat',
      label: w.title,
      kind: 'main',
      value: row => (
        <>
          <a href={`/rapat/${row.id}`}>{row.title}</a>
          <small class="one-line" title={row.theme ?? undefined}>
            <Badge>{textIn(row.kind.names, locale)}</Badge> {[row.number, row.theme].filter(Boolean).join(' – ')}
          </small>
        </>
      ),
    },
    { key: 'penyelenggara', label: w.office, value: row => row.office.name },
    { key: 'tempat', label: w.place, value: row => row.place ?? w.modes[row.mode] },
    { key: 'mulai', label: w.startsAt, kind: 'date', sort: true, value: row => days(row) },
    { key: 'status', label: w.status, kind: 'status', value: row => <MeetingState state={row.state} /> },
  ]
  return (
    <>
      <PageHead title={w.meetings} lead={w.lead}>
        {mayAdd ? (
          <ButtonLink href="/rapat/baru" kind="primary">
            {w.add}
          </ButtonLink>
        ) : null}
        <ButtonLink href="/kalender?tampil=bulan&jenis=meeting">{w.calendar}</ButtonLink>
        <ButtonLink href="/seri-rapat" kind="quiet">
          {s.toAll}
        </ButtonLink>
        <ButtonLink href="/kalender?jenis=rapat-saya" kind="quiet">
          {w.mine}
        </ButtonLink>
      </PageHead>
      <FilterBar list={meetingList} asked={asked} names={{ satker: office?.name, jenis: kindName }} />
      {similar ? <Similar words={asked.values.q} /> : null}
      <Found turning={turning}>
        <Total value={total}>{w.ofMeetings({ count: total })}</Total>
      </Found>
      <Table
        caption={w.meetings}
        quiet
        columns={columns}
        rows={meetings}
        url={asked.url}
        sort={asked.sort}
        empty={<Empty asked={asked} mayAdd={mayAdd} />}
      />
      <Pager {...turning} sizes />
    </>
  )
}

function Empty({ asked, mayAdd }: { asked: ListQuery; mayAdd: boolean }) {
  const w = useWords(words)
  if (isFiltered(meetingList, asked))
    return (
      <NothingFound list={meetingList} asked={asked} title={w.emptyFound}>
        {w.emptyFoundHint}
      </NothingFound>
    )
  return <EmptyState title={w.empty}>{mayAdd ? w.emptyHint : w.emptyHintReading}</EmptyState>
}
