import { sql } from 'kysely'
import type { Localized } from '../../../platform/i18n/words.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { choiceRefusals } from '../../../platform/refusals/choice-words.ts'
import { checkAll, type FieldErrors, invalid, Refusal } from '../../../platform/refusals/refusal.ts'
import { partnersMeant, partnersNamed } from '../../partners/queries/partners.ts'
import { agreementsNamed, officesNamed } from '../queries/choices.ts'
import type { PartyDraft } from '../schema.ts'
import { refusals } from '../words/refusals.ts'
import type { NewParty } from './insert.ts'

type Keeper = { id: string; name: string; path: string }
type Own = { id: string; parentId: string | null } | null
type Given = { parties?: readonly PartyDraft[] | undefined; parent?: string | null | undefined }

/** What a draft names, as far as it could be read, found or refused all at once. */
export async function resolveNames(context: Context, { parties: drafts, parent }: Given, ask: (keeper: Keeper) => void, own: Own) {
  const [named, parentId] = await checkAll(
    () => (drafts ? resolveParties(context, drafts, ask) : null),
    () => resolveParent(context, parent ?? null, own),
  )
  return { ...named!, parentId }
}

/**
 * Names to rows, with every message beside the field that it belongs to. The first office is the one that keeps the record; `ask` is
 * asked about it before anything is said of partners.
 */
async function resolveParties(
  context: Context,
  drafts: readonly PartyDraft[],
  ask: (keeper: Keeper) => void,
): Promise<{ parties: NewParty[]; keeper: Keeper }> {
  const named = (side: 'kpu' | 'partner') => drafts.filter(draft => draft.side === side)
  const offices = await officesNamed(
    context,
    named('kpu').flatMap(({ office }) => office ?? []),
  )
  const keeper = named('kpu').flatMap(({ office }) => (office && offices.get(office)) || [])[0]
  if (keeper) ask(keeper)
  const partners = await partnersNamed(
    context,
    named('partner').flatMap(({ partner }) => partner ?? []),
  )
  const wrong: FieldErrors = {}
  for (const { at, side, office, partner } of drafts) {
    if (side === 'kpu' && !(office && offices.has(office)))
      wrong[`parties.${at}.office`] = [office ? choiceRefusals.office({ text: office }) : required]
    if (side === 'partner' && !(partner && partners.has(partner)))
      wrong[`parties.${at}.partner`] = [partner ? await unknownPartner(context, partner, Object.keys(wrong).length < mostNear) : required]
  }
  if (!keeper || Object.keys(wrong).length) throw new Refusal('invalid', refusals.fieldsNeedAttention, wrong)
  const parties = drafts.map(({ at: _, office, partner, ...rest }) => ({
    ...rest,
    officeId: (rest.side === 'kpu' && office && offices.get(office)?.id) || null,
    partnerId: (rest.side === 'partner' && partner && partners.get(partner)?.id) || null,
  }))
  return { parties, keeper }
}

const required: Localized = refusals.required
const mostNear = 3

/** What may have been meant is looked for among all partners, so of the first few alone. */
async function unknownPartner(context: Context, name: string, isAsked: boolean): Promise<Localized> {
  const near = isAsked ? await partnersMeant(context, name) : ''
  return near ? refusals.partnerUnknownNear({ text: name, near }) : refusals.partnerUnknown({ text: name })
}

/** The agreement above, by id or number; never itself or one that stands below it. */
async function resolveParent(context: Context, given: string | null, own: Own): Promise<string | null> {
  if (given === null) return null
  if (own?.parentId && given.toLowerCase() === own.parentId) return own.parentId
  const found = await agreementsNamed(context, given)
  if (!found.length) throw invalid('parent', choiceRefusals.agreement({ text: given }))
  if (found.length > 1) throw invalid('parent', refusals.numberAmbiguous)
  const { id } = found[0]!
  if (own && (await standsBelow(context, id, own.id))) throw invalid('parent', refusals.parentIsItself)
  return id
}

async function standsBelow({ db }: Pick<Context, 'db'>, id: string, above: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    with recursive up as (select id, parent_id from agreement where id = ${id} union select a.id, a.parent_id from agreement a join up on a.id = up.parent_id)
    select exists (select from up where id = ${above}) as found`.execute(db)
  return rows[0]!.found
}
