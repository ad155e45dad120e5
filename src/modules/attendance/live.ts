import type { LiveTopic } from '../../platform/live/topic.ts'
import { findMeeting, visible } from '../meetings/queries/visible.ts'
import { eventsOf, seatsIn } from './queries/events.ts'
import { belongsIn, classesOf, peopleOf } from './queries/people.ts'
import { currentOf, sessionsOf } from './queries/sessions.ts'

/** How many of those whose attendance one may read are at the current session of a meeting, of how many. */
export const attendanceTopic: LiveTopic = {
  kind: 'attendance',
  async look(context, id) {
    if (!(await visible(context).where('m.id', '=', id).select('m.id').executeTakeFirst())) return null
    const meeting = await findMeeting(context, id)
    const session = currentOf(await sessionsOf(context, meeting))
    const everybody = await peopleOf(context, id)
    if (!session) return { done: 0, total: everybody.length }
    const people = everybody.filter(belongsIn(session, await classesOf(context, id)))
    const seats = seatsIn(session, await eventsOf(context, id, { session: session.id }))
    const isThere = (invitee: string) => ['present', 'replaced'].includes(seats.of(invitee).status)
    return { done: people.filter(person => isThere(person.id)).length, total: people.length }
  },
}
