import { z } from 'zod'
import { operation } from '../../../platform/operation/operation.ts'
import { line, optional } from '../../../platform/values/shapes.ts'
import { cyclesOfFindings } from '../queries/meant.ts'

export const searchCycles = operation({
  name: 'findings.cycle-choices',
  summary: 'Cycles that findings in your reach are of, by what was typed, for a field that chooses one',
  power: 'finding.read',
  reads: true,
  input: z.object({ q: optional(line(200)) }),
  output: z.array(z.object({ value: z.string(), label: z.string() })),
  example: {},
  run: async (context, { q }) => (await cyclesOfFindings(context, q ?? '')).map(({ id, name }) => ({ value: id, label: name })),
})
