import { sql } from 'kysely'
import type { LiveTopic } from '../../platform/live/topic.ts'
import { visible } from './queries/visible.ts'
import { phaseOf } from './rules/queue.ts'
import { phases } from './schema/kinds.ts'

/**
 * How the clock of a round stands, for whoever reads it: times in milliseconds, `now` by the clock of the server, so that a page knows how
 * far its own is off; `since` is 0 where the clock stands. Who presents is read on the page, when `rev` is another.
 */
export const roundTopic: LiveTopic = {
  kind: 'round',
  async look(context, id) {
    const row = await visible(context)
      .leftJoin('round_entry as n', 'n.id', 'r.current_id')
      .where('r.id', '=', id)
      .select(['r.rev', 'r.since', 'r.current_id as current', 'n.minutes'])
      .select(sql<number>`coalesce((r.queue -> 'used' ->> r.current_id::text)::float8, 0)`.as('used'))
      .executeTakeFirst()
    if (!row) return null
    const since = row.since?.getTime() ?? null
    return {
      rev: row.rev,
      phase: phases.indexOf(phaseOf({ current: row.current, since })),
      since: since ?? 0,
      used: row.used,
      allowed: (row.minutes ?? 0) * 60_000,
      now: context.clock.now().getTime(),
    }
  },
}
