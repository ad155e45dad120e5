import type { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { lacking } from '../../../platform/authority/lacking.ts'
import { type Context, operation } from '../../../platform/operation/operation.ts'
import { checkRevision, forbidden, invalid, Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { findTopic, findTopicForChange, moderates, type TopicRow } from '../queries/topics.ts'
import { Dismissal, Joining, Reply, type State, TopicDetail } from '../schema/voices.ts'
import { refusals } from '../words/refusals.ts'
import { topicDetail } from './read.ts'
import { tellSenders } from './telling.ts'

export const answerVoice = operation({
  name: 'voices.answer',
  summary: 'Answer those who said something from the floor; each of them is told once',
  power: 'meeting.write',
  alsoOwn: true, // whoever moderates the session
  input: Reply,
  output: TopicDetail,
  example: { id: example.voiceTopic, rev: 0, reply: 'Formatnya dibagikan bersama notula rapat ini.' },
  async run(context, { id, rev, reply }) {
    const row = await lockTopic(context, id, rev)
    if (row.state === 'finding') await write(context, row, { state: 'finding', reply })
    else await write(context, row, { state: 'answered', reply })
    return reload(context, id)
  },
})

export const setVoiceAside = operation({
  name: 'voices.setAside',
  summary: 'Set aside what was said from the floor because nothing follows from it, with the reason, which those who said it read',
  power: 'meeting.write',
  alsoOwn: true, // whoever moderates the session
  input: Dismissal,
  output: TopicDetail,
  example: { id: example.voiceTopic, rev: 0, reason: 'Sudah dijawab dalam paparan kedua.' },
  async run(context, { id, rev, reason }) {
    const row = await lockTopic(context, id, rev)
    if (row.state === 'finding') throw new Refusal('conflict', refusals.isFinding)
    await write(context, row, { state: 'aside', reply: reason })
    return reload(context, id)
  },
})

export const joinVoice = operation({
  name: 'voices.join',
  summary:
    'Say that something from the floor is the same as something else of the session in other words; its voices are counted there from then on',
  power: 'meeting.write',
  alsoOwn: true, // whoever moderates the session
  input: Joining,
  output: TopicDetail,
  example: { id: example.voiceTopic, rev: 0, into: example.otherVoiceTopic },
  async run(context, { id, rev, into }) {
    if (id === into) throw invalid('into', refusals.sameTopic)
    // In the order of their ids, so that two who join both ways take turns.
    for (const each of [id, into].toSorted()) await findTopicForChange(context, each).catch(() => {})
    const row = await lockTopic(context, id, rev)
    const other = await findTopicForChange(context, into)
    if (row.state !== 'new') throw new Refusal('conflict', refusals.answeredAlready)
    if (other.meetingId !== row.meetingId || other.sessionId !== row.sessionId) throw invalid('into', refusals.otherSession)
    await context.db.updateTable('voice').set({ topic_id: into }).where('topic_id', '=', id).execute()
    await context.db.updateTable('voice_topic').set({ joined_to: into }).where('joined_to', '=', id).execute()
    await context.db
      .updateTable('voice_topic')
      .set({ joined_to: into, rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    await context.db
      .updateTable('voice_topic')
      .set({ rev: other.rev + 1 })
      .where('id', '=', into)
      .execute()
    record(context, placeOf(other), { voices: other.count }, { voices: other.count + row.count })
    if (other.state !== 'new') await tellSenders(context, into)
    return reload(context, into)
  },
})

type Change = { state: State; reply: string | null; finding_id?: string }

/** What became of it, in its row and in the trail, and those who said it are told. */
export async function write(context: Context, row: TopicRow, change: Change): Promise<void> {
  await context.db
    .updateTable('voice_topic')
    .set({ ...change, replied_by: context.actor.personId, replied_at: context.clock.now(), rev: row.rev + 1 })
    .where('id', '=', row.id)
    .execute()
  record(context, placeOf(row), { state: row.state, reply: row.reply }, { state: change.state, reply: change.reply })
  await tellSenders(context, row.id)
}

/** The topic behind its lock, for whoever moderates its session and has seen the newest. */
export async function lockTopic(context: Context, id: string, rev: number): Promise<TopicRow> {
  const row = await findTopicForChange(context, id)
  if (!(await moderates(context, row))) throw context.actor.scope === 'read' ? forbidden() : lacking('meeting.write', context.actor)
  checkRevision(rev, row, refusals.topic)
  if (row.meetingState === 'cancelled' || row.meetingState === 'reported') throw new Refusal('conflict', refusals.meetingClosed)
  return row
}

export const placeOf = ({ id, path }: Pick<TopicRow, 'id' | 'path'>) => ({ kind: 'voice_topic', id, reach: [path] })

export const reload = async (context: Context, id: string): Promise<z.infer<typeof TopicDetail>> =>
  topicDetail(context, await findTopic(context, id))
