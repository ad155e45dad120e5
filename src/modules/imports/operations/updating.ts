import { covers, reachOf } from '../../../platform/authority/reach.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { endsBeforeStart } from '../../../platform/reading/days.ts'
import { type CurrentRecord, lockRecords } from '../../agreements/operations/current.ts'
import { type NewParty, writeEvents } from '../../agreements/operations/insert.ts'
import { type Rewriting, rewriteAgreements } from '../../agreements/operations/rewrite.ts'
import { differences, type KnownValues } from '../rules/changes.ts'
import type { Batch } from '../schema/batches.ts'
import type { Problem } from '../schema/codes.ts'
import type { FurtherOffice, FurtherPartner, JudgedRow, Values } from '../schema/rows.ts'
import { opennessOf, partnersOf, partyOf } from './recording.ts'

/** By code. */
export type Offices = Map<string, { id: string; path: string }>
export type Update = { row: string; id: string; judged: JudgedRow }

/**
 * Takes over what later rows say of agreements, and nothing else; the history keeps what stood there.
 * @returns the rows that were not taken over, and why
 */
export async function updateAgreements(
  context: Context,
  batch: Batch,
  updates: readonly Update[],
  offices: Offices,
): Promise<Map<string, Problem>> {
  const refused = new Map<string, Problem>()
  for (let left = updates; left.length; ) {
    // Of several rows about one agreement each builds on what the one before it left behind.
    const turn = [...new Map(left.toReversed().map(update => [update.id, update])).values()]
    left = left.filter(update => !turn.includes(update))
    for (const [row, problem] of await updateOnce(context, batch, turn, offices)) refused.set(row, problem)
  }
  const imported = { kind: 'imported', on: context.clock.today(context.actor.zone) } as const
  const taken = updates.filter(({ row }) => !refused.has(row))
  await writeEvents(
    context,
    taken.map(({ id }) => ({ id, events: [imported] })),
  )
  return refused
}

async function updateOnce(context: Context, batch: Batch, updates: readonly Update[], offices: Offices): Promise<[string, Problem][]> {
  const ids = updates.map(({ id }) => id)
  const records = await lockRecords(context, ids)
  const naming = updates.filter(({ judged }) => judged.applies.includes('furtherPartners'))
  const partners = await partnersOf(
    context,
    batch.office,
    naming.map(({ row, judged }) => ({ id: row, judged })),
    offices,
  )
  const paths = new Map([...offices.values()].map(({ id, path }) => [id, path]))
  const own = reachOf(context.actor, 'agreement.import')
  const refused: [string, Problem][] = []
  const rewritings = updates.flatMap(({ row, id, judged }) => {
    const now = records.get(id)
    // Asked of the locked record: it may have gone to another office a moment ago.
    const path = now && paths.get(now.before.office_id)
    if (!now || !path || !covers(own, { path })) {
      refused.push([row, 'register_changed'])
      return []
    }
    if (changedSincePreview(now, judged, offices)) {
      refused.push([row, 'register_changed'])
      return []
    }
    const to = rewriting(now, judged, offices, partners.get(row) ?? [])
    if (!endsBeforeStart(to)) return [{ id, to }]
    refused.push([row, 'ends_before_start'])
    return []
  })
  if (rewritings.length) await rewriteAgreements(context, rewritings)
  return refused
}

/** Whether somebody has changed what the row would write over since it was judged. */
export function changedSincePreview({ before, parties, scope }: CurrentRecord, { applies, changes }: JudgedRow, offices: Offices): boolean {
  const said = (side: 'kpu' | 'partner') => parties.find(party => party.side === side)
  const signatory = (side: 'kpu' | 'partner') => ({ name: said(side)?.signatory ?? null, position: said(side)?.signatory_position ?? null })
  const now = {
    kind: before.kind,
    title: before.title === '–' ? null : before.title,
    signedOn: before.signed_on,
    startsOn: before.starts_on,
    endsOn: before.ends_on,
    openness: {
      public: before.openness === 'public',
      reason: before.exclusion_reason,
      ...(before.openness === 'on_request' && { onRequest: true as const }),
    },
    scope,
    kpuSignatory: signatory('kpu'),
    partnerSignatory: signatory('partner'),
    partnerNumber: said('partner')?.number ?? null,
  }
  const seen = Object.fromEntries(applies.map(name => [name, changes[name]?.[0]])) as KnownValues
  const differ = (side: 'kpu' | 'partner', then: readonly (FurtherOffice | FurtherPartner)[] | undefined) =>
    then !== undefined && inOrder(besideThen(then, offices)) !== inOrder(besideNow(parties, side))
  if (differ('kpu', seen.furtherOffices) || differ('partner', seen.furtherPartners)) return true
  return differences(seen, now as Values).length > 0
}

type Beside = { who: string | null; number: string | null; name: string | null; position: string | null }

/** The parties beside the first of a side as the register has them now, and as it had them when the row was judged. */
const besideNow = (parties: CurrentRecord['parties'], side: 'kpu' | 'partner'): Beside[] =>
  parties
    .filter(party => party.side === side)
    .slice(1)
    .map(({ office_id, partner_id, number, signatory: name, signatory_position: position }) => ({
      who: side === 'kpu' ? office_id : partner_id,
      number,
      name,
      position,
    }))
const besideThen = (seen: readonly (FurtherOffice | FurtherPartner)[], offices: Offices): Beside[] =>
  seen.map(({ number, signatory, ...party }) => ({
    who: 'office' in party ? (offices.get(party.office!)?.id ?? null) : party.partnerId,
    number,
    ...signatory,
  }))
const inOrder = (beside: readonly Beside[]): string =>
  beside
    .map(({ who, number, name, position }) => JSON.stringify([who, number, name, position]))
    .sort()
    .join('\n')

function rewriting(
  { before, parties, scope }: CurrentRecord,
  judged: JudgedRow,
  offices: Offices,
  partnerIds: readonly string[],
): Rewriting {
  const takes = new Set(judged.applies)
  const from = <T>(name: JudgedRow['applies'][number], value: T, old: T): T => (takes.has(name) ? value : old)
  const officeId = from('office', offices.get(judged.office!)?.id ?? before.office_id, before.office_id)
  return {
    kind: from('kind', judged.kind!, before.kind),
    title: from('title', judged.title!, before.title),
    parentId: before.parent_id,
    officeId,
    signedOn: from('signedOn', judged.signedOn, before.signed_on),
    startsOn: from('startsOn', judged.startsOn, before.starts_on),
    endsOn: from('endsOn', judged.endsOn, before.ends_on),
    place: before.place,
    ...from('openness', opennessOf(judged.openness), { openness: before.openness, exclusionReason: before.exclusion_reason }),
    sourceAt: judged.submittedAt ?? before.source_at?.toISOString() ?? null,
    scope: from('scope', judged.scope, scope),
    parties: withFurther(partiesOf({ parties, officeId }, judged, from), judged, offices, partnerIds),
  }
}

/** A row speaks of the first party of each side. */
function partiesOf(
  { parties, officeId }: Pick<CurrentRecord, 'parties'> & { officeId: string },
  judged: JudgedRow,
  from: <T>(name: JudgedRow['applies'][number], value: T, old: T) => T,
): NewParty[] {
  const first = { kpu: parties.find(party => party.side === 'kpu'), partner: parties.find(party => party.side === 'partner') }
  return parties.map(party => {
    const name = party.side === 'kpu' ? 'kpuSignatory' : 'partnerSignatory'
    const own = party === first[party.side] ? judged[name] : null
    return {
      side: party.side,
      officeId: party === first.kpu ? officeId : party.office_id,
      partnerId: party.partner_id,
      authority: party.authority,
      number: party === first.partner ? from('partnerNumber', judged.partnerNumber, party.number) : party.number,
      signatory: own ? from(name, own.name, party.signatory) : party.signatory,
      signatoryPosition: own ? from(name, own.position, party.signatory_position) : party.signatory_position,
    }
  })
}

/** What the row says of the other parties, and those that only it names. */
function withFurther(parties: NewParty[], judged: JudgedRow, offices: Offices, partnerIds: readonly string[]): NewParty[] {
  const offset = partnerIds.length - judged.furtherPartners.length
  const partners = judged.furtherPartners.map((said, at) => partyOf('partner', { partnerId: partnerIds[offset + at]! }, said))
  const further = judged.furtherOffices.flatMap(({ office, ...said }) => {
    const found = offices.get(office!)
    return found ? [partyOf('kpu', { officeId: found.id }, said)] : []
  })
  const told = [
    ...(judged.applies.includes('furtherOffices') ? further : []),
    ...(judged.applies.includes('furtherPartners') ? partners : []),
  ]
  const isSame = (one: NewParty) => (other: NewParty) => one.officeId === other.officeId && one.partnerId === other.partnerId
  return [
    ...parties.map(party => {
      const said = told.find(isSame(party))
      if (!said) return party
      const signs = said.signatory !== null || said.signatoryPosition !== null
      const { signatory, signatoryPosition } = signs ? said : party
      return { ...party, number: said.number ?? party.number, signatory, signatoryPosition }
    }),
    ...told.filter(said => !parties.some(isSame(said))),
  ]
}
