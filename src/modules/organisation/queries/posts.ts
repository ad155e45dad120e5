import { sql } from 'kysely'
import type { z } from 'zod'
import { inForce } from '../../../platform/authority/in-force.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import type { Acting } from '../schema.ts'
import { visiblePersons } from './persons.ts'

/** A post that somebody has on a day, as it is signed with. */
export type Post = { name: string; position: string; acting: (typeof Acting.options)[number] | null; office: string }

/** Who heads an office today or on another day: its chair, else its secretary; whoever stands in for them counts. */
export const headOf = (context: Context, officeId: string, day?: string): Promise<Post | undefined> =>
  post(context, sql<boolean>`a.office_id = ${officeId} and po.kind in ('ketua', 'sekretaris_jenderal', 'sekretaris')`, day)

/** The post that somebody has today or had on another day, the highest of several. */
export const postOf = (context: Context, personId: string, day?: string): Promise<Post | undefined> =>
  post(context, sql<boolean>`a.person_id = ${personId}`, day)

async function post(context: Context, condition: ReturnType<typeof sql<boolean>>, day = context.clock.today()): Promise<Post | undefined> {
  const { rows } = await sql<Post>`
    select p.name, po.name as position, a.acting, o.name as office
    from appointment a join position po on po.id = a.position_id join person p on p.id = a.person_id join office o on o.id = a.office_id
    where ${condition} and ${inForce('a', day)} order by po.kind <> 'ketua', po.rank, a.from_on desc, a.id limit 1`.execute(context.db)
  return rows[0]
}

/** Who stands in (Plt., Plh.) on a day in a post that somebody then has, of those whom the one who asks may see. */
export const deputiesOf = (context: Context, personId: string, day: string) =>
  visiblePersons(context)
    .innerJoin('appointment as d', 'd.person_id', 'p.id')
    .innerJoin('appointment as a', join =>
      join
        .onRef('a.office_id', '=', 'd.office_id')
        .onRef('a.position_id', '=', 'd.position_id')
        .on(sql<boolean>`a.unit is not distinct from d.unit`),
    )
    .innerJoin('position as po', 'po.id', 'd.position_id')
    .innerJoin('office as o', 'o.id', 'd.office_id')
    .where('a.person_id', '=', personId)
    .where('p.id', '<>', personId)
    .where('p.left_at', 'is', null)
    .where('d.acting', 'is not', null)
    .where(inForce('d', day))
    .where(inForce('a', day))
    .distinctOn('p.id')
    .select(['p.id', 'p.name', sql<z.infer<typeof Acting>>`d.acting`.as('acting'), 'po.name as position', 'o.name as office'])
    .orderBy('p.id')
    .limit(20)
    .execute()
