import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import type { Cell } from './cells.ts'
import { readRows } from './read.ts'
import { UnreadableSpreadsheet } from './unreadable.ts'

const form = new Uint8Array(readFileSync('test/data/form-export.xlsx'))
const utf8 = (text: string) => new TextEncoder().encode(text)
const cellsOf = async (bytes: Uint8Array) => (await readRows(bytes)).sheets[0]!.rows.map(row => row.cells)
const reasonFor = (bytes: Uint8Array, caps = {}) =>
  readRows(bytes, caps).then(
    () => 'read',
    error => (error instanceof UnreadableSpreadsheet ? error.reason : error),
  )

test('a workbook keeps numbers, text, line breaks and the row numbers of the program', async () => {
  const { sheets } = await readRows(form)
  expect(sheets.map(sheet => [sheet.name, sheet.rows.length])).toEqual([['Form Responses 1', 401]])
  const [header, first, second] = sheets[0]!.rows
  expect(header!.cells[2]).toBe('Kode Wilayah (Permendagri)')
  expect([first!.number, first!.cells[2], first!.cells[9]]).toEqual([2, 36.04, 44812])
  expect([second!.number, second!.cells[2], second!.cells[14]]).toEqual([3, '94.05', '=1+1'])
})

test('dates, booleans and gaps keep their kind; rows without a value keep their number free', async () => {
  const day = new Date('2024-02-29T00:00:00Z')
  const rows = [['a', null, day], [], ['', ''], [true, 1.5, 'x']]
  const { sheets } = await readRows(
    await writeXlsx({
      sheets: [
        { name: 'A', rows },
        { name: 'Kosong', rows: [] },
      ],
    }),
  )
  expect(sheets).toEqual([
    {
      name: 'A',
      rows: [
        { number: 1, cells: ['a', null, day] },
        { number: 4, cells: [true, 1.5, 'x'] },
      ],
    },
    { name: 'Kosong', rows: [] },
  ])
})

test('CSV is read with commas, semicolons and tabs, with and without a mark, in quotes, with any line break', async () => {
  const expected = [
    ['Nomor', 'Mitra'],
    ['1', 'PT "A"; B,\tC\nD'],
  ]
  const quoted = '"PT ""A""; B,\tC\nD"'
  for (const delimiter of [',', ';', '\t']) {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = `Nomor${delimiter}Mitra${end}1${delimiter}${quoted}${end}`
      expect(await cellsOf(utf8(text))).toEqual(expected)
      expect(await cellsOf(utf8(`\ufeff${text}`))).toEqual(expected)
      expect(await cellsOf(new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')))).toEqual(expected)
    }
  }
  expect((await readRows(utf8('sep=;\r\na;b\r\n\r\n1;2,5\r\n'))).sheets[0]!.rows).toEqual([
    { number: 2, cells: ['a', 'b'] },
    { number: 4, cells: ['1', '2,5'] },
  ])
})

test('text that is not UTF-8 is taken for Windows-1252', async () => {
  expect(await cellsOf(new Uint8Array(Buffer.from('Nama;Jenis\nCaf\xe9;\x93NK\x94', 'latin1')))).toEqual([
    ['Nama', 'Jenis'],
    ['Café', '“NK”'],
  ])
})

test('what is not a table is refused with its reason', async () => {
  const encrypted = new Uint8Array(
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]),
  )
  expect(await reasonFor(new Uint8Array())).toBe('empty')
  expect(await reasonFor(utf8('\n\n'))).toBe('empty')
  expect(await reasonFor(await writeXlsx({ sheets: [{ name: 'A', rows: [[null]] }] }))).toBe('empty')
  expect(await reasonFor(encrypted)).toBe('encrypted')
  expect(await reasonFor(new Uint8Array(Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex')))).toBe('other_format')
  expect(await reasonFor(utf8('<html><table><tr><td>1'))).toBe('other_format')
  expect(await reasonFor(utf8('<?xml version="1.0"?><Workbook>'))).toBe('other_format')
  expect(await reasonFor(utf8('%PDF-1.7 ...'))).toBe('not_a_spreadsheet')
  expect(await reasonFor(new Uint8Array(Buffer.from('89504e470d0a1a0a0000000d', 'hex')))).toBe('not_a_spreadsheet')
  expect(await reasonFor(form.slice(0, 20_000))).toBe('not_a_spreadsheet')
})

test('rows, cells and unpacked bytes are capped, in both formats', async () => {
  const csv = utf8('a,b\n'.repeat(11))
  for (const bytes of [form, csv]) {
    expect(await reasonFor(bytes, { rows: 10 })).toBe('too_large')
    expect(await reasonFor(bytes, { cells: 10 })).toBe('too_large')
    expect(await reasonFor(bytes, { unzippedBytes: 40 })).toBe('too_large')
  }
  expect(await reasonFor(csv, { rows: 11, cells: 22, unzippedBytes: 44 })).toBe('read')
})

test('a workbook with any bytes changed or cut is read or refused, never anything else', async () => {
  const damage = fc.array(fc.record({ at: fc.nat(form.length - 1), byte: fc.nat(255) }), { minLength: 1, maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(damage, fc.integer({ min: form.length - 3000, max: form.length }), async (changes, length) => {
      const bytes = form.slice()
      for (const { at, byte } of changes) bytes[at] = byte
      expect(['read', 'empty', 'not_a_spreadsheet', 'too_large', 'encrypted', 'other_format']).toContain(
        await reasonFor(bytes.slice(0, length)),
      )
    }),
    { numRuns: 100 },
  )
})

test('any bytes at all are read or refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.constantFrom('', 'PK\x03\x04', '\xff\xfe'), async (bytes, start) => {
      const reason = await reasonFor(new Uint8Array([...Buffer.from(start, 'latin1'), ...bytes]))
      expect(['read', 'empty', 'not_a_spreadsheet', 'other_format']).toContain(reason)
    }),
  )
})

test('what a workbook writes, reading gives back', async () => {
  const cell = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)) as fc.Arbitrary<Cell>
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }), async rows => {
      const plain = rows.map(row => row.map(value => (typeof value === 'string' ? value.replace(/_x/g, '') : value)))
      const found = (await readRows(await writeXlsx({ sheets: [{ name: 'A', rows: [['kop'], ...plain] }] }))).sheets[0]!.rows
      const expected = plain.map(row => row.map(value => (value === '' ? null : value)))
      const held = expected.filter(row => row.some(value => value !== null))
      expect(found.slice(1).map(row => row.cells.filter(value => value !== null))).toEqual(
        held.map(row => row.filter(value => value !== null)),
      )
    }),
    { numRuns: 50 },
  )
})
