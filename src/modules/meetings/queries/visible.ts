import { sql } from 'kysely'
import { covers, isEmpty, reach, within } from '../../../platform/authority/reach.ts'
import type { Localized } from '../../../platform/i18n/words.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import type { Meeting } from '../schema/meetings.ts'

/**
 * Meetings that offices in reach host, those in whose released programme one has a part, and those to which one is invited; not for whoever
 * has lost every role.
 */
export function visible(context: Context) {
  const own = reach(context, 'meeting.read')
  const offices = sql<boolean>`m.office_id = any (array(select r.id from office_card r where ${within(own, { path: sql.ref('r.path') })}))`
  return context.db
    .selectFrom('meeting as m')
    .innerJoin('office_card as o', 'o.id', 'm.office_id')
    .where(own.everywhere ? sql<boolean>`true` : sql<boolean>`(${offices} or ${isEmpty(own) ? sql`false` : engaged(context)})`)
}

/** One has a part in its released programme, or is invited. */
export const engaged = ({ actor }: Pick<Context, 'actor'>, id = sql.ref('m.id')) =>
  sql`${id} in (select e.meeting_id from meeting_engagement e where e.person_id = ${actor.personId}::uuid
    union all select r.meeting_id from meeting_reader r where r.person_id = ${actor.personId}::uuid)`

/** Which of several people may read one meeting, in their order: what decides in `visible` is read once, and each is held against it. */
export async function readersAmong(contexts: readonly [Context, ...Context[]], id: string): Promise<boolean[]> {
  const persons = contexts.flatMap(({ actor }) => actor.personId ?? [])
  const { rows } = await sql<{ host: string; engaged: string[] }>`
    select o.path::text as host,
      array(select person_id::text from meeting_engagement where meeting_id = m.id and person_id = any (${persons}::uuid[])
        union all select person_id::text from meeting_reader where meeting_id = m.id and person_id = any (${persons}::uuid[])) as engaged
    from meeting m join office_card o on o.id = m.office_id where m.id = ${id}`.execute(contexts[0].db)
  const meeting = rows[0]
  const engaged = new Set(meeting?.engaged)
  return contexts.map(context => {
    const own = reach(context, 'meeting.read')
    const { personId } = context.actor
    return !!meeting && (covers(own, { path: meeting.host }) || (!isEmpty(own) && personId !== null && engaged.has(personId)))
  })
}

const columns = [
  'm.id',
  'm.number',
  'm.kind_id as kindId',
  'k.names as kindNames',
  'm.title',
  'm.theme',
  'm.office_id as officeId',
  'o.name as officeName',
  'o.zone',
  'm.unit',
  'm.mode',
  'm.place',
  'm.region_id as regionId',
  'r.name as regionName',
  sql<string>`coalesce(r.code, o.code)`.as('region'),
  'm.link',
  'm.legal_basis as legalBasis',
  'm.starts_at as startsAt',
  'm.ends_at as endsAt',
  'm.state',
  'm.copied_from as copiedFrom',
  'm.rev',
  sql<string>`o.path::text`.as('path'),
] as const

export const detailed = (context: Context) =>
  visible(context).innerJoin('meeting_kind as k', 'k.id', 'm.kind_id').leftJoin('office_card as r', 'r.id', 'm.region_id').select(columns)
export type MeetingRow = Awaited<ReturnType<ReturnType<typeof detailed>['executeTakeFirstOrThrow']>>

export async function findMeeting(context: Context, id: string): Promise<MeetingRow> {
  const row = await detailed(context).where('m.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** Locked first and read after: what was waited for is read as it is now. */
export async function findMeetingForChange(context: Context, id: string): Promise<MeetingRow> {
  await visible(context).where('m.id', '=', id).select('m.id').forUpdate('m').executeTakeFirst()
  return findMeeting(context, id)
}

export const meetingFrom = (row: MeetingRow): Meeting => ({
  id: row.id,
  number: row.number,
  kind: { id: row.kindId, names: row.kindNames as Localized },
  title: row.title,
  theme: row.theme,
  office: { id: row.officeId, name: row.officeName },
  unit: row.unit,
  mode: row.mode,
  place: row.place,
  link: row.link,
  startsAt: row.startsAt.toISOString(),
  endsAt: row.endsAt?.toISOString() ?? null,
  zone: row.zone,
  state: row.state,
  rev: row.rev,
})

/** Who has a part in its released programme. */
export async function engagedIn({ db }: Pick<Context, 'db'>, meetingId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('meeting_engagement')
    .select('person_id')
    .distinct()
    .where('meeting_id', '=', meetingId)
    .orderBy('person_id')
    .execute()
  return rows.map(row => row.person_id)
}

/** Who is wanted there, by a part or as invited, whether or not anything of it is released. */
export async function wantedIn({ db }: Pick<Context, 'db'>, meetingId: string): Promise<string[]> {
  const { rows } = await sql<{ person: string }>`select person_id as person from meeting_engagement where meeting_id = ${meetingId}::uuid
    union select person_id from meeting_reader where meeting_id = ${meetingId}::uuid and involvement is not null`.execute(db)
  return rows.map(({ person }) => person)
}

/** What it is for, in order. */
export const objectivesOf = ({ db }: Pick<Context, 'db'>, meetingId: string) =>
  db
    .selectFrom('meeting_objective')
    .select(['id', 'text', 'reached', 'outcome'])
    .where('meeting_id', '=', meetingId)
    .orderBy('seq')
    .execute()

/** What happened to it, the first first. */
export const eventsOf = ({ db }: Pick<Context, 'db'>, meetingId: string) =>
  db
    .selectFrom('meeting_event as e')
    .leftJoin('person_card as p', 'p.id', 'e.by')
    .select(['e.id', 'e.kind', 'e.at', 'e.note', 'e.was', 'e.became', 'p.name as by'])
    .where('e.meeting_id', '=', meetingId)
    .orderBy('e.at')
    .orderBy('e.id')
    .execute()

export const kindsOf = ({ db }: Pick<Context, 'db'>) =>
  db.selectFrom('meeting_kind').select(['id', 'names']).orderBy('rank').orderBy('id').execute()

/** As the audit trail knows a meeting: its kind and id, and the office that may read the line. */
export const placeOf = ({ id, path }: Pick<MeetingRow, 'id' | 'path'>) => ({ kind: 'meeting', id, reach: [path] })
