import { sql } from 'kysely'
import type { Queryable } from '../../../platform/database/database.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { findSubjects } from '../../../platform/subject/subject.ts'
import type { Kept } from '../rules/publish.ts'
import type { Feed } from '../schema.ts'

/** By the person, or with all else by which somebody could act as them. */
export const revokedAt = sql<Date | null>`coalesce(f.revoked_at, case when p.access_ended_at >= f.created_at then p.access_ended_at end)`

/** One's own, those that can be read first, then the newest. */
export async function feedsOf(context: Context, personId: string): Promise<Feed[]> {
  const rows = await ownFeeds(context, personId)
    .orderBy(sql`${revokedAt} is null`, 'desc')
    .orderBy('f.created_at', 'desc')
    .orderBy('f.id', 'desc')
    .limit(50)
    .execute()
  return namedFeeds(context, rows)
}

/** What each is about, by name for whoever may read that now. */
export async function namedFeeds(context: Context, rows: readonly OwnFeed[]): Promise<Feed[]> {
  const subjects = rows.map(({ meetingId, officeId }) =>
    meetingId ? { kind: 'meeting', id: meetingId } : officeId ? { kind: 'office', id: officeId } : null,
  )
  const named = await findSubjects(
    context,
    subjects.flatMap(each => each ?? []),
  )
  const names = new Map(subjects.flatMap(each => each ?? []).map(({ id }, at) => [id, named[at]?.name ?? null]))
  return rows.map(({ meetingId, officeId, ...feed }, at) => {
    const about = subjects[at]
    return { ...feed, about: about ? { kind: about.kind as 'meeting', id: about.id, name: names.get(about.id) ?? null } : null }
  })
}
type OwnFeed = Awaited<ReturnType<ReturnType<typeof ownFeeds>['executeTakeFirstOrThrow']>>

export const ownFeeds = ({ db }: Context, personId: string) =>
  db
    .selectFrom('calendar_feed as f')
    .innerJoin('person_card as p', 'p.id', 'f.person_id')
    .select(['f.id', 'f.name', 'f.mine', 'f.hint', 'f.created_at as createdAt', 'f.read_at as readAt', revokedAt.as('revokedAt')])
    .select(['f.meeting_id as meetingId', 'f.office_id as officeId'])
    .where('f.person_id', '=', personId)

/** Whose calendar reads at the address with this secret; the same look at everything, whatever is wrong with it. */
export const readerOf = (db: Queryable, hash: string): Promise<{ id: string; personId: string } | undefined> =>
  db
    .selectFrom('calendar_feed as f')
    .innerJoin('person_card as p', 'p.id', 'f.person_id')
    .select(['f.id', 'f.person_id as personId'])
    .where('f.hash', '=', hash)
    .where(revokedAt, 'is', null)
    .where('p.left_at', 'is', null)
    .executeTakeFirst()

type FeedRow = { mine: boolean; readAt: Date | null; meetingId: string | null; officeId: string | null }

/** Held until what is read of it is kept: of two readings at once the second finds what the first has told. */
export async function lockFeed({ db }: Context, id: string): Promise<FeedRow> {
  const feed = await db
    .selectFrom('calendar_feed')
    .select(['mine', 'read_at as readAt', 'meeting_id as meetingId', 'office_id as officeId'])
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!feed) throw notFound()
  return feed
}

/** What a calendar was told of these, and of whatever else may have to be cancelled or is. */
export async function keptOf(
  { db }: Context,
  feedId: string,
  uids: readonly string[],
  { from, since }: { from: string; since: Date },
): Promise<Map<string, Kept>> {
  const rows = await db
    .selectFrom('calendar_entry')
    .select(['uid', 'sequence', 'digest', 'day', 'changed_at as changedAt', 'cancelled_at as cancelledAt'])
    .where('feed_id', '=', feedId)
    .where(sql<boolean>`(uid = any (${uids}::text[]) or (day >= ${from}::date and coalesce(cancelled_at, ${since}) >= ${since}))`)
    .execute()
  return new Map(rows.map(row => [row.uid, row]))
}

/** Keeps what is told otherwise than before, in one statement. */
export async function keep({ db }: Context, feedId: string, changed: readonly Kept[]): Promise<void> {
  if (!changed.length) return
  await sql`
    insert into calendar_entry (feed_id, uid, sequence, digest, day, changed_at, cancelled_at)
    select ${feedId}::uuid, uid, sequence, digest, day, "changedAt", "cancelledAt"
    from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb)
      as fresh (uid text, sequence integer, digest text, day date, "changedAt" timestamptz, "cancelledAt" timestamptz)
    on conflict (feed_id, uid) do update set sequence = excluded.sequence, digest = excluded.digest, day = excluded.day,
      changed_at = excluded.changed_at, cancelled_at = excluded.cancelled_at`.execute(db)
}
