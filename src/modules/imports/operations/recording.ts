import { sql } from 'kysely'
import { type Context, newId } from '../../../platform/operation.ts'
import { insertAgreements, type NewAgreement, type NewParty } from '../../agreements/operations/insert.ts'
import { insertPartners } from '../../partners/operations/write.ts'
import { officeKey, type RowToApply } from '../queries/same.ts'
import { endsBeforeStart } from '../rules/days.ts'
import type { Batch, JudgedRow } from '../schema.ts'
import type { Offices } from './updating.ts'

/**
 * New partners, then new agreements with their keys, in a few statements.
 * @returns the agreement of each row, by the row's id
 */
export async function recordRows(
  context: Context,
  batch: Batch,
  rows: readonly RowToApply[],
  offices: Offices,
  strayKeys: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const partnerOf = await partnersOf(context, batch, rows, offices)
  const drafts = rows.map(row => agreementFrom(context, row, offices.get(row.judged.office!)!.id, partnerOf.get(row.id) ?? null))
  const ids = await insertAgreements(context, drafts)
  const keys = rows.flatMap((row, at) => (row.outcome === 'ready' ? [{ key: officeKey(row.judged), id: ids[at]! }] : []))
  await writeKeys(context, keys, strayKeys)
  return new Map(rows.map((row, at) => [row.id, ids[at]!]))
}

/** The partner that a row was judged to mean, whatever it is called by now; else the one of that name, added when there is none. */
async function partnersOf(
  context: Context,
  batch: Batch,
  rows: readonly RowToApply[],
  offices: Offices,
): Promise<Map<string, string | null>> {
  const named = rows.filter(({ judged }) => judged.partner !== null && judged.partnerId === null)
  const found = await insertPartners(
    context,
    named.map(({ judged }) => ({
      name: judged.partner!,
      class: judged.partnerClass ?? 'other',
      officeId: offices.get(judged.office!)?.id ?? batch.office.id,
      officePath: offices.get(judged.office!)?.path ?? batch.office.path,
    })),
  )
  return new Map([...rows.map(row => [row.id, row.judged.partnerId] as const), ...named.map((row, at) => [row.id, found[at]!.id] as const)])
}

/** A key that another import has just taken stops this transaction: the job tries again and finds what that one recorded. */
async function writeKeys({ db }: Context, keys: readonly { key: string; id: string }[], strayKeys: ReadonlySet<string>): Promise<void> {
  const fresh = JSON.stringify(keys.filter(({ key }) => !strayKeys.has(key)))
  await sql`insert into import_key (key, agreement_id) select key, id from jsonb_to_recordset(${fresh}::jsonb) as r (key text, id uuid)`.execute(
    db,
  )
  const moved = keys.filter(({ key }) => strayKeys.has(key))
  if (!moved.length) return
  await sql`update import_key k set agreement_id = r.id from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as r (key text, id uuid) where k.key = r.key`.execute(
    db,
  )
}

function agreementFrom(context: Context, { judged, outcome }: RowToApply, officeId: string, partnerId: string | null): NewAgreement {
  const today = context.clock.today(context.actor.zone)
  const ends = endsBeforeStart(judged) ? null : judged.endsOn
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
