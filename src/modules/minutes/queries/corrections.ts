import { sql } from 'kysely'
import type { Context } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { engaged, visible as visibleMeetings } from '../../meetings/queries/visible.ts'
import { findMinutesForChange, type MinutesRow } from './minutes.ts'

/** What was sent of some minutes, the first first. Whether it may be read is for the caller to have asked. */
export const correctionsOf = ({ db }: Pick<Context, 'db'>, minutesId: string) =>
  db
    .selectFrom('minutes_correction as c')
    .leftJoin('person_card as p', 'p.id', 'c.by')
    .leftJoin('person_card as a', 'a.id', 'c.answered_by')
    .select([
      'c.id',
      'c.passage_id as passage',
      'c.text',
      'c.by as byId',
      'p.name as by',
      'c.at',
      'c.is_taken as isTaken',
      'c.answer',
      'c.rev',
    ])
    .select(['a.name as answeredBy', 'c.answered_at as answeredAt'])
    .where('c.minutes_id', '=', minutesId)
    .orderBy('c.at')
    .orderBy('c.id')
    .execute()
export type CorrectionRow = Awaited<ReturnType<typeof correctionsOf>>[number]

/** A correction and its minutes, which are locked first. */
export async function findCorrectionForChange(context: Context, id: string): Promise<{ minutes: MinutesRow; correction: CorrectionRow }> {
  const place = await context.db.selectFrom('minutes_correction').select('minutes_id').where('id', '=', id).executeTakeFirst()
  if (!place) throw notFound()
  const minutes = await findMinutesForChange(context, place.minutes_id)
  const correction = (await correctionsOf(context, minutes.id)).find(each => each.id === id)
  if (!correction) throw notFound()
  return { minutes, correction }
}

/** One has a part in the meeting as it was released last, or is invited to it. */
export async function tookPart(context: Context, { meetingId }: MinutesRow): Promise<boolean> {
  if (!context.actor.personId) return false
  const row = await visibleMeetings(context)
    .where('m.id', '=', meetingId)
    .where(sql<boolean>`${engaged(context)}`)
    .select('m.id')
    .executeTakeFirst()
  return row !== undefined
}
