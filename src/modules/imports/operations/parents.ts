import { sql } from 'kysely'
import { record } from '../../../platform/audit/record.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { setParents } from '../../agreements/operations/current.ts'
import { agreementsWithNumbers } from '../../agreements/queries/choices.ts'
import { audience } from '../../agreements/queries/visible.ts'
import { foldNumber } from '../../agreements/rules/number.ts'

type Child = { id: string; number: string; rev: number; reach: string[]; office: { id: string; name: string; path: string } }
type Link = { child: Child; parent: { id: string; number: string } }

/**
 * A row may name a parent that stands further down: so parents are found when all rows are recorded, or no more will be, among what may be
 * chosen by hand as well. A parent that would stand below its own child is left out.
 */
export async function linkParents(context: Context, batchId: string): Promise<void> {
  const { rows } = await sql<Child>`
    select distinct on (a.id) a.id, r.judged ->> 'parentNumber' as number, a.rev, a.reach::text[] as reach,
      (select jsonb_build_object('id', o.id, 'name', o.name, 'path', o.path::text) from office_card o where o.id = a.office_id) as office
    from import_row r join agreement_card a on a.id = r.agreement_id
    where r.batch_id = ${batchId} and a.parent_id is null and r.judged ->> 'parentNumber' is not null and r.applied_as in ('created', 'draft', 'updated')
    order by a.id, r.place desc`.execute(context.db)
  if (!rows.length) return
  const links = withoutCircles(await wantedLinks(context, rows), await parentsOf(context))
  const linked = await setParents(
    context,
    links.map(({ child, parent }) => ({ child: child.id, parent: parent.id })),
  )
  for (const { child, parent } of links)
    if (linked.has(child.id)) record(context, audience(child), { parent: null }, { parent: parent.number })
}

/** Of several agreements with the number the one of the same office is meant. */
async function wantedLinks(context: Context, children: readonly Child[]): Promise<Link[]> {
  const wanted = new Set(children.map(({ number }) => foldNumber(number)))
  const found = Map.groupBy(
    (await agreementsWithNumbers(context)).filter(({ number }) => wanted.has(foldNumber(number))),
    ({ number }) => foldNumber(number),
  )
  return children.flatMap(child => {
    const others = (found.get(foldNumber(child.number)) ?? []).filter(({ id }) => id !== child.id)
    const parent = others.find(({ officeId }) => officeId === child.office.id) ?? others[0]
    return parent ? [{ child, parent }] : []
  })
}

/** All parents there are, whoever sees them: a circle may run through what is not seen. */
async function parentsOf({ db }: Context): Promise<Map<string, string>> {
  const rows = await db.selectFrom('agreement_card').select(['id', 'parent_id']).where('parent_id', 'is not', null).execute()
  return new Map(rows.map(({ id, parent_id }) => [id, parent_id!]))
}

/** The links, each given that those before it hold. */
function withoutCircles(links: readonly Link[], parents: Map<string, string>): Link[] {
  return links.filter(({ child, parent }) => {
    const above = new Set<string>()
    for (let up: string | undefined = parent.id; up && !above.has(up); up = parents.get(up)) above.add(up)
    if (above.has(child.id)) return false
    parents.set(child.id, parent.id)
    return true
  })
}
