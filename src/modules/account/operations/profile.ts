import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { updatePerson } from '../../../platform/authority/persons.ts'
import { roles } from '../../../platform/authority/roles.ts'
import { asLocale } from '../../../platform/i18n/words.ts'
import { type Context, operation, self } from '../../../platform/operation/operation.ts'
import { checkRevision } from '../../../platform/refusals/refusal.ts'
import { language, line, seenRev } from '../../../platform/values/shapes.ts'
import { Account, Zone } from '../schema.ts'
import { refusals } from '../words/refusals.ts'
import { ownReach } from './signing-in.ts'

export const showAccount = operation({
  name: 'account.show',
  summary: 'Yourself: name, address, language, zone, roles, and how you sign in',
  power: 'own',
  reads: true,
  input: z.object({}),
  output: Account,
  example: {},
  run: context => findAccount(context),
})

export const changeAccount = operation({
  name: 'account.change',
  summary: 'Change your own name, language or zone; what is not given stays',
  power: 'own',
  input: z.object({ name: line(200, 2).optional(), locale: language.optional(), zone: Zone.optional(), rev: seenRev }),
  output: Account,
  example: { name: 'Rahasia Sari', locale: 'id', zone: 'Asia/Makassar', rev: 0 },
  async run(context, { rev: seen, ...change }) {
    const personId = self(context)
    const { rev, ...before } = await context.db
      .selectFrom('person_card')
      .select(['name', 'locale', 'zone', 'rev'])
      .where('id', '=', personId)
      .forUpdate()
      .executeTakeFirstOrThrow()
    checkRevision(seen, { rev }, refusals.profile)
    const after = { name: change.name ?? before.name, locale: change.locale ?? before.locale, zone: change.zone ?? before.zone }
    if (JSON.stringify(after) !== JSON.stringify(before)) {
      await updatePerson(context, personId, { ...after, rev: rev + 1 })
      record(context, { kind: 'person', id: personId, reach: ownReach(context) }, before, after)
    }
    return findAccount(context)
  },
})

async function findAccount(context: Context): Promise<Account> {
  const { actor } = context
  const row = await context.db
    .selectFrom('person_card as p')
    .leftJoin('auth_user as u', 'u.id', 'p.auth_user_id')
    .leftJoin('auth_account as a', join => join.onRef('a.userId', '=', 'u.id').on('a.providerId', '=', 'credential'))
    .select(['p.id', 'p.name', 'p.email', 'p.locale', 'p.zone', 'p.rev', 'u.twoFactorEnabled', 'a.id as credential'])
    .$narrowType<{ email: string }>() // whoever signs in has an address

    .select(eb =>
      eb
        .selectFrom('api_token as t')
        .select(sql<number>`count(*)::integer`.as('count'))
        .whereRef('t.person_id', '=', 'p.id')
        .where('t.revoked_at', 'is', null)
        .where('t.expires_at', '>', context.clock.now())
        .as('tokens'),
    )
    .where('p.id', '=', self(context))
    .executeTakeFirstOrThrow()
  const held = [...new Set(actor.grants.map(({ role }) => role))]
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    locale: asLocale(row.locale),
    zone: row.zone ?? actor.zone,
    ownZone: row.zone,
    office: actor.office?.name ?? null,
    roles: held.map(role => roles[role].name[context.locale]),
    password: row.credential !== null,
    secondFactor: row.twoFactorEnabled ?? false,
    tokens: row.tokens ?? 0,
    rev: row.rev,
  }
}
