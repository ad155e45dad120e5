import { formatClock } from '../../../platform/i18n/format.ts'
import { useViewer, useWords } from '../../../web/viewer.ts'
import type { Entry, Round } from '../schema/rounds.ts'
import { words } from '../words/words.ts'
import { Clock, isOver, LiveRound, nextOf, presenterOf } from './clock.tsx'

/** For the wall: who presents, how long they have left, who is next. Nothing else of the page is drawn. */
export function BigScreen({ round }: { round: Round }) {
  const w = useWords(words)
  const [presenter, next] = [presenterOf(round), nextOf(round)]
  return (
    <LiveRound round={round}>
      <div class="big-screen">
        <h1>{round.title}</h1>
        {presenter ? (
          <>
            <p class="big-label">{round.phase === 'paused' ? w.phases.paused : w.now}</p>
            <p class="big-name">{presenter.office.name}</p>
            <p class="big-topic">{presenter.topic}</p>
            <Clock entry={presenter} />
          </>
        ) : (
          <p class="big-name">{isOver(round) ? w.allDone : w.nobody}</p>
        )}
        {isOver(round) ? null : (
          <p class="big-next">
            <span class="big-label">{w.next}</span> {next ? `${next.office.name} – ${next.topic}` : w.nobodyNext}
          </p>
        )}
        <Foot round={round} />
      </div>
    </LiveRound>
  )
}

/** For whoever presents: whether it is their turn, how many come before, and the time they have left. */
export function OwnClock({ round }: { round: Round }) {
  const w = useWords(words)
  const own = round.entries.filter(({ isOwn }) => isOwn)
  const entry = own.find(({ id }) => id === round.current) ?? own.find(({ status }) => status === 'waiting') ?? own[0]
  return (
    <LiveRound round={round}>
      <div class="big-screen">
        <h1>{round.title}</h1>
        {entry ? <Turn round={round} entry={entry} /> : <p class="big-name">{w.ownNone}</p>}
        <Foot round={round} />
      </div>
    </LiveRound>
  )
}

function Turn({ round, entry }: { round: Round; entry: Entry }) {
  const w = useWords(words)
  const presenter = presenterOf(round)
  const isNow = entry.id === round.current
  const before = (entry.place ?? 1) - 1 + (presenter ? 1 : 0)
  const line = isNow
    ? w.ownNow
    : entry.status === 'waiting'
      ? before === 0
        ? w.ownNext
        : w.ownWaiting({ before })
      : entry.status === 'done'
        ? w.ownDone
        : w.ownSkipped
  return (
    <>
      <p class="big-name">{line}</p>
      <p class="big-topic">{entry.topic}</p>
      {isNow ? <Clock entry={entry} /> : <p class="big-next">{w.minutesOf({ minutes: entry.minutes })}</p>}
      {!isNow && presenter ? (
        <p class="big-next">
          <span class="big-label">{w.now}</span> {presenter.office.name}
        </p>
      ) : null}
    </>
  )
}

function Foot({ round }: { round: Round }) {
  const w = useWords(words)
  const { locale } = useViewer()
  return (
    <p class="big-foot">
      <a href={`/putaran/${round.id}`}>{w.back}</a> {formatClock(locale, round.at, round.zone)}
    </p>
  )
}
