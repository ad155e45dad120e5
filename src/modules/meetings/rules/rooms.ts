import { folded } from '../../../platform/reading/text.ts'
import type { Session } from '../schema/programmes.ts'
import type { Room, RoomProblem } from '../schema/rooms.ts'

type Placed = Pick<Session, 'title' | 'room' | 'startsAt' | 'endsAt' | 'parts'> & { expected?: number | null | undefined }

/**
 * Sessions that share a room at one time (what ends when the next begins does not; of an unknown length nobody can say), and those in which
 * more are expected than fit: as many as were said, else as have a part. Rooms are the same in whatever way they are written. In the order
 * of time; O(n log n + pairs that overlap).
 */
export function roomProblems(sessions: readonly Placed[], rooms: readonly Pick<Room, 'name' | 'capacity'>[]): RoomProblem[] {
  const capacities = new Map(rooms.map(({ name, capacity }) => [folded(name), capacity]))
  const problems: RoomProblem[] = []
  const byRoom = Map.groupBy(
    sessions.filter(({ room }) => room),
    ({ room }) => folded(room!),
  )
  for (const [name, held] of byRoom) {
    const timed = held
      .flatMap(each => (each.startsAt && each.endsAt ? [{ ...each, from: Date.parse(each.startsAt), until: Date.parse(each.endsAt) }] : []))
      .sort((a, b) => a.from - b.from || a.until - b.until)
    let open: typeof timed = []
    for (const session of timed) {
      open = open.filter(({ until }) => until > session.from)
      for (const other of open) {
        const minutes = Math.ceil((Math.min(other.until, session.until) - session.from) / 60_000)
        problems.push({ kind: 'twice', room: session.room!, sessions: [other.title, session.title], count: minutes })
      }
      open.push(session)
    }
    const capacity = capacities.get(name)
    for (const { title, room, expected, parts } of held) {
      const more = (expected ?? parts.length) - (capacity ?? Number.POSITIVE_INFINITY)
      if (more > 0) problems.push({ kind: 'full', room: room!, sessions: [title], count: more })
    }
  }
  return problems.slice(0, mostTold)
}
const mostTold = 200
