import { sql } from 'kysely'
import type { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { authorize } from '../../../platform/authority/reach.ts'
import { type Context, newId, operation } from '../../../platform/operation/operation.ts'
import { choiceRefusals } from '../../../platform/refusals/choice-words.ts'
import { checkRevision, invalid } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { officeId } from '../../organisation/schema.ts'
import { contactsOf, keepingOffice } from '../queries/contacts.ts'
import { findPartner, findPartnerForChange, partnersMeant, partnersNamed, similarTo } from '../queries/partners.ts'
import { mayInviteRepresentative } from '../queries/representation.ts'
import { foldName } from '../rules/partner-names.ts'
import { PartnerChange, type PartnerClass, PartnerDetail, PartnerDraft } from '../schema.ts'
import { refusals } from '../words/refusals.ts'

export const createPartner = operation({
  name: 'partners.create',
  summary: 'Add a partner to the register; one of the same name is refused, one of a similar name needs `distinct`',
  power: 'partner.write',
  input: PartnerDraft,
  output: PartnerDetail,
  example: { name: 'Universitas Rahasia Banyuwangi', class: 'university', office: officeId('35.10') },
  async run(context, draft) {
    const office = await keepingOffice(context, draft.office)
    authorize(context, 'partner.write', { path: office.path })
    const parentId = await parentOf(context, draft.parent)
    await refuseDouble(context, draft.name, draft.distinct ?? false)
    const [made] = await insertPartners(context, [{ ...draft, officeId: office.id, officePath: office.path, parentId }])
    if (!made?.added) throw sameName(draft.name)
    return detailOf(context, made.id)
  },
})

export const changePartner = operation({
  name: 'partners.change',
  summary: 'Change the name, class, place or address of a partner; `rev` is the one you saw',
  power: 'partner.write',
  limit: 'long',
  input: PartnerChange,
  output: PartnerDetail,
  example: {
    id: example.partner,
    name: 'Kejaksaan Negeri Banyuwangi',
    class: 'state_body',
    address: 'Jalan Jaksa Agung Suprapto 67',
    rev: 0,
  },
  async run(context, { id, rev, ...draft }) {
    const before = await findPartnerForChange(context, id)
    authorize(context, 'partner.write', { path: before.path })
    checkRevision(rev, before, refusals.partner)
    const parentId = await parentOf(context, draft.parent)
    if (parentId !== null && (await isBelow(context, parentId, id))) throw invalid('parent', refusals.partnerUnderItself)
    const [same] = (await similarTo(context, draft.name, id)).filter(partner => partner.same)
    if (same) throw sameName(same.name)
    const { name, class: kind, address, website } = draft
    await context.db
      .updateTable('partner')
      .set({ name, folded: foldName(name), class: kind, parent_id: parentId, address, website, rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    const after = await findPartner(context, id)
    record(context, { kind: 'partner', id, reach: [before.path], partnerId: id }, auditedFields(before), auditedFields(after))
    return { ...after, contacts: await contactsOf(context, id), invitable: await mayInviteRepresentative(context, id) }
  },
})

export type NewPartner = {
  name: string
  class: PartnerClass
  officeId: string
  officePath: string
  parentId?: string | null
  address?: string | null
  website?: string | null
}

/**
 * Writes many partners in one statement; of the same folded name there stays one, whoever came first. The caller has asked whether this is
 * permitted.
 * @returns for each of the drafts, in their order, the partner of that name and whether it was added just now
 */
export async function insertPartners(context: Context, drafts: readonly NewPartner[]): Promise<{ id: string; added: boolean }[]> {
  const rows = new Map(
    drafts.map(draft => [
      foldName(draft.name),
      {
        id: newId(),
        folded: foldName(draft.name),
        name: draft.name,
        class: draft.class,
        office_id: draft.officeId,
        parent_id: draft.parentId ?? null,
        address: draft.address ?? null,
        website: draft.website ?? null,
        path: draft.officePath,
      },
    ]),
  )
  await sql`
    insert into partner (id, name, folded, class, parent_id, address, website, office_id, created_by, created_at)
    select id, name, folded, class, parent_id, address, website, office_id, ${context.actor.personId}::uuid, ${context.clock.now()}
    from jsonb_to_recordset(${JSON.stringify([...rows.values()])}::jsonb) as r (id uuid, name text, folded text, class text, parent_id uuid, address text, website text, office_id uuid)
    on conflict (folded) do nothing`.execute(context.db)
  const kept = new Map(
    (
      await context.db
        .selectFrom('partner')
        .select(['id', 'folded'])
        .where(sql<boolean>`folded = any (${[...rows.keys()]}::text[])`)
        .execute()
    ).map(row => [row.folded, row.id]),
  )
  for (const { id, folded, path, name, class: kind, parent_id, address, website } of rows.values())
    if (kept.get(folded) === id)
      record(context, { kind: 'partner', id, reach: [path], partnerId: id }, null, {
        name,
        class: kind,
        parent: parent_id,
        address,
        website,
      })
  return drafts.map(({ name }) => {
    const id = kept.get(foldName(name))!
    return { id, added: rows.get(foldName(name))?.id === id }
  })
}

const detailOf = async (context: Context, id: string): Promise<z.input<typeof PartnerDetail>> => ({
  ...(await findPartner(context, id)),
  contacts: await contactsOf(context, id),
  invitable: await mayInviteRepresentative(context, id),
})
const auditedFields = ({
  name,
  class: kind,
  parent,
  address,
  website,
}: {
  name: string
  class: string
  parent: { name: string } | null
  address: string | null
  website: string | null
}) => ({ name, class: kind, parent: parent?.name ?? null, address, website })

const sameName = (name: string) => invalid('name', refusals.partnerAlreadyRegistered({ name }))

async function refuseDouble(context: Context, name: string, distinct: boolean): Promise<void> {
  if (!foldName(name)) throw invalid('name', refusals.nameWithoutLetters)
  const found = await similarTo(context, name)
  const same = found.find(partner => partner.same)
  if (same) throw sameName(same.name)
  if (!found.length || distinct) return
  const names = found.map(partner => `“${partner.name}”`).join(', ')
  throw invalid('name', refusals.partnersAlike({ names }))
}

async function parentOf(context: Context, given: string | null): Promise<string | null> {
  if (given === null) return null
  const found = (await partnersNamed(context, [given])).get(given)
  if (!found) throw invalid('parent', await parentUnknown(context, given))
  return found.id
}

async function parentUnknown(context: Context, given: string) {
  const near = await partnersMeant(context, given)
  return near ? choiceRefusals.partnerNear({ text: given, near }) : choiceRefusals.partner({ text: given })
}

/** Whether `id` is `above` or one of the units below it, at whatever depth. */
async function isBelow({ db }: Context, id: string, above: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    with recursive up as (select id, parent_id from partner where id = ${id} union select p.id, p.parent_id from partner p join up on p.id = up.parent_id)
    select exists (select from up where id = ${above}) as found`.execute(db)
  return rows[0]!.found
}
