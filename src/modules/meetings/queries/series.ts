import { sql } from 'kysely'
import { reach, within } from '../../../platform/authority/reach.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import type { Series } from '../schema/series.ts'
import { meetingFrom, detailed as meetingsIn, visible } from './visible.ts'

/** Series of offices in reach, and those of which one may read a meeting. */
function series(context: Context) {
  const own = reach(context, 'meeting.read')
  const read = visible(context).where(sql<boolean>`m.series_id = s.id`)
  return context.db
    .selectFrom('meeting_series as s')
    .innerJoin('office_card as h', 'h.id', 's.office_id')
    .where(sql<boolean>`(${within(own, { path: sql.ref('h.path') })} or exists (${read.select('m.id')}))`)
    .select(['s.id', 's.name', 's.office_id as officeId', 'h.name as officeName'])
    .select(sql<number>`(${read.select(sql`count(*)::integer`.as('count'))})`.as('meetings'))
}

type SeriesRow = Awaited<ReturnType<ReturnType<typeof series>['executeTakeFirstOrThrow']>>
export const seriesFrom = ({ officeId, officeName, ...row }: SeriesRow): Series => ({ ...row, office: { id: officeId, name: officeName } })

export const allSeries = (context: Context, most: number) => series(context).orderBy('s.name').orderBy('s.id').limit(most).execute()
export const seriesAmong = (context: Context, ids: readonly string[]) =>
  series(context)
    .where('s.id', 'in', [...ids])
    .execute()

export async function findSeries(context: Context, id: string): Promise<SeriesRow> {
  const row = await series(context).where('s.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** Its meetings that one may read, the latest first, with how many of their objectives were reached. */
export async function heldIn(context: Context, seriesId: string, most: number) {
  const rows = await meetingsIn(context)
    .where('m.series_id', '=', seriesId)
    .select([
      sql<number>`(select count(*)::integer from meeting_objective j where j.meeting_id = m.id)`.as('objectives'),
      sql<number>`(select count(*)::integer from meeting_objective j where j.meeting_id = m.id and j.reached)`.as('reached'),
    ])
    .orderBy('m.starts_at', 'desc')
    .orderBy('m.id', 'desc')
    .limit(most)
    .execute()
  return rows.map(row => ({ ...meetingFrom(row), objectives: row.objectives, reached: row.reached }))
}

/** Of which series a meeting is. */
export const seriesOf = ({ db }: Pick<Context, 'db'>, meetingId: string) =>
  db
    .selectFrom('meeting as m')
    .innerJoin('meeting_series as s', 's.id', 'm.series_id')
    .where('m.id', '=', meetingId)
    .select(['s.id', 's.name'])
    .executeTakeFirst()

/** Those of one office, to choose from. */
export const seriesAt = ({ db }: Pick<Context, 'db'>, officeId: string) =>
  db.selectFrom('meeting_series').select(['id', 'name']).where('office_id', '=', officeId).orderBy('name').limit(200).execute()
