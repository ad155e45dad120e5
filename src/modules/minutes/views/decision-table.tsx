import type { ComponentChildren } from 'preact'
import { firstLine } from '../../../platform/values/cut.ts'
import { Badge } from '../../../web/ui/badge.tsx'
import { OneLine } from '../../../web/ui/one-line.tsx'
import { type Column, type Sort, Table } from '../../../web/ui/table.tsx'
import { When } from '../../../web/ui/timeline.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { Decision } from '../schema/decisions.ts'
import { decisionWords } from '../words/decisions.ts'
import { DecisionState } from './decision-state.tsx'

type Props = {
  caption: string
  decisions: readonly Decision[]
  /** Of one meeting: which one is said above. */
  without?: 'meeting' | undefined
  url?: string | undefined
  sort?: Sort | undefined
  empty?: ComponentChildren
}

/** Decisions as rows: what, to whom, with what result, by when, how it stands. Also for other pages. */
export function DecisionTable({ caption, decisions, without, url, sort, empty }: Props) {
  const w = useWords(decisionWords)
  const sorted = url !== undefined
  const columns: Column<Decision>[] = [
    {
      key: 'dibuat',
      label: w.text,
      kind: 'main',
      sort: sorted,
      value: row => (
        <>
          <a href={`/keputusan/${row.id}`} title={firstLine(row.text, 500)}>
            {firstLine(row.text, 140)}
          </a>
          <small class="one-line" title={row.meeting.title}>
            <Badge>{w.kinds[row.kind]}</Badge> {[row.number, without ? '' : row.meeting.title].filter(Boolean).join(' – ')}
          </small>
        </>
      ),
    },
    { key: 'kepada', label: w.addressee, kind: 'about', value: row => (row.addressee ? <OneLine>{row.addressee.name}</OneLine> : '–') },
    { key: 'hasil', label: w.result, value: row => w.results[row.result] },
    {
      key: 'tempo',
      label: w.dueOn,
      kind: 'date',
      sort: sorted,
      value: row => (row.dueOn || row.postponedOn ? <When on={row.dueOn ?? row.postponedOn ?? undefined} short /> : '–'),
    },
    { key: 'status', label: w.status, kind: 'status', value: row => <DecisionState {...row} /> },
  ]
  return <Table caption={caption} quiet columns={columns} rows={decisions} url={url} sort={sort} empty={empty} />
}
