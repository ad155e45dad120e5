import type { Context } from '../../../platform/operation/operation.ts'
import type { MinutesRow } from './minutes.ts'
import { passagesOf } from './passages.ts'

/** What is approved: what was said and concluded, word by word, and of what. */
export async function contentOf(context: Pick<Context, 'db'>, minutes: MinutesRow) {
  const passages = await passagesOf(context, minutes.id)
  return {
    meeting: minutes.meetingNumber,
    title: minutes.title,
    passages: passages.map(({ speaker, text, conclusion }) => ({ speaker, text, conclusion })),
  }
}
