import { formatDay, formatNumber } from '../../../platform/i18n/format.ts'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { History } from '../../../web/ui/history.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { Section } from '../../../web/ui/page-head.tsx'
import { Table } from '../../../web/ui/table.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import type { Target } from '../schema.ts'
import { evaluationWords } from '../words.ts'
import { AnswerForm } from './answer-form.tsx'
import { AnswersReadout } from './answers-readout.tsx'
import type { KnownFiles } from './files-field.tsx'
import { GapTable } from './gap-table.tsx'
import { TargetHead, type TargetPowers } from './target-head.tsx'
import { UnsentNotice } from './unsent-notice.tsx'

type Props = {
  target: Target
  powers: TargetPowers
  draftId: string
  /** After a form came back: what was sent, and what stands in the way. */
  again?: Pick<Parameters<typeof AnswerForm>[0], 'answers' | 'problems' | 'conflicts' | 'errors' | 'rev'> | undefined
  /** After answers came that are not taken any more. */
  unsent?: Omit<Parameters<typeof UnsentNotice>[0], 'target'> | undefined
}

/** One form: to fill in for those who answer, else to read what may be read, with both sides next to each other once they are open. */
export function TargetPage({ target, powers, draftId, again, unsent }: Props) {
  const w = useWords(evaluationWords)
  const { locale } = useViewer()
  const { phase, state, given, canAnswer } = target
  const answering = canAnswer && given !== null && state !== 'submitted' && (phase === 'open' || phase === 'late')
  return (
    <>
      <TargetHead target={target} powers={powers} />
      {unsent ? <UnsentNotice target={target} {...unsent} /> : null}
      <ReturnNotice target={target} />
      {answering && phase === 'late' ? <Notice kind="warning">{w.lateNow}</Notice> : null}
      {answering ? (
        <AnswerForm
          target={target}
          draftId={draftId}
          answers={given.answers}
          rev={target.rev}
          files={filesOf(target.id, given.files)}
          {...again}
        />
      ) : (
        <Read target={target} />
      )}
      {phase === 'ahead' ? <Notice kind="info">{w.opensSoon(formatDay(locale, target.opensOn))}</Notice> : null}
      {phase === 'closed' && state !== 'submitted' ? <Notice kind="info">{w.closedNow}</Notice> : null}
      <Events target={target} />
    </>
  )
}

/** A form that was sent back says why on top. */
function ReturnNotice({ target: { events, state } }: { target: Target }) {
  const w = useWords(evaluationWords)
  const [last] = events
  if (state === 'submitted' || last?.kind !== 'returned') return null
  return (
    <Notice kind="warning" title={w.events.returned}>
      {last.note}
    </Notice>
  )
}

function Read({ target }: { target: Target }) {
  const w = useWords(evaluationWords)
  const { given, counterparts, instrument, obligations, side, id, state } = target
  const open = counterparts.filter(other => other.given !== null)
  if (!given) return <EmptyState title={state === 'submitted' ? w.blind : w.notSent} />
  return (
    <>
      <Sections target={target} />
      {state === 'submitted'
        ? open.map(other => (
            <Section title={w.compare(other.name)}>
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

function Sections({ target: { sections, instrument } }: { target: Target }) {
  const w = useWords(evaluationWords)
  const { locale } = useViewer()
  if (!sections) return null
  const labels = new Map(instrument.sections.map(({ key, label }) => [key, label[locale]]))
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
            value: ({ score }) => (score === null ? '–' : formatNumber(locale, score, 2)),
          },
          { key: 'weight', label: w.weight, kind: 'number', value: ({ weightUsed }) => formatNumber(locale, weightUsed, 2) },
        ]}
      />
    </Section>
  )
}

function Events({ target: { events } }: { target: Target }) {
  const w = useWords(evaluationWords)
  if (events.length === 0) return null
  return (
    <Section title={w.history}>
      <History
        label={w.history}
        revisions={events.map(({ kind, note, by, at }) => ({
          at,
          by: by ?? 'Sinergi',
          what: w.events[kind],
          ...(note ? { reason: note } : {}),
        }))}
      />
    </Section>
  )
}

const filesOf = (id: string, files: Readonly<Record<string, { name: string; bytes: number }>>): KnownFiles =>
  Object.fromEntries(
    Object.entries(files).map(([file, { name, bytes }]) => [file, { href: `/evaluasi/isian/${id}/berkas/${file}`, name, bytes }]),
  )
