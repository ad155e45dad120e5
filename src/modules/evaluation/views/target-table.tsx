import type { ComponentChildren } from 'preact'
import { formatNumber, formatTime } from '../../../platform/i18n/format.ts'
import { type Column, Table } from '../../../web/ui/table.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import type { TargetRow } from '../schema.ts'
import { evaluationWords } from '../words.ts'
import { Day, StateStatus } from './status.tsx'

type Props = {
  caption: string
  targets: readonly TargetRow[]
  empty: ComponentChildren
  /** Which columns beside agreement, state and due day. */
  with?: readonly ('cycle' | 'office' | 'score' | 'letter')[]
  action?: ((target: TargetRow) => ComponentChildren) | undefined
}

/** Forms, one a line: whose, of which agreement, where it is, and until when. */
export function TargetTable({ caption, targets, empty, with: more = [], action }: Props) {
  const w = useWords(evaluationWords)
  const { locale, zone } = useViewer()
  const columns: (Column<TargetRow> | false)[] = [
    { key: 'agreement', label: w.columns.agreement, kind: 'main', value: target => <AgreementLink target={target} /> },
    more.includes('cycle') && { key: 'cycle', label: w.cycle, value: ({ cycle }) => <a href={`/evaluasi/${cycle.id}`}>{cycle.name}</a> },
    more.includes('office') && { key: 'office', label: w.columns.office, value: ({ office }) => office.name },
    { key: 'side', label: w.columns.side, value: target => whose(target, w.sides.kpu) },
    { key: 'state', label: w.columns.state, kind: 'status', value: target => <StateStatus target={target} /> },
    { key: 'due', label: w.columns.due, kind: 'date', value: ({ dueOn }) => <Day day={dueOn} /> },
    more.includes('score') && {
      key: 'score',
      label: w.columns.score,
      kind: 'number',
      value: ({ score }) => (score === null ? '–' : formatNumber(locale, score, 2)),
    },
    more.includes('letter') && {
      key: 'letter',
      label: w.lastLetter,
      kind: 'date',
      value: ({ lastLetterAt }) => (lastLetterAt ? formatTime(locale, lastLetterAt, zone, 'short') : '–'),
    },
    action !== undefined && { key: 'action', label: '', kind: 'actions', value: action },
  ]
  return <Table caption={caption} quiet rows={targets} columns={columns.filter(column => column !== false)} empty={empty} />
}

/** Who fills it in: KPU, or the partner by name. */
const whose = ({ partner }: TargetRow, kpu: string): string => partner?.name ?? kpu

const AgreementLink = ({ target: { id, agreement } }: { target: TargetRow }) => (
  <>
    <a href={`/evaluasi/isian/${id}`}>{agreement.title}</a>
    <small class="place">{[agreement.kpuNumber, agreement.partnerNames].filter(Boolean).join(' · ')}</small>
  </>
)
