import { sql } from 'kysely'
import type { Searched } from '../../../platform/search/searched.ts'
import { hasEvery, isAtPlaces } from '../../../platform/search/sought.ts'
import { titles } from '../words/titles.ts'
import { words } from '../words.ts'
import { statusColumn, visible } from './visible.ts'

/** By its words and number, and by the place of its office; the latest first. */
export const searchedFindings: Searched = {
  group: titles.findings,
  matching: (context, sought) =>
    visible(context)
      .where(hasEvery(sought, sql.ref('t.search'), isAtPlaces(sql.ref('t.office_id'))))
      .select(['t.id', sql<number>`extract(epoch from t.created_at)`.as('rank')]),
  async numbered(context, typed) {
    const rows = await visible(context).where('t.number', '=', typed.toUpperCase()).select('t.id').execute()
    return rows.map(({ id }) => id)
  },
  async lines(context, ids) {
    const { kinds, statuses } = words[context.locale]
    const rows = await visible(context)
      .where('t.id', 'in', ids)
      .select(['t.id', 't.number', 't.text', 't.kind', 'o.name as office', statusColumn.as('status')])
      .execute()
    return rows.map(({ id, number, text, kind, office, status }) => ({
      id,
      title: text,
      number,
      about: [kinds[kind as keyof typeof kinds], office, statuses[status]],
      texts: [],
      path: `/temuan/${id}`,
    }))
  },
}
