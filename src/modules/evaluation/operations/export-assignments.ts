import { sql } from 'kysely'
import { z } from 'zod'
import { everyPage, flowSize, pageOf } from '../../../platform/database/keyset.ts'
import { zones } from '../../../platform/i18n/format.ts'
import { operation } from '../../../platform/operation/operation.ts'
import { tableFile } from '../../../platform/spreadsheets/table-file.ts'
import type { Column } from '../../../platform/spreadsheets/write.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { Download, id } from '../../../platform/values/shapes.ts'
import { questionnaireWords } from '../../questionnaires/words.ts'
import { assignmentColumns, assignmentFrom, readable } from '../queries/assignments.ts'
import { findCycle } from '../queries/cycles.ts'
import { isNever } from '../rules/phase.ts'
import { AssignmentQuery } from '../schema.ts'
import { evaluationWords } from '../words.ts'
import { filtered } from './assignments.ts'

export const exportAssignments = operation({
  name: 'cycles.export',
  summary:
    'The list of responses of a cycle as CSV or XLSX, with the same filters as the list; scores and recommendations only where you may see the answers',
  power: 'assignment.read',
  reads: 'stream',
  input: AssignmentQuery.extend({ id, format: z.enum(['csv', 'xlsx']).default('csv') }),
  output: Download,
  example: { id: example.cycle, format: 'csv' },
  async run(context, { id, format, ...filter }) {
    const cycle = await findCycle(context, id)
    const query = filtered(context, { ...filter, cycle: id })
      .select(assignmentColumns(context))
      .select([
        sql<number | null>`case when ${readable(context)} then t.maturity end`.as('maturity'),
        sql<string | null>`case when ${readable(context)} then t.recommendation end`.as('recommendation'),
      ])
    const pages = everyPage(after => pageOf(query, byOffice, sql<string>`t.id`, after ? { after } : {}, flowSize))
    const w = evaluationWords[context.locale]
    const cells = (row: Awaited<ReturnType<typeof query.execute>>[number]) => {
      const { state, late, dueOn, phase } = assignmentFrom(context, row)
      return [
        row.officeCode,
        row.officeName,
        w.sides[row.side],
        row.partnerName ?? row.partnerNames,
        row.kpuNumber,
        row.agreementTitle,
        isNever({ state, phase }) ? w.filters.never : w.states[state],
        late ? w.yes : w.no,
        dueOn,
        row.submittedAt,
        row.score,
        row.maturity,
        row.recommendation && (questionnaireWords[context.locale].recommendations[row.recommendation as 'continue'] ?? row.recommendation),
      ]
    }
    const zone = format === 'xlsx' ? ` (${zones[context.actor.zone]})` : '' // CSV tells instants in UTC
    const columns = Object.values(w.columns).map((header, at): Column => {
      const kind = kinds[at] ?? 'text'
      return { header: kind === 'instant' ? header + zone : header, kind }
    })
    const name = cycle.name.replace(/[^\p{L}\p{N}]+/gu, '-').toLowerCase()
    return tableFile(format, { name, sheet: cycle.name, columns, cells, zone: context.actor.zone }, pages)
  },
})

const byOffice = { name: 'office', column: sql`o.code`, type: 'text' as const, descending: false }
const kinds: Record<number, Column['kind']> = { 8: 'day', 9: 'instant', 10: 'number', 11: 'number' }
