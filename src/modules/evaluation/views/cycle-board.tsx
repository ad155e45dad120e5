import { formatDay, formatNumber, formatScore } from '../../../platform/i18n/format.ts'
import { textIn } from '../../../platform/i18n/words.ts'
import { Exports } from '../../../web/list/exports.tsx'
import { CountLink } from '../../../web/ui/count.tsx'
import { Definitions } from '../../../web/ui/definitions.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { Section } from '../../../web/ui/page-head.tsx'
import { Stat, Stats } from '../../../web/ui/stat.tsx'
import { Table } from '../../../web/ui/table.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { words as frame } from '../../../web/words.ts'
import type { LetterPreview, LetterRun } from '../rules/letters.ts'
import { isTaking, missingIn } from '../rules/phase.ts'
import type { AssignmentRow, Cycle } from '../schema.ts'
import { evaluationWords } from '../words.ts'
import { AssignmentTable } from './assignment-table.tsx'
import { CycleHead, type CyclePowers, Invitations } from './cycle-head.tsx'
import {
  Behind,
  type Board,
  CycleFigures,
  CycleSentence,
  listOf,
  Provinces,
  provincesOf,
  type Response,
  sidesOf,
  total,
  WhoReminds,
} from './cycle-progress.tsx'
import { InviteButton } from './invite-button.tsx'

type Props = {
  board: Board
  waiting: readonly AssignmentRow[]
  waitingTotal: number
  hasLetters: boolean
  run: LetterRun | null
  preview: LetterPreview | null
  powers: CyclePowers
  mayInvite: (assignment: AssignmentRow) => boolean
}

/**
 * A cycle that was opened: how far it is and what is overdue; while answers are taken then who is furthest behind, all provinces
 * folded, and who has not answered.
 */
export function CycleBoard({ board, waiting, waitingTotal, hasLetters, run, preview, powers, mayInvite }: Props) {
  const w = useWords(evaluationWords)
  const { locale } = useViewer()
  const { cycle, place, reminding } = board
  const n = (value: number) => formatNumber(locale, value)
  const list = (more: string) => listOf(board, more)
  const isRunning = isTaking(cycle.phase) && !place
  const missing = missingIn(cycle)
  const all = { assignments: total(board, 'assignments'), submitted: total(board, 'submitted') }
  return (
    <>
      <CycleHead
        cycle={cycle}
        powers={powers}
        waiting={{ count: all.assignments - all.submitted, mayRemind: reminding.may, place: reminding.place }}
        lead={<CycleSentence board={board} />}
      />
      {run ? <Invitations run={run} preview={preview} /> : null}
      <CycleFigures board={board} />
      <WhoReminds board={board} />
      {place ? (
        <p>
          <a href={`/evaluasi/${cycle.id}`}>{w.allProvinces}</a>
        </p>
      ) : isRunning ? null : (
        <Provinces board={board} />
      )}
      {isRunning ? <Behind board={board} /> : <Places board={board} />}
      {isRunning ? <Progress board={board} /> : null}
      <Section title={`${w.filters[missing]} (${n(waitingTotal)})`}>
        <AssignmentTable
          caption={w.filters[missing]}
          assignments={waiting}
          with={hasLetters ? ['office', 'letter'] : ['office']}
          empty={<EmptyState title={missing === 'never' ? w.neverNone : w.waitingNone} />}
          action={
            isTaking(cycle.phase) ? assignment => (mayInvite(assignment) ? <InviteButton assignment={assignment} /> : null) : undefined
          }
        />
        {waitingTotal > waiting.length ? (
          <p>
            <CountLink href={list(`&keadaan=${missing}`)} count={waitingTotal}>
              {(missing === 'never' ? w.allNever : w.allWaiting)({ count: waitingTotal })}
            </CountLink>
          </p>
        ) : null}
      </Section>
      <Scores board={board} />
      <Downloads board={board} />
    </>
  )
}

/** All forms, as a list and as a file. */
function Downloads({ board }: { board: Board }) {
  const { cycle, place } = board
  const w = useWords(evaluationWords)
  const all = total(board, 'assignments')
  return (
    <Section title={w.list} id="isian" count={all} list={listOf(board, '')}>
      <Exports
        total={all}
        path={`/api/v1/cycles/${cycle.id}/responses`}
        formats={['csv', 'xlsx']}
        asks={place ? { province: place.code } : {}}
      />
    </Section>
  )
}

/** All provinces, folded, where the first screen has only those that are furthest behind. */
function Progress({ board }: { board: Board }) {
  const w = useWords(evaluationWords)
  return (
    <details class="part">
      <summary>{w.progress}</summary>
      <Provinces board={board} />
      <PlaceTable board={board} />
    </details>
  )
}

/** Offices of a province, or the places themselves where no map shows them. */
function Places({ board }: { board: Board }) {
  const { cycle, place } = board
  const w = useWords(evaluationWords)
  if (!place && provincesOf(board).length > 1 && !isTaking(cycle.phase)) return null
  return (
    <Section title={place ? w.byOffice({ name: place.name }) : w.progress}>
      <PlaceTable board={board} />
    </Section>
  )
}

function PlaceTable({ board }: { board: Board }) {
  const { cycle, places, place } = board
  const w = useWords(evaluationWords)
  const f = useWords(frame)
  const { locale } = useViewer()
  const share = (response: Response | undefined) =>
    response ? f.of({ part: formatNumber(locale, response.submitted), whole: formatNumber(locale, response.assignments) }) : '–'
  return (
    <Table
      caption={w.progress}
      quiet
      rows={places}
      columns={[
        {
          key: 'office',
          label: w.columns.office,
          kind: 'main',
          value: ({ code, name }) => (
            <a href={place ? `/evaluasi/isian?siklus=${cycle.id}&satker=${code}` : `/evaluasi/${cycle.id}?provinsi=${code}`}>{name}</a>
          ),
        },
        ...sidesOf(board).map(side => ({
          key: side,
          label: w.sides[side],
          kind: 'number' as const,
          value: ({ sides }: Board['places'][number]) => share(sides[side]),
        })),
        ...(cycle.phase === 'closed' ? (['never'] as const) : (['draft', 'overdue'] as const)).map(key => ({
          key,
          label: w.filters[key],
          kind: 'number' as const,
          value: (row: Response) => formatNumber(locale, row[key]),
        })),
      ]}
    />
  )
}

function Scores({ board: { scores, cycle } }: { board: Board }) {
  const w = useWords(evaluationWords)
  const { locale } = useViewer()
  if (scores.length === 0) return null
  return (
    <Section title={w.scores} lead={w.scoresHint({ closed: cycle.phase === 'closed' })}>
      <Stats>
        {scores.map(({ side, n, score }) => (
          <Stat label={w.sides[side]} value={score === null ? '–' : formatScore(locale, score)} unit={w.fromForms({ count: n })} />
        ))}
      </Stats>
    </Section>
  )
}

export type Preview = {
  agreements: number
  offices: number
  partners: number
  kpu: number
  partner: number
  withoutObligations: number
  withoutContact: number
}

/** A cycle that is not opened: what opening it would do. */
export function CyclePlan({ cycle, preview, powers }: { cycle: Cycle; preview: Preview | null; powers: CyclePowers }) {
  const w = useWords(evaluationWords)
  const { locale } = useViewer()
  const n = (value: number) => formatNumber(locale, value)
  const { scope } = cycle
  const chosen = (labels: Readonly<Record<string, string>>, values: readonly string[]) =>
    values.length ? values.map(value => labels[value] ?? value).join(', ') : w.all
  return (
    <>
      <CycleHead
        cycle={cycle}
        powers={powers}
        lead={preview ? w.willMake({ forms: preview.kpu + preview.partner, agreements: preview.agreements }) : undefined}
      />
      {preview ? (
        <Definitions
          all
          items={(Object.keys(w.preview) as (keyof Preview & keyof typeof w.preview)[]).map(key => ({
            term: w.preview[key],
            value: n(preview[key]),
          }))}
        />
      ) : null}
      <Section title={w.scopeTitle}>
        <Definitions
          items={[
            { term: w.fields.office, value: cycle.office.name },
            { term: w.fields.instrument, value: `${textIn(cycle.instrument.title, locale)} (${cycle.instrument.version})` },
            { term: w.period, value: `${formatDay(locale, cycle.periodFrom)} – ${formatDay(locale, cycle.periodTo)}` },
            { term: w.fields.opensOn, value: formatDay(locale, cycle.opensOn) },
            { term: w.fields.dueOn, value: formatDay(locale, cycle.dueOn) },
            { term: w.fields.closesOn, value: formatDay(locale, cycle.closesOn) },
            { term: w.fields.kinds, value: chosen(w.kinds, scope.kinds) },
            { term: w.fields.classes, value: chosen(w.classes, scope.partnerClasses) },
            { term: w.fields.statuses, value: chosen(w.statuses, scope.statuses) },
            { term: w.fields.offices, value: cycle.regions.length ? cycle.regions.map(({ name }) => name).join(', ') : w.all },
          ]}
        />
      </Section>
    </>
  )
}
