import { z } from 'zod'
import { system } from '../../platform/authority/actor.ts'
import { job } from '../../platform/jobs/jobs.ts'
import { call } from '../../platform/operation/operation.ts'
import { collectFindings } from './operations/findings.ts'
import { remindAssignments } from './operations/remind.ts'

const Cycle = z.object({ id: z.uuid() })

/** Each works in steps of its own transaction and goes on where it stopped; a step done twice changes nothing. */
export const evaluationJobs = [
  job({
    name: 'evaluation.findings',
    payload: Cycle,
    async run(kernel, { id }) {
      let after: string | undefined
      do after = (await call(kernel, system(), collectFindings, { id, after }, 'job')).next ?? undefined
      while (after)
    },
  }),
  job({
    name: 'evaluation.remind',
    payload: z.object({ cycle: z.uuid() }),
    async run(kernel, cycle) {
      while ((await call(kernel, system(), remindAssignments, cycle, 'job')).more);
    },
  }),
]
