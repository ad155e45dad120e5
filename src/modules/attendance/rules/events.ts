/**
 * One thing that a desk, a person or a report says about somebody in a session. Made once with an id of its own wherever it is made, and
 * never changed: sent again it is the same event. `at` in milliseconds. `source` is the desk, the device or the connection; `proxy` names
 * who came instead; `of` is the event that a `void` takes back.
 */
export type AttendanceEvent = {
  id: string
  invitee: string
  session: string
  kind: 'in' | 'out' | 'excused' | 'void'
  at: number
  mode: 'onsite' | 'online'
  source: string
  proxy: string | null
  of: string | null
}

/** In the order in which it happened, however it came; at one moment leaving comes before coming. */
export const inOrder = (events: readonly AttendanceEvent[]): AttendanceEvent[] =>
  events.toSorted((a, b) => a.at - b.at || rank[a.kind] - rank[b.kind] || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
const rank = { out: 0, in: 1, excused: 2, void: 3 }

/** Without those that were taken back, and without what takes them back. */
export function withoutVoided(events: readonly AttendanceEvent[]): AttendanceEvent[] {
  const gone = new Set(events.flatMap(({ kind, of }) => (kind === 'void' && of ? [of] : [])))
  return events.filter(({ id, kind }) => kind !== 'void' && !gone.has(id))
}

/** What is said of one person in one session. */
export const bySeat = (events: readonly AttendanceEvent[]): Map<string, AttendanceEvent[]> =>
  Map.groupBy(events, ({ session, invitee }) => `${session} ${invitee}`)
