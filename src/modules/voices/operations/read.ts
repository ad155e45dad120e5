import { z } from 'zod'
import { canAnywhere } from '../../../platform/authority/reach.ts'
import { type Context, operation } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { findSubjects } from '../../../platform/subject/subject.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id } from '../../../platform/values/shapes.ts'
import { sessionsOf } from '../../attendance/queries/sessions.ts'
import { meetingOfParticipants } from '../../meetings/queries/participants.ts'
import {
  findTopic,
  likeTopic,
  moderates,
  pageOfTopics,
  readsVoices,
  type TopicRow,
  topicCounts,
  topicFrom,
  voicesOf,
} from '../queries/topics.ts'
import { TopicDetail, TopicListing, TopicPage } from '../schema/voices.ts'

export const listVoices = operation({
  name: 'voices.list',
  summary:
    'What was sent from the floor of a meeting, for those who read the meetings of its office and those who moderate the session: what says the same as one line',
  power: 'meeting.read',
  alsoOwn: true, // whoever moderates the session
  reads: true,
  input: TopicListing,
  output: TopicPage,
  example: { meeting: example.voiceMeeting },
  async run(context, input) {
    const meeting = await meetingOfParticipants(context, input.meeting)
    const reads = await readsVoices(context, meeting)
    if (!reads.all && !reads.sessions.length) throw notFound()
    const sessions = (await sessionsOf(context, meeting)).filter(each => reads.all || reads.sessions.includes(each.id))
    const { session: _s, kind: _k, state: _t, q: _q, ...whole } = input
    const { topics: total } = await topicCounts(context, input)
    const session = sessions.find(each => each.id === input.session)
    return {
      meeting: { id: meeting.id, name: meeting.title },
      sessions: sessions.map(({ id, title }) => ({ id, title })),
      ...(await pageOfTopics(context, input)),
      total,
      counts: await topicCounts(context, whole),
      session: session ? { id: session.id, name: session.title } : null,
      mayAct: meeting.state !== 'cancelled' && (await moderates(context, { sessionId: reads.sessions[0] ?? null, path: meeting.path })),
    }
  },
})

export const showVoice = operation({
  name: 'voices.show',
  summary: 'What one or several said in the same words: who, from where, and what was answered',
  power: 'meeting.read',
  alsoOwn: true, // whoever moderates the session
  reads: true,
  input: z.object({ id }),
  output: TopicDetail,
  example: { id: example.voiceTopic },
  run: async (context, { id }) => topicDetail(context, await findTopic(context, id)),
})

export async function topicDetail(context: Context, row: TopicRow): Promise<z.infer<typeof TopicDetail>> {
  const mayAct = await moderates(context, row)
  const mayFind = mayAct && row.state !== 'finding' && canAnywhere(context.actor, 'finding.write')
  return {
    ...topicFrom(row),
    meeting: { id: row.meetingId, name: row.meetingTitle },
    voices: await voicesOf(context, row.id),
    reply: row.reply,
    repliedBy: row.repliedBy,
    repliedAt: row.repliedAt?.toISOString() ?? null,
    finding: row.findingId ? await findingNamed(context, row.findingId) : null,
    like: mayAct && row.state === 'new' ? await likeTopic(context, row) : [],
    mayAct,
    mayFind,
  }
}

/** Its number for whoever reads the voice; whether one may open it is for the findings to say. */
async function findingNamed(context: Context, findingId: string) {
  const { number } = await context.db.selectFrom('finding_card').select('number').where('id', '=', findingId).executeTakeFirstOrThrow()
  const [readable] = await findSubjects(context, [{ kind: 'finding', id: findingId }])
  return { id: findingId, number, readable: readable !== null }
}
