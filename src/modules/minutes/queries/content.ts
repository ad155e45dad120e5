import type { Context } from '../../../platform/operation/operation.ts'
import type { MinutesRow } from './minutes.ts'
import { passagesOf } from './passages.ts'

/** What is approved: what was said, concluded and decided, word by word, and of what. */
export async function contentOf(context: Pick<Context, 'db'>, minutes: MinutesRow) {
  const passages = await passagesOf(context, minutes.id)
  return {
    meeting: minutes.meetingNumber,
    title: minutes.title,
    passages: passages.map(({ speaker, text, conclusion }) => ({ speaker, text, conclusion })),
    decisions: await decisionsIn(context, minutes.id),
  }
}

/** By ids, as names of offices and partners change. */
const decisionsIn = ({ db }: Pick<Context, 'db'>, minutesId: string) =>
  db
    .selectFrom('decision')
    .select(['number', 'kind', 'text', 'office_id as office', 'partner_id as partner', 'body', 'result', 'note'])
    .select(['postponed_on as postponedOn', 'postponed_to as postponedTo', 'referred_to as referredTo', 'due_on as dueOn', 'continues'])
    .where('minutes_id', '=', minutesId)
    .where('removed_at', 'is', null)
    .orderBy('seq')
    .execute()
