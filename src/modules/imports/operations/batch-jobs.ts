import { z } from 'zod'
import { type Actor, system } from '../../../platform/authority/actor.ts'
import { actorOfPerson } from '../../../platform/authority/load-actor.ts'
import { type AnyJob, job } from '../../../platform/jobs/jobs.ts'
import { type AnyOperation, call, type Kernel } from '../../../platform/operation/operation.ts'
import { forbidden, type Localized, Refusal } from '../../../platform/refusals/refusal.ts'
import { refusals } from '../words/refusals.ts'

const payload = z.object({ id: z.uuid() })
type Steps = { read: AnyOperation; apply: AnyOperation; fail: AnyOperation }

/**
 * The two jobs of a kind of import, named as its operations: one reads the file, one records rows until none is left. An import runs with
 * the reach of the one who brought the file, as it is at each step.
 */
export function batchJobs({ read, apply, fail }: Steps): AnyJob[] {
  const failing = (kernel: Kernel, input: object) => call(kernel, system(), fail, input, 'job')
  /** Whoever brought the file sees that it stopped, and can have it tried again. */
  const givenUp = (kernel: Kernel, { id }: z.infer<typeof payload>) => failing(kernel, { id })
  /** What is refused once is refused at every try: the import is closed with the reason, and never waits for ever. */
  const closing = (kernel: Kernel, id: string, work: () => Promise<unknown>) =>
    work().catch(async (error: unknown) => {
      if (!(error instanceof Refusal) || error.code === 'conflict' || error.code === 'unavailable') throw error
      const gone = error.code === 'not_found' || error.code === 'forbidden'
      const reason = gone ? notAnyMore.id : (Object.values(error.fields)[0]?.[0]?.id ?? error.localized.id)
      await failing(kernel, { id, reason })
    })
  return [
    job({
      name: read.name,
      payload,
      run: (kernel, { id }) => closing(kernel, id, async () => call(kernel, await uploader(kernel, id), read, { id }, 'job')),
      givenUp,
    }),
    job({
      name: apply.name,
      payload,
      retries: 20,
      seconds: 3600,
      run: (kernel, { id }) =>
        closing(kernel, id, async () => {
          for (let state = 'running'; state === 'running'; )
            ({ state } = (await call(kernel, await uploader(kernel, id), apply, { id }, 'job')) as { state: string })
        }),
      givenUp,
    }),
  ]
}

const notAnyMore: Localized = refusals.whoUploadedFileNo

/** Whoever brought the file; of an operator at the machine, the system. */
async function uploader({ store, clock }: Kernel, id: string): Promise<Actor> {
  const batch = await store.db.selectFrom('import_batch').select('created_by').where('id', '=', id).executeTakeFirst()
  if (!batch?.created_by) return system()
  const actor = await actorOfPerson(store.db, batch.created_by, clock.today())
  if (!actor) throw forbidden()
  return actor
}
