import { z } from 'zod'
import { job } from '../../platform/jobs/jobs.ts'
import { call, type Kernel } from '../../platform/operation.ts'
import { type Actor, system } from '../../platform/permissions/actor.ts'
import { actorOfPerson } from '../../platform/permissions/load-actor.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readImport } from './operations/reading.ts'
import { applyImport, failImport } from './operations/running.ts'

const payload = z.object({ id: z.uuid() })

export const importJobs = [
  job({
    name: 'imports.read',
    payload,
    run: async (kernel, { id }) =>
      call(kernel, await uploader(kernel, id), readImport, { id }, 'job').catch(async (error: unknown) => {
        if (!(error instanceof Refusal)) throw error
        return call(
          kernel,
          await uploader(kernel, id),
          failImport,
          { id, reason: Object.values(error.fields)[0]?.[0]?.id ?? error.said.id },
          'job',
        )
      }),
  }),
  job({
    name: 'imports.apply',
    payload,
    retries: 20,
    seconds: 3600,
    async run(kernel, { id }) {
      const actor = await uploader(kernel, id)
      for (let state = 'running'; state === 'running'; ) ({ state } = await call(kernel, actor, applyImport, { id }, 'job'))
    },
  }),
]

/** An import runs with the reach of the one who brought the file, as it is now; of an operator at the machine, as the system. */
async function uploader({ store, clock }: Kernel, id: string): Promise<Actor> {
  const batch = await store.db.selectFrom('import_batch').select('created_by').where('id', '=', id).executeTakeFirst()
  if (!batch?.created_by) return system()
  const actor = await actorOfPerson(store.db, batch.created_by, clock.today())
  if (!actor) throw new Error('The one who brought this import has left')
  return actor
}
