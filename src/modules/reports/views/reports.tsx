import { explanationOf } from '../../../platform/guidance/status.ts'
import { formatScore, formatShare, formatTime, listOf } from '../../../platform/i18n/format.ts'
import { languageOptions } from '../../../platform/i18n/languages.ts'
import { type ListQuery, plainList } from '../../../web/list/list.ts'
import { Pager } from '../../../web/list/pager.tsx'
import { Unknown } from '../../../web/list/unknown.tsx'
import { Status, type Tone } from '../../../web/ui/badge.tsx'
import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { RadioField, SelectField } from '../../../web/ui/choice-field.tsx'
import { ComboField } from '../../../web/ui/combo-field.tsx'
import { Definitions } from '../../../web/ui/definitions.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { TextField } from '../../../web/ui/field.tsx'
import { FieldGroup, Form } from '../../../web/ui/form.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { MoreActs } from '../../../web/ui/more-acts.tsx'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { Progress } from '../../../web/ui/progress.tsx'
import { Stat, Stats } from '../../../web/ui/stat.tsx'
import { Table } from '../../../web/ui/table.tsx'
import { ThingList } from '../../../web/ui/thing-list.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import type { Phase } from '../../evaluation/schema.ts'
import { PhaseStatus } from '../../evaluation/views/status.tsx'
import type { Thing } from '../../things/schema.ts'
import { Linked } from '../../things/views.tsx'
import { forms, type KeyFigures, type Report, type ReportDetail, type SharedReport } from '../schema.ts'
import { phases } from '../words/phases.ts'
import { words } from '../words.ts'
import { Overdue } from './overdue.tsx'
import { SharedReports } from './shared.tsx'

const tones: Record<Report['state'], Tone> = {
  queued: 'info',
  running: 'info',
  ready: 'good',
  failed: 'danger',
  stopped: 'danger',
  cancelled: 'muted',
}
export type CycleChoice = { id: string; name: string; phase: Phase }
export type CycleResult = CycleChoice & { submitted: number; assignments: number; kpu: number | null; partner: number | null }

/** All reports, and the dashboards of all cycles. */
export function ReportList({
  reports,
  cycles,
  previous,
  next,
  asked,
  mayMake,
  shared,
  makers,
}: {
  reports: Report[]
  cycles: CycleResult[]
  previous: string | null
  next: string | null
  asked: ListQuery
  mayMake: boolean
  shared: SharedReport[] | null
  makers: readonly string[]
}) {
  const w = useWords(words)
  const { locale, zone } = useViewer()
  return (
    <>
      <PageHead title={w.title} lead={w.lead}>
        {mayMake && cycles.length ? (
          <ButtonLink kind="primary" href="/laporan/baru">
            {w.make}
          </ButtonLink>
        ) : null}
        {mayMake ? <ButtonLink href="/laporan/templat">{w.template}</ButtonLink> : null}
      </PageHead>
      {cycles.length ? (
        <Section title={w.dashboard}>
          <ThingList
            label={w.dashboard}
            things={cycles.map(cycle => ({
              href: `/laporan/dasbor/${cycle.id}`,
              head: cycle.name,
              about: <Result cycle={cycle} />,
              aside: <PhaseStatus phase={cycle.phase} />,
            }))}
          />
        </Section>
      ) : null}
      {shared ? <SharedReports reports={shared} /> : null}
      <Section title={shared ? w.ownReports : w.allReports}>
        <Unknown list={plainList} asked={asked} />
        <Table
          caption={w.title}
          quiet
          rows={reports}
          empty={<NoReports mayMake={mayMake} cycles={cycles.length > 0} makers={makers} />}
          columns={[
            { key: 'title', label: w.reportTitle, kind: 'main', value: report => <a href={`/laporan/${report.id}`}>{report.title}</a> },
            { key: 'office', label: w.office, value: report => report.office.name },
            { key: 'number', label: w.number, kind: 'code', value: report => report.number },
            {
              key: 'state',
              label: w.state,
              kind: 'status',
              value: report => <Status tone={tones[report.state]}>{w.states[report.state]}</Status>,
            },
            {
              key: 'cutoff',
              label: w.cutoff,
              kind: 'date',
              value: report => (report.cutoffAt ? formatTime(locale, report.cutoffAt, zone, 'short') : '–'),
            },
            {
              key: 'files',
              label: w.files,
              kind: 'actions',
              value: report => (report.state === 'ready' ? <Files report={report} kind="quiet" /> : null),
            },
          ]}
        />
        <Pager url={asked.url} previous={previous} next={next} />
      </Section>
    </>
  )
}

/** How much of a cycle was answered, and what both sides scored. */
function Result({ cycle: { submitted, assignments, kpu, partner } }: { cycle: CycleResult }) {
  const w = useWords(words)
  const { locale } = useViewer()
  const score = (value: number | null) => (value === null ? '–' : formatScore(locale, value))
  return (
    <>
      {w.answered({ submitted, assignments, share: formatShare(locale, submitted, assignments) })}
      {kpu === null && partner === null ? '' : ` · ${w.bothScores({ kpu: score(kpu), partner: score(partner) })}`}
    </>
  )
}

/** What this person can do about it: no advice for a button that is not there, but whom to ask. */
function NoReports({ mayMake, cycles, makers }: { mayMake: boolean; cycles: boolean; makers: readonly string[] }) {
  const w = useWords(words)
  const { locale } = useViewer()
  if (mayMake) return <EmptyState title={w.none}>{cycles ? w.noneHint : w.noneYetHint}</EmptyState>
  return (
    <EmptyState title={w.none}>
      {makers.length ? w.askMakers({ names: listOf(locale, 'disjunction', makers) }) : null} {cycles ? w.dashboardsHint : null}
    </EmptyState>
  )
}

export function ReportPage({ report, mayMake, things }: { report: ReportDetail; mayMake: boolean; things: readonly Thing[] }) {
  const w = useWords(words)
  const { locale, zone } = useViewer()
  const making = report.state === 'queued' || report.state === 'running'
  const linked = ({ id, name }: { id: string; name: string }) => (
    <Linked things={things} id={id}>
      {name}
    </Linked>
  )
  return (
    <>
      <PageHead
        title={report.title}
        status={
          <Status tone={tones[report.state]} explained={explanationOf('report', report.state)}>
            {w.states[report.state]}
          </Status>
        }
        lead={report.failure ?? (report.state === 'stopped' ? w.stopped : undefined)}
      >
        {report.state === 'ready' ? <Files report={report} /> : null}
        {report.state === 'stopped' && mayMake ? (
          <Form action={`/laporan/${report.id}/pengulangan`}>
            <Button>{w.retry}</Button>
          </Form>
        ) : null}
        <MoreActs folded>
          <ButtonLink kind="quiet" href={`/laporan/dasbor/${report.cycle.id}`}>
            {w.openDashboard}
          </ButtonLink>
          {report.state === 'ready' && mayMake && report.shared ? (
            <Form action={`/laporan/${report.id}/penarikan`}>
              <Button kind="quiet">{w.withdraw}</Button>
            </Form>
          ) : null}
        </MoreActs>
        {report.state === 'ready' && mayMake && !report.shared ? <Sharing report={report} /> : null}
      </PageHead>
      {making ? (
        <Progress
          label={w.states[report.state]}
          phases={phases.map(each => each[locale])}
          phase={report.phase}
          done={report.done}
          total={report.total}
          run={report.runId}
          href={`/laporan/${report.id}`}
        >
          {mayMake ? (
            <Form action={`/laporan/${report.id}/pembatalan`}>
              <Button kind="secondary">{w.cancel}</Button>
            </Form>
          ) : null}
        </Progress>
      ) : null}
      {report.figures ? <Key figures={report.figures} /> : null}
      <Definitions
        items={[
          { term: w.number, value: report.number },
          { term: w.office, value: linked(report.office) },
          { term: w.cycle, value: linked(report.cycle) },
          { term: w.cutoff, value: report.cutoffAt && formatTime(locale, report.cutoffAt, zone) },
          { term: w.requestedBy, value: report.requestedBy },
          {
            term: w.sharing,
            value: report.shared && w.sharedOn({ at: formatTime(locale, report.shared.at, zone), by: report.shared.by ?? 'none' }),
          },
          { term: w.hash, value: report.hash ? <Hash hash={report.hash} /> : null },
        ]}
      />
    </>
  )
}

/** What it says first: how much was answered, what both sides scored, what was found and what is late. */
function Key({ figures }: { figures: KeyFigures }) {
  const w = useWords(words)
  const { locale } = useViewer()
  const score = (value: number | null) => (value === null ? '–' : formatScore(locale, value))
  return (
    <Stats>
      <Stat label={w.responded} value={figures.submitted} of={figures.targets} unit={w.ofForms} />
      {figures.pairs ? <Stat label={w.bothSent} value={figures.bothSubmitted} of={figures.pairs} unit={w.pairs} /> : null}
      <Stat label={w.measures.kpuScore} value={score(figures.kpuScore)} unit={w.outOf} />
      <Stat label={w.measures.partnerScore} value={score(figures.partnerScore)} unit={w.outOf} />
      <Stat label={w.measures.findings} value={figures.findings} />
      <Overdue overdue={figures.overdue} unfinished={figures.unfinished} followUps={figures.followUps} />
    </Stats>
  )
}

/** To the offices below; an office with none below it has nobody to share with. */
function Sharing({ report }: { report: Report }) {
  const w = useWords(words)
  if (report.office.path.split('.').length > 2) return null
  return (
    <Form action={`/laporan/${report.id}/pembagian`}>
      <Button kind="secondary">{w.share}</Button>
      <small>{w.shareSays}</small>
    </Form>
  )
}

function Hash({ hash }: { hash: string }) {
  const w = useWords(words)
  return (
    <>
      <code>{hash}</code>
      <br />
      <small>{w.hashHint}</small>
    </>
  )
}

/** An office whose report may be made. */
export type ReportOffice = { code: string; name: string }

export function ReportForm({
  office,
  offices,
  cycles,
  values,
  errors,
  once,
}: {
  office: ReportOffice
  offices: readonly ReportOffice[] | null
  cycles: CycleChoice[]
  values?: Values | undefined
  errors?: Errors | undefined
  once: string
}) {
  const w = useWords(words)
  return (
    <>
      <PageHead title={w.make} lead={w.makeLead} />
      {offices?.length === 1 ? <Definitions items={[{ term: w.office, value: office.name }]} /> : null}
      <Form action="/laporan" values={values} errors={errors} idempotencyKey={once} hidden={drawnIn(values)}>
        <OfficeField office={office} offices={offices} chosen={values?.office} />
        <SelectField name="cycle" label={w.cycle} options={cycles.map(({ id, name }) => ({ value: id, label: name }))} />
        <TextField name="title" label={w.reportTitle} hint={w.titleHint} maxLength={200} optional />
        <TextField name="number" label={w.officialNumber} hint={w.numberHint} size="medium" maxLength={100} optional />
        <RadioField name="locale" label={w.language} inline options={languageOptions(w.languages)} />
        <FieldGroup title={w.signatory}>
          <TextField name="signatory.name" label={w.signatoryName} maxLength={150} />
          <TextField name="signatory.position" label={w.signatoryPosition} maxLength={150} />
          <TextField name="signatory.place" label={w.place} size="medium" maxLength={80} />
        </FieldGroup>
        <p class="hint">{w.makes}</p>
        <Actions>
          <Button>{w.make}</Button>
        </Actions>
      </Form>
    </>
  )
}

/** The office that a form was drawn for and the signatory that it began with, to tell what was typed from what stood there. */
const drawnIn = (values: Values = {}) =>
  Object.fromEntries(
    ['for', 'drawn.name', 'drawn.position', 'drawn.place'].flatMap(name =>
      values[name] === undefined ? [] : [[name, String(values[name])]],
    ),
  )

/** Whose report it is: nothing to choose for one office, a list of some, and of all the country one is sought. */
function OfficeField({ office, offices, chosen }: { office: ReportOffice; offices: readonly ReportOffice[] | null; chosen: unknown }) {
  const w = useWords(words)
  if (offices?.length === 1) return <input type="hidden" name="office" value={office.code} />
  const field = { name: 'office', label: w.office, hint: w.officeHint }
  if (!offices)
    return (
      <ComboField
        {...field}
        hint={w.anyOfficeHint}
        source="/satuan-kerja/pilihan"
        valueLabel={chosen === office.code ? office.name : undefined}
      />
    )
  return <SelectField {...field} options={offices.map(({ code, name }) => ({ value: code, label: name }))} />
}

function Files({ report, kind }: { report: Report; kind?: 'quiet' }) {
  const w = useWords(words)
  return (
    <Actions>
      {forms.map((form, at) =>
        report.files[form] ? (
          <ButtonLink
            kind={kind ?? (at ? 'secondary' : 'primary')}
            href={`/berkas/${report.files[form]}`}
            aria-label={`${w.files} ${w.forms[form]}: ${report.title}`}
          >
            {w.forms[form]}
          </ButtonLink>
        ) : null,
      )}
    </Actions>
  )
}
