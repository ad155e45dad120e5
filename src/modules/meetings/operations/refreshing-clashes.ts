import { sql } from 'kysely'
import { type Context, newId } from '../../../platform/operation/operation.ts'
import { engagementOf, released, seenOf } from '../queries/engagements.ts'
import { wantedIn } from '../queries/visible.ts'
import { clashesAmong, oncePerMeetings } from '../rules/clashes/clashes.ts'
import { longestTravel, travel } from '../rules/clashes/travel.ts'

/** What is longer ago is left as it was found. */
const past = 30 * 86_400_000

/** After something of a meeting was moved, released or cancelled; @param before who had a part in it until now */
export async function refreshClashes(context: Context, meetingId: string, before: readonly string[]): Promise<void> {
  await refreshClashesFor(context, meetingId, [...new Set([...before, ...(await wantedIn(context, meetingId))])])
}

/**
 * Finds anew in which two places each of these people is wanted, over all released programmes, after something of one meeting changed: what
 * is new is added, what is no more is said to be gone, and what was ignored comes back where hours or place of one of the two are others.
 * Whoever else does so meanwhile waits for the end of this transaction, and so finds what it wrote. Six statements, however many there are.
 */
export async function refreshClashesFor(context: Context, meetingId: string, persons: readonly string[]): Promise<void> {
  const { db, clock, actor } = context
  if (!persons.length) return
  await sql`select pg_advisory_xact_lock(hashtext('meetings.clashes'))`.execute(db)
  const now = clock.now()
  const since = new Date(now.getTime() - past)
  const engaged = await released(
    context,
    sql<boolean>`(e.person_id = any (${[...persons]}::uuid[])
      and (e.meeting_id = ${meetingId}::uuid or coalesce(s.ends_at, s.starts_at) >= ${since}))`,
  )
  const found = oncePerMeetings(clashesAmong(engaged.map(engagementOf), travel, longestTravel)).map(
    ({ person, a, b, kind, severity, minutes }) => ({
      id: newId(),
      person,
      kind,
      severity,
      minutes,
      a_session: a.session,
      a_meeting: a.meeting,
      b_session: b.session,
      b_meeting: b.meeting,
      starts_at: new Date(Math.max(a.startsAt, b.startsAt)).toISOString(),
      seen: seenOf(a, b),
    }),
  )
  const known = await db
    .selectFrom('meeting_clash as c')
    .where(sql<boolean>`c.person_id = any (${[...persons]}::uuid[])`)
    .where('c.gone_at', 'is', null)
    .where(sql<boolean>`(c.starts_at >= ${since} or c.a_meeting = ${meetingId}::uuid or c.b_meeting = ${meetingId}::uuid)`)
    .select(['c.id', 'c.person_id as person', 'c.a_session', 'c.b_session', 'c.seen', 'c.ignored_at'])
    .execute()
  const is = new Map(found.map(each => [keyOf(each), each.seen]))
  const gone = known.filter(each => !is.has(keyOf(each)))
  const returned = known.filter(each => each.ignored_at && is.get(keyOf(each)) !== each.seen)
  if (gone.length)
    await sql`update meeting_clash set gone_at = ${now}, ignored_at = null, rev = rev + 1 where id = any (${gone.map(({ id }) => id)}::uuid[])`.execute(
      db,
    )
  if (returned.length)
    await sql`insert into meeting_clash_event (id, clash_id, kind, by, at)
      select r.id, r.clash, 'returned', ${actor.personId}::uuid, ${now}
      from jsonb_to_recordset(${JSON.stringify(returned.map(({ id }) => ({ id: newId(), clash: id })))}::jsonb) as r (id uuid, clash uuid)`.execute(
      db,
    )
  if (found.length)
    await sql`insert into meeting_clash as told (id, person_id, kind, severity, minutes, a_session, a_meeting, b_session, b_meeting, starts_at, seen, found_at)
      select r.id, r.person, r.kind, r.severity, r.minutes, r.a_session, r.a_meeting, r.b_session, r.b_meeting, r.starts_at, r.seen, ${now}
      from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as r (id uuid, person uuid, kind text, severity text, minutes integer,
        a_session uuid, a_meeting uuid, b_session uuid, b_meeting uuid, starts_at timestamptz, seen text)
      on conflict (person_id, a_session, b_session) do update set kind = excluded.kind, severity = excluded.severity, minutes = excluded.minutes,
        starts_at = excluded.starts_at, seen = excluded.seen, found_at = excluded.found_at, gone_at = null, ignored_at = null, rev = told.rev + 1
      where told.gone_at is not null or told.seen <> excluded.seen or told.kind <> excluded.kind or told.severity <> excluded.severity`.execute(
      db,
    )
}

const keyOf = ({ person, a_session, b_session }: { person: string; a_session: string; b_session: string }): string =>
  [person, a_session, b_session].join(' ')
