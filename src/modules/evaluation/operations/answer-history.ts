import { z } from 'zod'
import { operation } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id } from '../../../platform/values/shapes.ts'
import { Answers } from '../../questionnaires/schema.ts'
import { ownSide, visibleAssignments } from '../queries/assignments.ts'
import { answerMoments } from '../queries/history.ts'

const AnswerValue = Answers.valueType.nullable()

const AnswerHistory = z.object({
  moments: z.array(
    z.object({
      key: z.string(),
      value: AnswerValue,
      before: AnswerValue,
      by: z.string().nullable(),
      /** When it came. */
      at: z.date(),
      /** When it was written, as the device said. */
      capturedAt: z.date().nullable(),
      /** Sent against a value that somebody else had changed meanwhile, and not chosen: it never stood. */
      isUnchosen: z.boolean(),
    }),
  ),
  more: z.boolean(),
})
export type AnswerHistory = z.infer<typeof AnswerHistory>

export const showAnswerHistory = operation({
  name: 'answers.history',
  summary: 'What the answers of a form of your own side were, and what was sent and not chosen, the latest first; at most 500 values',
  power: 'answer.read',
  reads: true,
  input: z.object({ id }),
  output: AnswerHistory,
  example: { id: example.assignment },
  async run(context, { id }) {
    const found = await visibleAssignments(context).select('t.id').where('t.id', '=', id).where(ownSide(context)).executeTakeFirst()
    if (!found) throw notFound()
    return answerMoments(context, id)
  },
})
