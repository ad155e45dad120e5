import { sql } from 'kysely'
import { type Context, newId } from '../../../platform/operation.ts'
import { insertAgreements, type NewAgreement, type NewParty } from '../../agreements/operations/insert.ts'
import { insertPartners } from '../../partners/operations/write.ts'
import { mayDraft } from '../rules/drafts.ts'
import { foldNumber } from '../rules/numbers.ts'
import type { Batch, JudgedRow } from '../schema.ts'
import { type Offices, updateAgreements } from './updating.ts'

type Row = { id: string; row_number: number; outcome: string; decision: 'draft' | 'skip' | null; judged: JudgedRow }
type Applied = { id: string; as: 'created' | 'updated' | 'draft' | 'duplicate' | 'skipped'; agreementId: string | null }

/**
 * Records the next rows of a batch and marks them, all in this transaction: a row that is marked is recorded, once.
 * @returns how many rows are left
 */
export async function applyRows(context: Context, batch: Batch, most: number): Promise<number> {
  const rows = (await context.db
    .selectFrom('import_row')
    .select(['id', 'row_number', 'outcome', 'decision', 'judged'])
    .where('batch_id', '=', batch.id)
    .where('applied_at', 'is', null)
    .orderBy('row_number')
    .limit(most)
    .execute()) as Row[]
  if (!rows.length) {
    await finish(context, batch)
    return 0
  }
  const offices: Offices = new Map(
    (
      await context.db
        .selectFrom('office')
        .select(['code', 'id', sql<string>`path::text`.as('path')])
        .where('kind', 'in', ['national', 'province', 'regency'])
        .execute()
    ).map(row => [row.code, row]),
  )
  const taken = await keysOf(context, rows)
  const fresh = rows.filter(
    ({ outcome, decision, judged }) =>
      (outcome === 'ready' && !taken.has(judged.key!)) || (outcome === 'attention' && decision === 'draft' && mayDraft(judged)),
  )
  const made = await recordRows(context, batch, fresh, offices)
  for (const [key, id] of made.keys) taken.set(key, id)
  const applied: Applied[] = []
  for (const row of rows) {
    const { key } = row.judged
    const created = made.ids.get(row.id)
    if (created) applied.push({ id: row.id, as: row.outcome === 'ready' ? 'created' : 'draft', agreementId: created })
    else if (row.outcome === 'update' && key && taken.has(key)) applied.push({ id: row.id, as: 'updated', agreementId: taken.get(key)! })
    else if (row.outcome === 'attention') applied.push({ id: row.id, as: 'skipped', agreementId: null })
    else applied.push({ id: row.id, as: 'duplicate', agreementId: (key && taken.get(key)) || null })
  }
  await updateAgreements(
    context,
    applied.flatMap((row, at) => (row.as === 'updated' ? [{ id: row.agreementId!, judged: rows[at]!.judged }] : [])),
    offices,
  )
  await sql`update import_row r set applied_at = ${context.clock.now()}, applied_as = n."as", agreement_id = n."agreementId"
    from jsonb_to_recordset(${JSON.stringify(applied)}::jsonb) as n (id uuid, "as" text, "agreementId" uuid) where r.id = n.id`.execute(
    context.db,
  )
  await context.db
    .updateTable('import_batch')
    .set(eb => ({ done: eb('done', '+', rows.length) }))
    .where('id', '=', batch.id)
    .execute()
  const { left } = await context.db
    .selectFrom('import_row')
    .select(eb => eb.fn.countAll<number>().as('left'))
    .where('batch_id', '=', batch.id)
    .where('applied_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (!left) await finish(context, batch)
  return left
}

/** After a large import the planner is told at once: an embedded database never looks by itself, and PostgreSQL only after a while. */
async function finish(context: Context, batch: Batch): Promise<void> {
  await linkParents(context, batch.id)
  if (batch.total >= 500) await sql`analyze partner, agreement, agreement_party, agreement_scope, import_row`.execute(context.db)
}

/** Agreements of the register that the keys of these rows already belong to. */
async function keysOf({ db }: Context, rows: readonly Row[]): Promise<Map<string, string>> {
  const keys = rows.flatMap(({ judged }) => (judged.key ? [judged.key] : []))
  const found = await db.selectFrom('import_key').select(['key', 'agreement_id']).where(sql<boolean>`key = any (${keys}::text[])`).execute()
  const known = new Map(found.map(row => [row.key, row.agreement_id]))
  for (const { judged } of rows)
    if (judged.key && judged.duplicateOf && 'agreementId' in judged.duplicateOf) known.set(judged.key, judged.duplicateOf.agreementId)
  return known
}

/** New partners, then new agreements with their keys, in a few statements. */
async function recordRows(context: Context, batch: Batch, rows: readonly Row[], offices: Offices) {
  const named = rows.filter(({ judged }) => judged.partner !== null)
  const partners = await insertPartners(
    context,
    named.map(({ judged }) => ({
      name: judged.partner!,
      class: judged.partnerClass ?? 'other',
      officeId: offices.get(judged.office!)?.id ?? batch.office.id,
      officePath: offices.get(judged.office!)?.path ?? batch.office.path,
    })),
  )
  const partnerOf = new Map(named.map((row, at) => [row.id, partners[at]!.id]))
  const drafts = rows.map(row => agreementFrom(context, row, offices.get(row.judged.office!)!.id, partnerOf.get(row.id) ?? null))
  const ids = await insertAgreements(context, drafts)
  const keys = rows.flatMap((row, at) => (row.outcome === 'ready' ? [[row.judged.key!, ids[at]!] as const] : []))
  await sql`insert into import_key (key, agreement_id) select key, id from jsonb_to_recordset(${JSON.stringify(keys.map(([key, id]) => ({ key, id })))}::jsonb) as r (key text, id uuid)`.execute(
    context.db,
  )
  return { ids: new Map(rows.map((row, at) => [row.id, ids[at]!])), keys }
}

function agreementFrom(context: Context, { judged, outcome }: Row, officeId: string, partnerId: string | null): NewAgreement {
  const today = context.clock.today(context.actor.zone)
  const ends = judged.endsOn !== null && judged.startsOn !== null && judged.endsOn < judged.startsOn ? null : judged.endsOn
  return {
    id: newId(),
    kind: judged.kind!,
    title: judged.title ?? '–',
    parentId: null,
    officeId,
    stage: outcome === 'ready' ? 'signed' : 'draft',
    signedOn: judged.signedOn,
    startsOn: judged.startsOn,
    endsOn: ends,
    place: null,
    openness: judged.openness?.public === false ? 'excluded' : 'public',
    exclusionReason: judged.openness?.public === false ? (judged.openness.reason ?? '–') : null,
    sourceAt: judged.submittedAt,
    parties: partiesOf(judged, officeId, partnerId),
    scope: judged.scope,
    events: [{ kind: 'imported', on: today, note: [judged.obstacles, judged.advice].filter(Boolean).join('\n') || null }],
  }
}

function partiesOf(judged: JudgedRow, officeId: string, partnerId: string | null): NewParty[] {
  const party = { authority: null }
  const kpu: NewParty = {
    ...party,
    side: 'kpu',
    officeId,
    partnerId: null,
    number: judged.kpuNumber,
    signatory: judged.kpuSignatory.name,
    signatoryPosition: judged.kpuSignatory.position,
  }
  if (!partnerId) return [kpu]
  return [
    kpu,
    {
      ...party,
      side: 'partner',
      officeId: null,
      partnerId,
      number: judged.partnerNumber,
      signatory: judged.partnerSignatory.name,
      signatoryPosition: judged.partnerSignatory.position,
    },
  ]
}

/** A row may name a parent that stands further down: so parents are found when all rows are recorded. */
async function linkParents(context: Context, batchId: string): Promise<void> {
  const { rows } = await sql<{ id: string; number: string }>`
    select r.agreement_id as id, r.judged ->> 'parentNumber' as number from import_row r join agreement a on a.id = r.agreement_id
    where r.batch_id = ${batchId} and a.parent_id is null and r.judged ->> 'parentNumber' is not null and r.applied_as in ('created', 'draft', 'updated')`.execute(
    context.db,
  )
  if (!rows.length) return
  const wanted = new Set(rows.map(row => foldNumber(row.number)))
  const numbers = await context.db
    .selectFrom('agreement_party')
    .select(['agreement_id', 'number'])
    .where('side', '=', 'kpu')
    .where('number', 'is not', null)
    .execute()
  const parents = new Map(
    numbers.filter(row => wanted.has(foldNumber(row.number!))).map(row => [foldNumber(row.number!), row.agreement_id]),
  )
  const links = rows.flatMap(row => {
    const parent = parents.get(foldNumber(row.number))
    return parent && parent !== row.id ? [{ id: row.id, parent }] : []
  })
  await sql`update agreement a set parent_id = n.parent from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as n (id uuid, parent uuid) where a.id = n.id`.execute(
    context.db,
  )
}
