import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import type { Cell } from './cells.ts'
import { csvLines, csvMark } from './csv.ts'
import { readRows } from './read.ts'
import { longWorkbook, writeWorkbook } from './write.ts'

const roundTrip = async (...texts: string[]) => {
  const bytes = await writeWorkbook([{ name: 'A', columns: texts.map(() => ({ header: 'Teks' })), rows: [texts] }])
  return (await readRows(bytes)).sheets[0]!.rows[1]!.cells
}

test('text stays exactly as typed and is never a formula', async () => {
  const texts = [
    '=HYPERLINK("http://contoh","x")',
    '+62',
    '-',
    '@x',
    '<b>&amp;</b>',
    '😀',
    ' tepi ',
    'a\r\nb\tc',
    '_x0041_',
    "'=1",
    '00',
    '\u0000\u001b',
  ]
  expect(await roundTrip(...texts)).toEqual(texts)
})

test('any text comes back, but for what the format cannot hold', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), async text => {
      expect(await roundTrip(text)).toEqual([text.toWellFormed().replace(/[\ufffe\uffff]/g, '\ufffd')])
    }),
  )
  expect(await roundTrip('\ud800', 'x'.repeat(40_000))).toEqual(['\ufffd', `${'x'.repeat(32_766)}…`])
})

test('numbers, days and instants have their own types, and the header stays in view', async () => {
  const at = new Date('2025-10-25T02:08:09Z')
  const columns = (['number', 'day', 'instant', 'instant', 'day', 'number'] as const).map(kind => ({ header: kind, kind }))
  const bytes = await writeWorkbook(
    [{ name: 'A', columns, rows: [[-5, '2024-02-29', at, at.toISOString(), 'belum', 'banyak']] }],
    'Asia/Jayapura',
  )
  const wall = new Date('2025-10-25T11:08:09Z')
  expect((await readRows(bytes)).sheets[0]!.rows[1]!.cells).toEqual([-5, new Date('2024-02-29T00:00:00Z'), wall, wall, 'belum', 'banyak'])
  const sheet = (await readXlsx(bytes, { readStyles: true })).sheets[0]!
  expect([sheet.freezePane, sheet.autoFilter, sheet.cells?.get('0,0')?.style?.font?.bold]).toEqual([{ rows: 1 }, { range: 'A1:F2' }, true])
})

test('sheet names become legal and different', async () => {
  const names = ['Kab/Kota: [A]', 'kab kota  A', "'", '', 'History', 'x'.repeat(40), 'x'.repeat(35)]
  const bytes = await writeWorkbook(names.map(name => ({ name, columns: [{ header: 'A' }], rows: [] })))
  expect((await readRows(bytes)).sheets.map(sheet => sheet.name)).toEqual([
    'Kab Kota A',
    'kab kota A (2)',
    'Lembar 3',
    'Lembar 4',
    'History (2)',
    `${'x'.repeat(30)}…`,
    `${'x'.repeat(26)}… (2)`,
  ])
})

test('a name too long ends after a whole word, whatever it is, and all are different', async () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'B', 'é', '😀', "'", '/', '[', ':', '(', '2', ')'), minLength: 1, maxLength: 40 })
  const title = fc.array(word, { minLength: 1, maxLength: 8 }).map(words => words.join(' '))
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(title, fc.constantFrom('Isian per satuan kerja', 'isian per satuan kerja')), { minLength: 1, maxLength: 6 }),
      async titles => {
        const bytes = await writeWorkbook(titles.map(name => ({ name, columns: [{ header: 'A' }], rows: [] })))
        const names = (await readRows(bytes)).sheets.map(sheet => sheet.name)
        expect(new Set(names.map(name => name.toLowerCase())).size).toBe(titles.length)
        for (const [at, name] of names.entries()) {
          expect(name).toMatch(/^(?!')[^[\]:*?/\\]{1,31}$(?<!')/)
          const whole = new Set(titles[at]!.split(/[\s[\]:*?/\\]+/).map(part => part.replace(/^'+|'+$/g, '')))
          const said = name.replace(/ \(\d+\)$/, '')
          if (said.endsWith('…') || said.startsWith('Lembar ')) continue
          expect(said.split(' ').filter(part => !whole.has(part.replace(/^'+|'+$/g, '')))).toEqual([])
        }
      },
    ),
    { numRuns: 60 },
  )
  const bytes = await writeWorkbook([{ name: 'Pengisian instrumen menurut provinsi', columns: [{ header: 'A' }], rows: [] }])
  expect((await readRows(bytes)).sheets[0]?.name).toBe('Pengisian instrumen menurut')
})

test('links lead from one sheet to another', async () => {
  const columns = [{ header: 'Lembar' }]
  const bytes = await writeWorkbook([
    { name: 'Isi', columns, rows: [["Mitra '24"]], links: [{ row: 0, column: 0, sheet: 1 }] },
    { name: "Mitra '24", columns, rows: [], links: [{ row: -1, column: 0, sheet: 0 }] },
  ])
  const { sheets } = await readXlsx(bytes, { readStyles: true })
  expect(sheets[0]?.cells?.get('1,0')?.hyperlink?.location).toBe("'Mitra ''24'!A1")
  expect(sheets[1]?.cells?.get('0,0')?.hyperlink?.location).toBe("'Isi'!A1")
})

test('CSV follows RFC 4180, and keeps formulas from running', () => {
  const rows: Cell[][] = [
    ['=1+1', '+62', '-', '@x', ' =1', '＝1', "'=1", -5, null],
    ['a,b', 'c"d', 'e\nf', ' tepi', true, new Date('2024-02-29T00:00:00Z'), new Date('2024-02-29T01:02:03Z'), 1.5, 'biasa'],
  ]
  expect(csvLines([['A', 'B'], ...rows])).toBe(
    `A,B\r\n'=1+1,'+62,'-,'@x,' =1,'＝1,''=1,-5,\r\n"a,b","c""d","e\nf"," tepi",true,2024-02-29,2024-02-29T01:02:03.000Z,1.5,biasa\r\n`,
  )
})

test('a long sheet holds the same cells as a short one, row by row', async () => {
  const columns = (['text', 'day', 'instant', 'number'] as const).map(kind => ({ header: kind, kind }))
  const rows: Cell[][] = [
    [' tepi ', '2025-10-25', '2025-10-25T02:08:00Z', 1.5],
    ['=1+1', 'kapan-kapan', new Date('2025-10-25T02:08:00Z'), '3'],
    ['_x0041_ \ud83d\ude00 \ud800', null, null, -5],
    ['a\nb\t"c" <d> & e', null, null, null],
  ]
  const pages = async function* () {
    yield rows.slice(0, 1)
    yield []
    yield rows.slice(1)
  }
  const parts: Uint8Array[] = []
  for await (const part of longWorkbook({ name: 'A/B', columns, zone: 'Asia/Jakarta' }, pages())) parts.push(part)
  const short = await readRows(await writeWorkbook([{ name: 'A/B', columns, rows }], 'Asia/Jakarta'))
  expect(await readRows(new Uint8Array(Buffer.concat(parts)))).toEqual(short)
})

test('what CSV writes, reading gives back', async () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter(value => !/[\p{Cc}]/u.test(value))
  const formula = fc.tuple(fc.constantFrom('=', '+', '-', '@', "'=", "''-", '\t', '\n', ' ='), text).map(([start, rest]) => start + rest)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.oneof(text, formula), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
      async rows => {
        const csv = csvMark + csvLines([['A', 'B', 'C'], ...rows])
        const read = (await readRows(new TextEncoder().encode(csv))).sheets[0]!.rows
        expect(read.slice(1).map(row => row.cells)).toEqual(rows)
      },
    ),
  )
})

test('the same rows are the same bytes, whenever they are written', async () => {
  const write = () => writeWorkbook([{ name: 'A', columns: [{ header: 'Teks' }], rows: [['a']] }])
  const before = await write()
  await new Promise(resolve => setTimeout(resolve, 1100)) // what a workbook says of time it says in seconds
  expect(await write()).toEqual(before)
})
