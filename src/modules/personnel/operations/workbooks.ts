import { z } from 'zod'
import { operation } from '../../../platform/operation/operation.ts'
import { forbidden } from '../../../platform/refusals/refusal.ts'
import { tableFile } from '../../../platform/spreadsheets/table-file.ts'
import { type Column, type SheetToWrite, writeWorkbook } from '../../../platform/spreadsheets/write.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { fileOf } from '../../../platform/values/file-answer.ts'
import { Download, id } from '../../../platform/values/shapes.ts'
import { findBatch } from '../../imports/queries/batches.ts'
import { rowsWithProblems } from '../../imports/queries/rows.ts'
import { reasonHeaders } from '../../imports/rules/reasons.ts'
import { cellsOfPerson, correctedRow } from '../rules/person-rows.ts'
import { templateColumns } from '../rules/template.ts'
import type { PersonBatchRow } from '../schema.ts'
import { problemText, words } from '../words.ts'

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const personTemplate = operation({
  name: 'person-imports.template',
  summary: 'A workbook with the columns of a register of officials and two example rows, and a sheet that explains each column',
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
      rows: templateColumns.map(({ header, required, how, examples }) => [header, required ? 'ya' : 'tidak', how, examples[0]]),
    }
    const rows = [0, 1].map(at => templateColumns.map(({ examples }) => examples[at]!))
    return fileOf('contoh-impor-orang.xlsx', type, await writeWorkbook([{ name: 'Daftar', columns, rows }, explained]))
  },
})

export const personProblemRows = operation({
  name: 'person-imports.problems',
  summary: 'The rows of an import of persons that need attention as a workbook, each with its reasons: to correct there and bring in again',
  power: 'person.write',
  reads: 'stream',
  input: z.object({ id }),
  output: Download,
  example: { id: example.personBatch },
  async run(context, { id }) {
    const batch = await findBatch(context, id, 'persons')
    const w = words[context.locale]
    const headers = batch.headers.filter(header => !reasonHeaders.includes(header))
    const [cellsOf, read] = [correctedRow(headers), cellsOfPerson(headers)]
    const cells = (row: PersonBatchRow) => {
      const reasons = row.problems.map(problem => problemText(w, problem, row.judged, read(row), context.locale))
      return [...cellsOf(row), w.rowNumber(row), reasons.join('\n')]
    }
    const columns = [...headers, ...reasonHeaders].map((header, i): Column => ({ header, width: i > headers.length ? 80 : 24 }))
    const name = `${batch.name.replace(/\.\w{1,5}$/, '')}-perlu-diperiksa`
    const rows = rowsWithProblems<PersonBatchRow>(context, id, 'persons')
    return tableFile('xlsx', { name, sheet: 'Perlu diperiksa', columns, cells, zone: context.actor.zone }, rows)
  },
})
