import { sql } from 'kysely'
import { holders, holdsAnywhere } from '../../../platform/authority/holders.ts'
import { lacking } from '../../../platform/authority/lacking.ts'
import { covers, isEmpty, reach, reachOf, within } from '../../../platform/authority/reach.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { forbidden, notFound } from '../../../platform/refusals/refusal.ts'
import { visible as visibleMeetings } from '../../meetings/queries/visible.ts'
import type { Rights } from '../rules/transitions.ts'
import type { Minutes } from '../schema/minutes.ts'

/**
 * Minutes of meetings that one may read: those that were distributed, and before that for whoever writes or approves them. A part in a
 * session counts as it was released last, and of whoever holds a role today.
 */
export const visible = (context: Context) =>
  visibleMeetings(context)
    .innerJoin('minutes as n', 'n.meeting_id', 'm.id')
    .where(sql<boolean>`(n.state = 'distributed' or ${isOfMine(context)})`)

/** One writes the meetings of the office that hosts it, or takes the minutes of the session or chairs it. */
const isOfMine = ({ actor }: Context) =>
  sql`(${within(reachOf(actor, 'meeting.write'), { path: sql.ref('o.path') })} or n.session_id in (
    select e.session_id from meeting_engagement_card e where e.person_id = ${actor.personId}::uuid and e.roles && array['minutes', 'chairs']))`

const columns = [
  'n.id',
  'n.meeting_id as meetingId',
  'm.number as meetingNumber',
  'm.title as meetingTitle',
  'm.state as meetingState',
  'm.kind_id as meetingKindId',
  'm.place as meetingPlace',
  'm.starts_at as meetingStartsAt',
  'm.ends_at as meetingEndsAt',
  'n.session_id as sessionId',
  'n.title',
  'n.state',
  'n.frozen',
  'n.hash',
  'n.approved_at as approvedAt',
  'p.name as approvedBy',
  'n.distributed_at as distributedAt',
  'n.rev',
  'o.name as officeName',
  'o.zone',
  'm.office_id as officeId',
  sql<string>`o.path::text`.as('path'),
] as const

export const detailed = (context: Context) => visible(context).leftJoin('person_card as p', 'p.id', 'n.approved_by').select(columns)
export type MinutesRow = Awaited<ReturnType<ReturnType<typeof detailed>['executeTakeFirstOrThrow']>>

export async function findMinutes(context: Context, id: string): Promise<MinutesRow> {
  const row = await detailed(context).where('n.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** Locked first and read after: what was waited for is read as it is now. */
export async function findMinutesForChange(context: Context, id: string): Promise<MinutesRow> {
  await visible(context).where('n.id', '=', id).select('n.id').forUpdate('n').executeTakeFirst()
  return findMinutes(context, id)
}

export const minutesFrom = (row: MinutesRow): Minutes => ({
  id: row.id,
  meeting: { id: row.meetingId, number: row.meetingNumber, title: row.meetingTitle },
  sessionId: row.sessionId,
  title: row.title,
  state: row.state,
  hash: row.hash,
  approvedBy: row.approvedBy,
  approvedAt: row.approvedAt?.toISOString() ?? null,
  rev: row.rev,
})

type Place = { sessionId: string | null; path: string }
export type Person = { id: string; name: string }

/** What one does oneself in a session, as released last; nothing for whoever has lost every role. */
async function rolesIn(context: Context, sessionId: string | null): Promise<string[]> {
  if (!sessionId || !context.actor.personId || isEmpty(reach(context, 'meeting.read'))) return []
  const row = await context.db
    .selectFrom('meeting_engagement_card')
    .select('roles')
    .where('session_id', '=', sessionId)
    .where('person_id', '=', context.actor.personId)
    .executeTakeFirst()
  return row?.roles ?? []
}

/** Whether the one who asks may write the minutes of a session, as of today. */
export async function writesMinutes(context: Context, { sessionId, path }: Place): Promise<boolean> {
  if (context.actor.scope === 'read') return false
  if (covers(reach(context, 'meeting.write'), { path })) return true
  return (await rolesIn(context, sessionId)).some(role => role === 'minutes' || role === 'chairs')
}

export async function authorizeWriting(context: Context, place: Place): Promise<void> {
  if (await writesMinutes(context, place)) return
  throw context.actor.scope === 'read' ? forbidden() : lacking('meeting.write', context.actor)
}

/** Who may approve: those who chair the session and hold a role today; where nobody does, those who write the meetings of its office. */
export async function approversOf(context: Context, { sessionId, path }: Place): Promise<Person[]> {
  const today = context.clock.today()
  const chairs = sessionId
    ? await context.db
        .selectFrom('meeting_engagement_card as e')
        .innerJoin('person_card as p', 'p.id', 'e.person_id')
        .where('e.session_id', '=', sessionId)
        .where(sql<boolean>`'chairs' = any (e.roles)`)
        .where('p.left_at', 'is', null)
        .where(holdsAnywhere('meeting.read', sql.ref('p.id'), today))
        .select(['p.id', 'p.name'])
        .orderBy('p.name')
        .execute()
    : []
  return chairs.length ? chairs : (await holders(context, 'meeting.write', path, today)).map(({ id, name }) => ({ id, name }))
}

export const writersOf = ({ db }: Pick<Context, 'db'>, minutesId: string): Promise<Person[]> =>
  db
    .selectFrom('minutes_writer as w')
    .innerJoin('person_card as p', 'p.id', 'w.person_id')
    .select(['p.id', 'p.name'])
    .where('w.minutes_id', '=', minutesId)
    .orderBy('p.name')
    .execute()

/** The operator of the machine writes and, where nobody chairs, approves. */
export async function rightsOver(context: Context, row: MinutesRow): Promise<Rights & { approvers: Person[]; writers: Person[] }> {
  const { actor } = context
  const approvers = await approversOf(context, row)
  const writers = await writersOf(context, row.id)
  const writes = await writesMinutes(context, row)
  const isApprover = actor.personId ? approvers.some(({ id }) => id === actor.personId) : actor.kind === 'system'
  const others = approvers.filter(({ id }) => id !== actor.personId)
  const isOnlyWriter = writers.length === 1 && writers[0]!.id === actor.personId && others.length > 0
  return { writes, approves: isApprover && actor.scope !== 'read', isOnlyWriter, approvers, writers }
}
