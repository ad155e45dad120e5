import type { Zone } from '../../../../platform/i18n/format.ts'
import { textOfCell } from '../../../../platform/reading/cell-texts.ts'
import { isBlankCell, tidy } from '../../../../platform/reading/cell-words.ts'
import type { Cell, SheetRow } from '../../../../platform/spreadsheets/cells.ts'
import { type ProgrammePreview, rundownKinds, type Session, type SessionKind } from '../../schema/rundown.ts'
import type { RundownField, RundownSheet } from './columns.ts'
import { dayNamed } from './days.ts'
import { kindOf } from './kinds.ts'
import { readModerator, readSpeakers } from './speakers.ts'
import { momentsOf, readEnd, readSpan, type Span, zoneNamed } from './times.ts'

export type Rundown = { zone: Zone; sessions: Session[] }

/**
 * Reads the programme of a meeting, in the order of its rows and of the classes of a row. Its times are those of the zone that it names
 * itself, else of `zone`.
 */
export function readRundown(sheets: readonly RundownSheet[], zone: Zone): Rundown {
  const stated = zoneStated(sheets) ?? zone
  return { zone: stated, sessions: sheets.flatMap(sheet => sessionsOf(sheet, stated, sheets.length > 1)) }
}

/** What a preview prints: how many sessions of which kinds on how many days, and each as read. */
export function rundownPreview({ zone, sessions }: Rundown): ProgrammePreview {
  const kinds: Partial<Record<SessionKind, number>> = {}
  for (const kind of rundownKinds) {
    const count = sessions.filter(session => session.kind === kind).length
    if (count) kinds[kind] = count
  }
  const days = new Set(sessions.flatMap(({ day }) => day ?? []))
  return { zone, counts: { sessions: sessions.length, days: days.size, kinds }, sessions }
}

/** The first zone that the columns of times name, in their headers or below. */
function zoneStated(sheets: readonly RundownSheet[]): Zone | null {
  for (const { header, rows, columns } of sheets) {
    const times = [columns.time, columns.from, columns.to].filter(at => at !== undefined).toSorted((a, b) => a - b)
    for (const { cells } of [header, ...rows])
      for (const at of times) {
        const zone = zoneNamed(cells[at] ?? null)
        if (zone) return zone
      }
  }
  return null
}

function sessionsOf({ name, above, rows, columns, classes }: RundownSheet, zone: Zone, several: boolean): Session[] {
  let day: string | null = null
  let span: Span | null = null
  for (const row of above) day = headingDay(row) ?? day
  return rows.flatMap(row => {
    const heading = headingDay(row)
    if (heading) {
      day = heading
      return []
    }
    const cell = (field: RundownField): Cell => row.cells[columns[field] ?? -1] ?? null
    const text = (field: RundownField) => textOfCell(cell(field))
    const title = filled(text('title'))
    const drafts = [
      ...(title === null ? [] : [{ title, class: filled(text('class')) }]),
      ...classes.flatMap(({ column, header }) => {
        const title = filled(textOfCell(row.cells[column] ?? null))
        return title === null ? [] : [{ title, class: header }]
      }),
    ]
    // What is no session may still say the day or the time of those below, but only by what can be read of it.
    const dayText = text('day')
    if (!isBlankCell(dayText)) day = dayNamed(dayText) ?? (drafts.length ? null : day)
    const read = spanOf(cell, span)
    if (read !== null || drafts.length) span = read
    const moments = day !== null && span !== null ? momentsOf(day, span, zone) : { startsAt: null, endsAt: null }
    const speakers = readSpeakers(text('speakers'))
    const moderator = readModerator(text('moderator'))
    return drafts.map(
      (draft): Session => ({
        ...(several && { sheet: name }),
        row: row.number,
        day,
        ...moments,
        title: draft.title,
        kind: kindOf({ ...draft, speakers, moderator }),
        class: draft.class,
        room: filled(text('room')),
        speakers,
        moderator,
        owner: filled(text('owner')),
        problems: [...(day === null ? (['day_missing'] as const) : []), ...(span === null ? (['time_invalid'] as const) : [])],
      }),
    )
  })
}

/** The times that a row says, those of the row above where it says none. */
function spanOf(cell: (field: RundownField) => Cell, above: Span | null): Span | null {
  const from = isBlankCell(textOfCell(cell('time'))) ? cell('from') : cell('time')
  const span = readSpan(from, cell('to'))
  if (span === 'blank') return above
  if (span !== null || above === null || !isBlankCell(textOfCell(from))) return span
  const end = readEnd(cell('to'))
  return end === 'unread' ? null : { start: above.start, end }
}

/** The day of a row that says nothing else. */
function headingDay({ cells }: SheetRow): string | null {
  const texts = cells.map(textOfCell).filter(text => !isBlankCell(text))
  const [text = ''] = texts
  return texts.length === 1 && /\p{L}|\D\d/u.test(text) ? dayNamed(text) : null
}

const filled = (text: string): string | null => (isBlankCell(text) ? null : tidy(text))
