import { ButtonLink } from '../../web/ui/button.tsx'
import { Definitions } from '../../web/ui/definitions.tsx'
import { EmptyState } from '../../web/ui/empty-state.tsx'
import { DateField, TextField } from '../../web/ui/field.tsx'
import { type ActiveFilter, FilterBar } from '../../web/ui/filter-bar.tsx'
import { History } from '../../web/ui/history.tsx'
import { Notice } from '../../web/ui/notice.tsx'
import { PageHead, Section } from '../../web/ui/page-head.tsx'
import { Pager } from '../../web/ui/pager.tsx'
import { Table } from '../../web/ui/table.tsx'
import { When } from '../../web/ui/timeline.tsx'
import { withQuery } from '../../web/ui/url.ts'
import { useViewer, useWords, type Viewer } from '../../web/viewer.ts'
import { formatDay, formatNumber, formatTime } from '../i18n/format.ts'
import { type Role, roles } from '../permissions/roles.ts'
import { isId } from '../shapes.ts'
import { codedFields, fieldWords } from './field-words.ts'
import type { AuditLine, HistoryLine, Verification } from './shapes.ts'
import { actionIn, kindIn, words } from './words.ts'

type Query = { [name in 'q' | 'kantor' | 'jenis' | 'data' | 'tindakan' | 'sejak' | 'sampai']?: string | undefined }
type TrailProps = { lines: AuditLine[]; next: number | null; previous: number | null; url: string; values: Query; mayVerify: boolean }

export function AuditTrail({ lines, next, previous, url, values, mayVerify }: TrailProps) {
  const w = useWords(words)
  const viewer = useViewer()
  const to = (number: number | null, name: string) => number && withQuery(url, { sesudah: null, sebelum: null, [name]: number })
  return (
    <>
      <PageHead title={w.title} lead={w.lead}>
        {mayVerify ? <ButtonLink href="/jejak/pemeriksaan">{w.verify}</ButtonLink> : null}
      </PageHead>
      <FilterBar url={url} values={values} search={w.search} active={activeIn(values, w, viewer)}>
        <TextField name="kantor" label={w.office} hint={w.officeHint} optional size="medium" />
        <TextField name="jenis" label={w.kind} optional size="medium" />
        <TextField name="tindakan" label={w.operation} hint={w.operationHint} optional size="medium" />
        <DateField name="sejak" label={w.from} optional />
        <DateField name="sampai" label={w.to} optional />
      </FilterBar>
      <Table
        caption={w.title}
        quiet
        rows={lines}
        columns={[
          {
            key: 'what',
            label: w.what,
            kind: 'main',
            value: line => <a href={historyHref(line.subject)}>{actionIn(viewer.locale, line.operation, line.subject.kind)}</a>,
          },
          { key: 'subject', label: w.subject, value: line => line.subject.name ?? '–' },
          { key: 'changes', label: w.changes, value: line => <Changed line={line} /> },
          { key: 'who', label: w.who, value: line => `${line.person.name} (${w.doors[line.door]})` },
          { key: 'when', label: w.when, kind: 'date', value: line => <When at={line.at} short /> },
        ]}
        empty={<EmptyState title={w.none}>{w.noneHint}</EmptyState>}
      />
      <Pager previous={to(previous, 'sebelum') || null} next={to(next, 'sesudah') || null} />
    </>
  )
}

function activeIn(values: Query, w: (typeof words)['id'], { locale }: Viewer): ActiveFilter[] {
  const said: [keyof Query, string][] = [
    ['kantor', w.office],
    ['jenis', w.kind],
    ['data', w.id],
    ['tindakan', w.operation],
    ['sejak', w.from],
    ['sampai', w.to],
  ]
  return said.flatMap(([name, label]) => {
    const value = values[name]
    const shown = name === 'jenis' && value ? kindIn(locale, value) : value
    return value ? [{ label: `${label}: ${shown}`, parameters: [name] }] : []
  })
}

/** The first fields that changed, in short; identifiers say nothing to anybody and stand in the history. */
function Changed({ line }: { line: AuditLine }) {
  const viewer = useViewer()
  const told = Object.entries(line.changes).filter(([, [, after]]) => !isId(after))
  const shown = told.slice(0, 3)
  const rest = told.length - shown.length
  const short = (value: unknown, field: string) => clip(valueIn(value, viewer, field), 40)
  const said = shown.map(
    ([field, [before, after]]) => `${fieldIn(field, viewer)}: ${before === null ? '' : `${short(before, field)} → `}${short(after, field)}`,
  )
  return <>{[...said, ...(rest > 0 ? [`+${rest}`] : [])].join(' · ')}</>
}

type HistoryProps = {
  label: string
  lines: readonly HistoryLine[]
  /** What each field is called, by its name in the line. */
  fields?: Readonly<Record<string, string>> | undefined
}

/** The history of one thing for its own page: what `audit.history` answers; nothing when there is nothing to read. */
export function HistoryList({ label, lines, fields = {} }: HistoryProps) {
  const viewer = useViewer()
  if (lines.length === 0) return null
  const revisions = lines.map(line => ({
    at: line.at,
    by: line.person.name,
    what: actionIn(viewer.locale, line.operation, line.subject.kind),
    changes: Object.entries(line.changes).map(([field, [before, after]]) => ({
      field: fieldIn(field, viewer, fields),
      ...(before === null ? {} : { before: clip(valueIn(before, viewer, field), 400) }),
      ...(after === null ? {} : { after: clip(valueIn(after, viewer, field), 400) }),
    })),
  }))
  return <History label={label} revisions={revisions} />
}

/** The history as the last part of a page, folded away; nothing for those who may not read it. */
export function HistorySection({ lines, fields }: Omit<HistoryProps, 'label'>) {
  const w = useWords(words)
  if (lines.length === 0) return null
  return (
    <details class="part">
      <summary>
        {w.history} ({lines.length})
      </summary>
      <HistoryList label={w.history} lines={lines} fields={fields} />
    </details>
  )
}

export function SubjectHistory({ kind, lines, older }: { kind: string; lines: HistoryLine[]; older: string | null }) {
  const w = useWords(words)
  const viewer = useViewer()
  return (
    <>
      <PageHead title={w.historyOf(kindIn(viewer.locale, kind))} lead={w.lead} />
      {lines.length ? <HistoryList label={w.history} lines={lines} /> : <EmptyState title={w.none}>{w.noneHint}</EmptyState>}
      {lines.some(({ revisions }) => revisions.length) ? (
        <Section title={w.earlier}>
          {lines.flatMap(line =>
            line.revisions.map(revision => (
              <details>
                <summary>
                  <When at={line.at} /> · {line.person.name}
                </summary>
                <Definitions items={Object.entries(revision.before).map(([term, value]) => ({ term, value: valueIn(value, viewer) }))} />
              </details>
            )),
          )}
        </Section>
      ) : null}
      <Pager next={older} />
    </>
  )
}

export function VerificationView({ result }: { result: Verification }) {
  const w = useWords(words)
  const { locale } = useViewer()
  const { lines, head, broken } = result
  return (
    <>
      <PageHead title={w.verify} />
      {broken ? (
        <Notice kind="error" title={w.broken}>
          {w.brokenText(formatNumber(locale, broken.id), w.why[broken.why])}
        </Notice>
      ) : (
        <Notice kind="success" title={w.verified}>
          {w.verifiedText(formatNumber(locale, lines))}
        </Notice>
      )}
      <Definitions items={[{ term: w.head, value: <code>{head}</code> }]} />
      <p class="hint">{w.headHint}</p>
    </>
  )
}

const historyHref = ({ kind, id }: { kind: string; id: string }): string => `/jejak/${encodeURIComponent(kind)}/${encodeURIComponent(id)}`
const clip = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text)

/** A field by the name that people know it by, `own` first. */
const fieldIn = (field: string, { locale }: Viewer, own: Readonly<Record<string, string>> = {}): string =>
  own[field] ?? (fieldWords[locale].fields as Record<string, string>)[camel(field)] ?? field

const camel = (field: string): string => field.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

/** A stored value as people read it: days, times and roles in words, groups as they are. */
function valueIn(value: unknown, { locale, zone }: Viewer, field = ''): string {
  const w = words[locale]
  if (value === null || value === undefined || value === '') return w.nothing
  if (typeof value === 'boolean') return value ? w.yes : w.no
  if (typeof value === 'number') return formatNumber(locale, value, 6)
  if (typeof value !== 'string') return JSON.stringify(value)
  if (codedFields.has(camel(field))) return (fieldWords[locale].values as Record<string, string>)[value] ?? value
  if (field === 'role' && value in roles) return roles[value as Role].name[locale]
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDay(locale, value, 'short')
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})$/.test(value)) return formatTime(locale, value, zone, 'short')
  return value
}
