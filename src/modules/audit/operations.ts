import { z } from 'zod'
import { authorize, nationally, reach } from '../../platform/authority/reach.ts'
import { everyPage, flowSize, pageSize } from '../../platform/database/keyset.ts'
import { type Context, operation } from '../../platform/operation/operation.ts'
import { Format } from '../../platform/spreadsheets/formats.ts'
import { type Table, tableFile } from '../../platform/spreadsheets/table-file.ts'
import { recordedAs } from '../../platform/subject/subject.ts'
import { example } from '../../platform/values/example-ids.ts'
import { Download, line, whole } from '../../platform/values/shapes.ts'
import { countLines, filtered, lineColumns, mostCounted, named, revisionsOfLine, verifyChain, visible } from './queries.ts'
import { changesIn, nameOf } from './rules/telling.ts'
import { AuditFilter, AuditLine, AuditPage, HistoryLine, LineNumber, Verification } from './schema.ts'
import { words } from './words/words.ts'

export const listAudit = operation({
  name: 'audit.list',
  summary: 'The audit trail of the offices in your reach, latest first, with how many lines there are up to 10,000',
  power: 'audit.read',
  reads: true,
  input: AuditFilter,
  output: AuditPage,
  example: { kind: 'person', id: example.person },
  async run(context, filter) {
    const { after, before } = filter
    const back = before !== undefined && after === undefined
    const found = await filtered(context, filter)
      .select(lineColumns)
      .$if(after !== undefined, query => query.where('e.id', '<', after!))
      .$if(back, query => query.where('e.id', '>', before!))
      .orderBy('e.id', back ? 'asc' : 'desc')
      .limit(pageSize + further + 1)
      .execute()
    const taken = found.slice(0, cutAfter(found))
    const lines = back ? taken.reverse() : taken
    const more = found.length > taken.length
    const count = await countLines(context, filter)
    return {
      lines: await named(context, lines),
      total: Math.min(count, mostCounted),
      beyond: count > mostCounted,
      next: back || more ? (lines.at(-1)?.id ?? null) : null,
      previous: (back ? more : after !== undefined) ? (lines[0]?.id ?? null) : null,
    }
  },
})

export const exportAudit = operation({
  name: 'audit.export',
  summary: 'Download exactly what is filtered of the audit trail, latest first: CSV, XLSX or JSON, each changed field in words',
  power: 'audit.read',
  reads: 'stream',
  input: AuditFilter.omit({ after: true, before: true }).extend({ format: Format }),
  output: Download,
  example: { format: 'csv', kind: 'person' },
  async run(context, { format, ...filter }) {
    reach(context, 'audit.read')
    return tableFile(
      format,
      trailTable(context),
      everyPage(async after => {
        const found = await filtered(context, filter)
          .select(lineColumns)
          .$if(after !== undefined, query => query.where('e.id', '<', Number(after)))
          .orderBy('e.id', 'desc')
          .limit(flowSize)
          .execute()
        const last = found.at(-1)
        const rows = (await named(context, found)).map(line => AuditLine.parse(line))
        return { rows, next: found.length === flowSize && last ? String(last.id) : null }
      }),
    )
  },
})

/** In Indonesian whatever the language of the reader, as lists are passed on. */
const w = words.id
const text = (header: string, width = 24) => ({ header, width, kind: 'text' as const })
const trailTable = ({ clock, actor, subjects }: Context): Table<AuditLine> => ({
  name: `jejak-audit-${clock.today(actor.zone)}`,
  sheet: w.title,
  zone: actor.zone,
  columns: [
    { header: w.line, width: 10, kind: 'number' },
    { header: w.time, width: 20, kind: 'instant' },
    text(w.person),
    text(w.operation, 36),
    text(w.kind),
    text(w.subject, 40),
    text(w.changes, 80),
    text(w.door),
  ],
  cells: line => [
    line.id,
    line.at,
    line.person.name,
    line.deed.id.replace(/:$/, ''),
    line.subject.kindNames.id,
    nameOf(line, { locale: 'id' }),
    changesIn(line, { locale: 'id', zone: actor.zone }, subjects.fields)
      .map(({ field, before, after }) => `${field}: ${before === undefined ? '' : `${before} → `}${after ?? ''}`)
      .join('; '),
    w.doors[line.door],
  ],
})

/** What one action wrote stays on one page, up to so many lines more. */
const further = 100
function cutAfter(found: readonly { transaction: string }[]): number {
  const last = found[pageSize - 1]?.transaction
  const next = found.findIndex(({ transaction }, at) => at >= pageSize && transaction !== last)
  return Math.min(next === -1 ? found.length : next, pageSize + further)
}

export const showHistory = operation({
  name: 'audit.history',
  summary: 'Every change of one thing, latest first, with the earlier state of its row',
  power: 'audit.read',
  reads: true,
  input: z.object({ kind: line(60), id: line(60), after: whole.optional() }),
  output: z.object({ lines: z.array(HistoryLine), next: LineNumber.nullable() }),
  example: { kind: 'person', id: example.person },
  async run(context, { kind, id, after }) {
    const found = await visible(context)
      .where('e.subject_kind', 'in', recordedAs(context.subjects, kind))
      .where('e.subject_id', '=', id)
      .$if(after !== undefined, query => query.where('e.id', '<', after!))
      .select(lineColumns)
      .select(revisionsOfLine)
      .orderBy('e.id', 'desc')
      .limit(pageSize + 1)
      .execute()
    const lines = found.slice(0, pageSize)
    return { lines: await named(context, lines), next: found.length > pageSize ? lines.at(-1)!.id : null }
  },
})

export const verifyAudit = operation({
  name: 'audit.verify',
  summary: 'Check that no line of the audit trail was changed, added between or taken out',
  power: 'audit.read',
  reads: true,
  limit: 'long',
  input: z.object({}),
  output: Verification,
  example: {},
  failed: ({ broken }) => broken !== null,
  async run(context) {
    authorize(context, 'audit.read', nationally)
    return verifyChain(context)
  },
})
