import { mostCounted } from '../../../platform/database/keyset.ts'
import { formatNumber } from '../../../platform/i18n/format.ts'
import { Exports } from '../../../web/list/exports.tsx'
import { FilterBar, isFiltered } from '../../../web/list/filter-bar.tsx'
import { Found } from '../../../web/list/found.tsx'
import type { ListQuery } from '../../../web/list/list.ts'
import { Pager } from '../../../web/list/pager.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { KeepForms } from '../../device/views.tsx'
import type { AssignmentRow } from '../schema.ts'
import { evaluationWords } from '../words.ts'
import { AssignmentTable } from './assignment-table.tsx'
import { InviteButton } from './invite-button.tsx'
import { assignmentList } from './listing.ts'

type Props = {
  asked: ListQuery
  cycle: { id: string; name: string } | null
  /** The name of the province or office that is filtered by. */
  place: string | null
  partner: string | null
  assignments: readonly AssignmentRow[]
  total: number
  hasLetters: boolean
  next: string | null
  previous: string | null
  mayInvite: (assignment: AssignmentRow) => boolean
}

/** Forms in reach, filtered: who has answered, who has not, and whom to write to again. */
export function AssignmentList({ asked, cycle, place, partner, assignments, total, hasLetters, next, previous, mayInvite }: Props) {
  const w = useWords(evaluationWords)
  const { locale } = useViewer()
  const { cycle: id, ...asks } = asked.asks
  const isCounted = total < mostCounted
  const turning = { url: asked.url, previous, next, total, more: !isCounted }
  return (
    <>
      <PageHead title={w.list} lead={w.listOrder} />
      <FilterBar
        list={assignmentList}
        asked={asked}
        names={{
          siklus: cycle?.name,
          provinsi: asked.values.satker ? asked.values.provinsi : place,
          satker: place,
          perjanjian: assignments[0]?.agreement.title,
          mitra: partner,
        }}
      />
      <Found
        total={total}
        turning={turning}
        exports={cycle ? <Exports asks={asks} path={`/api/v1/cycles/${id}/responses`} formats={['csv', 'xlsx']} /> : null}
      >
        {formatNumber(locale, total)}
        {isCounted ? '' : '+'} {w.ofForms({ count: total })}
      </Found>
      {assignments.some(({ state, phase }) => state !== 'submitted' && phase !== 'closed') && asks.mine ? (
        <KeepForms path="/evaluasi/isian" />
      ) : null}
      <AssignmentTable
        caption={w.list}
        assignments={assignments}
        with={cycle ? ['office', 'score', ...(hasLetters ? (['letter'] as const) : [])] : ['cycle', 'office', 'score']}
        empty={<EmptyState title={w.listNone}>{isFiltered(assignmentList, asked) ? w.listNoneFiltered : w.mineHint}</EmptyState>}
        action={assignment => (assignment.state !== 'submitted' && mayInvite(assignment) ? <InviteButton assignment={assignment} /> : null)}
      />
      <Pager {...turning} sizes />
    </>
  )
}
