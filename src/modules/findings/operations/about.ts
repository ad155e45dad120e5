import type { Context } from '../../../platform/operation/operation.ts'
import { choiceRefusals } from '../../../platform/refusals/choice-words.ts'
import { checkAll, invalid } from '../../../platform/refusals/refusal.ts'
import { agreementsNamed } from '../../agreements/queries/choices.ts'
import { partnersMeant, partnersNamed } from '../../partners/queries/partners.ts'
import { refusals } from '../words/refusals.ts'

type Given = { agreement?: string | null | undefined; partner?: string | null | undefined }

/** The agreement and the partner that were named; of an agreement with one partner alone, that partner is meant. */
export async function aboutWhat(
  context: Context,
  { agreement, partner }: Given,
): Promise<{ agreementId: string | null; partnerId: string | null }> {
  const [named, found] = await checkAll(
    () => (partner ? partnerNamed(context, partner) : null),
    () => (agreement ? agreementNamed(context, agreement) : null),
  )
  if (!found) return { agreementId: null, partnerId: named?.id ?? null }
  const parties = await partnersOf(context, found.id)
  if (named && !parties.includes(named.id)) throw invalid('partner', refusals.partnerElsewhere)
  return { agreementId: found.id, partnerId: named?.id ?? (parties.length === 1 ? parties[0]! : null) }
}

async function partnerNamed(context: Context, given: string) {
  const partner = (await partnersNamed(context, [given])).get(given)
  if (!partner) throw invalid('partner', await partnerUnknown(context, given))
  return partner
}

async function agreementNamed(context: Context, given: string) {
  const [found, another] = await agreementsNamed(context, given)
  if (!found) throw invalid('agreement', choiceRefusals.agreement({ text: given }))
  if (another) throw invalid('agreement', refusals.agreementsSeveral)
  return found
}

async function partnerUnknown(context: Context, given: string) {
  const near = await partnersMeant(context, given)
  return near ? choiceRefusals.partnerNear({ text: given, near }) : choiceRefusals.partner({ text: given })
}

async function partnersOf({ db }: Context, agreement: string): Promise<string[]> {
  const found = await db.selectFrom('agreement_card').select('partner_ids').where('id', '=', agreement).executeTakeFirst()
  return found?.partner_ids ?? []
}
