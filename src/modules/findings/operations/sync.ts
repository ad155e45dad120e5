import { sql } from 'kysely'
import { record } from '../../../platform/audit/record.ts'
import { takeNumbers } from '../../../platform/database/number-series.ts'
import { type Context, newId } from '../../../platform/operation/operation.ts'
import { categoryOf, isProblem } from '../rules.ts'
import type { FoundRow, Kind } from '../schema.ts'
import { numberOf } from './write.ts'

/**
 * Takes in what sources of one kind of subject (forms of an evaluation) say, as often as wanted: each key of a source is one finding. A new
 * key gets a number, a changed text replaces the old one (which the history keeps), and one that `dismissObsolete` had closed is open
 * again.
 * The caller has asked for permission in its own operation; all rows of one call may be of several sources.
 * @returns how many findings are new, and how many changed
 */
export async function syncFindings(context: Context, kind: string, rows: readonly FoundRow[]): Promise<{ added: number; changed: number }> {
  if (!rows.length) return { added: 0, changed: 0 }
  const year = context.clock.today().slice(0, 4)
  await takeNumbers(context, `TM-${year}`, 0)
  const sources = [...new Set(rows.map(({ sourceId }) => sourceId))]
  await lockSources(context, kind, sources)
  const known = await knownOf(context, kind, sources)
  const fresh = rows.filter(row => !known.has(keyOf(row)))
  const changed = rows.flatMap(row => {
    const old = known.get(keyOf(row))
    return old &&
      (old.text !== row.text ||
        old.category !== categoryOf(row.category) ||
        old.kind !== row.kind ||
        (old.dismissed_at && !old.dismissed_by))
      ? [{ old, row }]
      : []
  })
  if (fresh.length) await insert(context, kind, fresh, year)
  for (const { old, row } of changed) {
    const after = { text: row.text, kind: row.kind, category: categoryOf(row.category) }
    const authored = old.text === row.text ? {} : { created_by: row.authorId }
    const reopened = old.dismissed_by ? {} : { dismissed_at: null, dismissed_reason: null }
    await context.db
      .updateTable('finding')
      .set({ ...after, ...authored, ...reopened, rev: old.rev + 1 })
      .where('id', '=', old.id)
      .execute()
    record(context, { kind: 'finding', id: old.id, reach: [old.path] }, { text: old.text, kind: old.kind, category: old.category }, after)
  }
  return { added: fresh.length, changed: changed.length }
}

/**
 * Closes the findings of some sources whose keys are no longer said there, because an answer was changed before it was submitted;
 * `said` has the keys by source. What already has a follow-up, or was set aside by a person, stays as it is.
 * @returns how many were closed
 */
export async function dismissObsolete(context: Context, kind: string, said: ReadonlyMap<string, readonly string[]>): Promise<number> {
  if (!said.size) return 0
  await lockSources(context, kind, [...said.keys()])
  const sources = [...said].map(([source, keys]) => ({ source, keys }))
  const { rows } = await sql<{ id: string; kind: Kind; path: string }>`
    update finding t set rev = t.rev + 1, dismissed_at = ${context.clock.now()}, dismissed_by = null, dismissed_reason = ${goneReason}
    from office_card o, jsonb_to_recordset(${JSON.stringify(sources)}::jsonb) as s (source uuid, keys text[])
    where o.id = t.office_id and t.source_kind = ${kind} and t.source_id = s.source and t.dismissed_at is null
      and t.source_key <> all (s.keys) and not exists (select from finding_follow_up l where l.finding_id = t.id)
    returning t.id, t.kind, o.path::text as path`.execute(context.db)
  for (const { id, kind, path } of rows)
    record(
      context,
      { kind: 'finding', id, reach: [path] },
      { status: isProblem(kind) ? 'open' : 'noted' },
      { status: 'dismissed', reason: goneReason },
    )
  return rows.length
}

/** In the language of the records themselves. */
const goneReason = 'Jawabannya diubah sebelum evaluasi dikirim.'

/** Whoever plans, sets aside or takes up one of these findings comes before or after, and what they did is read by later statements. */
const lockSources = ({ db }: Context, kind: string, sourceIds: string[]) =>
  db
    .selectFrom('finding')
    .select('id')
    .where('source_kind', '=', kind)
    .where('source_id', 'in', sourceIds)
    .orderBy('id')
    .forUpdate()
    .execute()

async function knownOf({ db }: Context, kind: string, sourceIds: string[]) {
  const rows = await db
    .selectFrom('finding as t')
    .innerJoin('office_card as o', 'o.id', 't.office_id')
    .where('t.source_kind', '=', kind)
    .where('t.source_id', 'in', sourceIds)
    .select([
      't.id',
      't.source_id as sourceId',
      't.source_key as sourceKey',
      't.text',
      't.rev',
      't.kind',
      't.category',
      't.dismissed_at',
      't.dismissed_by',
      sql<string>`o.path::text`.as('path'),
    ])
    .execute()
  return new Map(rows.map(row => [keyOf(row), row]))
}

const keyOf = ({ sourceId, sourceKey }: { sourceId: string | null; sourceKey: string | null }): string => `${sourceId}/${sourceKey}`

async function insert(context: Context, sourceKind: string, rows: readonly FoundRow[], year: string): Promise<void> {
  const first = await takeNumbers(context, `TM-${year}`, rows.length)
  const made = rows.map((row, at) => ({
    id: newId(),
    number: numberOf(year, first + at),
    kind: row.kind,
    category: categoryOf(row.category),
    text: row.text,
    office_id: row.officeId,
    partner_id: row.partnerId,
    agreement_id: row.agreementId,
    obligation_id: row.obligationId,
    side: row.side,
    source_kind: sourceKind,
    source_id: row.sourceId,
    source_key: row.sourceKey,
    cycle_id: row.cycleId,
    question: row.question && sql`${JSON.stringify(row.question)}::jsonb`,
    created_by: row.authorId,
    created_at: context.clock.now(),
  }))
  await context.db.insertInto('finding').values(made).execute()
  const offices = await context.db
    .selectFrom('office_card')
    .select(['id', sql<string>`path::text`.as('path')])
    .where('id', 'in', [...new Set(rows.map(({ officeId }) => officeId))])
    .execute()
  const paths = new Map(offices.map(({ id, path }) => [id, path]))
  for (const [at, { id, number, kind, text, office_id }] of made.entries())
    record(context, { kind: 'finding', id, reach: [paths.get(office_id)!] }, null, { number, kind, text, author: rows[at]!.author })
}
