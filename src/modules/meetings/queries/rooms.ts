import type { Context } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import type { Room } from '../schema/rooms.ts'
import { findMeetingForChange } from './visible.ts'

type Db = Pick<Context, 'db'>

const rows = ({ db }: Db) =>
  db
    .selectFrom('meeting_room as k')
    .leftJoin('office_card as r', 'r.id', 'k.region_id')
    .where('k.removed_at', 'is', null)
    .select(['k.id', 'k.meeting_id as meetingId', 'k.name', 'k.capacity', 'k.link', 'k.place', 'k.rev'])
    .select(['r.id as regionId', 'r.name as regionName', 'r.code as regionCode'])

export type RoomRow = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

/** The rooms of a meeting by name. */
export const roomsOf = (context: Db, meetingId: string): Promise<RoomRow[]> =>
  rows(context).where('k.meeting_id', '=', meetingId).orderBy('k.name').orderBy('k.id').execute()

export const roomFrom = ({ id, name, capacity, link, place, regionId, regionName, rev }: RoomRow): Room => ({
  ...{ id, name, capacity, link, place, rev },
  region: regionId ? { id: regionId, name: regionName ?? '' } : null,
})

/** A room with its meeting, locked first. */
export async function findRoomForChange(context: Context, id: string) {
  const place = await context.db.selectFrom('meeting_room').select('meeting_id').where('id', '=', id).executeTakeFirst()
  if (!place) throw notFound()
  const meeting = await findMeetingForChange(context, place.meeting_id)
  const room = await rows(context).where('k.id', '=', id).executeTakeFirst()
  if (!room) throw notFound()
  return { meeting, room }
}
