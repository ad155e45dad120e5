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
  /** Forms of one agreement, on its page, are told apart by their cycle; on the page of a partner its name goes without saying. */
  ofOne?: 'agreement' | 'partner' | undefined
  /** What is said beside agreement, side, state and due day. */
  with?: readonly ('cycle' | 'office' | 'score' | 'letter')[]
  action?: ((assignment: AssignmentRow) => ComponentChildren) | undefined
}

/** Forms, one a line: whose, of which agreement, where it is, and until when. */
export function AssignmentTable({ caption, assignments, empty, ofOne, with: more = [], action }: Props) {
  const w = useWords(evaluationWords)
  const { locale } = useViewer()
  const columns: (Column<AssignmentRow> | false)[] = [
    ofOne === 'agreement'
      ? { key: 'cycle', label: w.cycle, kind: 'main', value: ({ id, cycle }) => <a href={`/evaluasi/isian/${id}`}>{cycle.name}</a> }
      : {
          key: 'agreement',
          label: w.columns.agreement,
          kind: 'main',
          value: assignment => <AgreementLink assignment={assignment} partner={ofOne !== 'partner'} />,
        },
    more.includes('cycle') && { key: 'cycle', label: w.cycle, value: ({ cycle }) => <a href={`/evaluasi/${cycle.id}`}>{cycle.name}</a> },
    more.includes('office')
      ? { key: 'side', label: w.sideAndOffice, value: assignment => <SideAndOffice assignment={assignment} /> }
      : { key: 'side', label: w.columns.side, value: assignment => whose(assignment, w.sides) },
    {
      key: 'state',
      label: w.columns.state,
      kind: 'status',
      value: assignment => <State assignment={assignment} letter={more.includes('letter')} />,
    },
    {
      key: 'due',
      label: w.columns.due,
      kind: 'date',
      spare: action !== undefined,
      value: ({ dueOn }) => <Day day={dueOn} />,
    },
    more.includes('score') && {
      key: 'score',
      label: w.columns.score,
      kind: 'number',
      value: ({ score }) => (score === null ? '–' : formatScore(locale, score)),
    },
    action !== undefined && assignments.some(each => action(each)) && { key: 'action', label: '', kind: 'actions', value: action },
  ]
  return <Table caption={caption} quiet rows={assignments} columns={columns.filter(column => column !== false)} empty={empty} />
}

/** Who fills it in: KPU, or the partner; by name where its agreement, named beside it, has several. */
const whose = ({ side, partner, agreement }: AssignmentRow, sides: Record<AssignmentRow['side'], string>): string =>
  partner && partner.name !== agreement.partnerNames ? partner.name : sides[side]

function SideAndOffice({ assignment }: { assignment: AssignmentRow }) {
  const w = useWords(evaluationWords)
  return (
    <>
      {whose(assignment, w.sides)}
      <br />
      <small>{assignment.office.name}</small>
    </>
  )
}

/** Where it is; with `letter` also when it was last written about. */
function State({ assignment, letter }: { assignment: AssignmentRow; letter: boolean }) {
  const w = useWords(evaluationWords)
  const { zone } = useViewer()
  const { lastLetterAt } = assignment
  return (
    <>
      <StateStatus assignment={assignment} />
      {letter && lastLetterAt ? (
        <>
          <br />
          <small>
            {w.lastLetter}{' '}
            <span class="whole">
              <Day day={dayIn(lastLetterAt, zone)} />
            </span>
          </small>
        </>
      ) : null}
    </>
  )
}

const AgreementLink = ({ assignment: { id, agreement }, partner }: { assignment: AssignmentRow; partner: boolean }) => (
  <>
    <a href={`/evaluasi/isian/${id}`}>{agreement.title}</a>
    <br />
    <small>{[agreement.kpuNumber, partner && agreement.partnerNames].filter(Boolean).join(' · ')}</small>
  </>
)
