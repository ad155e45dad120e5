import { sql } from 'kysely'
import { reach, within } from '../../../platform/permissions/reach.ts'
import type { Subjects } from '../../../platform/subject/subjects.ts'

export const importsSubjects: Subjects = {
  /** Called by its file for whoever may read the trail of its office; opened by those who import. */
  async import(context, ids) {
    const opens = within(reach(context, 'agreement.import'), { path: sql.ref('o.path') })
    const rows = await context.db
      .selectFrom('import_batch as b')
      .innerJoin('office as o', 'o.id', 'b.office_id')
      .where('b.id', 'in', ids)
      .where(sql<boolean>`(${opens} or ${within(reach(context, 'audit.read'), { path: sql.ref('o.path') })})`)
      .select(['b.id', 'b.name', opens.as('opens')])
      .execute()
    return rows.map(({ id, name, opens }) => ({ id, name, path: opens ? `/impor/${id}` : null }))
  },
}
