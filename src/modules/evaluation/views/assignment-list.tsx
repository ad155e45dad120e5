import { mostCounted } from '../../../platform/database/keyset.ts'
import { SelectField, TickField } from '../../../web/ui/choice-field.tsx'
import { Total } from '../../../web/ui/count.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { Exports } from '../../../web/ui/exports.tsx'
import { type ActiveFilter, FilterBar } from '../../../web/ui/filter-bar.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Pager } from '../../../web/ui/pager.tsx'
import { withQuery } from '../../../web/ui/url.ts'
import { useWords } from '../../../web/viewer.ts'
import { type Side, sides } from '../../questionnaires/schema.ts'
import { AssignmentFilter, type AssignmentRow } from '../schema.ts'
import { evaluationWords } from '../words.ts'
import { AssignmentTable } from './assignment-table.tsx'
import { InviteButton } from './invite-button.tsx'

type Props = {
  url: string
  /** As they stand in the address. */
  query: Readonly<Record<string, string | undefined>>
  cycle: { id: string; name: string } | null
  /** The name of the province or office that is filtered by. */
  place: string | null
  assignments: readonly AssignmentRow[]
  total: number
  next: string | null
  previous: string | null
  exports: Partial<Record<'csv' | 'xlsx', string>> | null
  mayInvite: (assignment: AssignmentRow) => boolean
}

/** Forms in reach, filtered: who has answered, who has not, and whom to write to again. */
export function AssignmentList({ url, query, cycle, place, assignments, total, next, previous, exports, mayInvite }: Props) {
  const w = useWords(evaluationWords)
  const among = (
    [
      ['siklus', w.cycle, cycle?.name],
      ['provinsi', w.province, query.satker ? query.provinsi : place],
      ['satker', w.columns.office, place],
      ['perjanjian', w.columns.agreement, assignments[0]?.agreement.title],
    ] as const
  ).flatMap(([parameter, label, name]) =>
    query[parameter] ? [{ parameter, id: query[parameter], label, name: name ?? query[parameter] }] : [],
  )
  const active: ActiveFilter[] = [
    ...(query.q ? [{ label: `“${query.q}”`, parameters: ['q'] }] : []),
    ...(query.saya ? [{ label: w.mine, parameters: ['saya'] }] : []),
    ...(query.pihak ? [{ label: w.sides[query.pihak as Side] ?? query.pihak, parameters: ['pihak'] }] : []),
    ...(query.keadaan ? [{ label: w.filters[query.keadaan as AssignmentFilter] ?? query.keadaan, parameters: ['keadaan'] }] : []),
    ...(query.berjalan ? [{ label: w.running, parameters: ['berjalan'] }] : []),
    ...among.map(({ parameter, label, name }) => ({ label: `${label}: ${name}`, parameters: [parameter] })),
  ]
  const page = (cursor: Record<string, string | null>) => withQuery(url, { sesudah: null, sebelum: null, ...cursor })
  return (
    <>
      <PageHead
        title={w.list}
        lead={
          <Total value={total} more={total >= mostCounted}>
            {w.forms}
          </Total>
        }
      />
      <FilterBar url={url} values={{ ...query }} active={active} search={w.search}>
        <SelectField
          name="keadaan"
          label={w.columns.state}
          optional
          placeholder={w.all}
          options={AssignmentFilter.options.map(value => ({ value, label: w.filters[value] }))}
        />
        <SelectField
          name="pihak"
          label={w.columns.side}
          optional
          placeholder={w.all}
          options={sides.map(value => ({ value, label: w.sides[value] }))}
        />
        {among.map(({ parameter, id, label, name }) => (
          <SelectField name={parameter} label={label} optional placeholder={w.all} options={[{ value: id, label: name }]} />
        ))}
        <TickField name="saya" label={w.mine} />
        <TickField name="berjalan" label={w.running} />
      </FilterBar>
      <AssignmentTable
        caption={w.list}
        assignments={assignments}
        with={cycle ? ['office', 'score', 'letter'] : ['cycle', 'office', 'score']}
        empty={<EmptyState title={w.listNone}>{active.length ? w.listNoneFiltered : w.mineHint}</EmptyState>}
        action={assignment =>
          assignment.side === 'partner' && assignment.state !== 'submitted' && mayInvite(assignment) ? (
            <InviteButton assignment={assignment} />
          ) : null
        }
      />
      <Pager previous={previous && page({ sebelum: previous })} next={next && page({ sesudah: next })} />
      {exports ? <Exports hrefs={exports} /> : null}
    </>
  )
}
