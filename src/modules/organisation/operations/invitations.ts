import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { addressee, sendInvitation } from '../../../platform/auth/letters.ts'
import { authorize, nationally } from '../../../platform/authority/reach.ts'
import { type Context, operation } from '../../../platform/operation/operation.ts'
import { invalid, Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { email, flag, id, line, optional } from '../../../platform/values/shapes.ts'
import { placesOf } from '../queries/grants.ts'
import { findPersonForChange, isNew } from '../queries/persons.ts'
import { refusals } from '../words/refusals.ts'
import { allowOver } from './authority.ts'
import { giveRole } from './grants.ts'
import { insertPerson } from './persons.ts'

export const invitePerson = operation({
  name: 'persons.invite',
  summary: 'Send a person the letter with which they choose a password; with admin, make them a national administrator first',
  power: 'person.write',
  input: z.object({
    id: optional(id).describe('Somebody who is registered; or the e-mail address'),
    email: optional(email),
    name: optional(line(200, 2)).describe('With admin, for somebody new'),
    again: flag.default(true).describe('Also somebody who was invited before, or signs in already'),
    admin: flag.default(false).describe('Also give the role national_admin at the national office'),
  }),
  output: z.object({
    id,
    email: z.string(),
    link: z.string().nullable().describe('Only on the command line of the machine itself, for where there is no mail server'),
  }),
  example: { id: example.person },
  async run(context, { id, email, name, again, admin }) {
    const ref = id ?? email
    if (!ref) throw invalid('email', refusals.emailMissing)
    const person = admin ? await administrator(context, ref, email, name) : await findPersonForChange(context, ref)
    await allowOver(context, person.id)
    if (person.leftAt) throw new Refusal('conflict', refusals.personLeft)
    if (!person.email) throw invalid('email', refusals.personWithoutEmail)
    if (!again && !(await isNew(context, person.id))) throw new Refusal('conflict', refusals.personInvited)
    const link = await sendInvitation(context, { ...person, email: person.email })
    const places = await placesOf(context.db, person.id, context.clock.today())
    record(context, { kind: 'person', id: person.id, reach: [...new Set(places.flatMap(({ path }) => path ?? []))] }, null, {
      invited: person.email,
    })
    const atTheMachine = context.door === 'command' && context.actor.kind === 'system'
    return { id: person.id, email: person.email, link: atTheMachine ? link : null }
  },
})

/** The person of this address, registered now if new, with the role at the national office unless they have it. */
async function administrator(context: Context, ref: string, email: string | null, name: string | null) {
  authorize(context, 'person.write', nationally)
  const known = email ? await addressee(context, email) : undefined
  if (!known && email && !name) throw invalid('name', refusals.personWithoutName)
  const person =
    known || !email
      ? await findPersonForChange(context, known?.id ?? ref)
      : await insertPerson(context, { name: name!, email, phones: [], nip: null, locale: context.locale }, ['id'])
  const places = await placesOf(context.db, person.id, context.clock.today())
  const has = places.some(({ role, path }) => role === 'national_admin' && path === 'id')
  if (!has)
    await giveRole(context, {
      person: person.id,
      positionId: null,
      role: 'national_admin',
      office: '00',
      partnerId: null,
      descendants: true,
      fromOn: context.clock.today(),
      toOn: null,
    })
  return person
}
