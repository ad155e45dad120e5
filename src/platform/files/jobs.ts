import { z } from 'zod'
import { job } from '../jobs/jobs.ts'
import { call } from '../operation.ts'
import { system } from '../permissions/actor.ts'
import { sweepFiles } from './sweep.ts'

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
