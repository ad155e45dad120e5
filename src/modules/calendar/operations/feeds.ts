import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { hashToken, newSecret } from '../../../platform/auth/tokens.ts'
import { newId, operation, self } from '../../../platform/operation/operation.ts'
import { forbidden, notFound, Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id } from '../../../platform/values/shapes.ts'
import { findMeeting } from '../../meetings/queries/visible.ts'
import { officeMeant } from '../../organisation/queries/offices.ts'
import { feedsOf, namedFeeds, ownFeeds, revokedAt } from '../queries/feeds.ts'
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
  summary:
    'Make a secret address by which a calendar reads what is due, one meeting with its sessions, or the meetings of an office; whoever has it reads it. It is shown this once',
  power: 'own',
  secret: true,
  input: NewFeed,
  output: z.object({ address: z.string(), kept: Feed }),
  example: { name: 'Rahasia', mine: true },
  async run(context, { name, mine, meeting, office }) {
    const personId = self(context)
    if (context.actor.scope) throw forbidden()
    if (meeting) await findMeeting(context, meeting)
    if (office) await officeMeant(context, office, 'office')
    // Two at once count each other.
    await context.db.selectFrom('person_card').select('id').where('id', '=', personId).forNoKeyUpdate().execute()
    const open = await ownFeeds(context, personId).where(revokedAt, 'is', null).execute()
    if (open.length >= most) throw new Refusal('conflict', refusals.tooMany({ most }))
    const secret = newSecret()
    const about = { meetingId: meeting, officeId: office }
    const made = { id: newId(), name, mine: mine && !meeting && !office, hint: secret.slice(-4), createdAt: context.clock.now() }
    await context.db
      .insertInto('calendar_feed')
      .values({
        id: made.id,
        person_id: personId,
        name,
        mine: made.mine,
        meeting_id: meeting,
        office_id: office,
        hash: hashToken(secret),
        hint: made.hint,
        created_at: made.createdAt,
      })
      .execute()
    record(context, subject(made.id), null, { name, mine: made.mine })
    const [kept] = await namedFeeds(context, [{ ...made, ...about, readAt: null, revokedAt: null }])
    return { address: `${context.baseUrl}/kalender/langganan/${secret}.ics`, kept: kept! }
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
    const [feed] = await namedFeeds(context, [{ ...before, revokedAt: now }])
    return feed!
  },
})

/** Nobody's business but one's own: no office reads it in the trail. */
const subject = (id: string) => ({ kind: 'calendar_feed', id, reach: [] })
