import { sql } from 'kysely'
import { type Context, newId } from '../../../platform/operation/operation.ts'
import { endsBeforeStart } from '../../../platform/reading/days.ts'
import { insertAgreements, type NewAgreement, type NewParty } from '../../agreements/operations/insert.ts'
import { insertPartners } from '../../partners/operations/write.ts'
import { officeKey, type RowToApply } from '../queries/same.ts'
import type { Batch } from '../schema/batches.ts'
import type { FurtherPartner, JudgedRow } from '../schema/rows.ts'
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
  const partners = await partnersOf(context, batch.office, rows, offices)
  const drafts = rows.map(row => agreementFrom(context, row, offices, partners.get(row.id)!))
  const ids = await insertAgreements(context, drafts)
  const keys = rows.flatMap((row, at) => (row.outcome === 'ready' ? [{ key: officeKey(row.judged), id: ids[at]! }] : []))
  await writeKeys(context, keys, strayKeys)
  return new Map(rows.map((row, at) => [row.id, ids[at]!]))
}

type Named = { id: string; judged: JudgedRow }

/**
 * For each row its partners in their order: those that it was judged to mean, whatever they are called by now; else those of that name,
 * added when there are none.
 */
export async function partnersOf(
  context: Context,
  officeOfBatch: Batch['office'],
  rows: readonly Named[],
  offices: Offices,
): Promise<Map<string, string[]>> {
  const parties = rows.flatMap(({ id, judged }) => partiesIn(judged).map(party => ({ row: id, judged, ...party })))
  const named = parties.filter(({ partnerId }) => partnerId === null)
  const found = await insertPartners(
    context,
    named.map(({ judged, partner, partnerClass }) => ({
      name: partner,
      class: partnerClass ?? 'other',
      officeId: offices.get(judged.office!)?.id ?? officeOfBatch.id,
      officePath: offices.get(judged.office!)?.path ?? officeOfBatch.path,
    })),
  )
  const added = new Map(named.map((party, at) => [party, found[at]!.id]))
  const byRow = Map.groupBy(parties, ({ row }) => row)
  return new Map(rows.map(({ id }) => [id, (byRow.get(id) ?? []).map(party => party.partnerId ?? added.get(party)!)]))
}

const partiesIn = (judged: JudgedRow) => [
  ...(judged.partner === null ? [] : [{ partner: judged.partner, partnerId: judged.partnerId, partnerClass: judged.partnerClass }]),
  ...judged.furtherPartners.map(({ partner, partnerId, partnerClass }) => ({ partner: partner!, partnerId, partnerClass })),
]

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

function agreementFrom(context: Context, { judged, outcome }: RowToApply, offices: Offices, partnerIds: readonly string[]): NewAgreement {
  const officeId = offices.get(judged.office!)!.id
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
    ...opennessOf(judged.openness),
    sourceAt: judged.submittedAt,
    parties: partiesOf(judged, offices, partnerIds),
    scope: judged.scope,
    events: [{ kind: 'imported', on: today, note: [judged.obstacles, judged.advice].filter(Boolean).join('\n') || null }],
  }
}

/** As the register keeps it. */
export const opennessOf = ({
  public: open,
  onRequest,
  reason,
}: JudgedRow['openness']): Pick<NewAgreement, 'openness' | 'exclusionReason'> =>
  open || onRequest
    ? { openness: open ? 'public' : 'on_request', exclusionReason: null }
    : { openness: 'excluded', exclusionReason: reason ?? '–' }

function partiesOf(judged: JudgedRow, offices: Offices, partnerIds: readonly string[]): NewParty[] {
  const kpu = [{ office: judged.office, number: judged.kpuNumber, signatory: judged.kpuSignatory }, ...judged.furtherOffices]
  const partners = [{ number: judged.partnerNumber, signatory: judged.partnerSignatory }, ...judged.furtherPartners]
  return [
    ...kpu.flatMap(({ office, ...said }) => {
      const found = offices.get(office!)
      return found ? [partyOf('kpu', { officeId: found.id }, said)] : []
    }),
    ...partnerIds.map((partnerId, at) => partyOf('partner', { partnerId }, partners[at]!)),
  ]
}

export const partyOf = (
  side: NewParty['side'],
  { officeId = null, partnerId = null }: Partial<Pick<NewParty, 'officeId' | 'partnerId'>>,
  { number, signatory }: Pick<FurtherPartner, 'number' | 'signatory'>,
): NewParty => ({
  side,
  officeId,
  partnerId,
  number,
  signatory: signatory.name,
  signatoryPosition: signatory.position,
  authority: null,
})
