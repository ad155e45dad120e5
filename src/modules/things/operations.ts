import { z } from 'zod'
import type { Request } from '../../platform/doors/request.ts'
import { call, operation, self } from '../../platform/operation/operation.ts'
import { findSubjects, kindNames, type SubjectRef, talliesOf } from '../../platform/subject/subject.ts'
import { example } from '../../platform/values/example-ids.ts'
import { id } from '../../platform/values/shapes.ts'
import { Counts, type Thing } from './schema.ts'

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

/** So many things are counted of at once. */
const most = 200

export const countThings = operation({
  name: 'things.count',
  summary: 'What all modules count of things of a kind, such as the open findings of partners: columns, and for each thing its cells',
  power: 'own',
  reads: true,
  input: z.object({
    kind: Kind,
    things: z.array(z.object({ id, name: z.string().max(500), code: z.string().max(20).optional() })).max(most),
  }),
  output: Counts,
  example: { kind: 'partner', things: [{ id: example.partner, name: 'Kejaksaan Negeri Banyuwangi' }] },
  async run(context, { kind, things }) {
    self(context)
    const { columns, keys, cells } = await talliesOf(context, kind, things)
    return { columns: columns.map(column => column[context.locale]), keys, cells: Object.fromEntries(cells) }
  },
})

/** For the page of a list. */
export const countsOf = (c: Request, kind: string, things: readonly { id: string; name: string; code?: string }[]): Promise<Counts> =>
  call(c.var.kernel, c.var.actor, countThings, {
    kind,
    things: things.slice(0, most).map(({ id, name, code }) => ({ id, name, ...(code ? { code } : {}) })),
  })

/** The things that a page's thing belongs to, each once: those that the viewer may read. */
export async function relatedThings(c: Request, refs: readonly (SubjectRef | null | undefined)[]): Promise<Thing[]> {
  const asked = [...new Map(refs.flatMap(ref => (ref ? [[ref.id, { kind: ref.kind, id: ref.id }] as const] : []))).values()]
  if (!asked.length) return []
  const { things } = await call(c.var.kernel, c.var.actor, nameThings, { things: asked })
  return things.flatMap(thing => (thing?.path ? [{ ...thing, path: thing.path }] : []))
}
