import { sql } from 'kysely'
import { z } from 'zod'
import { example } from '../../../platform/example-ids.ts'
import { zones } from '../../../platform/i18n/format.ts'
import { operation } from '../../../platform/operation.ts'
import { Download, id } from '../../../platform/shapes.ts'
import { writeCsv } from '../../../platform/spreadsheets/csv.ts'
import { type Column, writeWorkbook } from '../../../platform/spreadsheets/write.ts'
import { assignmentColumns, assignmentFrom, readable } from '../queries/assignments.ts'
import { findCycle } from '../queries/cycles.ts'
import { evaluationWords } from '../words.ts'
import { AssignmentQuery, filtered } from './assignments.ts'

export const exportAssignments = operation({
  name: 'cycles.export',
  summary:
    'The list of responses of a cycle as CSV or XLSX, with the same filters as the list; scores and recommendations only where you may see the answers',
  power: 'assignment.read',
  reads: true,
  limit: 'long',
  input: AssignmentQuery.extend({ id, format: z.enum(['csv', 'xlsx']).default('csv') }),
  output: Download,
  example: { id: example.cycle, format: 'csv' },
  async run(context, { id, format, ...filter }) {
    const cycle = await findCycle(context, id)
    const found = await filtered(context, { ...filter, cycle: id })
      .select(assignmentColumns(context))
      .select([
        sql<number | null>`case when ${readable(context)} then t.maturity end`.as('maturity'),
        sql<string | null>`case when ${readable(context)} then t.recommendation end`.as('recommendation'),
      ])
      .orderBy('o.code')
      .orderBy('t.id')
      .limit(100_000)
      .execute()
    const w = evaluationWords[context.locale]
    const rows = found.map(row => {
      const { state, late, dueOn } = assignmentFrom(context, row)
      return [
        row.officeCode,
        row.officeName,
        w.sides[row.side],
        row.partnerName ?? row.partnerNames,
        row.kpuNumber,
        row.agreementTitle,
        w.states[state],
        late ? w.yes : w.no,
        dueOn,
        row.submittedAt,
        row.score,
        row.maturity,
        row.recommendation && (w.recommendations[row.recommendation as 'continue'] ?? row.recommendation),
      ]
    })
    const headers = Object.values(w.columns)
    const kinds: Record<number, Column['kind']> = { 8: 'day', 9: 'instant', 10: 'number', 11: 'number' }
    const name = `${cycle.name.replace(/[^\p{L}\p{N}]+/gu, '-').toLowerCase()}.${format}`
    if (format === 'csv') return { name, type: 'text/csv; charset=utf-8', bytes: new Uint8Array(Buffer.from(writeCsv(headers, rows))) }
    const columns = headers.map(
      (header, at): Column => ({ header: at === 9 ? `${header} (${zones[context.actor.zone]})` : header, kind: kinds[at] ?? 'text' }),
    )
    return {
      name,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: await writeWorkbook([{ name: cycle.name, columns, rows }], context.actor.zone),
    }
  },
})
