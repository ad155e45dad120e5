import { formatNumber, formatScore, formatShare, formatTime } from '../../../platform/i18n/format.ts'
import { Definitions } from '../../../web/ui/definitions.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { Table } from '../../../web/ui/table.tsx'
import { ThingList } from '../../../web/ui/thing-list.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { enough } from '../rules/conclusions.ts'
import type { PartFigures, SharedPart, SharedReport } from '../schema.ts'
import { words } from '../words.ts'

/** Reports of offices above that are shared with the reader, or why there is none. */
export function SharedReports({ reports }: { reports: SharedReport[] }) {
  const w = useWords(words)
  const { locale, zone } = useViewer()
  return (
    <Section title={w.sharedReports}>
      {reports.length ? (
        <ThingList
          label={w.sharedReports}
          things={reports.map(report => ({
            href: `/laporan/${report.id}/bagian`,
            head: report.title,
            about: `${report.number} · ${report.office.name}`,
            aside: formatTime(locale, report.sharedAt, zone, 'short'),
          }))}
        />
      ) : (
        <EmptyState title={w.noneShared}>{w.noneSharedHint}</EmptyState>
      )}
    </Section>
  )
}

/** The figures of one's own offices out of a shared report, beside those of all its offices. */
export function SharedPartPage({ part }: { part: SharedPart }) {
  const w = useWords(words)
  const { locale, zone } = useViewer()
  const { own, whole, offices } = part
  return (
    <>
      <PageHead title={part.title} lead={w.partLead} />
      <Definitions
        items={[
          { term: w.number, value: part.number },
          { term: w.office, value: part.office.name },
          { term: w.cycle, value: part.cycle.name },
          { term: w.cutoff, value: part.cutoffAt && formatTime(locale, part.cutoffAt, zone) },
          { term: w.sharing, value: w.sharedOn({ at: formatTime(locale, part.sharedAt, zone), by: part.sharedBy ?? 'none' }) },
          { term: w.hash, value: part.hash && <code>{part.hash}</code> },
        ]}
      />
      {own.offices ? <Beside part={part} /> : <EmptyState title={w.nothingOfYours} />}
      {whole.kpuScore === null || whole.partnerScore === null ? <p>{w.hidden({ enough })}</p> : null}
      {offices.length > 1 ? (
        <Section title={w.byOffice}>
          <Table
            caption={w.byOffice}
            quiet
            rows={offices}
            columns={[
              { key: 'name', label: w.office, kind: 'main', value: row => row.name },
              ...measuresOf(w, locale).map(({ key, label, of }) => ({ key, label, kind: 'number' as const, value: of })),
            ]}
          />
        </Section>
      ) : null}
    </>
  )
}

type Row = Omit<PartFigures, 'offices'>
type Measure = { key: string; label: string; of: (row: Row) => string }

function measuresOf(w: (typeof words)['id'], locale: ReturnType<typeof useViewer>['locale']): Measure[] {
  const score = (value: number | null) => (value === null ? '–' : formatScore(locale, value))
  const count = (value: number) => formatNumber(locale, value)
  const share = (part: number, whole: number) =>
    whole ? `${formatShare(locale, part, whole)} (${w.partOfWhole({ part, whole })})` : w.partOfWhole({ part, whole })
  return [
    { key: 'submitted', label: w.measures.submitted, of: row => share(row.submitted, row.targets) },
    { key: 'kpu', label: w.measures.kpuScore, of: row => score(row.kpuScore) },
    { key: 'partner', label: w.measures.partnerScore, of: row => score(row.partnerScore) },
    { key: 'findings', label: w.measures.findings, of: row => count(row.findings) },
    { key: 'obstacles', label: w.measures.obstacles, of: row => count(row.obstacles) },
    { key: 'done', label: w.measures.done, of: row => share(row.done, row.followUps) },
    { key: 'overdue', label: w.measures.overdue, of: row => count(row.overdue) },
  ]
}

function Beside({ part: { own, whole, offices } }: { part: SharedPart }) {
  const w = useWords(words)
  const { locale } = useViewer()
  const only = offices.length === 1 ? offices[0]!.name : w.yours
  return (
    <Section title={only}>
      <Table
        caption={only}
        quiet
        rows={measuresOf(w, locale)}
        columns={[
          { key: 'measure', label: w.measure, kind: 'main', value: row => row.label },
          { key: 'own', label: w.yours, kind: 'number', value: row => row.of(own) },
          { key: 'whole', label: w.all, kind: 'number', value: row => row.of(whole) },
        ]}
      />
    </Section>
  )
}
