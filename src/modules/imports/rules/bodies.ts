import { textOfCell } from '../../../platform/reading/cell-texts.ts'
import type { Cell, Merge, SheetRow } from '../../../platform/spreadsheets/cells.ts'
import { usualCaps } from '../../../platform/spreadsheets/cells.ts'
import { UnreadableSpreadsheet } from '../../../platform/spreadsheets/unreadable.ts'
import type { Unread } from '../schema/files.ts'
import type { Head } from './heads.ts'
import { bare } from './layouts.ts'

type Reason = Unread['rows'][number]['reason']
export type Body = { rows: SheetRow[]; others: { row: SheetRow; reason: Reason }[] }

/**
 * The rows below a head that are data, with merged cells filled downwards, and those that are not: column numbers, the head again,
 * headings of sections, totals, rows that only have their number, and at the end notes and the block of signatures.
 */
export function bodyOf({ sheet, at, depth, headers }: Head): Body {
  const below = sheet.rows.slice(at + depth)
  const top = sheet.rows.slice(at, at + depth)
  const numbered = headers.findIndex(header => /^(no|nour(?:ut)?|nomorurut|urut(?:an)?)$/.test(bare(header)))
  const sections = new Set((sheet.merges ?? []).flatMap(merge => (merge.right - merge.left >= 2 ? [`${merge.top} ${merge.left}`] : [])))
  const reasons = below.map(row => reasonOf(row, top, numbered, sections))
  closingRows(below, headers.length, reasons)
  const data = new Set(below.filter((_, i) => reasons[i] === null))
  const filled = fillMerged(below, data, sheet.merges ?? [])
  return {
    rows: below.flatMap(row => (data.has(row) ? [filled.get(row) ?? row] : [])),
    others: below.flatMap((row, i) => (reasons[i] ? [{ row, reason: reasons[i] }] : [])),
  }
}

function reasonOf(row: SheetRow, top: readonly SheetRow[], numbered: number, sections: ReadonlySet<string>): Reason | null {
  const cells = row.cells.map(cell => textOfCell(cell).trim())
  const held = cells.flatMap((text, column) => (text === '' ? [] : [{ text, column }]))
  if (held.length === 0) return null
  const first = held[0]!
  if (held.length > 1) {
    if (held.length > 2 && held.every(({ text }, i) => countOf(text) === (countOf(first.text) ?? 9) + i) && countOf(first.text)! <= 1)
      return 'column_numbers'
    if (top.some(head => held.every(({ text, column }) => textOfCell(head.cells[column] ?? null).trim() === text))) return 'header'
  }
  if (
    total.test(first.text.replace(/\d+/g, ' ').replace(/\s+/g, ' ').trim()) &&
    held.slice(1).every(({ text }) => /^[\d.,\s%-]+$/.test(text))
  )
    return 'total'
  if (held.length > 1) return null
  if (first.column === numbered && /^\d+\.?$/.test(first.text)) return 'number_only'
  if (sections.has(`${row.number} ${first.column}`) || first.column === numbered) return 'section'
  return first.column < 2 && /^(([A-Z]|[IVX]{1,5})[.)]\s+\p{L}|tahun( anggaran)? (19|20)\d\d$)/u.test(first.text) ? 'section' : null
}

/** `(3)`, `3` or `(c)` under the third column. */
function countOf(text: string): number | null {
  const mark = /^\(?(\d{1,3}|[a-z])[).]?$/i.exec(text)?.[1]
  return mark === undefined ? null : /\d/.test(mark) ? Number(mark) : mark.toLowerCase().charCodeAt(0) - 96
}

const total =
  /^(grand |sub ?)?(jumlah|total)( (total|keseluruhan|seluruh(nya)?|semua|akhir|data|perjanjian|kerja ?sama|naskah|dokumen|mitra|mou|pks|nk))*\s*[:=]?$/i

/** What stands below the last data: from the first row of a few cells that opens a block of signatures, or one that is a note. */
function closingRows(rows: readonly SheetRow[], width: number, reasons: (Reason | null)[]): void {
  const most = width >= 8 ? 3 : width >= 5 ? 2 : 1
  const texts = rows.map(row => row.cells.map(cell => textOfCell(cell).trim()).filter(text => text !== ''))
  let from = rows.length
  while (from > 0 && (reasons[from - 1] || texts[from - 1]!.length <= most)) from--
  for (let i = from, signed = false; i < rows.length; i++) {
    signed ||= texts[i]!.some(text => opensSignatures.test(text) || placeAndDay.test(text))
    const isNote = texts[i]!.length === 1 && note.test(texts[i]![0]!)
    if (!reasons[i] && (signed || isNote)) reasons[i] = isNote ? 'note' : 'signature'
  }
}

const opensSignatures =
  /^(mengetahui|menyetujui|disetujui|mengesahkan|disahkan|dibuat|disusun|ditetapkan|diperiksa|diverifikasi|penanggung ?jawab|penyusun|tertanda|ttd|a\.?n\b|plt|plh|ketua|wakil ketua|sekretaris|kepala|kasubbag|kabag|anggota|operator|admin|petugas|pejabat|komisioner|nip\b|hormat kami)\b.{0,100}$/is
const placeAndDay = /^\p{L}[\p{L} .'-]{1,40}, *(tanggal )?([._…]{2,}|\d{1,2}[ /.-])/iu
const note = /^(catatan|keterangan|ket|sumber|note|nb|p\.?s)\b\.?\s*:|^\*/i

/**
 * The rows whose cells are part of one that is merged over several rows, with its value: an end or a partner for all of them. A row
 * that holds nothing of its own is part of the one above and no row. Of merges that overlap, which no program makes, the first counts.
 */
function fillMerged(rows: readonly SheetRow[], data: ReadonlySet<SheetRow>, merges: readonly Merge[]): Map<SheetRow, SheetRow> {
  const filled = new Map<SheetRow, SheetRow>()
  const places = new Map(rows.map((row, i) => [row.number, i]))
  const reached = new Map<number, number>()
  let cells = 0
  for (const { top, left, bottom } of [...merges].sort((a, b) => a.top - b.top)) {
    const start = places.get(top)
    const value: Cell = start === undefined ? null : (rows[start]!.cells[left] ?? null)
    if (start === undefined || value === null || top === bottom || top <= (reached.get(left) ?? 0)) continue
    reached.set(left, bottom)
    for (let i = start + 1; i < rows.length && rows[i]!.number <= bottom; i++) {
      const row = rows[i]!
      cells += Math.max(1, left - row.cells.length)
      if (cells > usualCaps.cells) throw new UnreadableSpreadsheet('too_large', `More than ${usualCaps.cells} merged cells`)
      if (!data.has(row) || (row.cells[left] ?? null) !== null) continue
      const copy = filled.get(row) ?? { ...row, cells: [...row.cells] }
      while (copy.cells.length < left) copy.cells.push(null)
      copy.cells[left] = value
      filled.set(row, copy)
    }
  }
  return filled
}
