import type { VNode } from 'preact'
import type { Request } from '../../platform/doors/request.ts'
import { call } from '../../platform/operation/operation.ts'
import type { SubjectRef } from '../../platform/subject/subject.ts'
import { nameThings } from './operations.ts'
import { words } from './words.ts'

/** The things that a page's thing belongs to, as one line of links: those that the viewer may read. Nothing where there are none. */
export async function related(c: Request, refs: readonly (SubjectRef | null | undefined | false)[]): Promise<VNode | null> {
  const asked = [...new Map(refs.flatMap(ref => (ref ? [[ref.id, ref] as const] : []))).values()]
  if (!asked.length) return null
  const { things } = await call(c.var.kernel, c.var.actor, nameThings, { things: asked })
  const found = things.filter(thing => thing?.path)
  if (!found.length) return null
  return (
    <ul class="related" aria-label={words[c.var.viewer.locale].related}>
      {found.map(thing => (
        <li>
          <small>{thing!.kindName}</small> <a href={thing!.path!}>{thing!.name}</a>
        </li>
      ))}
    </ul>
  )
}
