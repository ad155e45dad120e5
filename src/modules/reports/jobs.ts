import { z } from 'zod'
import { system } from '../../platform/authority/actor.ts'
import { job } from '../../platform/jobs/jobs.ts'
import { call } from '../../platform/operation/operation.ts'
import { tellOfShare } from './operations/sharing.ts'

/** Works in steps of its own transaction; a step done twice changes nothing. */
export const reportJobs = [
  job({
    name: 'reports.tell',
    payload: z.object({ share: z.uuid() }),
    async run(kernel, { share }) {
      let after: string | undefined
      do after = (await call(kernel, system(), tellOfShare, { share, after }, 'job')).next ?? undefined
      while (after)
    },
  }),
]
