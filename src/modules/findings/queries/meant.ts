import { sql } from 'kysely'
import { hasInOrder, sortKey } from '../../../platform/database/search.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { choiceRefusals } from '../../../platform/refusals/choice-words.ts'
import { namesNothing } from '../../../platform/refusals/refusal.ts'
import { isId } from '../../../platform/values/shapes.ts'
import { agreementsNamed } from '../../agreements/queries/choices.ts'
import { refusals as followUpRefusals } from '../../followups/words/refusals.ts'
import { resolveOffice } from '../../organisation/queries/offices.ts'
import { partnersNamed } from '../../partners/queries/partners.ts'
import { visible } from './visible.ts'

type Refs = { office?: string | undefined; partner?: string | undefined; agreement?: string | undefined; cycle?: string | undefined }
type Named = { id: string; name: string }

/**
 * A filter whose things are named as people name them, as ids: an office by code or name, a partner or cycle by name, an agreement by
 * number; refuses what names none of those in reach.
 */
export async function meant<F extends Refs>(context: Context, filter: F): Promise<{ filter: F; office: Named | null }> {
  const { office, partner, agreement, cycle } = filter
  const place = office ? await resolveOffice(context, office) : null
  return {
    filter: {
      ...filter,
      office: place?.id,
      partner: partner && !isId(partner) ? await partnerNamed(context, partner) : partner,
      agreement: agreement && !isId(agreement) ? await agreementNamed(context, agreement) : agreement,
      cycle: cycle && !isId(cycle) ? await cycleNamed(context, cycle) : cycle,
    },
    office: place,
  }
}

async function partnerNamed(context: Context, given: string): Promise<string> {
  const partner = (await partnersNamed(context, [given])).get(given)
  if (!partner) throw namesNothing('partner', choiceRefusals.partner({ text: given }))
  return partner.id
}

async function agreementNamed(context: Context, given: string): Promise<string> {
  const [agreement] = await agreementsNamed(context, given)
  if (!agreement) throw namesNothing('agreement', choiceRefusals.agreement({ text: given }))
  return agreement.id
}

async function cycleNamed(context: Context, given: string): Promise<string> {
  const [cycle] = await cyclesOfFindings(context, given, 1)
  if (!cycle) throw namesNothing('cycle', followUpRefusals.cycleUnknown)
  return cycle.id
}

/** Cycles that findings in reach are of, by what was typed of their names; the whole name first. */
export function cyclesOfFindings(context: Context, typed: string, most = 20): Promise<Named[]> {
  const each = visible(context)
    .innerJoin('finding_card as x', 'x.id', 't.id')
    .where('t.cycle_id', 'is not', null)
    .where(typed ? hasInOrder(sql`x.cycle_name`, typed) : sql<boolean>`true`)
    .select([sql<string>`t.cycle_id`.as('id'), sql<string>`x.cycle_name`.as('name')])
  return context.db
    .selectFrom(each.distinct().as('each'))
    .select(['id', 'name'])
    .orderBy(sql`lower(name) = lower(${typed})`, 'desc')
    .orderBy(sortKey(sql`name`))
    .orderBy('id')
    .limit(most)
    .execute()
}
