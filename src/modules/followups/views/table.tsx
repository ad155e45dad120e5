import type { ComponentChildren } from 'preact'
import { type BulkChoice, useChoiceColumn } from '../../../web/list/selection.tsx'
import { Badge } from '../../../web/ui/badge.tsx'
import { type Column, type Sort, Table } from '../../../web/ui/table.tsx'
import { When } from '../../../web/ui/timeline.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { FollowUp } from '../schema.ts'
import { words } from '../words.ts'
import { FollowUpState, useTimeLeft } from './state.tsx'

type Props = {
  caption: string
  followUps: readonly FollowUp[]
  url?: string | undefined
  sort?: Sort | undefined
  empty?: ComponentChildren
  bulk?: readonly BulkChoice[]
}

/** Follow-ups as rows: what, by whom, by when, how it stands. Also for the modules that lead to follow-ups. */
export function FollowUpTable({ caption, followUps, url, sort, empty, bulk = [] }: Props) {
  const w = useWords(words)
  const left = useTimeLeft()
  const columns: Column<FollowUp>[] = [
    {
      key: 'tindakan',
      label: w.action,
      kind: 'main',
      value: row => (
        <>
          <a href={`/tindak-lanjut/${row.id}`}>{row.action}</a>
          <br />
          <small>{row.number}</small> {row.important ? <Badge>{w.important}</Badge> : null}
        </>
      ),
    },
    { key: 'pemilik', label: w.owner, value: row => row.owner.name },
    { key: 'satker', label: w.office, value: row => row.office.name },
    {
      key: 'tempo',
      label: w.due,
      kind: 'date',
      sort: url !== undefined,
      value: row => (
        <div>
          <When on={row.dueOn} short />
          {row.overdue || row.daysLeft === null ? null : (
            <>
              <br />
              <small>{left(row)}</small>
            </>
          )}
        </div>
      ),
    },
    { key: 'status', label: w.state, kind: 'status', value: row => <FollowUpState {...row} /> },
    ...useChoiceColumn<FollowUp>(bulk, ({ number }) => number),
  ]
  return <Table caption={caption} quiet columns={columns} rows={followUps} url={url} sort={sort} empty={empty} />
}
