import { sql } from 'kysely'
import { reach, within } from '../../../platform/authority/reach.ts'
import { type Order, pageOf } from '../../../platform/database/keyset.ts'
import { hasInOrder, sortKey } from '../../../platform/database/search.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { firstDay, holdsOn } from '../../invitations/queries/holding.ts'

/**
 * Those who are invited to a meeting and whose attendance one may read: all, for whoever reads the meetings of the hosting office; else
 * those of offices in reach to whom the invitation was sent, and oneself.
 */
export function visiblePeople(context: Context) {
  const own = reach(context, 'meeting.read')
  const hosted = within(own, { path: sql.ref('h.path') })
  const invited = sql`(i.sent_at is not null and (i.person_id = ${context.actor.personId}::uuid or ${within(own, { path: sql.ref('o.path') })}))`
  return context.db
    .selectFrom('meeting_invitee_card as i')
    .innerJoin('meeting_card as m', 'm.id', 'i.meeting_id')
    .innerJoin('office_card as h', 'h.id', 'm.office_id')
    .leftJoin('office_card as o', 'o.id', 'i.office_id')
    .where('i.state', '<>', 'withdrawn')
    .where(own.everywhere ? sql<boolean>`true` : sql<boolean>`(${hosted} or ${invited})`)
}

const columns = [
  'i.id',
  'i.name',
  'i.position',
  'i.person_id as personId',
  'i.office_id as officeId',
  'o.name as officeName',
  'i.institution',
] as const
const detailed = (context: Context, meetingId: string) => visiblePeople(context).where('i.meeting_id', '=', meetingId).select(columns)
export type PersonRow = Awaited<ReturnType<ReturnType<typeof detailed>['executeTakeFirstOrThrow']>>

/** By office, then by position and name; those of no office last. */
const byOffice: Order = {
  name: 'office',
  column: sql`(coalesce(o.code, '~' || coalesce(i.institution, '')) || ' ' || lpad(i.rank::text, 4, '0') || ' ' || ${sortKey(sql`i.name`)})`,
  type: 'text',
  descending: false,
}
/** `among` narrows to these invitations; `path` to an office and those below it. */
type Narrowed = { meeting: string; among?: readonly string[] | undefined; path?: string | undefined; q?: string | undefined }
type Turn = { after?: string | undefined; before?: string | undefined; most?: number | undefined }

export const pageOfPeople = (context: Context, { after, before, most, ...filter }: Narrowed & Turn) =>
  pageOf(detailed(context, filter.meeting).where(filterCondition(filter)), byOffice, sql`i.id`, { after, before, most })

export async function countPeople(context: Context, filter: Narrowed): Promise<number> {
  const { count } = await visiblePeople(context)
    .where('i.meeting_id', '=', filter.meeting)
    .where(filterCondition(filter))
    .select(sql<number>`count(*)::integer`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

function filterCondition({ among, path, q }: Narrowed) {
  const conditions = [
    ...(among ? [sql`i.id = any (${[...among]}::uuid[])`] : []),
    ...(path ? [sql`o.path <@ ${path}::text::ltree`] : []),
    ...(q ? [sql`(${hasInOrder(sql`i.name`, q)} or ${hasInOrder(sql`coalesce(o.name, i.institution, '')`, q)})`] : []),
  ]
  return conditions.length ? sql<boolean>`(${sql.join(conditions, sql` and `)})` : sql<boolean>`true`
}

/** Everybody whose attendance of this meeting one may read, with the province that they are of. */
export const peopleOf = (context: Context, meetingId: string) =>
  detailed(context, meetingId)
    .leftJoin('office_card as p', join => join.on(sql<boolean>`p.path = subpath(o.path, 0, least(nlevel(o.path), 2))`))
    .select(['p.id as areaId', 'p.name as areaName', 'p.kind as areaKind', 'i.sent_at as sentAt'])
    .orderBy(byOffice.column)
    .orderBy('i.id')
    .execute()

/** Which edition of a badge counts, of those that were issued anew. */
export async function editionsOf({ db }: Pick<Context, 'db'>, meetingId: string): Promise<Map<string, number>> {
  const rows = await db.selectFrom('attendance_badge').select(['invitee_id as id', 'edition']).where('meeting_id', '=', meetingId).execute()
  return new Map(rows.map(({ id, edition }) => [id, edition]))
}

/** Who has a place in each parallel class of a meeting; a class in which nobody has one is everybody's. */
export const classesOf = async (context: Pick<Context, 'db'>, meetingId: string): Promise<Map<string, Set<string>>> =>
  (await classesOfMany(context, [meetingId])).get(meetingId) ?? new Map()

/** The same of several, by the meeting. */
export async function classesOfMany(
  { db }: Pick<Context, 'db'>,
  meetings: readonly string[],
): Promise<Map<string, Map<string, Set<string>>>> {
  const rows = await db
    .selectFrom('meeting_class_seat_card as s')
    .innerJoin('meeting_class_card as c', 'c.id', 's.class_id')
    .select(['c.meeting_id as meeting', 'c.name as class', 's.invitee_id as invitee'])
    .where(sql<boolean>`c.meeting_id = any (${[...meetings]}::uuid[])`)
    .where('s.state', '=', 'placed')
    .execute()
  const byMeeting = Map.groupBy(rows, row => row.meeting ?? '')
  return new Map(
    [...byMeeting].map(([meeting, all]) => [
      meeting,
      new Map(
        [...Map.groupBy(all, row => row.class ?? '')].map(([name, some]) => [name, new Set(some.map(({ invitee }) => invitee ?? ''))]),
      ),
    ]),
  )
}

/** Whether somebody belongs in a session: in one of a parallel class those who have a place in it. */
export const belongsIn =
  (session: { class: string | null }, classes: Awaited<ReturnType<typeof classesOf>>) =>
  ({ id }: { id: string }): boolean =>
    session.class === null || (classes.get(session.class)?.has(id) ?? true)

export const findPerson = (context: Context, meetingId: string, id: string) =>
  detailed(context, meetingId).where('i.id', '=', id).executeTakeFirst()

/** Which of these are invited to the meeting, whoever asks. */
export async function invitedAmong({ db }: Pick<Context, 'db'>, meetingId: string, ids: readonly string[]): Promise<Map<string, string>> {
  if (!ids.length) return new Map()
  const rows = await db
    .selectFrom('meeting_invitee_card')
    .select(['id', 'name'])
    .where('meeting_id', '=', meetingId)
    .where('state', '<>', 'withdrawn')
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The own invitation of whoever asks, once it was sent, as long as they hold what they are invited as on the day of the meeting. */
export async function ownInvitation({ db, actor }: Pick<Context, 'db' | 'actor'>, meetingId: string): Promise<string | null> {
  if (!actor.personId) return null
  const row = await db
    .selectFrom('meeting_invitee_card as i')
    .innerJoin('meeting_card as m', 'm.id', 'i.meeting_id')
    .innerJoin('office_card as h', 'h.id', 'm.office_id')
    .select('i.id')
    .where('i.meeting_id', '=', meetingId)
    .where('i.person_id', '=', actor.personId)
    .where('i.state', '=', 'sent')
    .where('i.gone_at', 'is', null)
    .where(holdsOn(firstDay))
    .executeTakeFirst()
  return row?.id ?? null
}
