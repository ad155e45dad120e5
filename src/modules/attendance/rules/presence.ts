import type { PresenceStatus } from '../schema/presence.ts'
import { type AttendanceEvent, inOrder, withoutVoided } from './events.ts'

/** Half-open: whoever is there from nine to ten is not there at ten. In milliseconds. */
export type Interval = { from: number; to: number }
/** When a session takes place, null where nobody said so, and whether it is over. */
export type SessionTimes = { startsAt: number | null; endsAt: number | null; isOver: boolean }
/** In minutes: so much later than the beginning is not late, so much earlier than the end is not gone early. */
export type Tolerance = { late: number; early: number }
export const usualTolerance: Tolerance = { late: 15, early: 15 }

/**
 * `lateBy` and `leftEarlyBy` are whole minutes, null where it was within the tolerance or where the times of the session do not say;
 * `minutes` count once what several connections share, null while it goes on or where nobody knows when it ended. `proxy` is who came
 * instead.
 */
export type Presence = {
  status: PresenceStatus
  firstIn: number | null
  lastOut: number | null
  minutes: number | null
  lateBy: number | null
  leftEarlyBy: number | null
  modes: ('onsite' | 'online')[]
  /** The most connections that were open at one moment. */
  devices: number
  proxy: string | null
}

/**
 * Whether somebody was in a session, from what was said of them there.
 *
 * Coming and going on site is one body's, whichever desk it was noted at; each connection has a coming and a going of its own. What is
 * open still ends with the session. Whoever was there for any part of it is present, whatever was excused before; else whoever sent
 * somebody that was there is replaced; else excused; else absent, once the session is over, and expected until then.
 */
export function presenceOf(
  events: readonly AttendanceEvent[],
  { startsAt, endsAt, isOver }: SessionTimes,
  tolerance: Tolerance = usualTolerance,
): Presence {
  const valid = inOrder(withoutVoided(events))
  const clip = (intervals: readonly Interval[]): Interval[] =>
    intervals.flatMap(({ from, to }) => {
      const part = { from: Math.max(from, startsAt ?? from), to: Math.min(to, endsAt ?? to) }
      return part.from < part.to ? [part] : []
    })
  const own = staysIn(valid, isOwn)
  const isPresent = clip(own).length > 0
  const stays = isPresent ? own : staysIn(valid, isProxys)
  const there = clip(stays)
  if (!there.length) return { ...nobody, status: valid.some(({ kind }) => kind === 'excused') ? 'excused' : isOver ? 'absent' : 'expected' }
  const [{ from, to }, ...more] = union(there) as [Interval, ...Interval[]]
  const last = more.at(-1)?.to ?? to
  const isOpen = last === never || (!isOver && stays.some(stay => stay.to === never))
  const ins = valid.filter(each => each.kind === 'in' && (isPresent ? isOwn(each) : isProxys(each)))
  return {
    status: isPresent ? 'present' : 'replaced',
    firstIn: from,
    lastOut: isOpen ? null : last,
    minutes: isOpen ? null : Math.round([{ from, to }, ...more].reduce((sum, part) => sum + part.to - part.from, 0) / minute),
    lateBy: startsAt === null ? null : minutesBeyond(from - startsAt, tolerance.late),
    leftEarlyBy: isOver && !isOpen && endsAt !== null ? minutesBeyond(endsAt - last, tolerance.early) : null,
    modes: (['onsite', 'online'] as const).filter(mode => ins.some(each => each.mode === mode)),
    devices: mostAtOnce(there),
    proxy: isPresent ? null : (ins.at(-1)?.proxy ?? null),
  }
}

const minute = 60_000
const never = Number.POSITIVE_INFINITY
const nobody = { firstIn: null, lastOut: null, minutes: null, lateBy: null, leftEarlyBy: null, modes: [], devices: 0, proxy: null }
const isOwn = ({ proxy }: AttendanceEvent): boolean => proxy === null
const isProxys = ({ proxy }: AttendanceEvent): boolean => proxy !== null
const minutesBeyond = (between: number, allowed: number) => (between > allowed * minute ? Math.floor(between / minute) : null)

/** When they were there, stream by stream: one on site, one for each connection; what is open still ends `never`. */
function staysIn(events: readonly AttendanceEvent[], isTheirs: (event: AttendanceEvent) => boolean): Interval[] {
  const open = new Map<string, number>()
  const stays: Interval[] = []
  for (const { kind, at, mode, source } of events.filter(isTheirs)) {
    const stream = mode === 'onsite' ? 'onsite' : `online ${source}`
    const since = open.get(stream)
    if (kind === 'in' && since === undefined) open.set(stream, at)
    if (kind !== 'out' || since === undefined) continue
    open.delete(stream)
    stays.push({ from: since, to: at })
  }
  return [...stays, ...[...open.values()].map(from => ({ from, to: never }))]
}

/** Apart from one another, the first first. */
export function union(intervals: readonly Interval[]): Interval[] {
  const all: Interval[] = []
  for (const { from, to } of intervals.toSorted((a, b) => a.from - b.from)) {
    const last = all.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else all.push({ from, to })
  }
  return all
}

function mostAtOnce(intervals: readonly Interval[]): number {
  const changes = intervals.flatMap(({ from, to }) => [
    { at: from, by: 1 },
    { at: to, by: -1 },
  ])
  let [most, open] = [0, 0]
  for (const { by } of changes.sort((a, b) => a.at - b.at || a.by - b.by)) {
    open += by
    most = Math.max(most, open)
  }
  return most
}
