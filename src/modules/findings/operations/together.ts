import { sql } from 'kysely'
import { reach, within } from '../../../platform/authority/reach.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { openFollowUp } from '../../followups/operations/create.ts'
import { visible } from '../queries/visible.ts'

type Params = { action: string; detail: string | null; ownerId: string; dueOn: string }

/**
 * One follow-up for several findings: at the lowest office that stands above all of them, among those that the one who asks may change.
 * Asks `followup.write` there. What none of them is left for begins nothing; each of the findings then says why.
 */
export async function beginTogether(context: Context, params: object, ids: readonly string[]): Promise<{ followUp: string }> {
  const own = reach(context, 'finding.write')
  const findings = await visible(context)
    .where(sql<boolean>`t.id = any (${ids}::uuid[])`)
    .where('t.dismissed_at', 'is', null)
    .where(within(own, { path: sql.ref('o.path') }))
    .select(['t.id', 't.number', sql<string>`o.path::text`.as('path')])
    .orderBy('t.number')
    .execute()
  const [first] = findings
  if (!first) return { followUp: '–' }
  const office = await officeAt(context, sharedPath(findings.map(({ path }) => path)))
  const origin = { kind: 'finding', id: first.id, label: first.number }
  const { id } = await openFollowUp(context, { ...(params as Params), important: false, partner: null, officeId: office }, origin)
  return { followUp: id }
}

/** What paths of offices begin with in common: `id.32.3210` and `id.32.3273` are both below `id.32`. */
export const sharedPath = (paths: readonly string[]): string =>
  paths
    .map(path => path.split('.'))
    .reduce((shared, parts) => shared.filter((_, at) => shared.slice(0, at + 1).every((part, place) => part === parts[place])))
    .join('.')

async function officeAt({ db }: Context, path: string): Promise<string> {
  const { id } = await db.selectFrom('office_card').select('id').where(sql<boolean>`path = ${path}::ltree`).executeTakeFirstOrThrow()
  return id
}
