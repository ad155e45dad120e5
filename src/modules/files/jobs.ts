import { z } from 'zod'
import { system } from '../../platform/authority/actor.ts'
import { job } from '../../platform/jobs/jobs.ts'
import { call } from '../../platform/operation/operation.ts'
import { sweepFiles } from './operations/sweep.ts'

export const fileJobs = [
  job({
    name: 'files.sweep',
    payload: z.object({}).loose(),
    retries: 2, // the next one comes tomorrow
    seconds: 1800,
    cron: '40 2 * * *',
    atStart: true,
    async run(kernel) {
      for (let isThrough = false; !isThrough; ) {
        const done = await call(kernel, system(), sweepFiles, {}, 'job')
        kernel.log.info('files.swept', done)
        isThrough = done.passed >= done.stored
      }
    },
  }),
]
