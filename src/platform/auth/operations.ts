import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../audit/record.ts'
import { example } from '../example-ids.ts'
import { zones } from '../i18n/format.ts'
import { type Context, newId, operation, self } from '../operation.ts'
import { roles } from '../permissions/roles.ts'
import { forbidden, invalid, keepNewer, notFound, Refusal } from '../refusal.ts'
import { id, keptRev, line, seenRev, wholeFrom } from '../shapes.ts'
import { deviceOf } from './device.ts'
import { ownReach } from './steps.ts'
import { hashToken, newToken } from './tokens.ts'

const Locale = z.enum(['id', 'en'])
const Instant = z.coerce.date<Date | string>()
const Zone = z.enum(Object.keys(zones) as [keyof typeof zones])

export const Account = z.object({
  id,
  name: z.string(),
  email: z.string(),
  locale: Locale,
  zone: Zone,
  ownZone: Zone.nullable(),
  office: z.string().nullable(),
  roles: z.array(z.string()),
  password: z.boolean(),
  secondFactor: z.boolean(),
  /** Of programs that act in this name, those in force. */
  tokens: z.int(),
  rev: keptRev,
})
export type Account = z.infer<typeof Account>

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
  input: z.object({ name: line(200, 2).optional(), locale: Locale.optional(), zone: Zone.optional(), rev: seenRev }),
  output: Account,
  example: { name: 'Rahasia Sari', locale: 'id', zone: 'Asia/Makassar', rev: 0 },
  async run(context, { rev: seen, ...change }) {
    const personId = self(context)
    const { rev, ...before } = await context.db
      .selectFrom('person')
      .select(['name', 'locale', 'zone', 'rev'])
      .where('id', '=', personId)
      .forUpdate()
      .executeTakeFirstOrThrow()
    keepNewer(seen, { rev }, { id: 'Profil Anda', en: 'your profile' })
    const after = { name: change.name ?? before.name, locale: change.locale ?? before.locale, zone: change.zone ?? before.zone }
    if (JSON.stringify(after) !== JSON.stringify(before)) {
      await context.db
        .updateTable('person')
        .set({ ...after, rev: rev + 1 })
        .where('id', '=', personId)
        .execute()
      record(context, { kind: 'person', id: personId, reach: ownReach(context) }, before, after)
    }
    return findAccount(context)
  },
})

async function findAccount(context: Context): Promise<Account> {
  const { actor } = context
  const row = await context.db
    .selectFrom('person as p')
    .leftJoin('auth_user as u', 'u.id', 'p.auth_user_id')
    .leftJoin('auth_account as a', join => join.onRef('a.userId', '=', 'u.id').on('a.providerId', '=', 'credential'))
    .select(['p.id', 'p.name', 'p.email', 'p.locale', 'p.zone', 'p.rev', 'u.twoFactorEnabled', 'a.id as credential'])
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
    locale: row.locale,
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

const Session = z.object({
  id: z.string(),
  browser: z.string().nullable(),
  system: z.string().nullable(),
  address: z.string().nullable(),
  startedAt: Instant,
  seenAt: Instant,
  current: z.boolean(),
})
export type Session = z.infer<typeof Session>

export const listSessions = operation({
  name: 'sessions.list',
  summary: 'Your own open sessions: device, address, and when it was last seen (to the hour)',
  power: 'own',
  reads: true,
  input: z.object({}),
  output: z.object({ sessions: z.array(Session) }),
  example: {},
  async run(context) {
    const rows = await ownSessions(context)
      .where('s.expiresAt', '>', context.clock.now())
      .orderBy('s.updatedAt', 'desc')
      .limit(50)
      .execute()
    return {
      sessions: rows.map(row => ({
        id: row.id,
        ...deviceOf(row.userAgent),
        address: row.ipAddress || null,
        startedAt: row.createdAt,
        seenAt: row.updatedAt,
        current: row.id === context.actor.sessionId,
      })),
    }
  },
})

export const revokeSession = operation({
  name: 'sessions.revoke',
  summary: 'Sign out one of your own devices',
  power: 'own',
  input: z.object({ id: z.string().max(100) }),
  output: z.object({ ended: z.number().int() }),
  example: { id: example.session },
  async run(context, { id }) {
    const found = await ownSessions(context).where('s.id', '=', id).executeTakeFirst()
    if (!found) throw notFound()
    return endSessions(context, [found.id])
  },
})

export const clearSessions = operation({
  name: 'sessions.clear',
  summary: 'Sign out all of your own devices but the one in use',
  power: 'own',
  input: z.object({}),
  output: z.object({ ended: z.number().int() }),
  example: {},
  async run(context) {
    const rows = await ownSessions(context).execute()
    return endSessions(
      context,
      rows.map(row => row.id).filter(each => each !== context.actor.sessionId),
    )
  },
})

const ownSessions = (context: Context) =>
  context.db
    .selectFrom('auth_session as s')
    .innerJoin('person as p', 'p.auth_user_id', 's.userId')
    .select(['s.id', 's.userAgent', 's.ipAddress', 's.createdAt', 's.updatedAt'])
    .where('p.id', '=', self(context))

async function endSessions(context: Context, ids: string[]): Promise<{ ended: number }> {
  if (!ids.length) return { ended: 0 }
  await context.db.deleteFrom('auth_session').where('id', 'in', ids).execute()
  record(context, { kind: 'person', id: self(context), reach: ownReach(context) }, { sessions: ids }, { sessions: null })
  return { ended: ids.length }
}

const Scope = z.enum(['read', 'write'])
const Token = z.object({
  id,
  name: z.string(),
  scope: Scope,
  hint: z.string(),
  createdAt: Instant,
  expiresAt: Instant,
  lastUsedOn: z.string().nullable(),
  revokedAt: Instant.nullable(),
  state: z.enum(['valid', 'expired', 'revoked']),
})
export type Token = z.infer<typeof Token>

export const listTokens = operation({
  name: 'tokens.list',
  summary: 'Your own tokens for programs, those in force first, then the newest; what they are stands only in the answer that made them',
  power: 'own',
  reads: true,
  input: z.object({}),
  output: z.object({ tokens: z.array(Token) }),
  example: {},
  async run(context) {
    const now = context.clock.now()
    const rows = await ownTokens(context)
      .orderBy(sql`revoked_at is null and expires_at > ${now}`, 'desc') // whatever was revoked since, none that opens is out of sight
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(50)
      .execute()
    return { tokens: rows.map(row => tokenOf(row, now)) }
  },
})

export const createToken = operation({
  name: 'tokens.create',
  summary: 'Make a token with which a program acts as you; it is shown this once',
  power: 'own',
  secret: true,
  input: z.object({ name: line(80), scope: Scope.default('read'), days: wholeFrom(1, 365).default(90) }),
  output: z.object({ token: z.string(), kept: Token }),
  example: { name: 'Rahasia', scope: 'read', days: 90 },
  async run(context, { name, scope, days }) {
    const personId = self(context)
    if (context.actor.scope) throw forbidden()
    const now = context.clock.now()
    await context.db.selectFrom('person').select('id').where('id', '=', personId).forNoKeyUpdate().execute() // several at once are counted one by one
    if ((await ownTokens(context).where('revoked_at', 'is', null).where('expires_at', '>', now).execute()).length >= 20)
      throw new Refusal('conflict', {
        id: 'Anda sudah memiliki 20 token. Cabut yang tidak dipakai lagi.',
        en: 'You have 20 tokens already. Revoke those that are no longer used.',
      })
    const token = newToken()
    const row = {
      id: newId(),
      person_id: personId,
      name,
      hash: hashToken(token),
      hint: token.slice(-4),
      scopes: scope === 'write' ? ['read', 'write'] : ['read'],
      created_at: now,
      expires_at: new Date(now.getTime() + days * 86_400_000),
    }
    await context.db.insertInto('api_token').values(row).execute()
    record(context, { kind: 'token', id: row.id, reach: ownReach(context) }, null, { name, scope, expiresAt: row.expires_at })
    return { token, kept: tokenOf({ ...row, last_used_on: null, revoked_at: null }, now) }
  },
})

export const revokeToken = operation({
  name: 'tokens.revoke',
  summary: 'Revoke one of your own tokens; programs that use it are refused from now on',
  power: 'own',
  input: z.object({ id }),
  output: Token,
  example: { id: example.token },
  async run(context, { id }) {
    const before = await ownTokens(context).where('id', '=', id).forUpdate().executeTakeFirst()
    if (!before) throw notFound()
    if (before.revoked_at) throw invalid('id', { id: 'Token ini sudah dicabut.', en: 'This token has been revoked already.' })
    const revoked_at = context.clock.now()
    await context.db.updateTable('api_token').set({ revoked_at }).where('id', '=', id).execute()
    record(context, { kind: 'token', id, reach: ownReach(context) }, { revokedAt: null }, { revokedAt: revoked_at })
    return tokenOf({ ...before, revoked_at }, revoked_at)
  },
})

const ownTokens = (context: Context) =>
  context.db
    .selectFrom('api_token')
    .select(['id', 'name', 'scopes', 'hint', 'created_at', 'expires_at', 'last_used_on', 'revoked_at'])
    .where('person_id', '=', self(context))

type TokenRow = {
  id: string
  name: string
  scopes: string[]
  hint: string
  created_at: Date
  expires_at: Date
  last_used_on: string | null
  revoked_at: Date | null
}
const tokenOf = (row: TokenRow, now: Date): Token => ({
  id: row.id,
  name: row.name,
  scope: row.scopes.includes('write') ? 'write' : 'read',
  hint: row.hint,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  lastUsedOn: row.last_used_on,
  revokedAt: row.revoked_at,
  state: row.revoked_at ? 'revoked' : row.expires_at <= now ? 'expired' : 'valid',
})
