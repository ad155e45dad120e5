import { z } from 'zod'
import { system } from '../../platform/authority/actor.ts'
import { job } from '../../platform/jobs/jobs.ts'
import { call } from '../../platform/operation/operation.ts'
import { makeCopies } from './operations/pictures.ts'

export const commentJobs = [
  job({
    name: 'comments.picture',
    payload: z.object({ file: z.string() }),
    retries: 5,
    seconds: 120,
    run: (kernel, payload) => call(kernel, system(), makeCopies, payload, 'job'),
  }),
]
