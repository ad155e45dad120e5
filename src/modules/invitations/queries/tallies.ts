import { sql } from 'kysely'
import { formatNumber } from '../../../platform/i18n/format.ts'
import type { TallyKind } from '../../../platform/subject/subject.ts'
import { titles } from '../words/titles.ts'
import { visibleInvitees } from './invitees.ts'

/** Of a meeting how many are invited, as its list has them. */
export const invitationTallies: readonly TallyKind[] = [
  {
    of: 'meeting',
    label: titles.invited,
    order: 10,
    power: 'meeting.read',
    async find(context, meetings) {
      const rows = await visibleInvitees(context)
        .where(sql<boolean>`i.meeting_id = any (${meetings.map(({ id }) => id)}::uuid[])`)
        .where('i.withdrawn_at', 'is', null)
        .groupBy('i.meeting_id')
        .select(['i.meeting_id as id', sql<number>`count(*)::integer`.as('count')])
        .execute()
      return new Map(
        rows.map(({ id, count }) => [id, { text: formatNumber(context.locale, count), count, path: `/rapat/${id}/daftar-undangan` }]),
      )
    },
  },
]
