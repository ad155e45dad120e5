import { type Selectable, sql } from 'kysely'
import type { Tables } from '../../../platform/database/tables.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import type { Part, Session } from '../schema/programmes.ts'
import { findMeetingForChange, type MeetingRow } from './visible.ts'

type Db = Pick<Context, 'db'>

/** The draft: its sessions by time, those without one last, each with who has a part in it; two statements. */
export async function draftOf({ db }: Db, meetingId: string): Promise<(Session & { rev: number })[]> {
  const sessions = await db
    .selectFrom('meeting_session as s')
    .select(['s.id', 's.kind', 's.title', 's.description', 's.class', 's.owner', 's.room', 's.expected', 's.day', 's.rev'])
    .select(['s.starts_at as startsAt', 's.ends_at as endsAt'])
    .where('s.meeting_id', '=', meetingId)
    .where('s.removed_at', 'is', null)
    .orderBy(sql`s.starts_at nulls last`)
    .orderBy(sql`s.class nulls first`)
    .orderBy('s.id')
    .execute()
  const parts = Map.groupBy(await partsOf({ db }, meetingId), ({ sessionId }) => sessionId)
  return sessions.map(({ startsAt, endsAt, ...session }) => ({
    ...session,
    startsAt: startsAt?.toISOString() ?? null,
    endsAt: endsAt?.toISOString() ?? null,
    parts: (parts.get(session.id) ?? []).map(({ sessionId, ...part }) => part),
  }))
}

const partsOf = ({ db }: Db, meetingId: string): Promise<(Part & { sessionId: string })[]> =>
  db
    .selectFrom('meeting_part as q')
    .innerJoin('meeting_session as s', 's.id', 'q.session_id')
    .leftJoin('person_card as p', 'p.id', 'q.person_id')
    .where('s.meeting_id', '=', meetingId)
    .select(['q.id', 'q.session_id as sessionId', 'q.role', 'q.person_id as personId', 'q.institution', 'q.involvement'])
    .select(['q.behalf_of as behalfOf', 'q.reads_message as readsMessage', sql<string>`coalesce(q.guest, p.name, '')`.as('name')])
    .orderBy('q.seq')
    .orderBy('q.id')
    .execute()

/** What was released last, with the sessions as they then stood; null where nothing was. */
export async function lastRelease({ db }: Db, meetingId: string) {
  const row = await db
    .selectFrom('meeting_release as r')
    .leftJoin('person_card as p', 'p.id', 'r.by')
    .select(['r.number', 'r.sessions', 'r.changes', 'r.at', 'p.name as by'])
    .where('r.meeting_id', '=', meetingId)
    .orderBy('r.number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { ...row, sessions: row.sessions as Session[] } : null
}

/** The meeting of a session, locked first: of two who change the programme at once the second finds what the first left behind. */
export async function findSessionForChange(context: Context, id: string): Promise<{ meeting: MeetingRow; session: LockedSession }> {
  const place = await context.db.selectFrom('meeting_session').select('meeting_id').where('id', '=', id).executeTakeFirst()
  if (!place) throw notFound()
  const meeting = await findMeetingForChange(context, place.meeting_id)
  const row = await context.db.selectFrom('meeting_session').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  return { meeting, session: row }
}
export type LockedSession = Selectable<Tables['meeting_session']>
