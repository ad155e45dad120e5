import { textOfCell } from '../../../../platform/reading/cell-texts.ts'
import { tidy } from '../../../../platform/reading/cell-words.ts'
import { type ColumnNames, columnsNamed, findHeads, nameOfHeader } from '../../../../platform/reading/column-heads.ts'
import type { Sheet, SheetRow } from '../../../../platform/spreadsheets/cells.ts'

type MeetingField = 'id' | 'topic' | 'start' | 'end'
type GuestField = 'name' | 'email' | 'join' | 'leave' | 'waiting'

const meetingColumns: ColumnNames<MeetingField> = {
  id: { names: ['meeting id', 'id'] },
  topic: { names: ['topic', 'topik'] },
  start: { names: ['start time', 'waktu mulai'] },
  end: { names: ['end time', 'waktu berakhir'] },
}
/** As headers are compared: without what stands in brackets. */
const guestColumns: ColumnNames<GuestField> = {
  name: { names: ['name', 'nama'], required: true },
  email: { names: ['user email', 'email'] },
  join: { names: ['join time', 'waktu bergabung'], required: true },
  leave: { names: ['leave time', 'waktu keluar'], required: true },
  waiting: { names: ['in waiting room', 'di ruang tunggu'] },
}

/** The two blocks of a usage report as texts: the meeting, and a row for each connection; `name` is on one line. */
export type VideoReportTable = {
  meeting: Record<MeetingField, string>
  connections: ({ row: number } & Record<GuestField, string>)[]
}

/** Null when no visible sheet has the columns of connections. */
export function videoReportTable(sheets: readonly Sheet[]): VideoReportTable | null {
  const heads = findHeads(sheets, guestColumns)
  if (!heads.length) return null
  const blocks = heads.map(({ sheet, columns, rows }) => {
    const isHeader = (row: SheetRow) => isNamed(textAt(row, columns.join), 'join') && isNamed(textAt(row, columns.leave), 'leave')
    const at = sheet.rows.findIndex(row => !/\d/.test(textAt(row, columns.join)) && isMeetingHeader(row))
    const [header, below] = at < 0 ? [] : sheet.rows.slice(at, at + 2)
    const values = below && !isHeader(below) ? below : undefined
    return {
      meeting: header && values && { row: values, columns: columnsNamed(header, meetingColumns) },
      connections: rows
        .filter(row => row !== header && row !== values && !isHeader(row))
        .map(row => ({
          row: row.number,
          name: tidy(textAt(row, columns.name)),
          email: textAt(row, columns.email),
          join: textAt(row, columns.join),
          leave: textAt(row, columns.leave),
          waiting: textAt(row, columns.waiting),
        })),
    }
  })
  const { meeting } = blocks.find(({ meeting }) => meeting) ?? {}
  const text = (field: MeetingField) => (meeting ? textAt(meeting.row, meeting.columns[field]) : '')
  return {
    meeting: { id: text('id'), topic: text('topic'), start: text('start'), end: text('end') },
    connections: blocks.flatMap(({ connections }) => connections),
  }
}

const isMeetingHeader = (row: SheetRow): boolean => Object.keys(columnsNamed(row, meetingColumns)).length > 1
const isNamed = (text: string, field: GuestField): boolean => text.length < 60 && guestColumns[field].names.includes(nameOfHeader(text))
const textAt = (row: SheetRow, column: number | undefined): string => textOfCell(row.cells[column ?? -1] ?? null)
