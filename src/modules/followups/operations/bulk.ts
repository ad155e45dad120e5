import { sql } from 'kysely'
import { z } from 'zod'
import { authorize } from '../../../platform/authority/reach.ts'
import { type AnyBulkKind, type BulkField, bulkKind } from '../../../platform/bulk/kind.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { invalid, Refusal } from '../../../platform/refusals/refusal.ts'
import { day } from '../../../platform/values/shapes.ts'
import { findPerson } from '../../organisation/queries/persons.ts'
import { PersonRef } from '../../organisation/schema.ts'
import { filterCondition } from '../queries/list.ts'
import { meant } from '../queries/meant.ts'
import { findFollowUpForChange, visible } from '../queries/visible.ts'
import { FollowUpListing, Reason } from '../schema.ts'
import { bulkWords } from '../words/bulk.ts'
import { reassignFollowUp, rescheduleFollowUp } from './change.ts'
import { ownerOf, tell } from './letters.ts'
import { checkOwner, thisFollowUp, transition } from './transition.ts'

const reason: BulkField = { name: 'reason', control: 'paragraphs', label: bulkWords.reason }

/** What both acts have in common. */
const ofFollowUps = {
  subject: 'follow_up',
  things: bulkWords.things,
  list: '/tindak-lanjut',
  itself: thisFollowUp,
  power: 'followup.write' as const,
  filter: FollowUpListing,
  async find(context: Context, { sort: _, after: _after, before: _before, ...given }: z.output<typeof FollowUpListing>, most: number) {
    const { filter } = await meant(context, given)
    const found = visible(context).where(filterCondition(context, filter))
    return (await found.select('f.id').orderBy('f.id').limit(most).execute()).map(({ id }) => id)
  },
  async lock(context: Context, ids: readonly string[]) {
    const rows = await visible(context)
      .where(sql<boolean>`f.id = any (${ids}::uuid[])`)
      .select(['f.id', 'f.rev', 'f.owner_id as ownerId', 'f.due_on as dueOn'])
      .orderBy('f.id')
      .forUpdate('f')
      .execute()
    return rows.map(({ id, rev, ...before }) => ({ id, rev, before }))
  },
}
type Before = { ownerId: string; dueOn: string }

export const followUpBulk: AnyBulkKind[] = [
  bulkKind({
    ...ofFollowUps,
    operation: reassignFollowUp,
    names: bulkWords.reassign,
    params: z.object({ ownerId: PersonRef, reason: Reason }),
    fields: [
      {
        name: 'ownerId',
        control: 'combo',
        label: bulkWords.owner,
        hint: bulkWords.ownerHint,
        source: '/orang/pilihan',
      },
      reason,
    ],
    async resolve(context, { ownerId, reason }) {
      const person = await findPerson(context, ownerId).catch((error: unknown) => {
        throw error instanceof Refusal && error.code === 'not_found' ? invalid('ownerId', bulkWords.noOwner) : error
      })
      return { ownerId: person.id, reason }
    },
    async restore(context, id, before) {
      const { ownerId } = before as Before
      const held = await findFollowUpForChange(context, id)
      authorize(context, 'followup.write', { path: held.path })
      await checkOwner(context, ownerId, held)
      const note = bulkWords.undone[context.locale]
      const event = await transition(context, held, 'reassign', { kind: 'reassigned', note, ownerId })
      await tell(context, 'assigned', event, held, await ownerOf(context, ownerId), note)
    },
  }),
  bulkKind({
    ...ofFollowUps,
    operation: rescheduleFollowUp,
    names: bulkWords.reschedule,
    params: z.object({ dueOn: day, reason: Reason }),
    fields: [{ name: 'dueOn', control: 'day', label: bulkWords.dueOn }, reason],
    /** Also to a day that has passed: it is what was there. */
    async restore(context, id, before) {
      const { dueOn } = before as Before
      const held = await findFollowUpForChange(context, id)
      authorize(context, 'followup.write', { path: held.path })
      const note = bulkWords.undone[context.locale]
      const event = await transition(context, held, 'reschedule', { kind: 'rescheduled', note, dueOn })
      await tell(context, 'rescheduled', event, { ...held, dueOn }, await ownerOf(context, held.ownerId), note)
    },
  }),
]
