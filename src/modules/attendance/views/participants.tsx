import { formatClock, formatTime, zones } from '../../../platform/i18n/format.ts'
import { FilterBar, isFiltered } from '../../../web/list/filter-bar.tsx'
import { Found } from '../../../web/list/found.tsx'
import type { ListQuery } from '../../../web/list/list.ts'
import { NothingFound } from '../../../web/list/nothing-found.tsx'
import { Pager } from '../../../web/list/pager.tsx'
import { Status, type Tone } from '../../../web/ui/badge.tsx'
import { Actions, Button } from '../../../web/ui/button.tsx'
import { SelectField } from '../../../web/ui/choice-field.tsx'
import { Total } from '../../../web/ui/count.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { TextField } from '../../../web/ui/field.tsx'
import { FileField } from '../../../web/ui/file-field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { Stat, Stats } from '../../../web/ui/stat.tsx'
import { type Column, Table } from '../../../web/ui/table.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { type GuestStatus, guestStatuses, unclear } from '../schema/guests.ts'
import type { Participant, ParticipantReport, ParticipantReports } from '../schema/participants.ts'
import { participantWords as words } from '../words/participants.ts'
import { participantList } from './participant-listing.ts'
import { reportAddress, reportsAddress } from './participants-address.ts'

const stateTones: Record<ParticipantReport['state'], Tone> = { draft: 'warning', recorded: 'good', withdrawn: 'neutral' }
export const guestTones: Record<GuestStatus, Tone> = {
  matched: 'good',
  unnamed: 'warning',
  uninvited: 'neutral',
  ambiguous: 'warning',
  unmatched: 'warning',
  nobody: 'neutral',
  waiting: 'neutral',
}

type UploadProps = { view: ParticipantReports; values: Values; errors: Errors; idempotencyKey: string }

/** Where a participant report is uploaded, and those that were. */
export function ReportsPage({ view, values, errors, idempotencyKey }: UploadProps) {
  const w = useWords(words)
  const { locale } = useViewer()
  const columns: Column<ParticipantReport>[] = [
    {
      key: 'laporan',
      label: w.report,
      kind: 'main',
      value: report => (
        <>
          <a href={reportAddress(report)}>{report.topic ?? report.file}</a>
          <small>{w.reportNumber({ number: report.number })}</small>
        </>
      ),
    },
    { key: 'status', label: w.state, kind: 'status', value: ({ state }) => <Status tone={stateTones[state]}>{w.states[state]}</Status> },
    { key: 'hasil', label: w.statusOf, value: ({ counts }) => w.summary(counts) },
    { key: 'waktu', label: w.times, kind: 'date', value: ({ at }) => formatTime(locale, at, view.zone, 'short') },
  ]
  return (
    <>
      <PageHead title={w.reports} status={view.meeting.name} lead={view.mayRecord ? w.lead : undefined} />
      {view.mayRecord ? (
        <Form action={reportsAddress(view.meeting.id)} values={values} errors={errors} idempotencyKey={idempotencyKey} multipart>
          <FileField name="file" label={w.file} hint={w.fileHint} accept=".csv,.xlsx" />
          <SelectField name="zone" label={w.zone} options={Object.entries(zones).map(([value, label]) => ({ value, label }))} />
          <TextField name="domain" label={w.domain} hint={w.domainHint} optional maxLength={253} size="medium" />
          <Actions>
            <Button>{w.read}</Button>
          </Actions>
        </Form>
      ) : null}
      {view.reports.length ? (
        <Section title={w.earlier} id="laporan">
          <Table caption={w.earlier} quiet columns={columns} rows={view.reports} />
        </Section>
      ) : null}
    </>
  )
}

type ReportProps = {
  report: ParticipantReport
  mayRecord: boolean
  asked: ListQuery
  participants: readonly Participant[]
  total: number
  next: string | null
  previous: string | null
  values: Values
  errors: Errors
}

/** Every name of a report with who it is; from here it is recorded. */
export function ReportPage({ report, mayRecord, asked, participants, total, next, previous, values, errors }: ReportProps) {
  const w = useWords(words)
  const { locale } = useViewer()
  const address = reportAddress(report)
  const { counts, state, topic, startsAt } = report
  const open = unclear.reduce((sum, status) => sum + counts[status], 0)
  const turning = { url: asked.url, previous, next, total }
  const when = startsAt ? formatTime(locale, startsAt, report.zone, 'short') : null
  return (
    <>
      <PageHead
        title={topic ?? report.file}
        status={<Status tone={stateTones[state]}>{w.states[state]}</Status>}
        lead={topic && when ? w.callOf({ topic: report.file, at: when }) : undefined}
      />
      <p>{w.summary(counts)}</p>
      {report.reason ? <p>{w.why({ reason: report.reason })}</p> : null}
      {state === 'withdrawn' ? null : <p>{open ? w.leftOut({ count: open }) : w.allClear}</p>}
      {state === 'draft' && mayRecord && counts.matched ? (
        <Form action={`${address}/catat`} hidden={{ rev: report.rev }}>
          <Actions>
            <Button>{w.record({ count: counts.matched })}</Button>
          </Actions>
        </Form>
      ) : null}
      <Stats low>
        {guestStatuses
          .filter(status => (status === 'waiting' ? false : counts[status] > 0))
          .map(status => (
            <Stat label={w.statuses[status]} value={counts[status]} href={`${address}?status=${status}`} />
          ))}
      </Stats>
      {counts.waiting ? <p class="hint">{w.waitingRows({ count: counts.waiting })}</p> : null}
      <FilterBar list={participantList} asked={asked} />
      <Found turning={turning}>
        <Total value={total}>{w.ofNames({ count: total })}</Total>
      </Found>
      <Names report={report} mayRecord={mayRecord} asked={asked} participants={participants} />
      <Pager {...turning} sizes />
      <Problems report={report} />
      {mayRecord && state !== 'withdrawn' ? (
        <Section title={w.withdraw} id="tarik">
          <p>{w.withdrawLead}</p>
          <Form action={`${address}/tarik`} values={values} errors={errors} hidden={{ rev: report.rev }}>
            <TextField name="reason" label={w.reason} maxLength={500} />
            <Actions>
              <Button kind="danger">{w.withdraw}</Button>
            </Actions>
          </Form>
        </Section>
      ) : null}
    </>
  )
}

function Names({
  report,
  mayRecord,
  asked,
  participants,
}: {
  report: ParticipantReport
  mayRecord: boolean
  asked: ListQuery
  participants: readonly Participant[]
}) {
  const w = useWords(words)
  const stay = useClock(report.zone)
  const columns: Column<Participant>[] = [
    {
      key: 'nama',
      label: w.displayed,
      kind: 'main',
      value: ({ id, name, email }) => (
        <>
          {mayRecord ? <a href={`${reportAddress(report)}/${id}`}>{name || '–'}</a> : name || '–'}
          {email ? <small>{email}</small> : null}
        </>
      ),
    },
    { key: 'siapa', label: w.statusOf, kind: 'status', value: participant => <Meaning participant={participant} /> },
    { key: 'undangan', label: w.invitee, value: ({ invitee, office }) => invitee?.name ?? office?.name ?? '–' },
    { key: 'jam', label: w.times, kind: 'date', value: ({ firstIn, lastOut }) => stay(firstIn, lastOut) },
    { key: 'menit', label: w.minutes, kind: 'number', value: ({ status, minutes }) => (status === 'waiting' ? '–' : minutes) },
  ]
  return <Table caption={w.report} quiet columns={columns} rows={participants} url={asked.url} empty={<Empty asked={asked} />} />
}

export function Meaning({ participant: { status, how, candidates } }: { participant: Participant }) {
  const w = useWords(words)
  const perhaps = status === 'ambiguous' ? w.perhaps({ names: candidates.map(({ name }) => name).join('; ') }) : ''
  const said = [w.hows[how], perhaps].filter(Boolean)
  return (
    <>
      <Status tone={guestTones[status]}>{w.statuses[status]}</Status>
      {said.length ? <small> {said.join('. ')}</small> : null}
    </>
  )
}

/** From when to when, by the clock of the report. */
export function useClock(zone: ParticipantReport['zone']) {
  const { locale } = useViewer()
  return (from: string | null, to: string | null): string =>
    from && to ? `${formatClock(locale, from, zone)}–${formatClock(locale, to, zone)}` : '–'
}

function Problems({ report: { problems } }: { report: ParticipantReport }) {
  const w = useWords(words)
  if (!problems.length) return null
  return (
    <Section title={w.problems} id="tidak-terbaca">
      <p>{w.problemsHint}</p>
      <ul>
        {problems.map(({ row, name, problem }) => (
          <li>{w.problemRow({ row, name, problem: w.problemOf[problem] })}</li>
        ))}
      </ul>
    </Section>
  )
}

function Empty({ asked }: { asked: ListQuery }) {
  const w = useWords(words)
  if (isFiltered(participantList, asked))
    return (
      <NothingFound list={participantList} asked={asked} title={w.emptyFound}>
        {w.emptyFoundHint}
      </NothingFound>
    )
  return <EmptyState title={w.empty} />
}
