import { sql } from 'kysely'
import { formatNumber } from '../../../platform/i18n/format.ts'
import type { TallyKind } from '../../../platform/subject/subject.ts'
import { titles } from '../words/titles.ts'
import { visible } from './visible.ts'

/** Of an office, with those below it, how many follow-ups are not finished. */
export const followUpTallies: readonly TallyKind[] = [
  {
    of: 'office',
    label: titles.active,
    power: 'followup.read',
    async find(context, offices) {
      const rows = await visible(context)
        .innerJoin('office_card as l', join => join.on(sql<boolean>`o.path <@ l.path`))
        .where(sql<boolean>`f.state in ('open', 'reported', 'returned')`)
        .where(sql<boolean>`l.id = any (${offices.map(({ id }) => id)}::uuid[])`)
        .groupBy('l.id')
        .select(['l.id', sql<number>`count(*)`.as('count')])
        .execute()
      return new Map(
        rows.map(({ id, count }) => [id, { text: formatNumber(context.locale, count), count, path: `/tindak-lanjut?satker=${id}` }]),
      )
    },
  },
]
