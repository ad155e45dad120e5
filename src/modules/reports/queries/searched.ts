import { sql } from 'kysely'
import type { Searched } from '../../../platform/search/searched.ts'
import { nameHasEvery } from '../../../platform/search/sought.ts'
import { titles } from '../words/titles.ts'
import { visible } from './reports.ts'

/** By its number and title, the latest first. */
export const searchedReports: Searched = {
  group: titles.reports,
  matching: (context, sought) =>
    visible(context)
      .where(nameHasEvery(sought, sql`(r.number || ' ' || r.title)`))
      .select(['r.id', sql<number>`extract(epoch from r.created_at)`.as('rank')]),
  async numbered(context, typed) {
    const rows = await visible(context).where('r.number', '=', typed.toUpperCase()).select('r.id').execute()
    return rows.map(({ id }) => id)
  },
  async lines(context, ids) {
    const rows = await visible(context)
      .where('r.id', 'in', ids)
      .select(['r.id', 'r.number', 'r.title', 'c.name as cycle', 'o.name as office'])
      .execute()
    return rows.map(({ id, number, title, cycle, office }) => ({
      id,
      title,
      number,
      about: [cycle, office],
      texts: [],
      path: `/laporan/${id}`,
    }))
  },
}
