import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { hashToken, newSecret } from '../../../platform/auth/tokens.ts'
import { newId, operation, self } from '../../../platform/operation/operation.ts'
import { forbidden, notFound, Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id } from '../../../platform/values/shapes.ts'
import { feedsOf, ownFeeds, revokedAt } from '../queries/feeds.ts'
import { Feed, NewFeed } from '../schema.ts'
import { refusals } from '../words/refusals.ts'

/** Calendars that one person may have read it: more could not be looked over. */
const most = 20

export const listFeeds = operation({
  name: 'calendarFeeds.list',
  summary: 'Your own calendar subscriptions, and when each was read last; their addresses stand only in the answer that made them',
  power: 'own',
  reads: true,
  input: z.object({}),
  output: z.object({ feeds: z.array(Feed) }),
  example: {},
  async run(context) {
    return { feeds: await feedsOf(context, self(context)) }
  },
})

export const createFeed = operation({
  name: 'calendarFeeds.create',
  summary: 'Make a secret address by which a calendar reads what is due; whoever has it reads it. It is shown this once',
  power: 'own',
  secret: true,
  input: NewFeed,
  output: z.object({ address: z.string(), kept: Feed }),
  example: { name: 'Rahasia', mine: true },
  async run(context, { name, mine }) {
    const personId = self(context)
    if (context.actor.scope) throw forbidden()
    // Two at once count each other.
    await context.db.selectFrom('person_card').select('id').where('id', '=', personId).forNoKeyUpdate().execute()
    const open = await ownFeeds(context, personId).where(revokedAt, 'is', null).execute()
    if (open.length >= most) throw new Refusal('conflict', refusals.tooMany({ most }))
    const secret = newSecret()
    const kept = { id: newId(), name, mine, hint: secret.slice(-4), createdAt: context.clock.now(), readAt: null, revokedAt: null }
    await context.db
      .insertInto('calendar_feed')
      .values({
        id: kept.id,
        person_id: personId,
        name,
        mine,
        hash: hashToken(secret),
        hint: kept.hint,
        created_at: kept.createdAt,
      })
      .execute()
    record(context, subject(kept.id), null, { name, mine })
    return { address: `${context.baseUrl}/kalender/langganan/${secret}.ics`, kept }
  },
})

export const revokeFeed = operation({
  name: 'calendarFeeds.revoke',
  summary: 'Revoke one of your own calendar subscriptions; its address leads nowhere from now on',
  power: 'own',
  input: z.object({ id }),
  output: Feed,
  example: { id: example.calendarFeed },
  async run(context, { id }) {
    const before = await ownFeeds(context, self(context)).where('f.id', '=', id).forUpdate('f').executeTakeFirst()
    if (!before) throw notFound()
    if (before.revokedAt) throw new Refusal('conflict', refusals.revoked)
    const now = context.clock.now()
    await context.db.updateTable('calendar_feed').set({ revoked_at: now }).where('id', '=', id).execute()
    await context.db.deleteFrom('calendar_entry').where('feed_id', '=', id).execute()
    record(context, subject(id), { revokedAt: null }, { revokedAt: now })
    return { ...before, revokedAt: now }
  },
})

/** Nobody's business but one's own: no office reads it in the trail. */
const subject = (id: string) => ({ kind: 'calendar_feed', id, reach: [] })
