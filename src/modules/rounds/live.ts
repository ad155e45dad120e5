import { sql } from 'kysely'
import type { LiveTopic, Numbers } from '../../platform/live/topic.ts'
import type { Context } from '../../platform/operation/operation.ts'
import { clockOf, visible } from './queries/visible.ts'
import { phaseOf } from './rules/queue.ts'
import { phases } from './schema/kinds.ts'

/**
 * How the clock of a round stands, for whoever reads it: times in milliseconds, `now` by the clock of the server, so that a page knows how
 * far its own is off; `since` is 0 where the clock stands. Who presents is read on the page, when `rev` is another.
 */
export const roundTopic: LiveTopic = {
  kind: 'round',
  look: async (context, id) => ((await readersAmong([context], id)).has(0) ? numbersOf(context, id) : null),
  async lookMany(contexts, id) {
    const readers = await readersAmong(contexts, id)
    const numbers = await numbersOf(contexts[0], id)
    return contexts.map((_, at) => (readers.has(at) ? numbers : null))
  },
}

/** Which of them may read the round, each asked as they would be alone, in one statement. */
async function readersAmong(contexts: readonly Context[], id: string): Promise<Set<number>> {
  const asked = contexts.map(
    (context, at) => sql`select ${sql.lit(at)} as at where exists (${visible(context).where('r.id', '=', id).select('r.id')})`,
  )
  const { rows } = await sql<{ at: number }>`${sql.join(asked, sql` union all `)}`.execute(contexts[0]!.db)
  return new Set(rows.map(({ at }) => at))
}

async function numbersOf(context: Context, id: string): Promise<Numbers | null> {
  const clock = await clockOf(context, id)
  if (!clock) return null
  const since = clock.since?.getTime() ?? null
  return {
    rev: clock.rev,
    phase: phases.indexOf(phaseOf({ current: clock.current, since })),
    since: since ?? 0,
    used: clock.used,
    allowed: (clock.minutes ?? 0) * 60_000,
    now: context.clock.now().getTime(),
  }
}
