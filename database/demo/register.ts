import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../../src/platform/process/root.ts'
import { readRows } from '../../src/platform/spreadsheets/read.ts'
import { writeWorkbook } from '../../src/platform/spreadsheets/write.ts'

/** Where years stand in the list: the numbers and the days. */
const dated = ['Nomor KPU', 'Nomor Mitra', 'Tanggal Penandatanganan', 'Berlaku Sejak', 'Berlaku Sampai', 'Nomor Induk']
/** The last signature in the list but for a few of the year after, which move with it. */
const lastSigned = '2024-12-18'

/** Every third row of the list stays as it is: if it has run out, it was not signed anew. */
const lapsed = (place: number): boolean => place % 3 === 2

/**
 * The list of 124 agreements, moved by whole years so that the last of them was signed in the year before it is imported. What would have run
 * out by the day that it is shown was signed anew for the same term, unless it `lapsed`; what stands below another ends with it.
 */
export async function registerFor(importedOn: string, shownOn: string): Promise<Uint8Array> {
  const { sheets } = await readRows(new Uint8Array(await readFile(join(root, 'database/demo/register-87.xlsx'))))
  const [head, ...rows] = sheets[0]!.rows.map(({ cells }) => cells.map(cell => (cell === null ? null : String(cell))))
  const [number, parent, signed, end] = ['Nomor KPU', 'Nomor Induk', 'Tanggal Penandatanganan', 'Berlaku Sampai'].map(at =>
    head!.indexOf(at),
  )
  const years = Number(importedOn.slice(0, 4)) - Number(lastSigned.slice(0, 4)) - (importedOn.slice(5) < lastSigned.slice(5) ? 1 : 0)
  const moves = new Map<string, number>()
  const ends = new Map<string, string>()
  const moved = rows.map((row, place) => {
    const above = row[parent!]
    const alone = years - (row[signed!]! > lastSigned ? 1 : 0)
    const inForce = moveYears(row[end!]!, alone) > shownOn || lapsed(place)
    const later = inForce
      ? []
      : [...Array(12).keys()]
          .map(n => alone + n)
          .filter(by => moveYears(row[end!]!, by) > shownOn && moveYears(row[signed!]!, by) <= importedOn)
    const along = (above ? moves.get(above) : undefined) ?? later[place % later.length] ?? alone
    const by = moveYears(row[signed!]!, along) > importedOn ? along - 1 : along
    moves.set(row[number!]!, by)
    const cells = row.map((cell, at) =>
      cell && dated.includes(head![at]!) ? moveYears(cell, at === parent ? moves.get(cell)! : by) : cell,
    )
    if (above && ends.has(above)) cells[end!] = ends.get(above)!
    ends.set(row[number!]!, cells[end!]!)
    return cells
  })
  return writeWorkbook([{ name: 'Register', columns: head!.map(title => ({ header: String(title), width: 20 })), rows: moved }])
}

/** "56/PR.07-NK/01/2024" and "2024-08-15" with their year moved; 29 February becomes 28 February. */
const moveYears = (text: string, by: number): string =>
  text.replace(/\b20\d\d\b/g, year => String(Number(year) + by)).replace(/-02-29$/, '-02-28')
