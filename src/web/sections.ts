import type { ComponentChild } from 'preact'
import { canAnywhere } from '../platform/authority/reach.ts'
import { everyKind, type Request } from '../platform/doors/request.ts'

/** What the modules add to the page of a thing, in their order, for whoever holds their powers; one after another, on one connection. */
export async function sectionsOn(c: Request, kind: string, subject: { id: string; name: string }): Promise<ComponentChild[]> {
  const parts: ComponentChild[] = []
  for (const { on, power, render } of c.var.sections)
    if ((on === kind || on === everyKind) && canAnywhere(c.var.actor, power)) parts.push(await render(c, { ...subject, kind }))
  return parts
}
