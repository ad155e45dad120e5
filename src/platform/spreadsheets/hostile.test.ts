import { expect, test } from 'vitest'
import { type Parts, relation, relations, zip } from '../../../test/handmade-workbook.ts'
import { type Caps, usualCaps } from './cells.ts'
import { readRows } from './read.ts'
import { UnreadableSpreadsheet } from './unreadable.ts'

const megabyte = 1_000_000
const types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
const workbook = (names: string[]) =>
  `<workbook xmlns:r="r"><sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="r${i}"/>`).join('')}</sheets></workbook>`

const book = (sheet: string | Buffer, more: Parts = {}): Parts => ({
  '[Content_Types].xml': types,
  '_rels/.rels': relations(relation('w', 'officeDocument', 'xl/workbook.xml')),
  'xl/workbook.xml': workbook(['A']),
  'xl/_rels/workbook.xml.rels': relations(
    relation('r0', 'worksheet', 'worksheets/sheet1.xml'),
    relation('s', 'sharedStrings', 'sharedStrings.xml'),
  ),
  'xl/worksheets/sheet1.xml': sheet,
  ...more,
})
const sheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`

/** A tenth of what is usually read at most: what is refused beyond is the same, and costs a tenth to try. */
const caps: Caps = {
  rows: usualCaps.rows / 10,
  cells: usualCaps.cells / 10,
  unzippedBytes: usualCaps.unzippedBytes / 10,
}

/**
 * What was read, or the reason of the refusal; what is held meanwhile is bounded, and what costs more than its size outlasts the runner's
 * limit.
 */
async function resultOf(bytes: Uint8Array, limits = caps) {
  const before = process.memoryUsage().rss
  const result = await readRows(bytes, limits).catch(error => error)
  expect((process.memoryUsage().rss - before) / megabyte).toBeLessThan(400)
  return result instanceof UnreadableSpreadsheet ? result.reason : result
}

test('a plain workbook made this way is read, so that the refusals below mean something', async () => {
  const read = await readRows(zip(book(sheet('<row r="3"><c r="B3"><v>7</v></c></row>'))))
  expect(read).toEqual({ sheets: [{ name: 'A', rows: [{ number: 3, cells: [null, 7] }] }] })
})

test('a text longer than a cell can hold is refused where it stands, whether or not a cell shows it', async () => {
  const plain = sheet('<row r="1"><c r="A1"><v>7</v></c></row>')
  const shared = (text: string) => zip(book(plain, { 'xl/sharedStrings.xml': `<sst><si><t>${text}</t></si></sst>` }))
  expect(await resultOf(shared('&#97;'.repeat(100_000)))).toEqual({ sheets: [{ name: 'A', rows: [{ number: 1, cells: [7] }] }] })
  expect(await resultOf(shared('&#97;'.repeat(100_001)))).toBe('too_large')
})

test('a bomb is refused by its stated size, a lying one by the size it states', async () => {
  const bomb = book(sheet(''), { 'xl/sharedStrings.xml': Buffer.alloc(17 * megabyte, ' ') })
  expect(await resultOf(zip(bomb))).toBe('too_large')
  expect(
    await resultOf(
      zip(bomb, size => (size > megabyte ? 170 * megabyte : size)),
      usualCaps,
    ),
  ).toBe('too_large')
  expect(await resultOf(zip(bomb, size => Math.min(size, 5000)))).toBe('not_a_spreadsheet')
  expect(await resultOf(zip(bomb, size => (size > megabyte ? 0 : size)))).toBe('not_a_spreadsheet')
})

test('the far corner of a sheet, and rows as wide as can be, cost no more than their cells', async () => {
  expect(await resultOf(zip(book(sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))))).toEqual({
    sheets: [{ name: 'A', rows: [{ number: 1048576, cells: [...Array(16383).fill(null), 1] }] }],
  })
  expect(await resultOf(zip(book(sheet('<row><c r="XFD1"><v>1</v></c></row>'.repeat(20_000)))))).toBe('too_large')
  expect(await resultOf(zip(book(sheet('<row><c r="XFD1"/></row>'.repeat(20_000)))))).toBe('empty')
  expect(await resultOf(zip(book(sheet('<row r="-1"><c r="ZZZ9"><v>1</v></c></row>'))))).toEqual({
    sheets: [{ name: 'A', rows: [{ number: 1, cells: [...Array(18277).fill(null), 1] }] }],
  })
})

test('millions of texts, deep nesting, endless comments, tags and texts end soon', async () => {
  const texts = (xml: string) => zip(book(sheet(''), { 'xl/sharedStrings.xml': xml }))
  expect(await resultOf(texts(`<sst>${'<si/>'.repeat(megabyte / 5)}</sst>`))).toBe('empty')
  expect(await resultOf(texts('<a>'.repeat(megabyte / 5)))).toBe('not_a_spreadsheet')
  expect(await resultOf(zip(book(sheet(`<!--${'>'.repeat(2 * megabyte)}`))))).toBe('not_a_spreadsheet')
  expect(await resultOf(zip(book(sheet(`<row r="${'>'.repeat(2 * megabyte)}`))))).toBe('not_a_spreadsheet')
  const cell = (text: string) => `<row><c t="inlineStr"><is><t>${text}</t></is></c></row>`
  expect(await resultOf(zip(book(sheet(cell('x'.repeat(2 * megabyte))))))).toBe('too_large')
  expect(await resultOf(zip(book(sheet(cell('x'.repeat(99_999)))), size => size))).toHaveProperty('sheets.0.rows.0.number', 1)
})

test('ranges of hidden columns are paid for by the columns that they name, and those of a usual sheet are read', async () => {
  const hiding = (times: number) => zip(book(`<worksheet><cols>${hidden.repeat(times)}</cols>${row}</worksheet>`))
  const [hidden, row] = ['<col min="1" max="16384" hidden="1"/>', '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>']
  expect(await resultOf(hiding(1))).toMatchObject({ sheets: [{ hiddenColumns: Array.from({ length: 16_384 }, (_, i) => i) }] })
  expect(await resultOf(hiding(1000))).toBe('too_large')
})

test('one long text that many cells share is counted for each of them', async () => {
  const shared = book(sheet('<row><c t="s"><v>0</v></c></row>'.repeat(1000)), {
    'xl/sharedStrings.xml': `<sst><si><t>${'x'.repeat(90_000)}</t></si></sst>`,
  })
  expect(await resultOf(zip(shared))).toBe('too_large')
})

test('many names for one heavy sheet are refused', async () => {
  const ids = Array.from({ length: 200 }, (_, i) => i)
  const names = {
    'xl/workbook.xml': workbook(ids.map(i => `S${i}`)),
    'xl/_rels/workbook.xml.rels': relations(...ids.map(i => relation(`r${i}`, 'worksheet', 'worksheets/sheet1.xml'))),
  }
  expect(await resultOf(zip(book(sheet('<row><c><v>1</v></c></row>'.repeat(3000)), names)))).toBe('too_large')
  expect(await resultOf(zip(book(sheet('<row><c/></row>'.repeat(10_000)), names)))).toBe('too_large')
})

test('a sheet that breaks off is refused, for rows would be missing', async () => {
  expect(await resultOf(zip(book('<worksheet><sheetData><row><c><v>1</v></c></row>')))).toBe('not_a_spreadsheet')
})

test('entities of the document are not expanded, those of XML are', async () => {
  const xml = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>${sheet('<row><c t="inlineStr"><is><t>&a;&lt;b&gt;&#x1F600;&amp;lt;</t></is></c></row>')}`
  expect(await resultOf(zip(book(xml)))).toEqual({ sheets: [{ name: 'A', rows: [{ number: 1, cells: ['&a;<b>😀&lt;'] }] }] })
})

test('dates come by their style, rich text without its reading aids, and gaps, prefixes and formulas as they are', async () => {
  const styles = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-421]dd\\ mmmm\\ yyyy"/><numFmt numFmtId="171" formatCode="[Red]0.00&quot; dy&quot;"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>`
  const cells = `<x:row><x:c><x:v>44812</x:v></x:c><x:c s="1"><x:v>44812.5</x:v></x:c><x:c s="2"><x:v>60</x:v></x:c><x:c s="3"><x:v>1.5</x:v></x:c>
    <x:c t="s"><x:v>0</x:v></x:c><x:c t="str"><x:f>A1</x:f><x:v>=A_x0041_</x:v></x:c><x:c t="b"><x:v>1</x:v></x:c><x:c t="e"><x:v>#N/A</x:v></x:c><x:c t="d"><x:v>2024-02-29</x:v></x:c><x:c s="1"><x:v>-5</x:v></x:c></x:row>`
  const texts =
    '<sst><si><r><t>Nota </t></r><r><rPr><b/></rPr><t xml:space="preserve">Kese</t></r><rPh sb="0"><t>aid</t></rPh><r><t>pahaman</t></r></si></sst>'
  const parts = book(`<x:worksheet><x:sheetData>${cells}</x:sheetData></x:worksheet>`, {
    'xl/sharedStrings.xml': texts,
    'xl/styles.xml': styles,
  })
  parts['xl/_rels/workbook.xml.rels'] = String(parts['xl/_rels/workbook.xml.rels']).replace(
    '</R',
    `${relation('t', 'styles', '/xl/styles.xml')}</R`,
  )
  expect((await readRows(zip(parts))).sheets[0]!.rows[0]!.cells).toEqual([
    44812,
    new Date('2022-09-08T12:00:00Z'),
    new Date('1900-02-28T00:00:00Z'),
    '1.50 dy',
    'Nota Kesepahaman',
    '=AA',
    true,
    '#N/A',
    new Date('2024-02-29T00:00:00Z'),
    -5,
  ])
})
