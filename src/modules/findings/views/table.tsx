import type { ComponentChildren } from 'preact'
import { dayIn } from '../../../platform/i18n/format.ts'
import { Badge } from '../../../web/ui/badge.tsx'
import { type Column, type Sort, Table } from '../../../web/ui/table.tsx'
import { When } from '../../../web/ui/timeline.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { firstLine, signatureOf } from '../rules.ts'
import type { Finding } from '../schema.ts'
import { words } from '../words.ts'
import { FindingStatusBadge } from './status.tsx'

type Props = { caption: string; findings: readonly Finding[]; url?: string | undefined; sort?: Sort | undefined; empty?: ComponentChildren }

/** Findings as rows: what was written, where, of what kind, and what became of it. Also for the modules that lead to findings. */
export function FindingTable({ caption, findings, url, sort, empty }: Props) {
  const w = useWords(words)
  const { zone } = useViewer()
  const columns: Column<Finding>[] = [
    {
      key: 'temuan',
      label: w.finding,
      kind: 'main',
      value: row => (
        <>
          <a href={`/temuan/${row.id}`}>{firstLine(row.text, 140)}</a>
          <br />
          <small>{row.number}</small> <Badge>{w.kinds[row.kind]}</Badge> <small>{row.author ? signatureOf(row.author) : w.bySystem}</small>
        </>
      ),
    },
    { key: 'kategori', label: w.category, value: row => (row.category ? w.categories[row.category] : '–') },
    {
      key: 'satker',
      label: w.office,
      value: row => (
        <div>
          {row.office.name}
          {row.partner ? (
            <>
              <br />
              <small>{row.partner.name}</small>
            </>
          ) : null}
        </div>
      ),
    },
    {
      key: 'dibuat',
      label: w.created,
      kind: 'date',
      sort: url !== undefined,
      value: row => <When on={dayIn(new Date(row.createdAt), zone)} short />,
    },
    { key: 'status', label: w.status, kind: 'status', value: row => <FindingStatusBadge {...row} /> },
  ]
  return <Table caption={caption} quiet columns={columns} rows={findings} url={url} sort={sort} empty={empty} />
}
