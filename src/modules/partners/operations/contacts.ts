import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { sendMagicLink } from '../../../platform/auth/letters.ts'
import { addGrant, revokeGrantsAt } from '../../../platform/authority/grants.ts'
import { addPerson } from '../../../platform/authority/persons.ts'
import { authorize } from '../../../platform/authority/reach.ts'
import { type Context, newId, operation } from '../../../platform/operation/operation.ts'
import { checkRevision, invalid, Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { day, id, optional } from '../../../platform/values/shapes.ts'
import { servesOffice } from '../../organisation/queries/sides.ts'
import { officeId } from '../../organisation/schema.ts'
import { findContactForChange, keepingOffice } from '../queries/contacts.ts'
import { findPartner } from '../queries/partners.ts'
import { mayInviteRepresentative } from '../queries/representation.ts'
import { Contact, ContactChange, ContactDraft } from '../schema.ts'
import { refusals } from '../words/refusals.ts'

export const createContact = operation({
  name: 'contacts.create',
  summary: 'Note somebody at a partner whom your office knows',
  power: 'partner.contact',
  input: ContactDraft,
  output: Contact,
  example: {
    partner: example.partner,
    name: 'Rahasia Lestari',
    position: 'Kepala Seksi',
    email: 'lestari@rahasia.example',
    office: officeId('35.10'),
  },
  async run(context, { partner, office: given, fromOn, ...draft }) {
    const { id: partnerId } = await findPartner(context, partner)
    const office = await keepingOffice(context, given)
    authorize(context, 'partner.contact', { path: office.path })
    const row = {
      id: newId(),
      partner_id: partnerId,
      office_id: office.id,
      ...draft,
      from_on: fromOn ?? context.clock.today(context.actor.zone),
    }
    await context.db.insertInto('partner_contact').values(row).execute()
    record(context, { kind: 'contact', id: row.id, reach: [office.path], partnerId }, null, { ...draft, from: row.from_on })
    return reload(context, row.id)
  },
})

export const changeContact = operation({
  name: 'contacts.change',
  summary: 'Change what is known of a contact; whoever has been invited keeps the e-mail address',
  power: 'partner.contact',
  input: ContactChange,
  output: Contact,
  example: { id: example.contact, name: 'Rahasia Utami', position: 'Kepala Subseksi', email: 'utami@rahasia.example', rev: 0 },
  async run(context, { id, rev, ...draft }) {
    const before = await findContactForChange(context, id)
    authorize(context, 'partner.contact', { path: before.office.path })
    checkRevision(rev, before, refusals.contact)
    if (before.invited && draft.email !== before.email) throw invalid('email', refusals.contactAddressInUse)
    await context.db
      .updateTable('partner_contact')
      .set({ ...draft, rev: before.rev + 1 })
      .where('id', '=', id)
      .execute()
    const { name, position, email, phone } = before
    record(
      context,
      { kind: 'contact', id, reach: [before.office.path], partnerId: before.partnerId },
      { name, position, email, phone },
      draft,
    )
    return reload(context, id)
  },
})

export const endContact = operation({
  name: 'contacts.end',
  summary: 'Say that somebody is no longer a contact; signing in for the partner ends at once',
  power: 'partner.contact',
  input: z.object({ id, on: optional(day).describe('Today unless given') }),
  output: Contact,
  example: { id: example.contact, on: '2025-11-20' },
  async run(context, { id, on }) {
    const before = await findContactForChange(context, id)
    authorize(context, 'partner.contact', { path: before.office.path })
    if (before.toOn) throw new Refusal('conflict', refusals.contactHasEnded)
    const today = context.clock.today(context.actor.zone)
    const last = on ?? today
    if (last < before.fromOn || last > today) throw invalid('on', refusals.contactDayOutside)
    await context.db.updateTable('partner_contact').set({ to_on: last }).where('id', '=', id).execute()
    await revoke(context, before)
    record(context, { kind: 'contact', id, reach: [before.office.path], partnerId: before.partnerId }, { to: null }, { to: last })
    return reload(context, id)
  },
})

export const invitePartner = operation({
  name: 'partners.invite',
  summary:
    'Let a contact sign in for the partner, by a link sent to the e-mail address; for who reaches all its agreements; again for a new link',
  power: 'partner.contact',
  input: z.object({ id: id.describe('The contact') }),
  output: Contact,
  example: { id: example.contact },
  async run(context, { id }) {
    const contact = await findContactForChange(context, id)
    authorize(context, 'partner.contact', { path: contact.office.path })
    if (contact.toOn) throw new Refusal('conflict', refusals.contactEnded)
    if (!contact.email) throw invalid('email', refusals.contactWithoutEmail)
    if (!contact.invited && !(await mayInviteRepresentative(context, contact.partnerId))) throw beyondReach()
    const personId = await personFor(context, { ...contact, email: contact.email })
    if (!contact.invited) await grant(context, personId, contact)
    await sendMagicLink(context, contact.email, `/mitra/${contact.partnerId}`)
    return reload(context, id)
  },
})

const beyondReach = () => new Refusal('forbidden', refusals.contactBeyondReach)

type Found = Awaited<ReturnType<typeof findContactForChange>>
const reload = async (context: Context, id: string): Promise<z.input<typeof Contact>> => findContactForChange(context, id)

/** The person of that address. Somebody of an office is not made a partner's voice: each side answers for itself. */
async function personFor(context: Context, { name, email }: { name: string; email: string }): Promise<string> {
  const known = await context.db
    .selectFrom('person_card')
    .select(['id', 'left_at'])
    .where('email', '=', email)
    .forUpdate()
    .executeTakeFirst()
  if (known?.left_at) throw invalid('email', refusals.accountClosed)
  if (known) {
    if (await servesOffice(context.db, known.id, context.clock.today())) throw invalid('email', refusals.addressTaken)
    return known.id
  }
  const id = newId()
  const added = await addPerson(context, { id, name, email, invited_at: context.clock.now() })
  // Somebody else has registered this address just now: that person it is, if they may speak for a partner.
  return added ? id : personFor(context, { name, email })
}

async function grant(context: Context, personId: string, { id, partnerId, office }: Found): Promise<void> {
  const given = {
    id: newId(),
    person_id: personId,
    role: 'partner_contact',
    partner_id: partnerId,
    from_on: context.clock.today(context.actor.zone),
  } as const
  await addGrant(context, given)
  await context.db.updateTable('partner_contact').set({ person_id: personId }).where('id', '=', id).execute()
  record(context, { kind: 'grant', id: given.id, reach: [office.path], partnerId }, null, {
    person: personId,
    role: given.role,
    partner: partnerId,
    from: given.from_on,
  })
}

/** Takes the sign-in away, unless another office still has this person as a contact of the same partner. */
async function revoke(context: Context, { id, personId, partnerId, office }: Found): Promise<void> {
  if (!personId) return
  const other = await context.db
    .selectFrom('partner_contact')
    .select('id')
    .where('person_id', '=', personId)
    .where('partner_id', '=', partnerId)
    .where('id', '<>', id)
    .where('to_on', 'is', null)
    .executeTakeFirst()
  if (other) return
  for (const revoked of await revokeGrantsAt(context, personId, partnerId))
    record(
      context,
      { kind: 'grant', id: revoked, reach: [office.path], partnerId },
      { revoked: null },
      { revoked: context.clock.now().toISOString() },
    )
}
