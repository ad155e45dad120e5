import type { Localized } from '../../../../platform/i18n/words.ts'
import { scheduleProblems } from '../../words/schedule-problems.ts'
import type { Programme, ProgrammeProblem, ReadProgramme } from './programme.ts'

/** Named values of one part of a file, whichever the format; `at` is the place of one of them, or of the part itself. */
export type Part = { at(name?: string): string; values: ReadonlyMap<string, unknown> }
export type SessionPart = Part & { people: readonly Part[] }
export type DayPart = Part & { rooms: readonly { name: string; guid: unknown; sessions: readonly SessionPart[] }[] }
/** What a file says, before anything is made of it. `kept` is what Sinergi noted in its own. */
export type Source = { conference: Part; rooms: readonly Part[]; days: readonly DayPart[]; kept: unknown }

/** A programme of 2,400 sessions takes about 4 million characters. */
export const limits = { characters: 24_000_000, parts: 600_000, depth: 32, sessions: 10_000, people: 100_000, problems: 200 }

/**
 * What is found while a file is read: `refuse` what cannot be read without guessing, `lose` what is read without a part of it, `remark`
 * what is against the format and yet harmless. Whoever has to repair a refused file is told all three, whoever reads one what is lost.
 */
export function newProblems() {
  const all: (ProgrammeProblem & { grade: 'refused' | 'lost' | 'harmless' })[] = []
  const counts = { refused: 0, lost: 0, harmless: 0 }
  const add = (grade: keyof typeof counts) => (at: string, message: Localized | (() => Localized)) => {
    if (counts[grade]++ < limits.problems) all.push({ at, message: typeof message === 'function' ? message() : message, grade })
  }
  return {
    refuse: add('refused'),
    lose: add('lost'),
    remark: add('harmless'),
    isRefused: () => counts.refused > 0,
    result(programme: Programme | null): ReadProgramme {
      const isRefused = programme === null || counts.refused > 0
      const told = all.filter(({ grade }) => isRefused || grade === 'lost')
      const most = told.slice(0, limits.problems).map(({ at, message }) => ({ at, message }))
      const more = (isRefused ? counts.refused + counts.lost + counts.harmless : counts.lost) - most.length
      if (more > 0) most.push({ at: '', message: scheduleProblems.more({ count: more }) })
      return { programme: isRefused ? null : programme, problems: most }
    },
  }
}
export type Problems = ReturnType<typeof newProblems>

/** The text of a part, null where there is none; a number is read as one. */
export function textOf(part: Part, name: string, problems: Problems): string | null {
  const value = part.values.get(name)
  if (value === undefined || value === null) return null
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') problems.remark(part.at(name), scheduleProblems.notText)
  else problems.refuse(part.at(name), scheduleProblems.notText)
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null
}

export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
