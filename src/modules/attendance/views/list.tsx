import { formatClock } from '../../../platform/i18n/format.ts'
import { Exports } from '../../../web/list/exports.tsx'
import { FilterBar, isFiltered } from '../../../web/list/filter-bar.tsx'
import { Found } from '../../../web/list/found.tsx'
import type { ListQuery } from '../../../web/list/list.ts'
import { NothingFound } from '../../../web/list/nothing-found.tsx'
import { Pager } from '../../../web/list/pager.tsx'
import { useRefresh, useScript } from '../../../web/needs.ts'
import { Status, type Tone } from '../../../web/ui/badge.tsx'
import { Actions, ButtonLink } from '../../../web/ui/button.tsx'
import { CountLink, Total } from '../../../web/ui/count.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { Progress } from '../../../web/ui/progress.tsx'
import { Stat, Stats } from '../../../web/ui/stat.tsx'
import { type Column, Table } from '../../../web/ui/table.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { words as frame } from '../../../web/words.ts'
import type { AreaCount, AttendanceView, AttendedSession, PresenceCounts, PresenceRow } from '../schema/attendance.ts'
import { participantWords } from '../words/participants.ts'
import { words } from '../words/words.ts'
import { attendanceList } from './listing.ts'
import { reportsAddress } from './participants-address.ts'

export const addressOf = (meetingId: string): string => `/rapat/${meetingId}/kehadiran`

export const tones: Record<PresenceRow['status'], Tone> = {
  present: 'good',
  replaced: 'info',
  excused: 'neutral',
  absent: 'danger',
  expected: 'neutral',
}

type Props = {
  view: AttendanceView
  asked: ListQuery
  session: AttendedSession | null
  rows: readonly PresenceRow[]
  total: number
  province: { id: string; name: string } | null
  next: string | null
  previous: string | null
}

/** How many are at a session, by area, and everybody by office. */
export function AttendanceList({ view, asked, session, rows, total, province, next, previous }: Props) {
  const w = useWords(words)
  const p = useWords(participantWords)
  const { meeting, mayRecord } = view
  const address = addressOf(meeting.id)
  const counts = view.sessions.find(({ id }) => id === session?.id)?.counts
  const turning = { url: asked.url, previous, next, total }
  if (!session || !counts?.invited)
    return (
      <>
        <PageHead title={w.attendance} status={meeting.name} />
        <EmptyState title={w.nobody}>{w.nobodyHint}</EmptyState>
      </>
    )
  return (
    <>
      <PageHead title={w.attendance} lead={mayRecord ? meeting.name : `${meeting.name}. ${w.leadOther}`}>
        {mayRecord ? (
          <ButtonLink href={`/rapat/${meeting.id}/meja`} kind={session.over ? 'secondary' : 'primary'}>
            {w.openDesk}
          </ButtonLink>
        ) : null}
      </PageHead>
      <There view={view} session={session} counts={counts} />
      <Counts address={`${address}?sesi=${session.id}`} counts={counts} />
      {mayRecord ? (
        <Actions>
          <ButtonLink href={`${address}/${session.id}/kode`}>{w.toCode}</ButtonLink>
          <ButtonLink href={`${address}/lembar`} kind="quiet">
            {w.toBadges}
          </ButtonLink>
          <ButtonLink href={reportsAddress(meeting.id)} kind="quiet">
            {p.toReports}
          </ButtonLink>
        </Actions>
      ) : null}
      {view.sessions.length > 1 ? <Sessions view={view} current={session.id} /> : null}
      {view.areas.length > 1 ? <Areas address={`${address}?sesi=${session.id}`} areas={view.areas} /> : null}
      <FilterBar list={attendanceList} asked={asked} names={{ wilayah: province?.name }} />
      <Found
        turning={turning}
        exports={
          <Exports
            path={`/api/v1/meetings/${meeting.id}/attendance/export`}
            formats={['csv', 'xlsx']}
            asks={{ session: session.id, ...asked.asks }}
            total={total}
          />
        }
      >
        <Total value={total}>{w.ofRows({ count: total })}</Total>
      </Found>
      <Rows view={view} session={session} asked={asked} rows={rows} />
      <Pager {...turning} sizes />
    </>
  )
}

/** How many are there of all; of the session that goes on it moves with what desks send. */
function There({ view, session, counts }: { view: AttendanceView; session: AttendedSession; counts: PresenceCounts }) {
  const w = useWords(words)
  const bar = <Progress label={w.there({ session: session.title })} done={counts.present + counts.replaced} total={counts.invited} />
  const first = view.sessions.find(({ over }) => !over)
  return first?.id === session.id ? <Live meeting={view.meeting.id}>{bar}</Live> : bar
}

function Live({ meeting, children }: { meeting: string; children: preact.JSX.Element }) {
  useScript('live-part')
  useRefresh(15)
  const f = useWords(frame)
  return (
    <live-part data-topic={`attendance:${meeting}`} data-as="progress" data-of={f.of({ part: '{part}', whole: '{whole}' })}>
      {children}
    </live-part>
  )
}

function Counts({ address, counts }: { address: string; counts: PresenceCounts }) {
  const w = useWords(words)
  return (
    <Stats low>
      {(['present', 'replaced', 'excused', 'absent', 'expected'] as const)
        .filter(status => counts[status] > 0 || status === 'present')
        .map(status => (
          <Stat label={w.statuses[status]} value={counts[status]} href={`${address}&status=${status}`} />
        ))}
      {counts.late ? <Stat label={w.late} value={counts.late} href={`${address}&terlambat=ya`} /> : null}
      {counts.twice ? <Stat label={w.twice} value={counts.twice} href={`${address}&dua-meja=ya`} /> : null}
    </Stats>
  )
}

function Sessions({ view, current }: { view: AttendanceView; current: string }) {
  const w = useWords(words)
  const { locale } = useViewer()
  return (
    <Section title={w.sessions} id="sesi">
      <ul class="things">
        {view.sessions.map(({ id, title, startsAt, counts: { present, replaced, invited } }) => (
          <li aria-current={id === current ? 'true' : undefined}>
            <p>
              {id === current ? <b>{title}</b> : <a href={`${addressOf(view.meeting.id)}?sesi=${id}`}>{title}</a>}
              <small>
                {startsAt ? `${formatClock(locale, startsAt, view.zone)} · ` : ''}
                {w.ofArea({ present: present + replaced, of: invited })}
              </small>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Each area with how many are there, and the way to those who are missing. */
function Areas({ address, areas }: { address: string; areas: readonly AreaCount[] }) {
  const w = useWords(words)
  const columns: Column<AreaCount>[] = [
    { key: 'wilayah', label: w.province, kind: 'main', value: ({ office }) => office?.name ?? w.noArea },
    { key: 'hadir', label: w.statuses.present, kind: 'number', value: ({ present, of }) => w.ofArea({ present, of }) },
    {
      key: 'belum',
      label: w.status,
      kind: 'status',
      value: ({ office, listed, present, of }) =>
        present < of && office && listed ? (
          <CountLink href={`${address}&wilayah=${office.id}&belum=ya`} count={of - present}>
            {w.missing({ count: of - present })}
          </CountLink>
        ) : present < of ? (
          w.missing({ count: of - present })
        ) : (
          <Status tone="good">{w.allThere}</Status>
        ),
    },
  ]
  return (
    <Section title={w.areas} id="wilayah">
      <Table caption={w.areas} quiet columns={columns} rows={areas} />
    </Section>
  )
}

function Rows({
  view,
  session,
  asked,
  rows,
}: {
  view: AttendanceView
  session: AttendedSession
  asked: ListQuery
  rows: readonly PresenceRow[]
}) {
  const w = useWords(words)
  const times = useStay(view.zone)
  const columns: Column<PresenceRow>[] = [
    {
      key: 'nama',
      label: w.name,
      kind: 'main',
      value: row => (
        <>
          <a href={`${addressOf(view.meeting.id)}/${session.id}/${row.id}`}>{row.name}</a>
          <small class="one-line">{row.position}</small>
        </>
      ),
    },
    { key: 'satker', label: w.office, value: row => row.office?.name ?? row.institution ?? '–' },
    {
      key: 'status',
      label: w.status,
      kind: 'status',
      value: row => (
        <>
          <Status tone={tones[row.status]}>{w.statuses[row.status]}</Status>
          <Remarks row={row} />
        </>
      ),
    },
    { key: 'jam', label: w.times, kind: 'date', value: row => times(row) },
    { key: 'menit', label: w.minutes, kind: 'number', spare: true, value: row => row.minutes ?? '–' },
  ]
  return <Table caption={w.attendance} quiet columns={columns} rows={rows} url={asked.url} empty={<Empty asked={asked} />} />
}

/** What more is to say of a presence: late, early, by whom represented, at two desks. */
export function Remarks({ row }: { row: Pick<PresenceRow, 'lateBy' | 'leftEarlyBy' | 'proxy' | 'appointed' | 'twice'> }) {
  const w = useWords(words)
  const said = [
    row.proxy ? w.proxyIs({ name: row.proxy }) : '',
    row.appointed && row.appointed !== row.proxy ? w.sentIs({ name: row.appointed }) : '',
    row.lateBy === null ? '' : w.lateBy({ minutes: row.lateBy }),
    row.leftEarlyBy === null ? '' : w.leftEarlyBy({ minutes: row.leftEarlyBy }),
    row.twice ? w.twice : '',
  ].filter(Boolean)
  return said.length ? <small>{said.join(', ')}</small> : null
}

/** From when to when somebody was there, by the clock of the meeting. */
export function useStay(zone: AttendanceView['zone']): (row: Pick<PresenceRow, 'firstIn' | 'lastOut'>) => string {
  const w = useWords(words)
  const { locale } = useViewer()
  return ({ firstIn, lastOut }) => {
    if (!firstIn) return '–'
    const from = formatClock(locale, firstIn, zone)
    return lastOut ? w.fromTo({ from, to: formatClock(locale, lastOut, zone) }) : w.since({ from })
  }
}

function Empty({ asked }: { asked: ListQuery }) {
  const w = useWords(words)
  if (isFiltered(attendanceList, asked))
    return (
      <NothingFound list={attendanceList} asked={asked} title={w.emptyFound}>
        {w.emptyFoundHint}
      </NothingFound>
    )
  return <EmptyState title={w.empty} />
}
