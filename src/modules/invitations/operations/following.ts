import type { Context } from '../../../platform/operation/operation.ts'
import type { Again } from '../../../platform/timers/timer.ts'
import { findMeeting } from '../../meetings/queries/visible.ts'
import { isOpen } from '../../meetings/rules/transitions.ts'
import { countReceivers } from '../queries/letters.ts'
import { followRelease } from './classes/places.ts'
import { beginLetters } from './letters.ts'
import { tellProxiesAgain } from './proxies.ts'
import { remindAt } from './reminding.ts'

/** Writes to those who have not answered; of a meeting that was put off meanwhile at its new time. */
export async function remindBefore(context: Context, id: string): Promise<Again | undefined> {
  const meeting = await findMeeting(context, id)
  if (!isOpen(meeting.state) || meeting.startsAt <= context.clock.now()) return undefined
  const dueAt = remindAt(meeting)
  if (dueAt > context.clock.now()) return { dueAt }
  const { mail } = await countReceivers(context, id, 'reminder')
  if (mail) await beginLetters(context, meeting, { letter: 'reminder', byHand: false, total: mail })
  return undefined
}

/**
 * Whoever was invited to a meeting that has another hour or place is told so, and their calendar moves it; of one that does not take place
 * their calendar takes it away. Who goes in somebody's place is told as well.
 */
export async function followMeeting(context: Context, id: string, state: string): Promise<void> {
  if (state === 'released') await followRelease(context, id)
  const letter = state === 'moved' ? 'change' : state === 'cancelled' ? 'cancellation' : null
  if (!letter) return
  const { mail } = await countReceivers(context, id, letter)
  if (mail) await beginLetters(context, await findMeeting(context, id), { letter, byHand: false, total: mail })
  if (letter === 'change') await tellProxiesAgain(context, id)
}
