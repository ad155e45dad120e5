import { type RawBuilder, sql } from 'kysely'
import type { Queryable } from '../database/database.ts'
import { byName } from '../database/named.ts'
import { asLocale } from '../i18n/words.ts'
import type { Actor, Grant } from './actor.ts'
import { effectiveGrants, ownOffice } from './holders.ts'

type Row = {
  id: string
  name: string
  locale: string
  zone: Actor['zone'] | null
  office: { id: string; name: string; path: string; kind: string; zone: Actor['zone'] } | null
  grants: { role: Grant['role']; path: string | null; descendants: boolean; partnerId: string | null; partner: string | null }[]
}

const columns = (today: string) => sql`
  p.id, p.name, p.locale, p.zone,
  (select jsonb_build_object('id', o.id, 'name', o.name, 'path', o.path::text, 'kind', o.kind, 'zone', o.zone)
    from office o where o.id = ${ownOffice(sql.ref('p.id'), today)}) as office,
  coalesce((select jsonb_agg(jsonb_build_object('role', e.role, 'path', e.path::text, 'descendants', e.descendants, 'partnerId', e.partner_id,
    'partner', case when e.partner_id is not null then (select c.partner_name from role_grant_card c where c.id = e.id) end))
    from ${effectiveGrants(today)} e where e.person_id = p.id), '[]') as grants`

/** A number about the person, by their id, that whoever asks has read in the same statement. */
export type NumberOf = (person: RawBuilder<unknown>) => RawBuilder<number>

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
  also?: NumberOf,
): Promise<{ actor: Actor; seenAt: Date; also: number | null } | null> {
  const { rows } = await sql<Row & { sessionId: string; seenAt: Date; also: number | null }>`
    ${byName} select ${columns(today)}, s.id as "sessionId", s."updatedAt" as "seenAt",
      ${also?.(sql.ref('p.id')) ?? sql`null`} as also
    from auth_session_card s join person p on p.auth_user_id = s."userId"
    where s.token = ${token} and s."expiresAt" > ${now} and s."createdAt" > ${now}::timestamptz - interval '30 days'
      and p.left_at is null`.execute(db)
  const actor = actorFrom(rows[0])
  if (!actor || !rows[0]) return null
  const { sessionId, seenAt, also: number } = rows[0]
  return { actor: { ...actor, sessionId }, seenAt, also: number }
}

type TokenRow = { tokenId: string; scopes: string[]; lastUsedOn: string | null }

/** The person behind a program's token, in the same way, with the token's scopes and the day on which it was last noted as used. */
export async function actorOfToken(
  db: Queryable,
  hash: string,
  now: Date,
  today: string,
): Promise<{ actor: Actor; token: TokenRow } | null> {
  const { rows } = await sql<Row & TokenRow>`
    ${byName} select ${columns(today)}, t.id as "tokenId", t.scopes, t.last_used_on as "lastUsedOn" from api_token_card t join person p on p.id = t.person_id
    where t.hash = ${hash} and t.revoked_at is null and t.expires_at > ${now} and p.left_at is null`.execute(db)
  const actor = actorFrom(rows[0])
  return actor && rows[0] ? { actor, token: rows[0] } : null
}

/** Whoever is signed in by these sessions now, by their token, in one statement for however many; nothing is noted as used. */
export async function actorsOfSessions(db: Queryable, tokens: readonly string[], now: Date, today: string): Promise<Map<string, Actor>> {
  const { rows } = await sql<Row & { sessionId: string; token: string }>`
    select ${columns(today)}, s.id as "sessionId", s.token from auth_session_card s join person p on p.auth_user_id = s."userId"
    where s.token = any (${tokens}) and s."expiresAt" > ${now} and s."createdAt" > ${now}::timestamptz - interval '30 days' and p.left_at is null`.execute(
    db,
  )
  return new Map(rows.map(row => [row.token, { ...actorFrom(row)!, sessionId: row.sessionId }]))
}

export async function actorOfPerson(db: Queryable, personId: string, today: string): Promise<Actor | null> {
  const { rows } = await sql<Row>`select ${columns(today)} from person p where p.id = ${personId} and p.left_at is null`.execute(db)
  return actorFrom(rows[0])
}

function actorFrom(row: Row | undefined): Actor | null {
  if (!row) return null
  const partner = row.grants.find(grant => grant.partner)?.partner
  const { zone, ...office } = row.office ?? { zone: 'Asia/Jakarta' as const }
  return {
    kind: 'person',
    personId: row.id,
    name: row.name,
    locale: asLocale(row.locale),
    zone: row.zone ?? zone,
    office: row.office ? (office as Actor['office']) : null,
    grants: row.grants.map(({ partner: _, ...grant }) => grant),
    ...(partner ? { partner } : {}),
    scope: null,
  }
}
