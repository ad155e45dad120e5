import { z } from 'zod'
import { id, line, optional, Upload } from '../../../platform/values/shapes.ts'

export const accesses = ['readers', 'invited', 'engaged'] as const
export const Access = z.enum(accesses)

/** A file of a session; `message` says whose written message it is, by whoever reads it out. */
export const Material = z.object({
  id,
  session: id,
  title: z.string(),
  access: Access,
  message: z.object({ part: id, name: z.string() }).nullable(),
  file: id.describe('Its bytes stand at /berkas/:id, for whoever may read it then'),
  type: z.string(),
  size: z.int(),
})
export const MaterialAddition = z.object({
  session: id,
  title: optional(line(200)).describe('As the file is called, unless given'),
  access: Access.default('readers').describe(
    'Who reads it once the session is released, beside those who write the programme: whoever reads the meeting, those invited, those with a part',
  ),
  part: optional(id).describe('Whose written message it is: a part of the session that reads one'),
  file: Upload,
})
export const MaterialList = z.object({ materials: z.array(Material) })
export type Material = z.infer<typeof Material>
