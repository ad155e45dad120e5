import type { LiveTopic } from '../../platform/live/topic.ts'
import { seenRun } from '../../platform/runs/find.ts'

/** How far long work is, for whoever sees it; `over` is 1 once it has ended in whichever way. */
export const runTopic: LiveTopic = {
  kind: 'run',
  async look(context, id) {
    const run = await context.db
      .selectFrom('run as r')
      .select(['r.done', 'r.total', 'r.phase', 'r.ended_at'])
      .where('r.id', '=', id)
      .where(seenRun(context))
      .executeTakeFirst()
    return run ? { done: run.done, total: run.total, phase: run.phase, over: run.ended_at ? 1 : 0 } : null
  },
}
