import type { Context } from '../../../platform/operation/operation.ts'
import { Refusal } from '../../../platform/refusals/refusal.ts'
import { countInReach, type Likeness, namedAgreements, sameAgreements, sameInTurn } from '../queries/same.ts'
import { refusals } from '../words/refusals.ts'
import type { NewAgreement } from './insert.ts'

type ComparedAgreement = Pick<NewAgreement, 'title' | 'signedOn' | 'startsOn' | 'parties'>
const mostShown = 5

/**
 * Refuses what would stand in the register twice, unless whoever records it has said that it is another agreement (`evenSo`). Those in
 * reach are named; of the others only that there are some. A change is asked only about those that it was not the same as before.
 * @throws Refusal `conflict`, with the agreements under `existing`
 */
export async function refuseSame(
  context: Context,
  told: ComparedAgreement,
  evenSo: boolean,
  before?: { id: string; told: ComparedAgreement },
): Promise<void> {
  const found = await sameInTurn(context, likenessOf(told))
  // No turn is taken for what it was: of two who exchange their numbers each would wait for the other.
  const known = before && found.length ? [before.id, ...(await sameAgreements(context, likenessOf(before.told)))] : []
  const same = found.filter(id => !known.includes(id))
  if (!same.length || evenSo) return
  const existing = await namedAgreements(context, same, mostShown)
  const elsewhere = (await countInReach(context, same)) < same.length
  throw new Refusal('conflict', said(existing.length > 0, elsewhere), { evenSo: [ask] }, existing)
}

const likenessOf = ({ title, signedOn, startsOn, parties }: ComparedAgreement): Likeness => ({
  numbers: parties.flatMap(({ side, number }) => (side === 'kpu' && number ? [number] : [])),
  partnerIds: parties.flatMap(({ partnerId }) => partnerId ?? []),
  title,
  signedOn,
  startsOn,
})

function said(shown: boolean, elsewhere: boolean) {
  if (!shown) return refusals.sameElsewhere
  return elsewhere ? refusals.sameRecordedElsewhere : refusals.sameRecorded
}

const ask = refusals.looksRecorded
