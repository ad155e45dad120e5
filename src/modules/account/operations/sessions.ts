import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { type Context, operation, self } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { deviceOf } from '../rules.ts'
import { Session } from '../schema.ts'
import { ownReach } from './signing-in.ts'

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
    .innerJoin('person_card as p', 'p.auth_user_id', 's.userId')
    .select(['s.id', 's.userAgent', 's.ipAddress', 's.createdAt', 's.updatedAt'])
    .where('p.id', '=', self(context))

async function endSessions(context: Context, ids: string[]): Promise<{ ended: number }> {
  if (!ids.length) return { ended: 0 }
  await context.db.deleteFrom('auth_session').where('id', 'in', ids).execute()
  record(context, { kind: 'person', id: self(context), reach: ownReach(context) }, { sessions: ids }, { sessions: null })
  return { ended: ids.length }
}
