import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../operation/operation.ts'

/** From what to what, field by field. */
export type Changes = { [field: string]: [unknown, unknown] }
/** `operation` where a line says something else than the operation that it ends with. */
export type AuditLine = { kind: string; id: string; reach: string[]; partnerId: string | null; changes: Changes; operation?: string }

/**
 * Notes one change for the audit trail; it is written when the operation ends, in its transaction.
 * @param subject what was changed, and the paths of the offices (and the partner) that may read the line
 */
export function record(
  context: Context,
  subject: { kind: string; id: string; reach?: string[]; partnerId?: string | null },
  before: object | null,
  after: object | null,
): void {
  const changes = difference(before ?? {}, after ?? {})
  context.lines.push({ kind: subject.kind, id: subject.id, reach: subject.reach ?? [], partnerId: subject.partnerId ?? null, changes })
}

/** The fields that differ; absent counts as null. */
export function difference(before: object, after: object): Changes {
  const was = before as Record<string, unknown>
  const is = after as Record<string, unknown>
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])]
  return Object.fromEntries(
    fields.flatMap(field => (same(was[field], is[field]) ? [] : [[field, [was[field] ?? null, is[field] ?? null]]])),
  )
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** Appends what was noted, sealed in order. The chain's head stays locked until the commit, so this comes last. */
export async function flushAudit(context: Context, operation: string): Promise<void> {
  const { actor, clock, door } = context
  for (const [name, lines] of Map.groupBy(context.lines, line => line.operation ?? operation))
    await sql`select append_audit(${clock.now()}, ${actor.personId}::uuid, ${actor.name}, ${door}, ${name}, ${JSON.stringify(lines)}::jsonb)`.execute(
      context.db,
    )
}

/** Whether a person has done anything that the trail tells of. */
export const hasActed = (person: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`exists (select from audit_event e where e.person_id = ${person})`
