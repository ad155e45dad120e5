import { formatDay } from '../../../platform/i18n/format.ts'
import { FilterBar } from '../../../web/list/filter-bar.tsx'
import { Found } from '../../../web/list/found.tsx'
import { defineList, type ListQuery, optionsOf } from '../../../web/list/list.ts'
import { Pager } from '../../../web/list/pager.tsx'
import { Status } from '../../../web/ui/badge.tsx'
import { CountLink, Total } from '../../../web/ui/count.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { type Column, Table } from '../../../web/ui/table.tsx'
import { withQuery } from '../../../web/ui/url.ts'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { type PastAttendance, PastFilter, type PastSeat } from '../schema/past.ts'
import { words } from '../words/words.ts'
import { addressOf, tones } from './list.tsx'

export const pastAddress = (of: { person?: string; office?: string }): string =>
  withQuery('/kehadiran', { orang: of.person, satker: of.office })

export const pastList = defineList({
  words,
  fields: PastFilter.shape,
  filters: [
    { parameter: 'orang', field: 'person', control: 'unseen', label: w => w.name },
    { parameter: 'satker', field: 'office', control: 'unseen', label: w => w.office },
    { parameter: 'status', field: 'status', control: 'choice', label: w => w.status, options: w => optionsOf(w.statuses) },
  ],
})

/** How regularly somebody came; with `address` the way to all sessions to which they were invited. */
export function RateLine({
  past: { rate, since, total },
  address,
}: {
  past: Pick<PastAttendance, 'rate' | 'since' | 'total'>
  address?: string
}) {
  const w = useWords(words)
  const { locale } = useViewer()
  const day = formatDay(locale, since, 'short')
  const { excused, replaced, of } = rate
  const said = of ? w.rate({ present: rate.present, of, since: day }) : w.rateNone({ since: day })
  return (
    <p>
      {address ? (
        <CountLink href={address} count={total}>
          {said}
        </CountLink>
      ) : (
        said
      )}
      {excused + replaced ? <small>{w.rateMore({ excused, replaced })}</small> : null}
    </p>
  )
}

/** Each session that somebody, or an office, was invited to, and what they were there. */
export function PastPage({ past, asked }: { past: PastAttendance; asked: ListQuery }) {
  const w = useWords(words)
  const { locale } = useViewer()
  const turning = { url: asked.url, previous: past.previous, next: past.next, total: past.total }
  const columns: Column<PastSeat>[] = [
    {
      key: 'rapat',
      label: w.meeting,
      kind: 'main',
      value: ({ meeting, session, invitee }) => (
        <>
          <a href={`${addressOf(meeting.id)}/${session.id}/${invitee}`}>{meeting.name}</a>
          <small>{session.name === meeting.name ? null : session.name}</small>
        </>
      ),
    },
    {
      key: 'nama',
      label: w.name,
      value: ({ name, position }) => (
        <>
          {name}
          <small>{position}</small>
        </>
      ),
    },
    { key: 'tanggal', label: w.day, kind: 'date', value: ({ day }) => formatDay(locale, day, 'short') },
    {
      key: 'status',
      label: w.status,
      kind: 'status',
      value: ({ status }) => <Status tone={tones[status]}>{w.statuses[status]}</Status>,
    },
  ]
  return (
    <>
      <PageHead title={w.past} status={past.who.name} lead={w.pastLead({ since: formatDay(locale, past.since, 'short') })} />
      <RateLine past={past} />
      <FilterBar list={pastList} asked={asked} />
      <Found turning={turning}>
        <Total value={past.total}>{w.ofPast({ count: past.total })}</Total>
      </Found>
      <Table caption={w.past} quiet columns={columns} rows={past.seats} url={asked.url} empty={<EmptyState title={w.pastEmpty} />} />
      <Pager {...turning} />
    </>
  )
}
