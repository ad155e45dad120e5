import { formatDay, formatNumber } from '../../../platform/i18n/format.ts'
import { type ListQuery, plainList } from '../../../web/list/list.ts'
import { Pager } from '../../../web/list/pager.tsx'
import { Unknown } from '../../../web/list/unknown.tsx'
import { ButtonLink } from '../../../web/ui/button.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { Table } from '../../../web/ui/table.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { words as frame } from '../../../web/words.ts'
import type { AssignmentRow, Cycle } from '../schema.ts'
import { evaluationWords } from '../words.ts'
import { AssignmentTable } from './assignment-table.tsx'
import { Day, PhaseStatus } from './status.tsx'

type Props = {
  mine: readonly AssignmentRow[]
  mineTotal: number
  cycles: readonly Cycle[]
  next: string | null
  previous: string | null
  asked: ListQuery
  mayPlan: boolean
}

/** What waits for me first; then the cycles and how far each is. */
export function CyclesView({ mine, mineTotal, cycles, next, previous, asked, mayPlan }: Props) {
  const w = useWords(evaluationWords)
  const { locale } = useViewer()
  const n = (value: number) => formatNumber(locale, value)
  return (
    <>
      <PageHead title={w.title} lead={w.lead({ count: mineTotal })}>
        {mayPlan ? <ButtonLink href="/evaluasi/baru">{w.newCycle}</ButtonLink> : null}
      </PageHead>
      <Section title={w.mine} aside={mineTotal > mine.length ? <a href="/evaluasi/isian?saya=ya&keadaan=waiting">{w.allMine}</a> : null}>
        <AssignmentTable
          caption={w.mine}
          assignments={mine}
          with={['cycle']}
          empty={<EmptyState title={w.mineNone}>{w.mineHint}</EmptyState>}
        />
      </Section>
      <Section title={w.cycles}>
        <Unknown list={plainList} asked={asked} />
        <Table
          caption={w.cycles}
          quiet
          rows={cycles}
          empty={<EmptyState title={w.cyclesNone}>{w.cyclesHint}</EmptyState>}
          columns={[
            {
              key: 'name',
              label: w.fields.name,
              kind: 'main',
              value: cycle => (
                <>
                  <a href={`/evaluasi/${cycle.id}`}>{cycle.name}</a>
                  <small class="place">
                    {cycle.office.name} · {formatDay(locale, cycle.periodFrom, 'short')} – {formatDay(locale, cycle.periodTo, 'short')}
                  </small>
                </>
              ),
            },
            { key: 'phase', label: w.columns.state, kind: 'status', value: ({ phase }) => <PhaseStatus phase={phase} /> },
            { key: 'due', label: w.columns.due, kind: 'date', value: ({ dueOn }) => <Day day={dueOn} /> },
            {
              key: 'progress',
              label: w.filters.submitted,
              kind: 'number',
              value: ({ assignments, submitted }) => <Sent part={n(submitted)} whole={n(assignments)} assignments={assignments} />,
            },
          ]}
        />
        <Pager url={asked.url} next={next} previous={previous} />
      </Section>
    </>
  )
}

function Sent({ part, whole, assignments }: { part: string; whole: string; assignments: number }) {
  const w = useWords(frame)
  return assignments ? w.of({ part, whole }) : '–'
}
