import { formatDay, formatNumber, formatScore } from '../../../platform/i18n/format.ts'
import { textIn } from '../../../platform/i18n/words.ts'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { History } from '../../../web/ui/history.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { Section } from '../../../web/ui/page-head.tsx'
import { Table } from '../../../web/ui/table.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { AnswersReadout } from '../../questionnaires/views/answers-readout.tsx'
import type { KnownFiles } from '../../questionnaires/views/files-field.tsx'
import type { Thing } from '../../things/schema.ts'
import { isTaking } from '../rules/phase.ts'
import type { Assignment } from '../schema.ts'
import { evaluationWords } from '../words.ts'
import { AnswerForm } from './answer-form.tsx'
import { AssignmentHead, type AssignmentPowers } from './assignment-head.tsx'
import { GapTable } from './gap-table.tsx'
import { useTwoTimes } from './two-times.ts'
import { UnsentNotice } from './unsent-notice.tsx'

type Props = {
  assignment: Assignment
  powers: AssignmentPowers
  /** The things that it belongs to and the reader may open. */
  things: readonly Thing[]
  draftId: string
  /** After a form came back: what was sent, and what stands in the way. */
  again?: Pick<Parameters<typeof AnswerForm>[0], 'answers' | 'problems' | 'conflicts' | 'errors' | 'rev' | 'stored'> | undefined
  /** After answers came that are not taken any more. */
  unsent?: Omit<Parameters<typeof UnsentNotice>[0], 'assignment'> | undefined
}

/** One form: to fill in for those who answer, else to read what may be read, with both sides next to each other once they are open. */
export function AssignmentPage({ assignment, powers, things, draftId, again, unsent }: Props) {
  const w = useWords(evaluationWords)
  const { locale } = useViewer()
  const { phase, state, given, canAnswer } = assignment
  const answering = canAnswer && given !== null && state !== 'submitted' && isTaking(phase)
  return (
    <>
      <AssignmentHead assignment={assignment} powers={powers} things={things} folded={answering} />
      {unsent ? <UnsentNotice assignment={assignment} {...unsent} /> : null}
      <ReturnNotice assignment={assignment} />
      {answering && phase === 'late' ? <Notice kind="warning">{w.lateNow}</Notice> : null}
      {answering ? (
        <AnswerForm
          assignment={assignment}
          draftId={draftId}
          answers={given.answers}
          rev={assignment.rev}
          files={filesOf(assignment.id, given.files)}
          {...again}
        />
      ) : (
        <Read assignment={assignment} />
      )}
      {phase === 'ahead' ? <Notice kind="info">{w.opensSoon({ day: formatDay(locale, assignment.opensOn) })}</Notice> : null}
      {phase === 'closed' && state !== 'submitted' ? <Notice kind="info">{w.closedNow}</Notice> : null}
      <Events assignment={assignment} />
    </>
  )
}

/** A form that was sent back says why on top. */
function ReturnNotice({ assignment: { events, state } }: { assignment: Assignment }) {
  const w = useWords(evaluationWords)
  const [last] = events
  if (state === 'submitted' || last?.kind !== 'returned') return null
  return (
    <Notice kind="warning" title={w.events.returned}>
      {last.note}
    </Notice>
  )
}

function Read({ assignment }: { assignment: Assignment }) {
  const w = useWords(evaluationWords)
  const { given, counterparts, instrument, obligations, side, id, state } = assignment
  const open = counterparts.filter(other => other.given !== null)
  if (!given) return <EmptyState title={state === 'submitted' ? w.blind : w.notSent} />
  return (
    <>
      <Sections assignment={assignment} />
      {state === 'submitted'
        ? open.map(other => (
            <Section title={w.compare({ name: other.name })}>
              <GapTable
                instrument={instrument}
                obligations={obligations}
                kpu={(side === 'kpu' ? given : other.given!).answers}
                partner={(side === 'kpu' ? other.given! : given).answers}
              />
            </Section>
          ))
        : null}
      {Object.keys(given.answers).length || state === 'submitted' ? (
        <Section title={w.answers}>
          <AnswersReadout
            instrument={instrument}
            side={side}
            obligations={obligations}
            answers={given.answers}
            files={filesOf(id, given.files)}
          />
        </Section>
      ) : (
        <EmptyState title={w.notSent} />
      )}
    </>
  )
}

function Sections({ assignment: { sections, instrument } }: { assignment: Assignment }) {
  const w = useWords(evaluationWords)
  const { locale } = useViewer()
  if (!sections) return null
  const labels = new Map(instrument.sections.map(({ key, label }) => [key, textIn(label, locale)]))
  return (
    <Section title={w.columns.score}>
      <Table
        caption={w.columns.score}
        quiet
        rows={sections}
        columns={[
          { key: 'section', label: w.section, kind: 'main', value: ({ key }) => labels.get(key) ?? key },
          {
            key: 'score',
            label: w.columns.score,
            kind: 'number',
            value: ({ score }) => (score === null ? '–' : formatScore(locale, score)),
          },
          { key: 'weight', label: w.weight, kind: 'number', value: ({ weightUsed }) => formatNumber(locale, weightUsed, 2) },
        ]}
      />
    </Section>
  )
}

function Events({ assignment: { id, events, savedAt, isOwnSide } }: { assignment: Assignment }) {
  const w = useWords(evaluationWords)
  const twoTimes = useTwoTimes()
  const hasAnswers = isOwnSide && savedAt !== null
  if (events.length === 0 && !hasAnswers) return null
  return (
    <Section title={w.history}>
      {events.length ? (
        <History
          label={w.history}
          revisions={events.map(({ kind, note, by, at, capturedAt }) => ({
            at,
            by: by ?? 'Sinergi',
            what: w.events[kind],
            note: twoTimes(at, capturedAt),
            ...(note ? { reason: note } : {}),
          }))}
        />
      ) : null}
      {hasAnswers ? (
        <p>
          <a href={`/evaluasi/isian/${id}/riwayat`}>{w.answerHistory}</a>
        </p>
      ) : null}
    </Section>
  )
}

const filesOf = (id: string, files: Readonly<Record<string, { name: string; bytes: number }>>): KnownFiles =>
  Object.fromEntries(
    Object.entries(files).map(([file, { name, bytes }]) => [file, { href: `/evaluasi/isian/${id}/berkas/${file}`, name, bytes }]),
  )
