import { z } from 'zod'
import { authorize } from '../../../platform/authority/reach.ts'
import { operation } from '../../../platform/operation/operation.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id } from '../../../platform/values/shapes.ts'
import { findMeeting } from '../../meetings/queries/visible.ts'
import { eventsOf, seatsIn } from '../queries/events.ts'
import { editionsOf, peopleOf } from '../queries/people.ts'
import { appointedIn } from '../queries/proxies.ts'
import { currentOf, sessionsOf } from '../queries/sessions.ts'
import { Desk } from '../schema/attendance.ts'
import { signerOf } from './read.ts'

export const showDesk = operation({
  name: 'attendance.desk',
  summary:
    'What a desk needs to note attendance without a connection: who is invited, the sessions, who is there, and the key that reads badges',
  power: 'meeting.write',
  reads: true,
  input: z.object({ meeting: id }),
  output: Desk,
  example: { meeting: example.meeting },
  async run(context, { meeting: meetingId }) {
    const meeting = await findMeeting(context, meetingId)
    authorize(context, 'meeting.write', { path: meeting.path })
    const people = await peopleOf(context, meeting.id)
    const events = await eventsOf(context, meeting.id)
    const editions = await editionsOf(context, meeting.id)
    const appointed = await appointedIn(context, meeting.id)
    const sessions = await sessionsOf(context, meeting)
    return {
      meeting: { id: meeting.id, name: meeting.title },
      zone: meeting.zone,
      publicKey: signerOf(context, meeting.id).publicKey,
      sessions,
      current: currentOf(sessions)?.id ?? null,
      people: people.map(({ id, name, position, officeName, institution }) => ({
        id,
        name,
        of: officeName ?? institution ?? position ?? '',
        proxy: appointed('', id),
        edition: editions.get(id) ?? 1,
      })),
      there: sessions.flatMap(session => {
        const seats = seatsIn(session, events)
        const isThere = ({ status, lastOut }: ReturnType<typeof seats.of>) => status === 'present' && lastOut === null
        return people.flatMap(({ id }): [string, string][] => (isThere(seats.of(id)) ? [[session.id, id]] : []))
      }),
      now: context.clock.now().toISOString(),
    }
  },
})
