import type { ComponentChildren } from 'preact'
import { dayIn, formatScore } from '../../../platform/i18n/format.ts'
import { type Column, Table } from '../../../web/ui/table.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import type { AssignmentRow } from '../schema.ts'
import { evaluationWords } from '../words.ts'
import { Day, StateStatus } from './status.tsx'

type Props = {
  caption: string
  assignments: readonly AssignmentRow[]
  empty: ComponentChildren
  /** Forms of one agreement, on its page, are told apart by their cycle. */
  ofOne?: boolean
  /** Which columns beside agreement, state and due day. */
  with?: readonly ('cycle' | 'office' | 'score' | 'letter')[]
  action?: ((assignment: AssignmentRow) => ComponentChildren) | undefined
}

/** Forms, one a line: whose, of which agreement, where it is, and until when. */
export function AssignmentTable({ caption, assignments, empty, ofOne = false, with: more = [], action }: Props) {
  const w = useWords(evaluationWords)
  const { locale, zone } = useViewer()
  const columns: (Column<AssignmentRow> | false)[] = [
    ofOne
      ? { key: 'cycle', label: w.cycle, kind: 'main', value: ({ id, cycle }) => <a href={`/evaluasi/isian/${id}`}>{cycle.name}</a> }
      : { key: 'agreement', label: w.columns.agreement, kind: 'main', value: assignment => <AgreementLink assignment={assignment} /> },
    more.includes('cycle') && { key: 'cycle', label: w.cycle, value: ({ cycle }) => <a href={`/evaluasi/${cycle.id}`}>{cycle.name}</a> },
    more.includes('office') && { key: 'office', label: w.columns.office, value: ({ office }) => office.name },
    { key: 'side', label: w.columns.side, value: assignment => whose(assignment, w.sides.kpu) },
    { key: 'state', label: w.columns.state, kind: 'status', value: assignment => <StateStatus assignment={assignment} /> },
    { key: 'due', label: w.columns.due, kind: 'date', value: ({ dueOn }) => <Day day={dueOn} /> },
    more.includes('score') && {
      key: 'score',
      label: w.columns.score,
      kind: 'number',
      value: ({ score }) => (score === null ? '–' : formatScore(locale, score)),
    },
    more.includes('letter') && {
      key: 'letter',
      label: w.lastLetter,
      kind: 'date',
      value: ({ lastLetterAt }) => (lastLetterAt ? <Day day={dayIn(lastLetterAt, zone)} /> : '–'),
    },
    action !== undefined && { key: 'action', label: '', kind: 'actions', value: action },
  ]
  return <Table caption={caption} quiet rows={assignments} columns={columns.filter(column => column !== false)} empty={empty} />
}

/** Who fills it in: KPU, or the partner by name. */
const whose = ({ partner }: AssignmentRow, kpu: string): string => partner?.name ?? kpu

const AgreementLink = ({ assignment: { id, agreement } }: { assignment: AssignmentRow }) => (
  <>
    <a href={`/evaluasi/isian/${id}`}>{agreement.title}</a>
    <br />
    <small>{[agreement.kpuNumber, agreement.partnerNames].filter(Boolean).join(' · ')}</small>
  </>
)
