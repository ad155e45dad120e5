import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { readRowsApart } from './apart.ts'
import { longWorkbookApart } from './long-workbook.ts'
import { readRows } from './read.ts'
import { UnreadableSpreadsheet } from './unreadable.ts'
import { longWorkbook, writeWorkbook } from './write.ts'

const columns = Array.from({ length: 10 }, (_, i) => ({ header: `Kolom ${i}`, kind: i ? ('text' as const) : ('day' as const) }))
const rows = (count: number) => Array.from({ length: count }, (_, i) => columns.map((_, j) => (j ? `Nomor ${i}` : '2024-05-09')))

/** How often a timer of ten milliseconds had its turn until the work was done. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0
  const timer = setInterval(() => turns++, 10)
  await work().finally(() => clearInterval(timer))
  return turns
}

test('while a large file is read everything else has its turn, and what is read is the same', async () => {
  const large = await writeWorkbook([{ name: 'A', columns, rows: rows(30_000) }])
  const read = await readRowsApart(large)
  expect(read).toEqual(await readRows(large))
  expect(read.sheets[0]?.rows[1]?.cells[0]).toEqual(new Date('2024-05-09'))
  expect(await turnsDuring(() => readRowsApart(large))).toBeGreaterThan(20)
})

test('what nobody can read is refused for the same reason, whether it is small or large', async () => {
  const text = (bytes: number) => new TextEncoder().encode(`<html>${' '.repeat(bytes)}`)
  const tooMany = new TextEncoder().encode('a;b\n'.repeat(160_000))
  for (const [bytes, reason] of [
    [text(10), 'other_format'],
    [text(6_000_000), 'other_format'],
    [tooMany, 'too_large'],
  ] as const)
    await expect(readRowsApart(bytes)).rejects.toSatisfy(error => error instanceof UnreadableSpreadsheet && error.reason === reason)
})

const sheet = { name: 'A', columns, zone: 'Asia/Jakarta' }

async function written(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const part of chunks) parts.push(part)
  return new Uint8Array(Buffer.concat(parts))
}

test.each([0, 1, 2, 5])('a workbook of %i pages is the same, written apart or here', async count => {
  const pages = async function* () {
    for (let page = 0; page < count; page++) yield rows(300)
  }
  const apart = await readRows(await written(longWorkbookApart(sheet, pages())))
  expect(apart).toEqual(await readRows(await written(longWorkbook(sheet, pages()))))
  expect(apart.sheets[0]!.rows).toHaveLength(1 + count * 300)
})

test('what fits into a page has a bold header that stays in view, and filters', async () => {
  const pages = async function* () {
    yield rows(300)
  }
  const { sheets } = await readXlsx(await written(longWorkbookApart(sheet, pages())), { readStyles: true })
  expect([sheets[0]!.autoFilter?.range, sheets[0]!.freezePane, sheets[0]!.cells?.get('0,0')?.style?.font?.bold]).toEqual([
    'A1:J301',
    { rows: 1 },
    true,
  ])
})

test('rows that end in a fault end the workbook with it, and whoever stops reading ends the rows', async () => {
  let hasEnded = false
  const pages = async function* (last: number) {
    try {
      for (let page = 0; page < last; page++) yield rows(300)
      throw new Error('The database is gone')
    } finally {
      hasEnded = true
    }
  }
  for (const last of [0, 1, 5]) await expect(written(longWorkbookApart(sheet, pages(last)))).rejects.toThrow('The database is gone')
  hasEnded = false
  for await (const _ of longWorkbookApart(sheet, pages(1_000_000))) break
  expect(hasEnded).toBe(true)
})
