import { sql } from 'kysely'
import type { Queryable } from '../../../platform/database/database.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import type { Kept } from '../rules/publish.ts'
import type { Feed } from '../schema.ts'

/** By the person, or with all else by which somebody could act as them. */
export const revokedAt = sql<Date | null>`coalesce(f.revoked_at, case when p.access_ended_at >= f.created_at then p.access_ended_at end)`

/** One's own, those that can be read first, then the newest. */
export const feedsOf = (context: Context, personId: string): Promise<Feed[]> =>
  ownFeeds(context, personId)
    .orderBy(sql`${revokedAt} is null`, 'desc')
    .orderBy('f.created_at', 'desc')
    .orderBy('f.id', 'desc')
    .limit(50)
    .execute()

export const ownFeeds = ({ db }: Context, personId: string) =>
  db
    .selectFrom('calendar_feed as f')
    .innerJoin('person_card as p', 'p.id', 'f.person_id')
    .select(['f.id', 'f.name', 'f.mine', 'f.hint', 'f.created_at as createdAt', 'f.read_at as readAt', revokedAt.as('revokedAt')])
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

/** Held until what is read of it is kept: of two readings at once the second finds what the first has told. */
export async function lockFeed({ db }: Context, id: string): Promise<{ mine: boolean; readAt: Date | null }> {
  const feed = await db
    .selectFrom('calendar_feed')
    .select(['mine', 'read_at as readAt'])
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
