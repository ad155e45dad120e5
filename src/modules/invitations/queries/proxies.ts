import { sql } from 'kysely'
import { inForce } from '../../../platform/authority/in-force.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { released } from '../../meetings/queries/engagements.ts'
import { localAt } from '../../meetings/rules/local-time.ts'
import type { MeetingProxy } from '../schema/proxies.ts'
import type { InvitationRow } from './own.ts'

type Db = Pick<Context, 'db'>

const proxies = ({ db }: Db) =>
  db
    .selectFrom('meeting_proxy as x')
    .innerJoin('meeting_invitee as i', 'i.id', 'x.invitee_id')
    .leftJoin('meeting_slot_card as s', 's.session_id', 'x.session_id')
    .select(['x.id', 'x.meeting_id as meetingId', 'x.invitee_id as inviteeId', 'i.name as inviteeName', 'i.person_id as principal'])
    .select(['x.session_id as sessionId', 's.title as sessionTitle', 'x.person_id as personId', 'x.name', 'x.institution', 'x.position'])
    .select(['x.scopes', 'x.reason', 'x.ended_at as endedAt', 'x.ended_how as endedHow'])
type Row = Awaited<ReturnType<ReturnType<typeof proxies>['executeTakeFirstOrThrow']>>

const proxyFrom = (row: Row, busy: boolean): MeetingProxy => ({
  id: row.id,
  invitee: { id: row.inviteeId, name: row.inviteeName },
  session: row.sessionId ? { id: row.sessionId, name: row.sessionTitle ?? '' } : null,
  personId: row.personId,
  name: row.name,
  institution: row.institution,
  position: row.position,
  scopes: row.scopes as MeetingProxy['scopes'],
  reason: row.reason,
  busy,
  endedAt: row.endedAt?.toISOString() ?? null,
  endedHow: row.endedHow,
})

/** Who goes or went in the place of an invitee, the last first. */
export async function proxiesOf(context: Db, row: InvitationRow): Promise<MeetingProxy[]> {
  const rows = await proxies(context)
    .where('x.invitee_id', '=', row.id)
    .orderBy('x.created_at', 'desc')
    .orderBy('x.id', 'desc')
    .limit(50)
    .execute()
  const open = rows.flatMap(({ personId, endedAt }) => (personId && !endedAt ? [personId] : []))
  const busy = await busyElsewhere(context, row, open)
  return rows.map(each => proxyFrom(each, !each.endedAt && busy.has(each.personId ?? '')))
}

export async function findProxyForChange(context: Db, id: string): Promise<Row | undefined> {
  await context.db.selectFrom('meeting_proxy').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return proxies(context).where('x.id', '=', id).executeTakeFirst()
}

/** Who of these must be elsewhere while the meeting goes on: in a released programme of another, or as invited to another. */
export async function busyElsewhere(
  context: Db,
  { meetingId, startsAt, overAt }: Pick<InvitationRow, 'meetingId' | 'startsAt' | 'overAt'>,
  persons: readonly string[],
): Promise<Set<string>> {
  if (!persons.length) return new Set()
  const engaged = await released(
    context,
    sql<boolean>`(e.person_id = any (${[...persons]}::uuid[]) and e.meeting_id <> ${meetingId}::uuid and e.involvement = 'must'
      and s.starts_at < ${overAt} and coalesce(s.ends_at, s.starts_at + interval '1 hour') > ${startsAt})`,
  )
  const invited = await context.db
    .selectFrom('meeting_invitee as i')
    .innerJoin('meeting_card as m', 'm.id', 'i.meeting_id')
    .where(sql<boolean>`i.person_id = any (${[...persons]}::uuid[])`)
    .where('i.meeting_id', '<>', meetingId)
    .where('i.involvement', '=', 'must')
    .where('i.sent_at', 'is not', null)
    .where('i.withdrawn_at', 'is', null)
    .where('i.answer', 'not in', ['declined', 'proxy'])
    .where('m.state', '<>', 'cancelled')
    .where(sql<boolean>`m.starts_at < ${overAt} and coalesce(m.ends_at, m.starts_at + interval '1 hour') > ${startsAt}`)
    .select('i.person_id as personId')
    .execute()
  return new Set([...engaged, ...invited].flatMap(({ personId }) => personId ?? []))
}

export type Candidate = { id: string; name: string; position: string; email: string | null }
/** Who may go in the place of an invitee: whoever else holds a position at the same office on the day of the meeting. */
export async function candidatesFor({ db }: Db, row: InvitationRow): Promise<Candidate[]> {
  if (!row.officeId) return []
  const day = localAt(row.startsAt, row.zone).slice(0, 10)
  const { rows } = await sql<Candidate>`
    select distinct on (po.rank, p.name, p.id) p.id, p.name, po.name as position, p.email
    from appointment_card a join position_card po on po.id = a.position_id join person_card p on p.id = a.person_id and p.left_at is null
    where a.office_id = ${row.officeId}::uuid and ${inForce('a', day)} and p.id is distinct from ${row.personId}::uuid
    order by po.rank, p.name, p.id limit 100`.execute(db)
  const seen = new Set<string>()
  return rows.filter(({ id }) => !seen.has(id) && seen.add(id))
}

/** Whether somebody sends a proxy to this meeting, or is one there: neither goes on to another. */
export async function isInChain({ db }: Db, meetingId: string, personId: string): Promise<{ sends: boolean; stands: boolean }> {
  const { rows } = await sql<{ sends: boolean; stands: boolean }>`
    select exists (select from meeting_proxy x join meeting_invitee i on i.id = x.invitee_id
        where x.meeting_id = ${meetingId}::uuid and x.ended_at is null and i.person_id = ${personId}::uuid) as sends,
      exists (select from meeting_proxy x where x.meeting_id = ${meetingId}::uuid and x.ended_at is null and x.person_id = ${personId}::uuid) as stands`.execute(
    db,
  )
  return rows[0]!
}
