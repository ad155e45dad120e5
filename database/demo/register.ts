import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../../src/platform/process/root.ts'
import { readRows } from '../../src/platform/spreadsheets/read.ts'
import { writeWorkbook } from '../../src/platform/spreadsheets/write.ts'

/** Where years stand in the list: the numbers and the days. */
const dated = ['Nomor KPU', 'Nomor Mitra', 'Tanggal Penandatanganan', 'Berlaku Sejak', 'Berlaku Sampai', 'Nomor Induk']
/** The last signature in the list but for a few of the year after, which move with it. */
const lastSigned = '2024-12-18'

/** The list of 124 agreements, moved by whole years so that the last of them was signed in the year before it is imported. */
export async function registerFor(importedOn: string): Promise<Uint8Array> {
  const { sheets } = await readRows(new Uint8Array(await readFile(join(root, 'database/demo/register-87.xlsx'))))
  const [head, ...rows] = sheets[0]!.rows.map(({ cells }) => cells.map(cell => (cell === null ? null : String(cell))))
  const moves = head!.map(title => dated.includes(String(title)))
  const parent = head!.indexOf('Nomor Induk')
  const signed = head!.indexOf('Tanggal Penandatanganan')
  const years = Number(importedOn.slice(0, 4)) - Number(lastSigned.slice(0, 4)) - (importedOn.slice(5) < lastSigned.slice(5) ? 1 : 0)
  const moved = rows.map(row => {
    const by = years - (String(row[signed]) > lastSigned ? 1 : 0)
    return row.map((cell, at) => (cell && moves[at] ? moveYears(cell, at === parent ? years : by) : cell))
  })
  return writeWorkbook([{ name: 'Register', columns: head!.map(title => ({ header: String(title), width: 20 })), rows: moved }])
}

/** "56/PR.07-NK/01/2024" and "2024-08-15" with their year moved; the last of February stays one. */
const moveYears = (text: string, by: number): string =>
  text.replace(/\b20\d\d\b/g, year => String(Number(year) + by)).replace(/-02-29$/, '-02-28')
