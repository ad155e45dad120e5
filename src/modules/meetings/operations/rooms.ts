import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { authorize, can } from '../../../platform/authority/reach.ts'
import { type Context, newId, operation } from '../../../platform/operation/operation.ts'
import { checkRevision, invalid } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id, seenRev } from '../../../platform/values/shapes.ts'
import { regionNamed } from '../queries/regions.ts'
import { findRoomForChange, roomFrom, roomsOf } from '../queries/rooms.ts'
import { findMeeting, findMeetingForChange, type MeetingRow, placeOf } from '../queries/visible.ts'
import { isOpen } from '../rules/transitions.ts'
import { RoomAddition, RoomChange, RoomList } from '../schema/rooms.ts'
import { refusals } from '../words/refusals.ts'
import { checkOpen, touch } from './programmes.ts'
import { refreshClashes } from './refreshing-clashes.ts'

export const listRooms = operation({
  name: 'rooms.list',
  summary: 'The rooms of a meeting, with how many fit and how to join; some of them perhaps in other places',
  power: 'meeting.read',
  reads: true,
  input: z.object({ meeting: id }),
  output: RoomList,
  example: { meeting: example.meeting },
  run: async (context, { meeting }) => viewOf(context, await findMeeting(context, meeting)),
})

const sample = { name: 'Ruang 2', capacity: 40, place: 'Hotel di seberang' }

export const addRoom = operation({
  name: 'rooms.create',
  summary: 'Add a room to a meeting that has not ended; its sessions can name it',
  power: 'meeting.write',
  input: RoomAddition,
  output: RoomList,
  example: { ...sample, meeting: example.meeting },
  async run(context, { meeting: meetingId, region, ...plan }) {
    const meeting = await findMeetingForChange(context, meetingId)
    authorize(context, 'meeting.write', { path: meeting.path })
    checkOpen(meeting)
    const rooms = await roomsOf(context, meetingId)
    if (rooms.length >= most) throw invalid('name', refusals.tooManyRooms({ most }))
    checkName(rooms, plan.name)
    const region_id = region ? (await regionNamed(context, region)).id : null
    await context.db
      .insertInto('meeting_room')
      .values({ id: newId(), meeting_id: meetingId, ...plan, region_id })
      .execute()
    return finish(context, meeting, null, { room: plan.name, ...plan, regionId: region_id })
  },
})

export const changeRoom = operation({
  name: 'rooms.change',
  summary: 'Change a room of a meeting; where it gets another name, the sessions of the draft that name it follow',
  power: 'meeting.write',
  input: RoomChange,
  output: RoomList,
  example: { ...sample, id: example.meetingRoom, rev: 0 },
  async run(context, { id, rev, region, ...plan }) {
    const { meeting, room } = await lock(context, id, rev)
    checkName(
      (await roomsOf(context, meeting.id)).filter(each => each.id !== id),
      plan.name,
    )
    const region_id = region ? (await regionNamed(context, region)).id : null
    await context.db
      .updateTable('meeting_room')
      .set({ ...plan, region_id, rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    if (plan.name !== room.name)
      await context.db
        .updateTable('meeting_session')
        .set({ room: plan.name, rev: sql<number>`rev + 1` })
        .where('meeting_id', '=', meeting.id)
        .where(sql<boolean>`lower(room) = lower(${room.name})`)
        .execute()
    const { name, capacity, link, place, regionId } = room
    return finish(
      context,
      meeting,
      { room: name, name, capacity, link, place, regionId },
      { room: plan.name, ...plan, regionId: region_id },
    )
  },
})

export const removeRoom = operation({
  name: 'rooms.remove',
  summary: 'Take a room away from a meeting; sessions that name it keep its name',
  power: 'meeting.write',
  input: z.object({ id, rev: seenRev }),
  output: RoomList,
  example: { id: example.meetingRoom, rev: 0 },
  async run(context, { id, rev }) {
    const { meeting, room } = await lock(context, id, rev)
    await context.db
      .updateTable('meeting_room')
      .set({ removed_at: context.clock.now(), rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    return finish(context, meeting, { room: room.name, capacity: room.capacity, place: room.place }, null)
  },
})

const most = 100

async function lock(context: Context, id: string, seen: number) {
  const found = await findRoomForChange(context, id)
  authorize(context, 'meeting.write', { path: found.meeting.path })
  checkRevision(seen, found.room, refusals.room)
  checkOpen(found.meeting)
  return found
}

function checkName(others: readonly { name: string }[], name: string): void {
  if (others.some(each => each.name.toLowerCase() === name.toLowerCase())) throw invalid('name', refusals.roomKnown)
}

/** Where a room is tells who cannot come from one place to the other in time. */
async function finish(context: Context, meeting: MeetingRow, before: object | null, after: object | null) {
  await refreshClashes(context, meeting.id, [])
  await touch(context, meeting)
  record(context, placeOf(meeting), before, after)
  return viewOf(context, meeting)
}

const viewOf = async (context: Context, meeting: MeetingRow): Promise<z.infer<typeof RoomList>> => ({
  meeting: { id: meeting.id, name: meeting.title },
  rooms: (await roomsOf(context, meeting.id)).map(roomFrom),
  mayWrite: isOpen(meeting.state) && can(context.actor, 'meeting.write', { path: meeting.path }),
})
