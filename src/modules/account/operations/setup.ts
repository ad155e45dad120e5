import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { endAccess, ensureAccount, setPassword } from '../../../platform/auth/accounts.ts'
import { addressee } from '../../../platform/auth/letters.ts'
import { issueLink, linkIsVoid, takeLink } from '../../../platform/auth/links.ts'
import { checkPassword, hashPassword, Password } from '../../../platform/auth/passwords.ts'
import { system } from '../../../platform/authority/actor.ts'
import { addGrant } from '../../../platform/authority/grants.ts'
import { addPerson } from '../../../platform/authority/persons.ts'
import type { Queryable } from '../../../platform/database/database.ts'
import { type Context, call, internalOperation, type Kernel, newId } from '../../../platform/operation/operation.ts'
import { invalid } from '../../../platform/refusals/refusal.ts'
import { email, line } from '../../../platform/values/shapes.ts'
import { refusals } from '../words/refusals.ts'

/**
 * The one-time address, good for a day, at which the first administrator registers; null when there is one already. Each call makes the one
 * before it void.
 */
export async function setupLink(kernel: Kernel): Promise<string | null> {
  if (await hasAdministrator(kernel.store.db, kernel.clock.today())) return null
  return call(kernel, system(), issueSetup, {}, 'setup')
}

const issueSetup = internalOperation({
  name: 'setup.issue',
  input: z.object({}),
  output: z.string(),
  run: context => issueLink(context, 'setup', null),
})

/** Person, account, password and grant of the first administrator, all or nothing. The link is used up, so there cannot be two. */
export const createAdministrator = internalOperation({
  name: 'setup.administrator',
  input: z.object({ token: z.string().max(200), name: line(200, 2), email, password: Password }),
  output: z.object({ email: z.string() }),
  async run(context, { token, name, email, password }) {
    await takeLink(context, token, ['setup'])
    if (await hasAdministrator(context.db, context.clock.today())) throw linkIsVoid()
    checkPassword(password, { name, email, places: ['Komisi Pemilihan Umum'] })
    if (await hasLeft(context, email)) throw invalid('email', refusals.addressTaken)
    const person = (await addressee(context, email)) ?? (await register(context, name, email))
    await setPassword(context, await ensureAccount(context, person), await hashPassword(password))
    await endAccess(context, person.id)
    const { id: office_id } = await context.db
      .selectFrom('office_card')
      .select('id')
      .where('kind', '=', 'national')
      .executeTakeFirstOrThrow()
    const role = 'national_admin'
    await addGrant(context, { id: newId(), person_id: person.id, role, office_id, with_descendants: true, from_on: context.clock.today() })
    record(context, { kind: 'person', id: person.id, reach: ['id'] }, null, { name: person.name, email: person.email, role })
    return { email: person.email }
  },
})

async function register(context: Context, name: string, email: string) {
  const person = { id: newId(), name, email, locale: context.locale }
  if (!(await addPerson(context, person))) throw linkIsVoid() // somebody has set up at the same moment
  return person
}

const hasLeft = async ({ db }: Context, email: string): Promise<boolean> =>
  !!(await db.selectFrom('person_card').select('id').where('email', '=', email).where('left_at', 'is not', null).executeTakeFirst())

/** Somebody who may come in and administer the whole. */
async function hasAdministrator(db: Queryable, today: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from role_grant_card g join person_card p on p.id = g.person_id join office_card o on o.id = g.office_id
      where g.role = 'national_admin' and o.kind = 'national' and p.left_at is null and g.revoked_at is null and coalesce(g.to_on, 'infinity') >= ${today}::date) as found`.execute(
    db,
  )
  return rows[0]!.found
}
