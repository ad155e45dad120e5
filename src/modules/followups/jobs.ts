import { z } from 'zod'
import { job } from '../../platform/jobs/jobs.ts'
import { call } from '../../platform/operation.ts'
import { system } from '../../platform/permissions/actor.ts'
import { remindOwners } from './operations/remind.ts'

export const followUpJobs = [
  job({
    name: 'followups.remind',
    payload: z.object({}).loose(),
    cron: '0 7 * * *',
    run: kernel => call(kernel, system(), remindOwners, {}, 'job'),
  }),
]
