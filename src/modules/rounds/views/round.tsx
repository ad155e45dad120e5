import { explanationOf } from '../../../platform/guidance/status.ts'
import { clockText } from '../../../platform/values/duration.ts'
import { Status, type Tone } from '../../../web/ui/badge.tsx'
import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { ErrorSummary } from '../../../web/ui/error-summary.tsx'
import { FileLink } from '../../../web/ui/file-link.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Errors } from '../../../web/ui/form-state.ts'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { type Column, Table } from '../../../web/ui/table.tsx'
import { Timeline } from '../../../web/ui/timeline.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { EntryStatus, EventKind, Phase } from '../schema/kinds.ts'
import type { Entry, Round } from '../schema/rounds.ts'
import { words } from '../words/words.ts'
import { Clock, isOver, LiveRound, nextOf, presenterOf } from './clock.tsx'

/** The last part of the address of each act. */
export const actPaths = {
  started: 'mulai',
  paused: 'jeda',
  resumed: 'lanjut',
  stopped: 'selesai',
  deferred: 'tunda',
  skipped: 'lewati',
  readded: 'kembali',
} as const satisfies Record<Exclude<EventKind, 'added' | 'moved'>, string>
export type Act = keyof typeof actPaths

const tones: Record<Phase, Tone> = { idle: 'neutral', speaking: 'warning', paused: 'muted' }
const entryTones: Record<EntryStatus, Tone> = { waiting: 'neutral', presenting: 'warning', paused: 'muted', done: 'good', skipped: 'muted' }

export const EntryState = ({ status }: { status: EntryStatus }) => (
  <Status tone={entryTones[status]}>{useWords(words).statuses[status]}</Status>
)

/** The queue: who presents, who is next, who waits, what is over. `errors` say why what was pressed could not be done. */
export function RoundPage({ round, errors = {} }: { round: Round; errors?: Errors | undefined }) {
  const w = useWords(words)
  const address = `/putaran/${round.id}`
  const isOwn = round.entries.some(entry => entry.isOwn)
  const some = (is: (status: EntryStatus) => boolean) => round.entries.filter(({ status }) => is(status))
  const waiting = some(status => status === 'waiting')
  const past = some(status => status === 'done' || status === 'skipped')
  return (
    <>
      <PageHead
        title={round.title}
        status={
          isOver(round) ? (
            <Status tone="good">{w.allDone}</Status>
          ) : (
            <Status tone={tones[round.phase]} explained={explanationOf('round', round.phase)}>
              {w.phases[round.phase]}
            </Status>
          )
        }
        lead={<a href={`/rapat/${round.meeting.id}`}>{round.meeting.name}</a>}
      >
        <ButtonLink href={`${address}/layar`}>{w.screen}</ButtonLink>
        <ButtonLink href={`${address}/penghargaan`}>{w.award}</ButtonLink>
        {isOwn ? <ButtonLink href={`${address}/jam`}>{w.ownClock}</ButtonLink> : null}
        {round.mayRun ? <ButtonLink href={`${address}/penampil`}>{w.add}</ButtonLink> : null}
      </PageHead>
      <ErrorSummary errors={errors} values={{}}>
        {null}
      </ErrorSummary>
      <LiveRound round={round} follows={round.mayRun ? 'clock' : 'whole'}>
        <p class="hint" data-part="changed" hidden>
          {w.changed} <a href={address}>{w.reload}</a>
        </p>
        {isOver(round) ? null : <Now round={round} />}
        {isOver(round) ? null : (
          <Section title={w.waiting} id="antrean" count={waiting.length}>
            {waiting.length ? (
              <EntryTable round={round} entries={waiting} caption={w.waiting} />
            ) : (
              <EmptyState title={round.entries.length ? w.nobodyNext : w.noEntries}>
                {round.entries.length || !round.mayRun ? undefined : w.noEntriesHint}
              </EmptyState>
            )}
          </Section>
        )}
        {past.length ? (
          <Section title={w.past} id="selesai" count={past.length}>
            <EntryTable round={round} entries={past} caption={w.past} />
          </Section>
        ) : null}
        {round.events.length ? (
          <Section title={w.happened} id="riwayat">
            <Timeline
              label={w.happened}
              items={round.events.map(({ kind, at, by, office }) => ({ at, title: `${w.events[kind]}: ${office}`, by: by ?? undefined }))}
            />
          </Section>
        ) : null}
      </LiveRound>
    </>
  )
}

/** Who presents with the time left, and what can be done about it; else who is next. */
function Now({ round }: { round: Round }) {
  const w = useWords(words)
  const [presenter, next] = [presenterOf(round), nextOf(round)]
  return (
    <div class="round-now">
      {presenter ? (
        <>
          <Presents entry={presenter} label={w.now} />
          <Clock entry={presenter} />
          <Acts round={round} entry={presenter} first={round.phase === 'paused' ? 'resumed' : 'stopped'} />
        </>
      ) : (
        <p class="hint">{w.nobody}</p>
      )}
      {next ? <Presents entry={next} label={w.next} /> : null}
      {next && !presenter && next.acts.includes('started') ? (
        <Form action={`/putaran/${round.id}/${actPaths.started}`} hidden={{ rev: round.rev, entry: next.id }}>
          <Actions>
            <Button>{w.startNext({ office: next.office.name })}</Button>
          </Actions>
        </Form>
      ) : null}
    </div>
  )
}

const Presents = ({ entry, label }: { entry: Entry; label: string }) => (
  <p>
    <span class="hint">{label}</span>
    <br />
    <b>{entry.office.name}</b>
    <br />
    {entry.topic} <small>{entry.stage}</small>
  </p>
)

/** Buttons for all that can be done with an entry at one press, the `first` as the main one. */
export function Acts({ round, entry, first }: { round: Round; entry: Entry; first?: Act | undefined }) {
  const w = useWords(words)
  const pressed = entry.acts.filter((act): act is Act => act !== 'added' && act !== 'moved')
  const sorted = pressed.toSorted((a, b) => Number(b === first) - Number(a === first))
  return pressed.length ? (
    <div class="actions">
      {sorted.map(act => (
        <Form action={`/putaran/${round.id}/${actPaths[act]}`} hidden={{ rev: round.rev, entry: entry.id }}>
          <Button kind={act === first ? 'primary' : 'secondary'}>{w.acts[act]}</Button>
        </Form>
      ))}
    </div>
  ) : null
}

function EntryTable({ round, entries, caption }: { round: Round; entries: readonly Entry[]; caption: string }) {
  const w = useWords(words)
  const isPast = entries.some(({ place }) => place === null)
  const isKnown = (entry: Entry) => entry.mayChange || entry.acts.length > 0
  const columns: Column<Entry>[] = [
    ...(isPast ? [] : [{ key: 'urutan', label: w.place, kind: 'number' as const, value: (row: Entry) => row.place }]),
    {
      key: 'satker',
      label: w.office,
      kind: 'main',
      value: row => (
        <>
          {isKnown(row) ? <a href={`/putaran/${round.id}/penampil/${row.id}`}>{row.office.name}</a> : row.office.name}
          <small class="one-line">{row.topic}</small>
        </>
      ),
    },
    { key: 'tahapan', label: w.stage, value: row => row.stage },
    {
      key: 'waktu',
      label: isPast ? w.used : w.minutes,
      kind: 'number',
      value: row =>
        isPast ? w.usedOf({ used: clockText(row.used), allowed: clockText(row.minutes * 60_000) }) : w.minutesOf({ minutes: row.minutes }),
    },
    {
      key: 'bahan',
      label: w.file,
      value: row => (row.file ? <FileLink href={`/berkas/${row.file.id}`} name={row.file.name} bytes={row.file.size} /> : '–'),
    },
    ...(isPast
      ? [{ key: 'status', label: w.status, kind: 'status' as const, value: (row: Entry) => <EntryState status={row.status} /> }]
      : []),
  ]
  return <Table caption={caption} quiet columns={columns} rows={entries} />
}
