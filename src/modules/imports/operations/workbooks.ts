import { z } from 'zod'
import { operation } from '../../../platform/operation/operation.ts'
import { forbidden } from '../../../platform/refusals/refusal.ts'
import type { Cell } from '../../../platform/spreadsheets/cells.ts'
import { tableFile } from '../../../platform/spreadsheets/table-file.ts'
import { type Column, type SheetToWrite, writeWorkbook } from '../../../platform/spreadsheets/write.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { fileOf } from '../../../platform/values/file-answer.ts'
import { Download, id } from '../../../platform/values/shapes.ts'
import { findBatch } from '../queries/batches.ts'
import { rowsWithProblems } from '../queries/rows.ts'
import { reasonHeaders, textOfProblems } from '../rules/reasons.ts'
import { cellsOf } from '../rules/tables.ts'
import { templateColumns } from '../rules/template.ts'
import type { BatchRow } from '../schema/rows.ts'
import { words } from '../words.ts'

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const importTemplate = operation({
  name: 'imports.template',
  summary: 'An empty workbook with the columns that an import knows, and a sheet that explains each with an example',
  power: 'own',
  reads: true,
  input: z.object({}),
  output: Download,
  example: {},
  async run({ actor }) {
    if (actor.kind === 'anonymous') throw forbidden()
    const columns = templateColumns.map(({ header, kind = 'text' }): Column => ({ header, width: 24, kind }))
    const explained: SheetToWrite = {
      name: 'Petunjuk',
      columns: [
        { header: 'Kolom', width: 30 },
        { header: 'Harus diisi', width: 14 },
        { header: 'Cara mengisi', width: 70 },
        { header: 'Contoh', width: 40 },
      ],
      rows: templateColumns.map(({ header, required, how, example }) => [header, required ? 'ya' : 'tidak', how, example]),
    }
    return fileOf('contoh-impor-perjanjian.xlsx', type, await writeWorkbook([{ name: 'Daftar', columns, rows: [] }, explained]))
  },
})

export const problemRows = operation({
  name: 'imports.problems',
  summary: 'The rows of an import that need attention as a workbook, each with its reasons: to correct there and bring in again',
  power: 'agreement.import',
  reads: 'stream',
  input: z.object({ id }),
  output: Download,
  example: { id: example.batch },
  async run(context, { id }) {
    const batch = await findBatch(context, id)
    const w = words[context.locale]
    const headers = batch.headers.filter(header => !reasonHeaders.includes(header))
    const cells = (row: BatchRow) => {
      const typed = new Map(Object.entries(row.correction).map(([field, text]) => [batch.headers[batch.mapping[field] ?? -1], text]))
      const original = cellsOf(headers, row.original).map((cell, i) => typed.get(headers[i]!) ?? cell)
      return [...original, w.rowNumber(row), textOfProblems(row, w)] as Cell[]
    }
    const columns = [...headers, ...reasonHeaders].map((header, i): Column => ({ header, width: i > headers.length ? 80 : 24 }))
    const name = `${batch.name.replace(/\.\w{1,5}$/, '')}-perlu-diperiksa`
    return tableFile('xlsx', { name, sheet: 'Perlu diperiksa', columns, cells, zone: context.actor.zone }, rowsWithProblems(context, id))
  },
})
