import { textOfCell } from '../../../../platform/reading/cell-texts.ts'
import { tidy, wordsOf } from '../../../../platform/reading/cell-words.ts'
import { type ColumnNames, findHeads, nameOfHeader } from '../../../../platform/reading/column-heads.ts'
import type { Sheet, SheetRow } from '../../../../platform/spreadsheets/cells.ts'

export type RundownField = 'time' | 'from' | 'to' | 'title' | 'day' | 'class' | 'speakers' | 'moderator' | 'room' | 'owner'

/** The headers of a programme, folded. Its times stand in one column, or in one for the start and one for the end. */
const columns: ColumnNames<RundownField> = {
  time: { names: ['waktu', 'pukul'] },
  from: { names: ['mulai'] },
  to: { names: ['selesai'] },
  title: { names: ['kegiatan', 'acara', 'agenda', 'uraian kegiatan', 'materi'], required: true },
  day: { names: ['hari tanggal', 'tanggal'] },
  class: { names: ['kelas', 'kelas paralel'] },
  speakers: { names: ['narasumber', 'pemateri', 'penyaji', 'narasumber pemateri'] },
  moderator: { names: ['moderator'] },
  room: { names: ['ruang tempat', 'ruang', 'tempat', 'ruangan', 'lokasi'] },
  owner: { names: ['penanggung jawab', 'penanggungjawab', 'pj', 'pic'] },
}
const names = new Set(Object.values(columns).flatMap(column => column.names))

/** The programme of one sheet: the rows above its header, those below it, and which column is which. */
export type RundownSheet = {
  name: string
  above: SheetRow[]
  header: SheetRow
  rows: SheetRow[]
  columns: Partial<Record<RundownField, number>>
  /** Columns that are classes themselves, each with its header. */
  classes: { column: number; header: string }[]
}

/** The programmes of all visible sheets that have the columns of one; a later row that repeats its header is none of its rows. */
export const rundownSheets = (sheets: readonly Sheet[]): RundownSheet[] =>
  findHeads(sheets, columns, ({ time, from }) => time !== undefined || from !== undefined).map(({ sheet, header, columns, rows }) => {
    const wording = wordingOf(header)
    return {
      name: sheet.name,
      above: sheet.rows.filter(({ number }) => number < header.number),
      header,
      rows: rows.filter(row => wordingOf(row) !== wording),
      columns,
      classes: classesIn(header),
    }
  })

/** Headers such as `Kelas A: Hukum`; the column that names the class of a row is none of them. */
const classesIn = ({ cells }: SheetRow): RundownSheet['classes'] =>
  cells.flatMap((cell, column) => {
    if (typeof cell !== 'string' || cell.length > 200 || names.has(nameOfHeader(cell))) return []
    return wordsOf(cell).startsWith('kelas ') ? [{ column, header: tidy(cell) }] : []
  })

/** What a row says, whatever its case and signs; empty cells at its end do not count. */
function wordingOf({ cells }: SheetRow): string {
  const words = cells.map(cell => wordsOf(textOfCell(cell).slice(0, 300)))
  return words.slice(0, words.findLastIndex(text => text !== '') + 1).join('|')
}
