import { z } from 'zod'
import { limits } from '../../platform/live/limits.ts'
import { lookAt } from '../../platform/live/look.ts'
import { refusals } from '../../platform/live/refusal-words.ts'
import { operation } from '../../platform/operation/operation.ts'
import { invalid } from '../../platform/refusals/refusal.ts'

export const look = operation({
  name: 'live.look',
  summary:
    'Numbers that change by themselves: `inbox` (how many lines your inbox has, many notices of a kind being one) and `run:ID` (how far long work is). Browsers are told of changes at /api/v1/live/stream',
  power: 'own',
  limit: 'short',
  reads: true,
  input: z.object({
    topics: z
      .string()
      .min(1)
      .max(600)
      .transform(text => [...new Set(text.split(',').filter(Boolean))])
      .describe(`at most ${limits.topics}, with commas between them: \`inbox,run:ID\``),
  }),
  output: z.object({ topics: z.array(z.object({ topic: z.string(), numbers: z.record(z.string(), z.number()) })) }),
  example: { topics: 'inbox' },
  async run(context, { topics }) {
    if (topics.length > limits.topics) throw invalid('topics', refusals.tooManyTopics)
    return { topics: await lookAt(context, topics) }
  },
})
