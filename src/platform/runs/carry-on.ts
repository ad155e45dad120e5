import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import { type Actor, system } from '../authority/actor.ts'
import { actorOfPerson } from '../authority/load-actor.ts'
import type { Localized } from '../i18n/words.ts'
import { type AnyJob, job } from '../jobs/jobs.ts'
import { call, internalOperation, type Kernel } from '../operation/operation.ts'
import { forbidden, Refusal } from '../refusals/refusal.ts'
import { id, localized } from '../values/shapes.ts'
import { findRun } from './find.ts'
import { failRun } from './move.ts'
import { isOver, type Run, type RunKind } from './run.ts'

/**
 * The job that carries out runs of a kind, step after step. Each step is taken as the one who asked, with what they may do then: whoever
 * has lost it meanwhile has asked for nothing any more. A job that was killed is tried again and goes on behind the last step.
 */
export const jobOfRuns = (kind: RunKind): AnyJob =>
  job({
    name: kind.kind,
    payload: z.object({ id: z.uuid() }),
    ...(kind.retries !== undefined && { retries: kind.retries }),
    ...(kind.seconds !== undefined && { seconds: kind.seconds }),
    async run(kernel, { id }) {
      try {
        for (let run = await open(kernel, id); run; run = await open(kernel, id)) {
          // The embedded database answers within the turn of the event loop: without this one, nobody else is heard until the end.
          await setImmediate()
          if (kernel.jobs.isEnding()) return await passOn(kernel, kind, id)
          await kind.step(kernel, await asker(kernel, run), run)
          kernel.log.debug('run.step', { run: id, kind: kind.kind })
        }
      } catch (error) {
        // What is refused once is refused at every try; of two at once one only waits, and what is gone comes back.
        if (!(error instanceof Refusal) || error.code === 'conflict' || error.code === 'unavailable') throw error
        await call(kernel, system(), endRun, { id, refusal: reasonOf(kind, error) }, 'job')
      }
    },
    givenUp: (kernel, { id }) => call(kernel, system(), endRun, { id, refusal: null }, 'job'),
  })

/** Another process goes on behind this step, or the next start does. */
const passOn = ({ jobs, store }: Kernel, { kind }: RunKind, id: string): Promise<void> => jobs.send(store.db, kind, { id })

/** Not as the one who asked: they may be the reason. */
export const endRun = internalOperation({
  name: 'runs.end',
  input: z.object({ id, refusal: localized.nullable() }),
  output: z.object({}),
  async run(context, { id, refusal }) {
    await failRun(context, id, refusal)
    return {}
  },
})

const open = async ({ store }: Kernel, id: string): Promise<Run | null> => {
  const run = await findRun(store.db, id)
  return run && !isOver(run) ? run : null
}

async function asker({ store, clock }: Kernel, { askedBy }: Run): Promise<Actor> {
  if (!askedBy) return system()
  const actor = await actorOfPerson(store.db, askedBy, clock.today())
  if (!actor) throw forbidden()
  return actor
}

function reasonOf({ notAnyMore }: RunKind, { code, fields, localized }: Refusal): Localized {
  if (code === 'not_found' || code === 'forbidden') return notAnyMore
  return Object.values(fields)[0]?.[0] ?? localized
}
