import { z } from 'zod'
import { authorize, nationally } from '../../../platform/authority/reach.ts'
import { type Context, operation } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { seenRun } from '../../../platform/runs/find.ts'
import { cancelRun, retryRun } from '../../../platform/runs/move.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id } from '../../../platform/values/shapes.ts'
import { showRun } from './listing.ts'

export const cancel = operation({
  name: 'runs.cancel',
  summary: 'Cancel long work between two of its steps; what it has done stays, the rest is not done',
  power: 'own',
  limit: 'long', // it waits for the step that is just being taken
  input: z.object({ id }),
  output: showRun.output,
  example: { id: example.run },
  async run(context, { id }) {
    await onlySeen(context, id)
    await cancelRun(context, id)
    return showRun.run(context, { id }, undefined)
  },
})

export const retry = operation({
  name: 'runs.retry',
  summary: 'Try long work again that an error of our own has stopped; it goes on behind what is done',
  power: 'own',
  input: z.object({ id }),
  output: showRun.output,
  example: { id: example.stoppedRun },
  async run(context, { id }) {
    await onlySeen(context, id)
    await retryRun(context, id)
    return showRun.run(context, { id }, undefined)
  },
})

export const resumeRuns = operation({
  name: 'runs.resume',
  summary: 'Take up again all long work that was under way when the server stopped; done at every start, harmless to repeat',
  power: 'setting.write',
  input: z.object({}),
  output: z.object({ resumed: z.int() }),
  example: {},
  async run(context) {
    authorize(context, 'setting.write', nationally)
    const open = await context.db.selectFrom('run').select(['id', 'kind']).where('ended_at', 'is', null).orderBy('asked_at').execute()
    const known = open.filter(({ kind }) => context.runKinds.has(kind))
    for (const { id, kind } of known) await context.enqueue(kind, { id })
    return { resumed: known.length }
  },
})

/** What somebody may not see is not there. */
async function onlySeen(context: Context, id: string): Promise<void> {
  if (!(await context.db.selectFrom('run as r').select('r.id').where('r.id', '=', id).where(seenRun(context)).executeTakeFirst()))
    throw notFound()
}
