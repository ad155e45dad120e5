import { z } from 'zod'
import { authorize, nationally } from '../../platform/authority/reach.ts'
import { pageSize } from '../../platform/database/keyset.ts'
import { operation } from '../../platform/operation/operation.ts'
import { recordedAs } from '../../platform/subject/subject.ts'
import { example } from '../../platform/values/example-ids.ts'
import { line, whole } from '../../platform/values/shapes.ts'
import { filtered, lineColumns, named, revisionsOfLine, verifyChain, visible } from './queries.ts'
import { AuditFilter, AuditLine, HistoryLine, LineNumber, Verification } from './schema.ts'

export const listAudit = operation({
  name: 'audit.list',
  summary: 'The audit trail of the offices in your reach, latest first',
  power: 'audit.read',
  reads: true,
  input: AuditFilter,
  output: z.object({ lines: z.array(AuditLine), next: LineNumber.nullable(), previous: LineNumber.nullable() }),
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
    return {
      lines: await named(context, lines),
      next: back || more ? (lines.at(-1)?.id ?? null) : null,
      previous: (back ? more : after !== undefined) ? (lines[0]?.id ?? null) : null,
    }
  },
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
