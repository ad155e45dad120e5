import { z } from 'zod'
import { reach } from '../../../platform/authority/reach.ts'
import { operation } from '../../../platform/operation/operation.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id } from '../../../platform/values/shapes.ts'
import { Side } from '../../questionnaires/schema.ts'
import { scoresByCycle } from '../queries/results.ts'

export const listScores = operation({
  name: 'scores.list',
  summary:
    'Mean score of both sides by cycle: of one agreement, of all agreements with one partner, or of all in your reach; the latest cycle first',
  power: 'answer.read',
  reads: true,
  input: z.object({ agreement: id.optional(), partner: id.optional().describe('at most one of the two') }),
  /** `n` forms have a score; a form counts once every form of its agreement is submitted or its cycle closed. */
  output: z.object({
    scores: z.array(z.object({ cycleId: id, cycle: z.string(), side: Side, n: z.int(), score: z.number().nullable() })),
  }),
  example: { agreement: example.draftAgreement },
  async run(context, input) {
    reach(context, 'answer.read')
    return { scores: await scoresByCycle(context, input) }
  },
})
