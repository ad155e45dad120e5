import { sql } from 'kysely'
import { type Context, newId } from '../../../platform/operation/operation.ts'
import { Refusal } from '../../../platform/refusals/refusal.ts'
import type { RoundRow } from '../queries/visible.ts'
import { type Queue, queueAfter } from '../rules/queue.ts'
import type { EventKind } from '../schema/kinds.ts'
import { refusals } from '../words/refusals.ts'

/**
 * Adds what happens to the events of a locked round, and writes how the queue stands after it. No event is earlier than the one before.
 * Refuses `conflict` where the queue does not allow it.
 */
export async function happen(
  context: Context,
  round: RoundRow,
  kind: EventKind,
  entry: string,
  before: string | null = null,
): Promise<Queue> {
  const last = await context.db
    .selectFrom('round_event')
    .select(['seq', 'at'])
    .where('round_id', '=', round.id)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const at = new Date(Math.max(context.clock.now().getTime(), last?.at.getTime() ?? 0))
  const queue = queueAfter(round.queue, { kind, entry, before, at: at.getTime() })
  if (!queue) throw new Refusal('conflict', refusals.notNow)
  await context.db
    .insertInto('round_event')
    .values({
      id: newId(),
      round_id: round.id,
      seq: (last?.seq ?? 0) + 1,
      kind,
      entry_id: entry,
      before_id: before,
      by: context.actor.personId,
      at,
    })
    .execute()
  const { order, used, over, current, since } = queue
  await context.db
    .updateTable('round')
    .set({
      queue: sql`${JSON.stringify({ order, used, over })}::jsonb`,
      current_id: current,
      since: since === null ? null : new Date(since),
      rev: round.rev + 1,
    })
    .where('id', '=', round.id)
    .execute()
  return queue
}
