import type { FileAnswer } from '../values/file-answer.ts'
import type { Cell } from './cells.ts'
import { csvLines, csvMark } from './csv.ts'
import { longWorkbookApart } from './long-workbook.ts'
import type { Column } from './write.ts'

/** `name` of the file without its ending, `sheet` of the one sheet of a workbook; `zone` is where instants are told. */
export type Table<Row> = { name: string; sheet: string; columns: Column[]; cells(row: Row): readonly Cell[]; zone: string }

/** Rows as a file that flows: as they come, page by page; JSON holds them as they are, a table their cells. */
export function tableFile<Row>(format: 'csv' | 'xlsx' | 'json', table: Table<Row>, pages: AsyncIterable<Row[]>): FileAnswer {
  const { [format]: type } = types
  return { name: `${table.name}.${format}`, type, size: null, chunks: makers[format](table, pages) }
}

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
}
const makers = { csv: csvOf, xlsx: workbookOf, json: jsonOf }

async function* csvOf<Row>({ columns, cells }: Table<Row>, pages: AsyncIterable<Row[]>): AsyncGenerator<Uint8Array, void> {
  let start = csvMark + csvLines([columns.map(({ header }) => header)])
  for await (const page of pages) {
    yield Buffer.from(start + csvLines(page.map(cells)))
    start = ''
  }
  if (start) yield Buffer.from(start)
}

async function* jsonOf<Row>(_: unknown, pages: AsyncIterable<Row[]>): AsyncGenerator<Uint8Array, void> {
  let isFirst = true
  for await (const page of pages) {
    if (!page.length) continue
    yield Buffer.from(`${isFirst ? '[\n' : ',\n'}${page.map(row => JSON.stringify(row)).join(',\n')}`)
    isFirst = false
  }
  yield Buffer.from(isFirst ? '[]\n' : '\n]\n')
}

async function* workbookOf<Row>(
  { sheet, columns, cells, zone }: Table<Row>,
  pages: AsyncIterable<Row[]>,
): AsyncGenerator<Uint8Array, void> {
  const rows = async function* () {
    for await (const page of pages) yield page.map(cells)
  }
  yield* longWorkbookApart({ name: sheet, columns, zone }, rows())
}
