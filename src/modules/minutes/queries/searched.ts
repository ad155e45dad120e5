import { sql } from 'kysely'
import { formatDay } from '../../../platform/i18n/format.ts'
import type { Searched } from '../../../platform/search/searched.ts'
import { hasEvery, isAtPlaces } from '../../../platform/search/sought.ts'
import { decisionWords } from '../words/decisions.ts'
import { titles } from '../words/titles.ts'
import { detailed, visible } from './decisions.ts'

/** By what was decided and its number, and by the place of whom it is addressed to; the latest first. */
export const searchedDecisions: Searched = {
  group: titles.decisions,
  matching: (context, sought) =>
    visible(context)
      .where(hasEvery(sought, sql.ref('d.search'), isAtPlaces(sql.ref('d.office_id'))))
      .select(['d.id', sql<number>`extract(epoch from d.created_at)`.as('rank')]),
  async numbered(context, typed) {
    const rows = await visible(context).where('d.number', '=', typed.toUpperCase()).select('d.id').execute()
    return rows.map(({ id }) => id)
  },
  async lines(context, ids) {
    const { locale } = context
    const w = decisionWords[locale]
    const rows = await detailed(context).where('d.id', 'in', ids).execute()
    return rows.map(({ id, text, number, kind, result, dueOn, meetingTitle, status }) => ({
      id,
      title: text,
      number,
      about: [
        w.kinds[kind],
        w.results[result],
        meetingTitle,
        ...(dueOn ? [w.dueBy({ day: formatDay(locale, dueOn, 'short') })] : []),
        w.statuses[status],
      ],
      texts: [],
      path: `/keputusan/${id}`,
    }))
  },
}
