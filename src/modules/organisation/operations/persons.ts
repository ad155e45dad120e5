import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { endAccess } from '../../../platform/auth/accounts.ts'
import { type Addressee, sendInvitation, sendLetter } from '../../../platform/auth/letters.ts'
import { addPerson } from '../../../platform/authority/persons.ts'
import { authorize, reach } from '../../../platform/authority/reach.ts'
import { Ends, mostCounted } from '../../../platform/database/keyset.ts'
import type { Locale } from '../../../platform/i18n/words.ts'
import { withdrawLetters } from '../../../platform/mail/mail.ts'
import { type Context, newId, operation } from '../../../platform/operation/operation.ts'
import { checkRevision, invalid, Refusal } from '../../../platform/refusals/refusal.ts'
import { addDays } from '../../../platform/values/clock.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id, line, optional } from '../../../platform/values/shapes.ts'
import { placesOf } from '../queries/grants.ts'
import { officeNamed } from '../queries/offices.ts'
import { readPerson } from '../queries/person.ts'
import { findPerson, findPersonForChange, pageOfPersons, personChoices } from '../queries/persons.ts'
import { Person, PersonChange, PersonDraft, PersonFilter, PersonRef, PersonRow } from '../schema.ts'
import { refusals } from '../words/refusals.ts'
import { appoint } from './appointments.ts'
import { allowOver, keepAnAdministrator } from './authority.ts'
import { endDelegationsOf } from './delegations.ts'
import { giveRole } from './grants.ts'

export const listPersons = operation({
  name: 'persons.list',
  summary: 'Persons with a place at an office in your reach, by name',
  power: 'person.read',
  reads: true,
  input: PersonFilter,
  output: z.object({
    persons: z.array(PersonRow),
    total: z.int().describe(`How many there are, up to ${mostCounted}`),
    more: z.boolean().describe('Whether there are more than that'),
    ...Ends,
  }),
  example: { office: '35.10' },
  async run(context, filter) {
    reach(context, 'person.read')
    return pageOfPersons(context, filter)
  },
})

export const searchPersons = operation({
  name: 'persons.search',
  summary: 'Persons in your reach by what was typed, for fields that choose one; where none fits, those whose name comes near',
  power: 'person.read',
  reads: true,
  input: z.object({ q: optional(line(100)) }),
  output: z.array(z.object({ value: z.string().describe('The e-mail address, else the id'), label: z.string(), near: z.boolean() })),
  example: { q: 'sari' },
  async run(context, { q }) {
    reach(context, 'person.read')
    return (await personChoices(context, q ?? '')).map(({ id, email, name, position, near }) => ({
      value: email ?? id,
      label: [name, position].filter(Boolean).join(' – '),
      near,
    }))
  },
})

export const showPerson = operation({
  name: 'persons.show',
  summary: 'One person: positions, roles, and what they may do where, until when, and why',
  power: 'person.read',
  reads: true,
  input: z.object({ id: PersonRef }),
  output: Person,
  example: { id: example.person },
  async run(context, { id: ref }) {
    reach(context, 'person.read')
    return readPerson(context, (await findPerson(context, ref)).id)
  },
})

export const createPerson = operation({
  name: 'persons.create',
  summary: 'Register a person with a position, a role or both at an office, and invite them if wanted',
  power: 'person.write',
  input: PersonDraft,
  output: Person,
  example: {
    name: 'Rina Rahasia',
    email: 'rina@contoh.go.id',
    office: '35.10',
    positionId: example.position,
    role: 'office_operator',
    fromOn: '2025-12-01',
    invite: true,
  },
  check: (context, { office }) => office && officeNamed(context, office, 'office'),
  async run(context, { office: place, positionId, unit, acting, role, descendants, fromOn, toOn, invite, ...about }) {
    const office = await officeNamed(context, place, 'office')
    authorize(context, 'person.write', { path: office.path })
    const person = await insertPerson(context, about, [office.path])
    if (positionId) await appoint(context, { id: person.id, leftAt: null }, office, { positionId, unit, acting, fromOn, toOn })
    if (role)
      await giveRole(
        context,
        { person: person.id, positionId: null, role, office: office.id, partnerId: null, descendants, fromOn, toOn },
        person,
      )
    if (invite) await sendInvitation(context, person)
    return readPerson(context, person.id)
  },
})

type About = { name: string; email: string | null; phones: string[]; nip: string | null; locale: Locale }

/** Refuses an e-mail address that is registered already. */
export async function insertPerson<T extends About>(context: Context, about: T, reach: string[]) {
  const person = { id: newId(), ...about }
  if (!(await addPerson(context, person))) throw emailTaken()
  record(context, { kind: 'person', id: person.id, reach }, null, about)
  return { ...person, leftAt: null }
}

export const emailTaken = () => invalid('email', refusals.emailTaken)

export const changePerson = operation({
  name: 'persons.change',
  summary: 'Change name, e-mail address, telephones, NIP or language of a person whose places all lie in your reach',
  power: 'person.write',
  input: PersonChange,
  output: Person,
  example: { id: example.person, name: 'Sari Rahasia', email: 'sari@contoh.go.id', rev: 0 },
  async run(context, { id, rev: seen, withoutEmail: _, ...about }) {
    const person = await findPersonForChange(context, id)
    await allowOver(context, id)
    checkRevision(seen, person, refusals.person)
    await changeDetails(context, person, about)
    return readPerson(context, id)
  },
})

type Locked = About & { id: string; rev: number }

/**
 * Changes who a person is; `at` are offices that the change concerns beside those of today. Another e-mail address is another mailbox, so
 * all that was opened from the old one ends. The caller holds the lock.
 */
export async function changeDetails(
  context: Context,
  { id, rev, ...before }: Locked,
  about: About,
  at: readonly string[] = [],
): Promise<void> {
  const { name, email, phones, nip, locale } = before
  await allowOver(context, id)
  if (email && !about.email) throw invalid('email', refusals.emailNeeded)
  if (await isTaken(context, about.email, id)) throw emailTaken()
  await context.db
    .updateTable('person')
    .set({ ...about, rev: rev + 1 })
    .where('id', '=', id)
    .execute()
  if (email && about.email && about.email !== email)
    await endAccessAt(context, id, [
      { name, email, locale },
      { ...about, email: about.email },
    ])
  const reach = [...new Set([...(await pathsOf(context, id)), ...at])]
  record(context, { kind: 'person', id, reach }, { name, email, phones, nip, locale }, about)
}

/** Whether somebody else has this address, who may lie outside one's reach. */
export const isTaken = async ({ db }: Context, email: string | null, personId: string): Promise<boolean> =>
  email !== null && !!(await db.selectFrom('person').select('id').where('email', '=', email).where('id', '<>', personId).executeTakeFirst())

/** Who reads another mailbox now: all that was opened from the old one ends, and both addresses are told. */
async function endAccessAt(context: Context, id: string, addresses: readonly Omit<Addressee, 'id'>[]): Promise<void> {
  const { tokens } = await endAccess(context, id)
  for (const each of addresses) await sendLetter(context, 'addressChanged', { id, ...each }, `${context.baseUrl}/masuk`, tokens)
}

/** Offices that the lines about this person concern. */
export async function pathsOf(context: Context, personId: string): Promise<string[]> {
  const places = await placesOf(context.db, personId, context.clock.today())
  return [...new Set(places.flatMap(({ path }) => path ?? []))]
}

export const leavePerson = operation({
  name: 'persons.leave',
  summary: 'Note that a person has left: signs them out, ends positions, roles, delegations and tokens at once',
  power: 'person.write',
  input: z.object({ id }),
  output: Person,
  example: { id: example.person },
  async run(context, { id }) {
    const person = await findPersonForChange(context, id)
    await allowOver(context, id)
    if (person.leftAt) throw new Refusal('conflict', refusals.personAlreadyLeft)
    await keepAnAdministrator(context, { personId: id })
    const now = context.clock.now()
    const today = context.clock.today()
    const reach = await pathsOf(context, id)
    await context.db.updateTable('person').set({ left_at: now }).where('id', '=', id).execute()
    await context.db
      .updateTable('role_grant')
      .set({ revoked_at: now, revoked_by: context.actor.personId })
      .where('person_id', '=', id)
      .where('revoked_at', 'is', null)
      .execute()
    // Nothing of today is left, so that who comes back on the day of leaving begins anew; what was to come never does.
    await context.db
      .updateTable('appointment')
      .set({ to_on: addDays(today, -1) })
      .where('person_id', '=', id)
      .where(sql<boolean>`coalesce(to_on, 'infinity') >= ${today}::date`)
      .execute()
    await endAccess(context, id)
    if (person.email) await withdrawLetters(context, person.email)
    await endDelegationsOf(context, { person: id, office: null }, today)
    record(context, { kind: 'person', id, reach }, { leftAt: null }, { leftAt: now })
    return readPerson(context, id)
  },
})

export const returnPerson = operation({
  name: 'persons.return',
  summary: 'Take back that a person left; positions and roles must be given anew',
  power: 'person.write',
  input: z.object({ id }),
  output: Person,
  example: { id: example.formerPerson },
  async run(context, { id }) {
    const person = await findPersonForChange(context, id)
    await allowOver(context, id)
    if (!person.leftAt) throw new Refusal('conflict', refusals.personHasNotLeft)
    await context.db.updateTable('person').set({ left_at: null }).where('id', '=', id).execute()
    record(context, { kind: 'person', id, reach: await pathsOf(context, id) }, { leftAt: person.leftAt }, { leftAt: null })
    return readPerson(context, id)
  },
})
