import type { ComponentChildren } from 'preact'
import { clockText } from '../../../platform/values/duration.ts'
import { useRefresh, useScript } from '../../../web/needs.ts'
import { useWords } from '../../../web/viewer.ts'
import type { Entry, Round } from '../schema/rounds.ts'
import { words } from '../words/words.ts'

/** Who presents, and how long that may take in milliseconds. */
export const presenterOf = ({ current, entries }: Round): Entry | undefined => entries.find(({ id }) => id === current)
export const nextOf = ({ entries }: Round): Entry | undefined => entries.find(({ status }) => status === 'waiting')

/** Nobody presents, and nobody of those who were to present waits any more. */
export const isOver = (round: Round): boolean => round.entries.length > 0 && !presenterOf(round) && !nextOf(round)

/** What `<round-clock>` needs to run by the clock of the server, over a part of a page that says how the round stands. */
type Props = { round: Round; follows?: 'whole' | 'clock' | undefined; children: ComponentChildren }

/**
 * A part of a page that follows a round. `whole` is drawn anew when the round has changed; of `clock`, which has buttons, only the time is
 * kept, and it says that there is something new. Without scripts the page comes again by itself.
 */
export function LiveRound({ round, follows = 'whole', children }: Props) {
  useScript('round-clock')
  useRefresh(10)
  const w = useWords(words)
  const presenter = presenterOf(round)
  return (
    <round-clock
      data-topic={`round:${round.id}`}
      data-follows={follows}
      data-rev={round.rev}
      data-at={Date.parse(round.at)}
      data-left={w.left}
      data-over={w.over}
      data-used={presenter?.used ?? 0}
      data-allowed={(presenter?.minutes ?? 0) * 60_000}
      data-runs={round.phase === 'speaking' ? 'ya' : undefined}
    >
      {children}
    </round-clock>
  )
}

/** The time that whoever presents has left, or is over, as it was when the page was made. */
export function Clock({ entry }: { entry: Entry }) {
  const w = useWords(words)
  const left = entry.minutes * 60_000 - entry.used
  return (
    <p class={left < 0 ? 'round-time over' : 'round-time'} role="timer">
      <span data-part="label">{left < 0 ? w.over : w.left}</span> <b data-part="time">{clockText(left)}</b>
    </p>
  )
}
