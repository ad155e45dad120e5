import type { ComponentChildren } from 'preact'
import { formatNumber } from '../../../platform/i18n/format.ts'
import { firstLine } from '../../../platform/values/cut.ts'
import { everything, type ListQuery } from '../../../web/list/list.ts'
import { firstPage } from '../../../web/list/read.ts'
import type { BulkChoice } from '../../../web/list/selection.tsx'
import { Badge, Status } from '../../../web/ui/badge.tsx'
import { CountLink } from '../../../web/ui/count.tsx'
import { type Column, Table } from '../../../web/ui/table.tsx'
import { withQuery } from '../../../web/ui/url.ts'
import { useViewer, useWords } from '../../../web/viewer.ts'
import type { FindingGroup } from '../schema.ts'
import { words } from '../words.ts'
import { toneOf } from './status.tsx'

type Props = { groups: readonly FindingGroup[]; asked: ListQuery; bulk: readonly BulkChoice[]; empty: ComponentChildren }

/** The same sentence of many as one line, which leads to all who said it. */
export function GroupTable({ groups, asked, bulk, empty }: Props) {
  const w = useWords(words)
  const { locale } = useViewer()
  const status = asked.values.status ?? everything
  const listOf = ({ id }: FindingGroup) => withQuery(asked.url, { ...firstPage, tampil: null, kalimat: id, status })
  const number = (value: number) => formatNumber(locale, value)
  const columns: Column<FindingGroup>[] = [
    {
      key: 'kalimat',
      label: w.sentence,
      kind: 'main',
      value: row => (
        <>
          <CountLink href={listOf(row)} count={row.count}>
            {firstLine(row.text, 200)}
          </CountLink>
          <br />
          {row.kinds.map(kind => (
            <>
              <Badge>{w.kinds[kind]}</Badge>{' '}
            </>
          ))}
        </>
      ),
    },
    { key: 'jumlah', label: w.findings, kind: 'number', value: row => number(row.count) },
    { key: 'satker', label: w.offices, kind: 'number', value: row => number(row.offices) },
    { key: 'mitra', label: w.partners, kind: 'number', value: row => number(row.partners) },
    ...(status === everything
      ? [{ key: 'status', label: w.status, kind: 'status' as const, value: (row: FindingGroup) => <Split row={row} /> }]
      : []),
    ...(bulk.length
      ? [
          {
            key: 'tindakan',
            label: '',
            kind: 'actions' as const,
            value: (row: FindingGroup) => <Acts row={row} asked={asked} bulk={bulk} />,
          },
        ]
      : []),
  ]
  return <Table caption={w.groups} quiet columns={columns} rows={groups} empty={empty} />
}

const order = ['open', 'underway', 'done', 'noted', 'dismissed'] as const

function Split({ row: { statuses } }: { row: FindingGroup }) {
  const w = useWords(words)
  const { locale } = useViewer()
  return (
    <span class="statuses">
      {order
        .filter(status => statuses[status])
        .map(status => (
          <>
            <Status tone={toneOf(status)}>{`${formatNumber(locale, statuses[status])} ${w.statuses[status].toLowerCase()}`}</Status>{' '}
          </>
        ))}
    </span>
  )
}

/** What can be done to all of a group at once, as from the list of them. */
function Acts({ row, asked, bulk }: { row: FindingGroup; asked: ListQuery; bulk: readonly BulkChoice[] }) {
  const { sort: _, ...asks } = asked.asks
  const filter = new URLSearchParams(Object.entries({ ...asks, sentence: row.id }).map(([name, value]) => [name, String(value)]))
  return (
    <form class="actions" action="/massal/baru" novalidate>
      <input type="hidden" name="semua" value="ya" />
      <input type="hidden" name="saring" value={filter.toString()} />
      <input type="hidden" name="dari" value={asked.url} />
      {bulk.map(({ kind, label }) => (
        <button class="button quiet" name="tindakan" value={kind}>
          {label}…
        </button>
      ))}
    </form>
  )
}
