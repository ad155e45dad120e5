import { sql } from 'kysely'
import { formatNumber } from '../../../platform/i18n/format.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import type { Counted, Tally, TallyKind } from '../../../platform/subject/subject.ts'
import { titles } from '../words/titles.ts'
import { stands, visible } from './decisions.ts'

/** Of a meeting how many decisions and recommendations one may read, and how many of them are carried out and verified. */
export const decisionTallies: readonly TallyKind[] = [
  {
    of: 'meeting',
    label: titles.decided,
    order: 30,
    power: 'meeting.read',
    find: (context, meetings) => counted(context, meetings, false),
  },
  {
    of: 'meeting',
    label: titles.carriedOut,
    order: 40,
    power: 'meeting.read',
    find: (context, meetings) => counted(context, meetings, true),
  },
]

async function counted(context: Context, meetings: readonly Counted[], done: boolean): Promise<Map<string, Tally>> {
  const rows = await visible(context)
    .where(sql<boolean>`d.meeting_id = any (${meetings.map(({ id }) => id)}::uuid[])`)
    .groupBy('d.meeting_id')
    .select(['d.meeting_id as id', sql<number>`(count(*) ${done ? sql`filter (where ${stands('done')})` : sql``})::integer`.as('count')])
    .execute()
  const status = done ? '&status=done' : ''
  return new Map(
    rows.map(({ id, count }) => [id, { text: formatNumber(context.locale, count), count, path: `/keputusan?rapat=${id}${status}` }]),
  )
}
