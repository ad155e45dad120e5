import type { SelectQueryBuilder } from 'kysely'
import type { Localized } from '../i18n/words.ts'
import type { Context } from '../operation/operation.ts'

/** Which entries are wanted: of which days (`yyyy-mm-dd`, both included), only one's own and those of one's office, also what has ended. */
export type AgendaQuestion = {
  from: string
  to: string
  mine: boolean
  ended: boolean
  /** What has not ended first, the nearest to this day; without it in the order of days. */
  near?: string
  /** How many at most. */
  most: number
}

/** All of a day or of several, or from one moment to another; `to` is absent while nobody knows the end. */
export type AgendaTime = { on: string; until?: string } | { from: Date; to?: Date }

/**
 * One date of one thing: `date` says which of its dates (`due`, `closes`), so that subject and date together name it for ever. `what` says
 * what is on that day, `title` of what, `who` with whom, in the language of the one who asks.
 */
export type AgendaEntry = {
  subject: { kind: string; id: string }
  date: string
  time: AgendaTime
  what: string
  title: string
  who: string | null
  /** Where that is, for a calendar of one's own. */
  place?: string
  href: string
  /** Key (`kind.id.date`) of another entry that says no more than this one, where both are of one day. */
  besides?: string
  state: 'live' | 'ended'
  mine: boolean
}

/** The entries that were asked for, and how many of them there are in all. */
export type Agenda = { entries: AgendaEntry[]; total: number }

/** What a row must say to be ordered, cut and counted. */
export type Dated = {
  id: string
  date: string
  day: string
  ended: boolean
  mine: boolean
  /** From one moment to another, where it is not all of the day; without an end it is as long as nobody knows. */
  from?: Date | string | null
  to?: Date | string | null
}

/**
 * What a module has on the calendar, by a kind that one can ask for alone: a select of dated rows, bounded by the reach of the one who
 * asks, and what a row says. Rows are joined with those of other kinds as JSON (`dated.ts`), so a moment in one comes as text.
 */
export type AgendaKind<Row extends Dated = any> = {
  kind: string
  names: Localized
  /** Asked for together with other kinds that say the same, under one name: what one module and another have of one matter. */
  group?: { key: string; names: Localized }
  rows(context: Context, question: AgendaQuestion): SelectQueryBuilder<any, any, Row>
  /** Adds to the rows that came what the one statement cannot say; in the same few statements for any number. */
  complete?(context: Context, rows: Row[]): Promise<Row[]>
  entryOf(context: Context, row: Row): Omit<AgendaEntry, 'date' | 'state' | 'mine' | 'time'>
}
export const agendaKind = <Row extends Dated>(definition: AgendaKind<Row>): AgendaKind => definition
