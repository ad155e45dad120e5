import { z } from 'zod'
import type { AnyOperation } from '../operation/operation.ts'

/** Whether a form or a request may bring files to this operation. */
export function takesFiles({ input }: AnyOperation): boolean {
  const before = known.get(input)
  if (before !== undefined) return before
  const takes = JSON.stringify(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })).includes('"x-upload":true')
  known.set(input, takes)
  return takes
}

const known = new WeakMap<z.ZodType, boolean>()
