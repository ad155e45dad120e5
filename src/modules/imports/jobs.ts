import { z } from 'zod'
import { job } from '../../platform/jobs/jobs.ts'
import { call, type Kernel } from '../../platform/operation.ts'
import { type Actor, system } from '../../platform/permissions/actor.ts'
import { actorOfPerson } from '../../platform/permissions/load-actor.ts'
import { forbidden, type Localized, Refusal } from '../../platform/refusal.ts'
import { readImport } from './operations/reading.ts'
import { applyImport } from './operations/running.ts'
import { failImport } from './operations/stopping.ts'

const payload = z.object({ id: z.uuid() })

export const importJobs = [
  job({
    name: 'imports.read',
    payload,
    async run(kernel, { id }) {
      await closing(kernel, id, async () => call(kernel, await uploader(kernel, id), readImport, { id }, 'job'))
    },
    givenUp: stopped,
  }),
  job({
    name: 'imports.apply',
    payload,
    retries: 20,
    seconds: 3600,
    async run(kernel, { id }) {
      await closing(kernel, id, async () => {
        for (let state = 'running'; state === 'running'; )
          ({ state } = await call(kernel, await uploader(kernel, id), applyImport, { id }, 'job'))
      })
    },
    givenUp: stopped,
  }),
]

/** Whoever brought the file sees that it stopped, and can have it tried again. */
function stopped(kernel: Kernel, { id }: z.infer<typeof payload>): Promise<unknown> {
  return call(kernel, system(), failImport, { id }, 'job')
}

/** What is refused once is refused at every try: the import is closed with the reason, and never waits for ever. */
async function closing(kernel: Kernel, id: string, work: () => Promise<unknown>): Promise<void> {
  await work().catch(async (error: unknown) => {
    if (!(error instanceof Refusal) || error.code === 'conflict' || error.code === 'unavailable') throw error
    const gone = error.code === 'not_found' || error.code === 'forbidden'
    const reason = gone ? notAnyMore.id : (Object.values(error.fields)[0]?.[0]?.id ?? error.localized.id)
    await call(kernel, system(), failImport, { id, reason }, 'job')
  })
}

const notAnyMore: Localized = {
  id: 'Pengunggah berkas ini tidak lagi berwenang mengimpor untuk satuan kerja ini. Yang sudah dicatat tetap tercatat; sisanya tidak dicatat.',
  en: 'The one who uploaded this file may no longer import for this office. What was recorded stays; the rest is not recorded.',
}

/** An import runs with the reach of the one who brought the file, as it is at each step; of an operator at the machine, as the system. */
async function uploader({ store, clock }: Kernel, id: string): Promise<Actor> {
  const batch = await store.db.selectFrom('import_batch').select('created_by').where('id', '=', id).executeTakeFirst()
  if (!batch?.created_by) return system()
  const actor = await actorOfPerson(store.db, batch.created_by, clock.today())
  if (!actor) throw forbidden()
  return actor
}
