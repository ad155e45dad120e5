import type { ComponentChildren } from 'preact'
import { dayIn } from '../../../platform/i18n/format.ts'
import { type BulkChoice, useChoiceColumn } from '../../../web/list/selection.tsx'
import { Badge } from '../../../web/ui/badge.tsx'
import { OneLine } from '../../../web/ui/one-line.tsx'
import { type Column, type Sort, Table } from '../../../web/ui/table.tsx'
import { When } from '../../../web/ui/timeline.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { aboutOf } from '../rules.ts'
import type { FollowUp, FollowUpLine } from '../schema.ts'
import { words } from '../words.ts'
import { useGrounds } from './grounds.tsx'
import { FollowUpState, useTimeLeft } from './state.tsx'

type Row = FollowUp & { grounds?: FollowUpLine['grounds'] }
export type Known = 'agreement' | 'partner' | 'office'
/** `without` what the page is about already. */
type Props = {
  caption: string
  followUps: readonly Row[]
  without?: Known | undefined
  url?: string | undefined
  sort?: Sort | undefined
  empty?: ComponentChildren
  bulk?: readonly BulkChoice[]
}

/** Follow-ups as rows: what and what for, about which agreement and partner, by whom, by when, how it stands. Also for the modules that lead to follow-ups. */
export function FollowUpTable({ caption, followUps, without, url, sort, empty, bulk = [] }: Props) {
  const w = useWords(words)
  const left = useTimeLeft()
  const grounds = useGrounds()
  const { zone } = useViewer()
  const columns: Column<Row>[] = [
    ...useChoiceColumn<Row>(bulk, ({ number }) => number),
    {
      key: 'tindakan',
      label: w.action,
      kind: 'main',
      value: row => (
        <>
          <a href={`/tindak-lanjut/${row.id}`}>{row.action}</a>
          <small class="one-line" title={grounds(row) || undefined}>
            {row.important ? <Badge>{w.important}</Badge> : null} {[row.number, grounds(row)].filter(Boolean).join(' – ')}
          </small>
        </>
      ),
    },
    {
      key: 'perjanjian',
      label: without === 'agreement' ? w.office : without === 'partner' ? w.agreement : w.about,
      kind: 'about',
      value: row => <About row={row} without={without} />,
    },
    {
      key: 'pemilik',
      label: w.owner,
      sort: url !== undefined,
      value: row => row.owner.name,
    },
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
          {sort?.key === 'dibuat' ? (
            <>
              <br />
              <small>
                {w.created} <When on={dayIn(new Date(row.createdAt), zone)} short />
              </small>
            </>
          ) : null}
        </div>
      ),
    },
    { key: 'status', label: w.state, kind: 'status', value: row => <FollowUpState {...row} /> },
  ]
  return <Table caption={caption} quiet columns={columns} rows={followUps} url={url} sort={sort} empty={empty} />
}

/** The partner, what was agreed with it, and who acts on it, but for what the page is about: of an agreement both it and its partner. */
function About({ row, without }: { row: Row; without: Known | undefined }) {
  const { agreement, partner } = aboutOf(row)
  const [first, ...rest] = [
    without === 'agreement' || without === 'partner' ? undefined : partner?.name,
    without === 'agreement' ? undefined : agreement?.name,
    without === 'office' ? undefined : row.office.name,
  ].filter(name => name !== undefined)
  if (first === undefined) return '–'
  return (
    <>
      <OneLine>{first}</OneLine>
      {rest.map(name => (
        <OneLine small>{name}</OneLine>
      ))}
    </>
  )
}
