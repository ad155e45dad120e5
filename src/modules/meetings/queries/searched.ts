import { sql } from 'kysely'
import { formatDay } from '../../../platform/i18n/format.ts'
import { textIn } from '../../../platform/i18n/words.ts'
import type { Searched } from '../../../platform/search/searched.ts'
import { hasEvery, isAtPlaces } from '../../../platform/search/sought.ts'
import { localAt } from '../rules/local-time.ts'
import { titles } from '../words/titles.ts'
import { words } from '../words/words.ts'
import { detailed, meetingFrom, visible } from './visible.ts'

/** By what it is called, its number and place, and by the place of its office; the latest first. */
export const searchedMeetings: Searched = {
  group: titles.meetings,
  matching: (context, sought) =>
    visible(context)
      .where(hasEvery(sought, sql.ref('m.search'), isAtPlaces(sql.ref('m.office_id'))))
      .select(['m.id', sql<number>`extract(epoch from m.starts_at)`.as('rank')]),
  async numbered(context, typed) {
    const rows = await visible(context).where('m.number', '=', typed.toUpperCase()).select('m.id').execute()
    return rows.map(({ id }) => id)
  },
  async lines(context, ids) {
    const { locale } = context
    const rows = await detailed(context).where('m.id', 'in', ids).execute()
    return rows.map(meetingFrom).map(({ id, title, number, kind, office, startsAt, zone, state, theme }) => ({
      id,
      title,
      number,
      about: [
        textIn(kind.names, locale),
        office.name,
        formatDay(locale, localAt(startsAt, zone).slice(0, 10), 'short'),
        words[locale].states[state],
      ],
      texts: theme ? [theme] : [],
      path: `/rapat/${id}`,
    }))
  },
}
