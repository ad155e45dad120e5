import { sql } from 'kysely'
import { formatDay } from '../../../platform/i18n/format.ts'
import type { Searched } from '../../../platform/search/searched.ts'
import { nameHasEvery } from '../../../platform/search/sought.ts'
import { titles } from '../words/titles.ts'
import { visibleCycles } from './cycles.ts'

/** By its name, the latest first. */
export const searchedCycles: Searched = {
  group: titles.cycles,
  matching: (context, sought) =>
    visibleCycles(context)
      .where(nameHasEvery(sought, sql.ref('c.name')))
      .select(['c.id', sql<number>`c.opens_on - '2000-01-01'::date`.as('rank')]),
  async lines(context, ids) {
    const rows = await visibleCycles(context)
      .where('c.id', 'in', ids)
      .select(['c.id', 'c.name', 'o.name as office', 'c.period_from as from', 'c.period_to as to'])
      .execute()
    return rows.map(({ id, name, office, from, to }) => ({
      id,
      title: name,
      number: null,
      about: [office, `${formatDay(context.locale, from)} – ${formatDay(context.locale, to)}`],
      texts: [],
      path: `/evaluasi/${id}`,
    }))
  },
}
