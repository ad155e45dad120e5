import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { endAccess, removeSecondFactor } from '../../../platform/auth/accounts.ts'
import { sendLetter } from '../../../platform/auth/letters.ts'
import { operation } from '../../../platform/operation/operation.ts'
import { Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { readPerson } from '../queries/person.ts'
import { findPersonForChange } from '../queries/persons.ts'
import { Person, PersonRef } from '../schema.ts'
import { refusals } from '../words/refusals.ts'
import { allowOver } from './authority.ts'
import { pathsOf } from './persons.ts'

export const resetSecondFactor = operation({
  name: 'persons.resetSecondFactor',
  summary: 'Switch off the two-step verification of somebody who lost the phone for it: ends their sessions and tells them by letter',
  power: 'person.write',
  input: z.object({ id: PersonRef }),
  output: Person,
  example: { id: example.colleague },
  async run(context, { id: ref }) {
    const person = await findPersonForChange(context, ref)
    await allowOver(context, person.id)
    if (person.id === context.actor.personId) throw new Refusal('forbidden', refusals.secondFactorOfOneself)
    if (!(await removeSecondFactor(context.db, person.id))) throw new Refusal('conflict', refusals.secondFactorNotOn)
    // Programs of theirs never asked for the second step, so their tokens stay.
    await endAccess(context, person.id, { keepTokens: true })
    await sendLetter(context, 'factorReset', { ...person, email: person.email! }, `${context.baseUrl}/akun/dua-langkah`)
    record(
      context,
      { kind: 'person', id: person.id, reach: await pathsOf(context, person.id) },
      { secondFactor: true },
      { secondFactor: false },
    )
    return readPerson(context, person.id)
  },
})
