import { formatDay, formatNumber } from '../../../platform/i18n/format.ts'
import type { Locale } from '../../../platform/i18n/words.ts'
import { isSoon } from '../../../platform/values/clock.ts'
import { type ListQuery, plainList } from '../../../web/list/list.ts'
import { Pager } from '../../../web/list/pager.tsx'
import { Unknown } from '../../../web/list/unknown.tsx'
import { Actions, ButtonLink } from '../../../web/ui/button.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { Table } from '../../../web/ui/table.tsx'
import { ThingList } from '../../../web/ui/thing-list.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { words as frame } from '../../../web/words.ts'
import type { AssignmentRow, Cycle } from '../schema.ts'
import { evaluationWords } from '../words.ts'
import { Remind } from './cycle-head.tsx'
import { type Board, CycleFigures, CycleSentence, Provinces, total, WhoReminds } from './cycle-progress.tsx'
import { Day, PhaseStatus } from './status.tsx'

type Props = {
  mine: readonly AssignmentRow[]
  mineTotal: number
  /** How the cycle that runs now is going. */
  board: Board | null
  cycles: readonly Cycle[]
  next: string | null
  previous: string | null
  asked: ListQuery
  mayPlan: boolean
}

const mine = '/evaluasi/isian?saya=ya&keadaan=waiting'

/** What one has to fill in, on one line; how far the cycle that runs is, and where; then all cycles. */
export function CyclesView({ mine: own, mineTotal, board, cycles, next, previous, asked, mayPlan }: Props) {
  const w = useWords(evaluationWords)
  const { locale, today } = useViewer()
  const n = (value: number) => formatNumber(locale, value)
  const missing = board ? total(board, 'assignments') - total(board, 'submitted') : 0
  return (
    <>
      <PageHead title={w.title}>{mayPlan ? <ButtonLink href="/evaluasi/baru">{w.newCycle}</ButtonLink> : null}</PageHead>
      {mineTotal > mostOwn ? (
        <ThingList
          strong
          label={w.mine}
          things={[
            {
              href: mine,
              count: mineTotal,
              head: w.waitingHere({ count: mineTotal }),
              about: nextDue(own, locale),
              urgent: own.some(({ dueOn }) => isSoon(today, dueOn)),
              action: (
                <ButtonLink href={mine} count={mineTotal} kind="primary">
                  {w.allMine}
                </ButtonLink>
              ),
            },
          ]}
        />
      ) : (
        <ThingList
          strong
          label={w.mine}
          things={own.map(({ id, agreement, side, office, dueOn }, at) => ({
            href: `/evaluasi/isian/${id}`,
            head: side === 'kpu' ? agreement.partnerNames : office.name,
            about: agreement.title,
            aside: <Day day={dueOn} />,
            urgent: isSoon(today, dueOn),
            action: (
              <ButtonLink href={`/evaluasi/isian/${id}`} kind={at ? 'secondary' : 'primary'}>
                {w.fillIn} <span class="unseen">{agreement.title}</span>
              </ButtonLink>
            ),
          }))}
        />
      )}
      {board ? (
        <Section
          title={board.cycle.name}
          lead={<CycleSentence board={board} />}
          aside={
            <Actions>
              <ButtonLink href={`/evaluasi/${board.cycle.id}`}>{w.openCycle}</ButtonLink>
              {board.reminding.may ? <Remind id={board.cycle.id} count={missing} place={board.reminding.place} kind="secondary" /> : null}
            </Actions>
          }
        >
          <CycleFigures board={board} />
          <WhoReminds board={board} />
          <Provinces board={board} />
        </Section>
      ) : null}
      <Section title={board ? w.earlier : w.cycles}>
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
                  <br />
                  <small>
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

/** Up to this many forms stand by name. */
const mostOwn = 3

const nextDue = (own: readonly AssignmentRow[], locale: Locale) => {
  const first = own[0]
  return first ? `${first.cycle.name}, ${formatDay(locale, first.dueOn)}` : undefined
}

function Sent({ part, whole, assignments }: { part: string; whole: string; assignments: number }) {
  const w = useWords(frame)
  return assignments ? w.of({ part, whole }) : '–'
}
