import { z } from 'zod'
import type { Request } from '../../platform/doors/request.ts'
import { call, operation, self } from '../../platform/operation/operation.ts'
import { findSubjects, kindNames, type SubjectRef } from '../../platform/subject/subject.ts'
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

export type Thing = { kindName: string; id: string; name: string; path: string }

/** The things that a page's thing belongs to, each once: those that the viewer may read. */
export async function relatedThings(c: Request, refs: readonly (SubjectRef | null | undefined)[]): Promise<Thing[]> {
  const asked = [...new Map(refs.flatMap(ref => (ref ? [[ref.id, { kind: ref.kind, id: ref.id }] as const] : []))).values()]
  if (!asked.length) return []
  const { things } = await call(c.var.kernel, c.var.actor, nameThings, { things: asked })
  return things.flatMap(thing => (thing?.path ? [{ ...thing, path: thing.path }] : []))
}
