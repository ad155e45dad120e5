import type { LiveTopic, Numbers } from '../../platform/live/topic.ts'
import type { Context } from '../../platform/operation/operation.ts'
import { clockOf, readersAmong, visible } from './queries/visible.ts'
import { phaseOf } from './rules/queue.ts'
import { phases } from './schema/kinds.ts'

/**
 * How the clock of a round stands, for whoever reads it: times in milliseconds, `now` by the clock of the server, so that a page knows how
 * far its own is off; `since` is 0 where the clock stands. Who presents is read on the page, when `rev` is another.
 */
export const roundTopic: LiveTopic = {
  kind: 'round',
  look: async (context, id) =>
    (await visible(context).where('r.id', '=', id).select('r.id').executeTakeFirst()) ? numbersOf(context, id) : null,
  async lookMany(contexts, id) {
    const readers = await readersAmong(contexts, id)
    const numbers = await numbersOf(contexts[0], id)
    return readers.map(isReader => (isReader ? numbers : null))
  },
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
