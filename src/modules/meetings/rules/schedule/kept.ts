import { z } from 'zod'
import { scheduleProblems } from '../../words/schedule-problems.ts'
import type { Programme, ProgrammeSession } from './programme.ts'
import type { Problems } from './source.ts'

/**
 * What a format cannot hold, such as a guid that is no UUID, a room's capacity in XML, or the order of sessions: Sinergi notes it in its
 * files as pairs of what is read and what is meant, so that a value which somebody has changed since stays as it was changed.
 *
 * `{ programme: { acronym: ['rakornas_2026', 'RAKORNAS 2026'] }, sessions: { '5d1f…': { abstract: ['', null] } }, order: ['5d1f…', …] }`
 */
export type Kept = z.infer<typeof Kept>

const pair = <T extends z.ZodType>(shape: T) => z.tuple([shape, shape]).optional()
const text = z.string()
const person = z.strictObject({ id: text.nullable(), name: text, role: text.nullable() })
const room = z.strictObject({ name: text, guid: text.nullable(), capacity: z.number().nullable() })
const Kept = z.strictObject({
  programme: z
    .strictObject({
      title: pair(text),
      acronym: pair(text),
      from: pair(text),
      to: pair(text),
      timeZone: pair(text),
      baseUrl: pair(text.nullable()),
      version: pair(text),
      rooms: pair(z.array(room)),
    })
    .optional(),
  sessions: z
    .record(
      text,
      z.strictObject({
        guid: pair(text),
        code: pair(text),
        title: pair(text),
        kind: pair(text),
        track: pair(text.nullable()),
        abstract: pair(text.nullable()),
        room: pair(text),
        day: pair(text),
        startsAt: pair(text),
        minutes: pair(z.number().nullable()),
        people: pair(z.array(person)),
        language: pair(text),
      }),
    )
    .optional(),
  order: z.array(text).optional(),
})

/**
 * @param guids under which the sessions of `meant` were written, in their order; each once
 * @param read what is read of it; null where nothing has to be noted
 */
export function keptOf(meant: Programme, guids: readonly string[], read: Programme): Kept | null {
  const { sessions, ...own } = meant
  const programme = differences(read, own)
  const byGuid = new Map(read.sessions.map(session => [session.guid, session]))
  const each = sessions.flatMap((session, at) => {
    const different = differences(byGuid.get(guids[at]!)!, session)
    return different ? [[guids[at]!, different] as const] : []
  })
  const isInOrder = read.sessions.every(({ guid }, at) => guid === guids[at])
  if (!programme && each.length === 0 && isInOrder) return null
  const parts = [programme && { programme }, each.length > 0 && { sessions: Object.fromEntries(each) }, !isInOrder && { order: [...guids] }]
  return Object.assign({}, ...parts.filter(Boolean)) as Kept
}

function differences<T extends object>(read: T, meant: T): Record<string, [unknown, unknown]> | null {
  const entries = Object.entries(meant).flatMap(([name, value]) => {
    const before = read[name as keyof T]
    return isSame(before, value) ? [] : [[name, [before, value]] as const]
  })
  return entries.length > 0 ? (Object.fromEntries(entries) as Record<string, [unknown, unknown]>) : null
}

/** Puts back what was noted, wherever what is read is still what was written. */
export function restoreKept(programme: Programme, given: unknown, at: string, problems: Problems): Programme {
  if (given === undefined || given === null) return programme
  const parsed = Kept.safeParse(given)
  if (!parsed.success) {
    problems.lose(at, scheduleProblems.keptUnclear)
    return programme
  }
  const { order, sessions: noted = {}, programme: own = {} } = parsed.data
  const sessions = inOrder(programme.sessions, order).map(session =>
    Object.hasOwn(noted, session.guid) ? restored(session, noted[session.guid]!) : session,
  )
  return { ...restored(programme, own), sessions }
}

function restored<T extends object>(read: T, pairs: object): T {
  const entries = Object.entries(pairs as Record<string, [unknown, unknown]>)
  const meant = entries.filter(([name, [before]]) => isSame(before, read[name as keyof T])).map(([name, [, value]]) => [name, value])
  return { ...read, ...Object.fromEntries(meant) }
}

/** What came in since stays where it stands, behind what was there. */
function inOrder(sessions: ProgrammeSession[], order: readonly string[] | undefined): ProgrammeSession[] {
  if (!order) return sessions
  const places = new Map(order.map((guid, at) => [guid, at]))
  const placeOf = ({ guid }: ProgrammeSession) => places.get(guid) ?? order.length
  return sessions.toSorted((a, b) => placeOf(a) - placeOf(b))
}

const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
