import { crc32, deflateRawSync } from 'node:zlib'

/** The parts of a ZIP file by name. */
export type Parts = Record<string, string | Buffer>
type Sheet = { name: string; state?: 'hidden' | 'veryHidden'; columns?: string; rows: string; merges?: string[]; after?: string }
type Book = { date1904?: boolean; formats?: string[] }

const kind = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${kind}/${type}" Target="${target}"/>`
export const relations = (...list: string[]): string => `<Relationships>${list.join('')}</Relationships>`

/**
 * A workbook whose XML a test writes by hand. Cells are styled by the place of their format among `formats`, from 1; a format is a
 * code, or the number of a built-in one.
 */
export function handmade(sheets: Sheet[], { date1904 = false, formats = [] }: Book = {}): Uint8Array {
  const codes = formats.map((code, i) => (/^[1-9]\d?$/.test(code) ? Number(code) : 170 + i))
  const made = formats.flatMap((code, i) => (codes[i]! >= 170 ? [`<numFmt numFmtId="${codes[i]}" formatCode="${xml(code)}"/>`] : []))
  return zip({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relations(relation('w', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook xmlns:r="r"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(({ name, state }, i) => `<sheet name="${xml(name)}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="r${i}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      ...sheets.map((_, i) => relation(`r${i}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)),
      relation('s', 'styles', 'styles.xml'),
    ),
    'xl/styles.xml': `<styleSheet><numFmts>${made.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${codes.map(id => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`,
    ...Object.fromEntries(sheets.map((sheet, i) => [`xl/worksheets/sheet${i + 1}.xml`, worksheet(sheet)])),
  })
}

/** A row of texts, numbers and (as `{ v, t, s }`) cells with a type or a style; null leaves a gap. */
export function row(
  number: number,
  cells: (string | number | null | { v: string | number; t?: string; s?: number })[],
  attributes = '',
): string {
  const made = cells.map((cell, column) => {
    const place = `r="${letters(column)}${number}"`
    if (cell === null) return ''
    if (typeof cell === 'string') return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${xml(cell)}</t></is></c>`
    const { v, t, s } = typeof cell === 'number' ? { v: cell, t: undefined, s: undefined } : cell
    return `<c ${place}${t ? ` t="${t}"` : ''}${s ? ` s="${s}"` : ''}><v>${xml(String(v))}</v></c>`
  })
  return `<row r="${number}" ${attributes}>${made.join('')}</row>`
}

const worksheet = ({ columns = '', rows, merges = [], after = '' }: Sheet): string =>
  `<worksheet>${columns ? `<cols>${columns}</cols>` : ''}<sheetData>${rows}</sheetData>${after}${
    merges.length ? `<mergeCells>${merges.map(ref => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : ''
  }</worksheet>`

/** A ZIP file; `claim` states other unpacked sizes than the true ones. */
export function zip(parts: Parts, claim: (size: number) => number = size => size): Uint8Array {
  const [locals, directory]: [Buffer[], Buffer[]] = [[], []]
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const data = Buffer.from(content)
    const packed = deflateRawSync(data)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(crc32(data), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(claim(data.length), 18)
    head.writeUInt16LE(Buffer.byteLength(name), 22)
    locals.push(Buffer.from('PK\x03\x04'), head, Buffer.from(name), packed)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), head, tail, Buffer.from(name))
    offset += 30 + Buffer.byteLength(name) + packed.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(Object.keys(parts).length, 4)
  end.writeUInt16LE(Object.keys(parts).length, 6)
  end.writeUInt32LE(listing.length, 8)
  end.writeUInt32LE(offset, 12)
  return new Uint8Array(Buffer.concat([...locals, listing, Buffer.from('PK\x05\x06'), end]))
}

const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))
