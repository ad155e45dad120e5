import { z } from 'zod'
import { operation, self } from '../../platform/operation/operation.ts'
import { findSubjects, kindNames } from '../../platform/subject/subject.ts'
import { example } from '../../platform/values/example-ids.ts'
import { id } from '../../platform/values/shapes.ts'

const Kind = z.string().max(40)

export const nameThings = operation({
  name: 'things.name',
  summary: 'What things are called now and where their pages are, in the order asked for; null for what is not in your reach',
  power: 'own',
  reads: true,
  input: z.object({ things: z.array(z.object({ kind: Kind, id })).max(50) }),
  output: z.object({
    things: z.array(z.object({ kind: Kind, kindName: z.string(), id, name: z.string(), path: z.string().nullable() }).nullable()),
  }),
  example: { things: [{ kind: 'agreement', id: example.agreement }] },
  async run(context, { things }) {
    self(context)
    const names = await findSubjects(context, things)
    return {
      things: names.map((found, at) => {
        const { kind, id } = things[at]!
        return found && { kind, kindName: kindNames(context.subjects, kind)[context.locale], id, ...found }
      }),
    }
  },
})
