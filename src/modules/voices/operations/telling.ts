import { notify } from '../../../platform/notices/notify.ts'
import type { Context } from '../../../platform/operation/operation.ts'

/**
 * Tells those who said it what became of it, each once for a topic, however much of it they sent and however often the answer is changed;
 * nobody of what they did themselves. Whoever sent it by a personal link reads it there.
 */
export async function tellSenders(context: Context, topicId: string, only?: readonly string[]): Promise<void> {
  const rows = await context.db
    .selectFrom('voice as v')
    .innerJoin('voice_topic as t', 't.id', 'v.topic_id')
    .innerJoin('meeting_card as m', 'm.id', 'v.meeting_id')
    .where('v.topic_id', '=', topicId)
    .where('v.person_id', 'is not', null)
    .$if(only !== undefined, query => query.where('v.id', 'in', [...only!]))
    .select(['v.person_id as to', 'm.title', 'm.id as meeting', 't.state'])
    .distinct()
    .execute()
  await notify(
    context,
    rows
      .filter(({ to }) => to !== context.actor.personId || only !== undefined)
      .map(({ to, title, meeting, state }) => ({
        to: to!,
        kind: 'voice.reply',
        key: topicId,
        subject: { kind: 'voice_topic', id: topicId },
        params: { title, meeting, state },
      })),
  )
}
