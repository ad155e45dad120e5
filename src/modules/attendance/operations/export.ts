import { z } from 'zod'
import { everyPage, flowSize } from '../../../platform/database/keyset.ts'
import { operation } from '../../../platform/operation/operation.ts'
import { tableFile } from '../../../platform/spreadsheets/table-file.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { Download, id } from '../../../platform/values/shapes.ts'
import { pageOfPeople } from '../queries/people.ts'
import { AttendanceFilter, type PresenceRow } from '../schema/attendance.ts'
import { words } from '../words/words.ts'
import { narrowed } from './read.ts'

export const exportAttendance = operation({
  name: 'attendance.export',
  summary:
    'Who was at a session of a meeting as CSV or XLSX, with the same filters as the list: when they came and left, and who was sent or came in their place',
  power: 'meeting.read',
  reads: 'stream',
  input: AttendanceFilter.extend({ meeting: id, format: z.enum(['csv', 'xlsx']).default('csv') }),
  output: Download,
  example: { meeting: example.meeting, format: 'csv' },
  async run(context, { format, ...asked }) {
    const { meeting, session, filter, rowOf } = await narrowed(context, asked)
    const pages = everyPage(async after => {
      const { rows, next } = await pageOfPeople(context, { ...filter, after, most: flowSize })
      return { rows: rows.map(rowOf), next }
    })
    const w = words[context.locale]
    const cells = (row: PresenceRow) => [
      row.name,
      row.position,
      row.office?.name ?? row.institution,
      w.statuses[row.status],
      row.firstIn,
      row.lastOut,
      row.minutes,
      row.lateBy,
      row.leftEarlyBy,
      row.appointed,
      row.proxy,
    ]
    const text = (header: string) => ({ header, kind: 'text' as const })
    const columns = [
      ...[w.name, w.position, w.office, w.status].map(text),
      ...[w.firstIn, w.lastOut].map(header => ({ header, kind: 'instant' as const })),
      ...[w.minutes, w.lateMinutes, w.earlyMinutes].map(header => ({ header, kind: 'number' as const })),
      ...[w.sent, w.cameInstead].map(text),
    ]
    return tableFile(
      format,
      { name: `kehadiran-${meeting.number.toLowerCase()}`, sheet: session.title, columns, cells, zone: meeting.zone },
      pages,
    )
  },
})
