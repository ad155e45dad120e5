import { z } from 'zod'
import { limits } from '../../platform/live/limits.ts'
import { lookAt } from '../../platform/live/look.ts'
import { operation } from '../../platform/operation/operation.ts'

export const look = operation({
  name: 'live.look',
  summary:
    'Numbers that change by themselves: `inbox` (what you have not read) and `run:ID` (how far long work is). Browsers are told of changes at /api/v1/live/stream',
  power: 'own',
  limit: 'short',
  reads: true,
  input: z.object({
    topics: z
      .string()
      .max(600)
      .transform(text => [...new Set(text.split(',').filter(Boolean))])
      .refine(topics => topics.length > 0 && topics.length <= limits.topics)
      .describe(`at most ${limits.topics}, with commas between them: \`inbox,run:ID\``),
  }),
  output: z.object({ topics: z.array(z.object({ topic: z.string(), numbers: z.record(z.string(), z.number()) })) }),
  example: { topics: 'inbox' },
  run: async (context, { topics }) => ({ topics: await lookAt(context, topics) }),
})
