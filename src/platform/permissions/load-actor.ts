import { sql } from 'kysely'
import type { Queryable } from '../database.ts'
import type { Actor, Grant } from './actor.ts'
import { inForce, isHeld } from './in-force.ts'

type Row = {
  id: string
  name: string
  locale: Actor['locale']
  zone: Actor['zone'] | null
  office: { id: string; name: string; path: string; kind: string; zone: Actor['zone'] } | null
  unread: number
  grants: { role: Grant['role']; path: string | null; descendants: boolean; partnerId: string | null }[]
}

const columns = (today: string) => sql`
  p.id, p.name, p.locale, p.zone,
  (select count(*)::integer from (select from notice n where n.person_id = p.id and n.read_at is null limit 100) waiting) as unread,
  (select jsonb_build_object('id', o.id, 'name', o.name, 'path', o.path::text, 'kind', o.kind, 'zone', o.zone) from (
     select a.office_id, 0 as rank, a.from_on from appointment a where a.person_id = p.id and ${inForce('a', today)}
     union all
     select g.office_id, 1, g.from_on from role_grant g where g.person_id = p.id and g.office_id is not null and ${isHeld('g', today)}
     order by rank, from_on desc limit 1) own join office o on o.id = own.office_id) as office,
  coalesce((select jsonb_agg(jsonb_build_object('role', g.role, 'path', coalesce(a.path, o.path)::text, 'descendants', g.with_descendants and g.person_id is not null, 'partnerId', g.partner_id))
    from role_grant g
    left join office o on o.id = g.office_id
    left join lateral (
      select held.path from appointment ap join office held on held.id = ap.office_id
      where g.position_id is not null and ap.person_id = p.id and ap.position_id = g.position_id and ${inForce('ap', today)}
        and (held.path = o.path or (g.with_descendants and held.path <@ o.path))
    ) a on true
    where ${isHeld('g', today)}
      and (g.person_id = p.id or (g.position_id in (select position_id from appointment where person_id = p.id) and a.path is not null))), '[]') as grants`

/**
 * The person behind a session token, with all grants of this day, in one statement; `seenAt` is when the session was last noted as used.
 * A grant to a position holds in the office where the person has that position; a grant to a person in the office it names.
 * However much it is used, a session ends 30 days after signing in.
 */
export async function actorOfSession(
  db: Queryable,
  token: string,
  now: Date,
  today: string,
): Promise<{ actor: Actor; seenAt: Date } | null> {
  const { rows } = await sql<Row & { sessionId: string; seenAt: Date }>`
    select ${columns(today)}, s.id as "sessionId", s."updatedAt" as "seenAt" from auth_session s join person p on p.auth_user_id = s."userId"
    where s.token = ${token} and s."expiresAt" > ${now} and s."createdAt" > ${now}::timestamptz - interval '30 days' and p.left_at is null`.execute(
    db,
  )
  const actor = actorFrom(rows[0])
  return actor && rows[0] ? { actor: { ...actor, sessionId: rows[0].sessionId }, seenAt: rows[0].seenAt } : null
}

export async function actorOfPerson(db: Queryable, personId: string, today: string): Promise<Actor | null> {
  const { rows } = await sql<Row>`select ${columns(today)} from person p where p.id = ${personId} and p.left_at is null`.execute(db)
  return actorFrom(rows[0])
}

function actorFrom(row: Row | undefined): Actor | null {
  if (!row) return null
  const { zone, ...office } = row.office ?? { zone: 'Asia/Jakarta' as const }
  return {
    kind: 'person',
    personId: row.id,
    name: row.name,
    locale: row.locale,
    zone: row.zone ?? zone,
    office: row.office ? (office as Actor['office']) : null,
    grants: row.grants,
    scope: null,
    unread: row.unread,
  }
}
