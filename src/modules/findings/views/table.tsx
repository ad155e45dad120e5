import type { ComponentChildren } from 'preact'
import { dayIn } from '../../../platform/i18n/format.ts'
import { firstLine } from '../../../platform/values/cut.ts'
import { type BulkChoice, useChoiceColumn } from '../../../web/list/selection.tsx'
import { Badge } from '../../../web/ui/badge.tsx'
import { OneLine } from '../../../web/ui/one-line.tsx'
import { type Column, type Sort, Table } from '../../../web/ui/table.tsx'
import { When } from '../../../web/ui/timeline.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { signatureOf } from '../rules.ts'
import type { Finding } from '../schema.ts'
import { words } from '../words.ts'
import { FindingStatusBadge } from './status.tsx'

/** `without` what the page is about already; `alike`: all of these have the same status, which is said above. */
type Props = {
  caption: string
  findings: readonly Finding[]
  without?: 'agreement' | 'office' | 'partner' | undefined
  alike?: boolean
  url?: string | undefined
  sort?: Sort | undefined
  empty?: ComponentChildren
  bulk?: readonly BulkChoice[]
}

/** Findings as rows: what was written, about which agreement, with whom and where, and what became of it. Also for other pages. */
export function FindingTable({ caption, findings, without, alike, url, sort, empty, bulk = [] }: Props) {
  const w = useWords(words)
  const { zone } = useViewer()
  const named = without !== 'partner' && (without !== 'agreement' || partnersIn(findings) > 1)
  const columns: Column<Finding>[] = [
    ...useChoiceColumn<Finding>(bulk, ({ number }) => number),
    { key: 'temuan', label: w.finding, kind: 'main', value: row => <Sentence row={row} /> },
    ...(without === 'agreement'
      ? named
        ? [{ key: 'mitra', label: w.partner, value: (row: Finding) => partnerOf(row) || '–' }]
        : []
      : [
          { key: 'perjanjian', label: named ? w.about : w.agreement, kind: 'about' as const, value: (row: Finding) => aboutOf(row, named) },
        ]),
    ...(without === 'office'
      ? []
      : [{ key: 'satker', label: w.office, sort: url !== undefined, value: (row: Finding) => row.office.name }]),
    {
      key: 'dibuat',
      label: w.created,
      kind: 'date',
      spare: !alike,
      sort: url !== undefined,
      value: row => <When on={dayIn(new Date(row.createdAt), zone)} short />,
    },
    ...(alike
      ? []
      : [{ key: 'status', label: w.status, kind: 'status' as const, value: (row: Finding) => <FindingStatusBadge {...row} /> }]),
  ]
  return <Table caption={caption} quiet columns={columns} rows={findings} url={url} sort={sort} empty={empty} />
}

function Sentence({ row }: { row: Finding }) {
  const w = useWords(words)
  const by = byWhom(row) || (row.side ? w.sides[row.side] : w.bySystem)
  const more = row.category ? `${w.categories[row.category]}, ${by}` : by
  return (
    <>
      <a href={`/temuan/${row.id}`} title={firstLine(row.text, 500)}>
        {firstLine(row.text, 140)}
      </a>
      <small class="one-line" title={more}>
        <Badge>{w.kinds[row.kind]}</Badge> {row.number} – {more}
      </small>
    </>
  )
}

/** Who wrote it, where that is known, and the institution of the side that did, unless it stands in the same row or the page is about it. */
function byWhom(row: Finding): string {
  const { author, office, side } = row
  const institution = author?.institution ?? (side === 'kpu' ? office.name : side === 'partner' ? partnerOf(row) : null)
  const isSaid = institution === partnerOf(row) || institution === office.name
  return signatureOf({ name: author?.name ?? null, institution: isSaid ? null : institution || null })
}

/** The partner that wrote or that it is about, or those of its agreement. */
const partnerOf = ({ partner, agreement }: Finding): string => partner?.name ?? agreement?.partners ?? ''

const partnersIn = (findings: readonly Finding[]): number => new Set(findings.map(partnerOf)).size

/** The agreement with its partner, unless the page is about that; the partner alone where there is no agreement. */
function aboutOf(row: Finding, named: boolean): ComponentChildren {
  const { agreement } = row
  const partner = named ? partnerOf(row) : ''
  if (!agreement) return partner || '–'
  return (
    <>
      <OneLine>{agreement.title}</OneLine>
      {partner ? <OneLine small>{partner}</OneLine> : null}
    </>
  )
}
