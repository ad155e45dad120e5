import type { NeedGroup } from '../../../module.ts'
import { inWords } from '../../../platform/i18n/words.ts'
import { type Context, self } from '../../../platform/operation/operation.ts'
import { meetingOfParticipants } from '../../meetings/queries/participants.ts'
import { sessionsFor } from '../queries/own.ts'
import { seatsOf } from '../queries/participants.ts'
import { meetingsToday } from '../queries/today.ts'
import { words } from '../words/words.ts'

/** For the home page: the sessions that go on now and in which this person may send something. */
export async function voiceNeeds(context: Context): Promise<NeedGroup[]> {
  if (!context.actor.personId) return []
  const person = self(context)
  const needs: NeedGroup['needs'] = []
  for (const id of await meetingsToday(context, person)) {
    const meeting = await meetingOfParticipants(context, id)
    const sessions = await sessionsFor(context, meeting, await seatsOf(context, meeting, person), { person })
    const on = sessions.filter(({ isOn, problem }) => isOn && problem === null)
    for (const { id: session, title } of on) needs.push({ title, who: meeting.title, href: `/rapat/${id}/suara/kirim?sesi=${session}` })
  }
  if (!needs.length) return []
  return [
    {
      key: 'voices.on',
      title: inWords(words, w => w.goesOn),
      action: inWords(words, w => w.speak),
      total: needs.length,
      needs: needs.slice(0, 10),
    },
  ]
}
