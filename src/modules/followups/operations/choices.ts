import { z } from 'zod'
import { operation } from '../../../platform/operation/operation.ts'
import { line, optional } from '../../../platform/values/shapes.ts'
import { choicesFor } from '../queries/meant.ts'

const asked = z.object({ q: optional(line(200)) })
const Choices = z.array(z.object({ value: z.string(), label: z.string() }))
const choices = (named: readonly { id: string; name: string }[]) => named.map(({ id, name }) => ({ value: id, label: name }))

export const searchOwners = operation({
  name: 'followups.owner-choices',
  summary: 'Owners of follow-ups in your reach by what was typed, for a field that chooses one',
  power: 'followup.read',
  reads: true,
  input: asked,
  output: Choices,
  example: {},
  run: async (context, { q }) => choices(await choicesFor(context, 'owner', q ?? '')),
})

export const searchCycles = operation({
  name: 'followups.cycle-choices',
  summary: 'Cycles whose findings the follow-ups in your reach answer, by what was typed, for a field that chooses one',
  power: 'followup.read',
  reads: true,
  input: asked,
  output: Choices,
  example: {},
  run: async (context, { q }) => choices(await choicesFor(context, 'cycle', q ?? '')),
})
