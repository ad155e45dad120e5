import type { Zone } from '../../../../platform/i18n/format.ts'
import { isBlankCell, tidy, wordsOf } from '../../../../platform/reading/cell-words.ts'
import { readWallClock } from '../../../../platform/reading/timestamps.ts'
import type { AttendancePreview, UnreadConnection } from '../../schema/attendance.ts'
import { stampIn } from '../local-time.ts'
import type { VideoReportTable } from './columns.ts'
import type { OfficeMentions } from './offices.ts'
import { type Interval, presenceOf } from './presence.ts'

/** Times of the report are those of `zone`; addresses at `domain` say in their local part whose they are. */
type Settings = { zone: Zone; domain: string | null; mentions: OfficeMentions }
/** One name of a report, with the offices that it means and its connections as the clock of the meeting showed them; `waited` are rows. */
export type ReportGuest = {
  name: string
  email: string | null
  offices: string[]
  connections: ({ row: number } & Interval)[]
  waited: number[]
}

/** Whom a report names, in the order of its rows, and the rows that are not counted as they stand. */
export function guestsIn({ meeting, connections }: VideoReportTable, { domain, mentions }: Omit<Settings, 'zone'>) {
  const end = readWallClock(meeting.end)
  const guests = new Map<string, ReportGuest>()
  const problems: UnreadConnection[] = []
  for (const { row, name, email: address, ...cells } of connections) {
    const isWaiting = yes.has(wordsOf(cells.waiting))
    const { interval, problem } = isWaiting ? { interval: null, problem: null } : readInterval(cells, end)
    if (problem) problems.push({ row, name, problem })
    if (!interval && !isWaiting) continue
    const email = isBlankCell(address) ? null : tidy(address).toLowerCase()
    const key = JSON.stringify([name, email])
    const guest = guests.get(key) ?? { name, email, offices: officesMeant(name, email, domain, mentions), connections: [], waited: [] }
    guests.set(key, guest)
    if (interval) guest.connections.push({ row, ...interval })
    else guest.waited.push(row)
  }
  return { guests: [...guests.values()], problems }
}

/** Which offices took part in a meeting by video, how long, and who of those that took part means no office, or several. */
export function readVideoReport(table: VideoReportTable, { zone, ...settings }: Settings): AttendancePreview {
  const { guests, problems } = guestsIn(table, settings)
  const offices = new Map<string, Interval[]>()
  const unclear = new Map<string, ReportGuest>()
  for (const guest of guests) {
    if (!guest.connections.length) continue
    const [office, another] = guest.offices
    if (office === undefined || another !== undefined) unclear.set(JSON.stringify([guest.name, guest.email]), guest)
    else for (const interval of guest.connections) add(offices, office, interval)
  }
  const stay = (intervals: readonly Interval[]) => {
    const { from, to, ...rest } = presenceOf(intervals)
    return { firstIn: stampIn(from, zone), lastOut: stampIn(to, zone), ...rest }
  }
  const present = [...offices].toSorted(byKey).map(([office, intervals]) => ({ office, ...stay(intervals) }))
  const others = [...unclear].toSorted(byKey).map(([, { name, email, offices: candidates, connections }]) => {
    const { devices: _, ...times } = stay(connections)
    return { name, email, candidates, ...times }
  })
  const ambiguous = others.filter(({ candidates }) => candidates.length > 0)
  const unmatched = others.filter(({ candidates }) => candidates.length === 0).map(({ candidates: _, ...guest }) => guest)
  const counts = {
    rows: table.connections.length,
    waiting: guests.reduce((sum, { waited }) => sum + waited.length, 0),
    present: present.length,
    ambiguous: ambiguous.length,
    unmatched: unmatched.length,
  }
  return {
    zone,
    meeting: readMeeting(table.meeting, zone),
    counts,
    present,
    ambiguous,
    unmatched,
    ...(problems.length && { problems }),
  }
}

const yes = new Set(['yes', 'ya'])
const byKey = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : a > b ? 1 : 0)

export function readMeeting(meeting: VideoReportTable['meeting'], zone: Zone): AttendancePreview['meeting'] {
  const text = (cell: string) => (isBlankCell(cell) ? null : tidy(cell))
  const at = (cell: string) => {
    const clock = readWallClock(cell)
    return clock === null ? null : stampIn(clock, zone)
  }
  return { id: text(meeting.id), topic: text(meeting.topic), startsAt: at(meeting.start), endsAt: at(meeting.end) }
}

/** Somebody whose end is not known stayed until the end of the meeting. */
function readInterval(
  { join, leave }: { join: string; leave: string },
  end: number | null,
): { interval: Interval | null; problem: UnreadConnection['problem'] | null } {
  const from = readWallClock(join)
  const to = isBlankCell(leave) ? end : readWallClock(leave)
  if (from === null || to === null) return { interval: null, problem: 'time_invalid' }
  if (to < from) return { interval: { from, to: from }, problem: isBlankCell(leave) ? null : 'leaves_before_join' }
  return { interval: { from, to }, problem: null }
}

/**
 * The one office that a guest means, or the several, or none. Asked in turn: the name outside brackets, what stands in them, the address.
 * What means one office decides, unless an earlier one means several others.
 */
function officesMeant(name: string, email: string | null, domain: string | null, mentions: OfficeMentions): string[] {
  let several: string[] = []
  for (const source of [...splitBrackets(name), localPart(email, domain)]) {
    const offices = source === '' ? [] : mentions(source)
    if (offices.length === 1 && (several.length === 0 || several.includes(offices[0]!))) return offices
    if (offices.length > 1 && several.length === 0) several = offices
  }
  return several
}

/** `Galaxy A52 (KPU Kota Batu)` is `Galaxy A52` and `KPU Kota Batu`; a bracket that is cut off ends with the name. */
function splitBrackets(name: string): [outside: string, inside: string] {
  let [outside, inside, depth] = ['', '', 0]
  for (const letter of name) {
    if (letter === '(' || letter === '[') depth++
    if (depth > 0) inside += '()[]'.includes(letter) ? ' ' : letter
    else outside += letter
    if ((letter === ')' || letter === ']') && depth > 0 && --depth === 0) outside += ' '
  }
  return [outside.trim(), inside.trim()]
}

function localPart(email: string | null, domain: string | null): string {
  const at = email?.lastIndexOf('@') ?? -1
  return email !== null && at > 0 && domain !== null && email.slice(at + 1) === domain.toLowerCase() ? email.slice(0, at) : ''
}

function add(offices: Map<string, Interval[]>, office: string, interval: Interval): void {
  const intervals = offices.get(office)
  if (intervals) intervals.push(interval)
  else offices.set(office, [interval])
}
