import type { Context } from '../../../platform/operation/operation.ts'
import { type Grounds, groundsOf } from '../../../platform/subject/subject.ts'
import type { FollowUp, FollowUpLine } from '../schema.ts'

/** Each with what it was begun for, as far as the one who asks may read that; one statement for all. */
export async function withGrounds<Each extends FollowUp>(context: Context, followUps: readonly Each[]): Promise<(Each & FollowUpLine)[]> {
  const ids = followUps.map(({ id }) => id)
  const grounds = await groundsOf(context, 'follow_up', ids)
  return followUps.map(followUp => ({ ...followUp, grounds: grounds.get(followUp.id) ?? null }))
}

/** The partner that all of what a follow-up was begun for is about, by name. */
export const partnerOf = (grounds: Grounds | null | undefined): string | null =>
  grounds?.things.find(({ kind }) => kind === 'partner')?.name ?? null
