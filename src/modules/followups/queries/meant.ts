import { type RawBuilder, sql } from 'kysely'
import { hasInOrder, sortKey } from '../../../platform/database/search.ts'
import type { Localized } from '../../../platform/i18n/words.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { choiceRefusals } from '../../../platform/refusals/choice-words.ts'
import { namesNothing } from '../../../platform/refusals/refusal.ts'
import { isId } from '../../../platform/values/shapes.ts'
import { resolveOffice } from '../../organisation/queries/offices.ts'
import { partnersNamed } from '../../partners/queries/partners.ts'
import { refusals } from '../words/refusals.ts'
import { ofCycles } from './list.ts'
import { visible } from './visible.ts'

type Refs = { office?: string | undefined; owner?: string | undefined; partner?: string | undefined; cycle?: string | undefined }
type Named = { id: string; name: string }

/** A filter whose things are named as people name them, by id or name, as ids; refuses what names none of those in reach. */
export async function meant<F extends Refs>(context: Context, filter: F): Promise<{ filter: F; office: Named | null }> {
  const { office, owner, partner, cycle } = filter
  const place = office ? await resolveOffice(context, office) : null
  const one = async (field: 'owner' | 'cycle', given: string | undefined, none: Localized) => {
    if (!given || isId(given)) return given
    const [first] = await choicesFor(context, field, given, 1)
    if (!first) throw namesNothing(field, none)
    return first.id
  }
  return {
    filter: {
      ...filter,
      office: place?.id,
      owner: await one('owner', owner, choiceRefusals.person({ text: owner ?? '' })),
      partner: partner && !isId(partner) ? await partnerNamed(context, partner) : partner,
      cycle: await one('cycle', cycle, refusals.cycleUnknown),
    },
    office: place,
  }
}

async function partnerNamed(context: Context, given: string): Promise<string> {
  const partner = (await partnersNamed(context, [given])).get(given)
  if (!partner) throw namesNothing('partner', choiceRefusals.partner({ text: given }))
  return partner.id
}

/** Owners of follow-ups in reach, or cycles whose findings they answer, by what was typed of their names; the whole name first. */
export function choicesFor(context: Context, of: 'owner' | 'cycle', typed: string, most = 20): Promise<Named[]> {
  const fits = (name: RawBuilder<string>) => (typed ? sql<boolean>`${hasInOrder(name, typed)}` : sql<boolean>`true`)
  const each =
    of === 'owner'
      ? visible(context).innerJoin('person_card as p', 'p.id', 'f.owner_id').where(fits(sql`p.name`)).select(['p.id', 'p.name'])
      : ofCycles(context)
          .where(fits(sql`x.cycle_name`))
          .select([sql<string>`x.cycle_id`.as('id'), sql<string>`x.cycle_name`.as('name')])
  return context.db
    .selectFrom(each.distinct().as('each'))
    .select(['id', 'name'])
    .orderBy(sql`lower(name) = lower(${typed})`, 'desc')
    .orderBy(sortKey(sql`name`))
    .orderBy('id')
    .limit(most)
    .execute()
}
