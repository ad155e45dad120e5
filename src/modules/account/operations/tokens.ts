import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { hashToken, newToken } from '../../../platform/auth/tokens.ts'
import { type Context, newId, operation, self } from '../../../platform/operation/operation.ts'
import { forbidden, invalid, notFound, Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id, line, wholeFrom } from '../../../platform/values/shapes.ts'
import { Scope, Token } from '../schema.ts'
import { refusals } from '../words/refusals.ts'
import { ownReach } from './signing-in.ts'

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
    // several at once are counted one by one
    await context.db.selectFrom('person_card').select('id').where('id', '=', personId).forNoKeyUpdate().execute()
    if ((await ownTokens(context).where('revoked_at', 'is', null).where('expires_at', '>', now).execute()).length >= 20)
      throw new Refusal('conflict', refusals.n20TokensAlreadyRevoke)
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
    if (before.revoked_at) throw invalid('id', refusals.tokenIsRevoked)
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
