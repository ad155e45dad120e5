import type { Context } from '../../../platform/operation/operation.ts'
import { invalid } from '../../../platform/refusals/refusal.ts'
import { agreementsNamed } from '../../agreements/queries/choices.ts'
import { partnersMeant, partnersNamed } from '../../partners/queries/partners.ts'
import { refusals } from '../words/refusals.ts'

type Given = { agreement: string | null; partner: string | null }

/** The agreement and the partner that were named; of an agreement with one partner alone, that partner is meant. */
export async function aboutWhat(
  context: Context,
  { agreement, partner }: Given,
): Promise<{ agreementId: string | null; partnerId: string | null }> {
  const named = partner ? (await partnersNamed(context, [partner])).get(partner) : null
  if (named === undefined) throw invalid('partner', await partnerUnknown(context, partner!))
  if (!agreement) return { agreementId: null, partnerId: named?.id ?? null }
  const [found, another] = await agreementsNamed(context, agreement)
  if (!found) throw invalid('agreement', refusals.agreementUnknown)
  if (another) throw invalid('agreement', refusals.agreementsSeveral)
  const parties = await partnersOf(context, found.id)
  if (named && !parties.includes(named.id)) throw invalid('partner', refusals.partnerElsewhere)
  return { agreementId: found.id, partnerId: named?.id ?? (parties.length === 1 ? parties[0]! : null) }
}

async function partnerUnknown(context: Context, given: string) {
  const near = await partnersMeant(context, given)
  return near ? refusals.partnerUnknownNear({ near }) : refusals.partnerUnknown
}

async function partnersOf({ db }: Context, agreement: string): Promise<string[]> {
  const found = await db.selectFrom('agreement_card').select('partner_ids').where('id', '=', agreement).executeTakeFirst()
  return found?.partner_ids ?? []
}
