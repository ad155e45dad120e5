import { z } from 'zod'
import { system } from '../../platform/authority/actor.ts'
import { readTextApart } from '../../platform/documents/file-text-apart.ts'
import { readFile } from '../../platform/files/store.ts'
import { job } from '../../platform/jobs/jobs.ts'
import { call, type Kernel } from '../../platform/operation/operation.ts'
import { claimUnread, keepRead, releaseUnread } from './operations/texts.ts'

export const searchJobs = [
  job({
    name: 'search.read',
    payload: z.object({}).loose(),
    retries: 0, // the next one comes within a minute
    seconds: 900,
    cron: '* * * * *',
    atStart: true,
    async run(kernel) {
      const until = kernel.clock.now().getTime() + 600_000
      while (!kernel.jobs.isEnding() && kernel.clock.now().getTime() < until && (await readNext(kernel))) {}
    },
  }),
]

/** Reads the text of one file; false when none waits. A file that is not in the store by now says nothing. */
async function readNext(kernel: Kernel): Promise<boolean> {
  const file = await call(kernel, system(), claimUnread, {}, 'job')
  if (!file) return false
  const bytes = await readFile(kernel.files, file.key).catch(async error => {
    if (!kernel.outages.note(error)) return null
    await call(kernel, system(), releaseUnread, { id: file.id }, 'job')
    throw error
  })
  const found = bytes && (await readTextApart(bytes, file.type))
  if (!found) kernel.log.info('search.unreadable', { file: file.id })
  await call(kernel, system(), keepRead, { id: file.id, found }, 'job')
  return true
}
