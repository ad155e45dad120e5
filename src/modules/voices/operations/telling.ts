import { sql } from 'kysely'
import { postAll } from '../../../platform/mail/mail.ts'
import { letterOf } from '../../../platform/notices/letter.ts'
import { notify } from '../../../platform/notices/notify.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { words } from '../words/words.ts'

/**
 * Tells those who said it what became of it, each once for a topic, however much of it they sent and however often the answer is changed;
 * nobody of what they did themselves. Whoever has no account is written to at the address of their invitation, once for each thing they
 * said.
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
  await writeToGuests(context, topicId, only)
}

async function writeToGuests(context: Context, topicId: string, only?: readonly string[]): Promise<void> {
  const rows = await context.db
    .selectFrom('voice as v')
    .innerJoin('voice_topic as t', 't.id', 'v.topic_id')
    .innerJoin('meeting_card as m', 'm.id', 'v.meeting_id')
    .innerJoin('meeting_invitee_card as i', 'i.id', 'v.invitee_id')
    .where('v.topic_id', '=', topicId)
    .where('v.person_id', 'is', null)
    .where('v.told_at', 'is', null)
    .where('i.email', 'is not', null)
    .$if(only !== undefined, query => query.where('v.id', 'in', [...only!]))
    .select(['v.id', 'v.text', 'i.name', sql<string>`i.email`.as('email'), 'm.title', 't.state', 't.reply'])
    .orderBy('v.id')
    .execute()
  if (!rows.length) return
  const w = words.id
  await postAll(
    context,
    rows.map(({ text, name, email, title, state, reply }) => ({
      to: email,
      ...letterOf(w.letter, { name, told: w.told[state]({ title }), text, reply: reply ?? w.states[state] }),
    })),
  )
  const ids = rows.map(({ id }) => id)
  await context.db.updateTable('voice').set({ told_at: context.clock.now() }).where('id', 'in', ids).execute()
}
