import type { Localized } from '../../../../platform/i18n/words.ts'

/** `id` is that of the system where the programme was made, null where it gives none. */
export type ProgrammePerson = { id: string | null; name: string; role: string | null }

/**
 * `guid` and `code` are '' where there is none, and need not be of the form that a format demands. `day` is the day of the programme
 * `yyyy-mm-dd`, which may run past midnight; `startsAt` is `yyyy-mm-ddThh:mm:ss±hh:mm`; `minutes` null: nobody knows how long.
 */
export type ProgrammeSession = {
  guid: string
  code: string
  title: string
  kind: string
  track: string | null
  abstract: string | null
  room: string
  day: string
  startsAt: string
  minutes: number | null
  people: ProgrammePerson[]
  language: string
}
export type ProgrammeRoom = { name: string; guid: string | null; capacity: number | null }

/** The programme of a meeting as other systems know it. `from` and `to` are days, `timeZone` an IANA name; '' where it is not said. */
export type Programme = {
  title: string
  acronym: string
  from: string
  to: string
  timeZone: string
  baseUrl: string | null
  version: string
  rooms: ProgrammeRoom[]
  sessions: ProgrammeSession[]
}

/** `at` is a JSON pointer or, of XML, a path with its line such as `/schedule/day[2]/@date:45`; '' is the whole file. */
export type ProgrammeProblem = { at: string; message: Localized }
/** `programme` null: the file is refused, and `problems` are all that is against the format; else they are what is lost of it. */
export type ReadProgramme = { programme: Programme | null; problems: ProgrammeProblem[] }
