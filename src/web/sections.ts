import type { ComponentChild } from 'preact'
import { canAnywhere } from '../platform/authority/reach.ts'
import { everyKind, type PageSection, type Request } from '../platform/doors/request.ts'

/**
 * What the modules add to the page of a thing, in their order, for whoever holds their powers; one after another, on one connection. With
 * `which` only what is about this kind, or only what stands at the foot: on the page of every kind, or with an order from `foot` on.
 */
export async function sectionsOn(
  c: Request,
  kind: string,
  subject: { id: string; name: string; code?: string; stands?: ReadonlySet<string> },
  which?: 'own' | 'shared',
): Promise<ComponentChild[]> {
  const parts: ComponentChild[] = []
  for (const { on, order, power, render } of c.var.sections)
    if (isMeant(on, order, kind, which) && (power === 'open' || canAnywhere(c.var.actor, power)))
      parts.push(await render(c, { ...subject, kind }))
  return parts
}

/** From this order on a section stands at the foot. */
const foot = 90
const isMeant = (on: PageSection['on'], order: number, kind: string, which?: 'own' | 'shared'): boolean =>
  (on === everyKind || on === kind) && (which === undefined || (which === 'shared') === (on === everyKind || order >= foot))
