import type { PresenceStatus } from '../schema/presence.ts'

/** A session that was held, on which day (`yyyy-mm-dd`), and what somebody was there. */
export type Attended = { day: string; status: PresenceStatus }
/** `of` counts what they were present or absent in; excused and replaced stand beside it. */
export type Rate = { present: number; of: number; excused: number; replaced: number }

/** How regularly somebody came. What was held before their appointment began, or after it ended (the first day after it), is not theirs. */
export function rateOf(sessions: readonly Attended[], appointed: { from: string; to: string | null }): Rate {
  const own = sessions.filter(({ day }) => day >= appointed.from && (appointed.to === null || day < appointed.to))
  const count = (status: PresenceStatus) => own.filter(each => each.status === status).length
  const present = count('present')
  return { present, of: present + count('absent'), excused: count('excused'), replaced: count('replaced') }
}
