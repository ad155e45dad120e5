import { type RawBuilder, sql } from 'kysely'
import { isEmpty, reach, within } from '../../../platform/authority/reach.ts'
import { pageOf } from '../../../platform/database/keyset.ts'
import { instantOf } from '../../../platform/i18n/format.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { addDays } from '../../../platform/values/clock.ts'
import type { Clash, ClashFilter, ClashSide } from '../schema/clashes.ts'
import { engaged } from './visible.ts'

export type ClashQuestion = ClashFilter & { office?: string | undefined; person?: string | undefined }
type Turn = { after?: string | undefined; before?: string | undefined; most?: number | undefined }

/**
 * Clashes of which one reads at least one of the two meetings by a role at its host, and one's own: whoever only has a part in a meeting
 * does not learn of others' engagements. `isReadableA` and `isReadableB` say which of the two meetings one may read.
 */
function visibleClashes(context: Context) {
  const own = reach(context, 'meeting.read')
  const me = sql`${context.actor.personId}::uuid`
  const hosted = (office: string) => within(own, { path: sql.ref(`${office}.path`) })
  const readable = (meeting: string, office: string): RawBuilder<boolean> =>
    isEmpty(own) ? sql<boolean>`false` : sql<boolean>`(${hosted(office)} or ${engaged(context, sql.ref(`${meeting}.id`))})`
  return context.db
    .selectFrom('meeting_clash as c')
    .innerJoin('person_card as p', 'p.id', 'c.person_id')
    .innerJoin('meeting as ma', 'ma.id', 'c.a_meeting')
    .innerJoin('office_card as oa', 'oa.id', 'ma.office_id')
    .innerJoin('meeting_slot as sa', 'sa.session_id', 'c.a_session')
    .innerJoin('meeting as mb', 'mb.id', 'c.b_meeting')
    .innerJoin('office_card as ob', 'ob.id', 'mb.office_id')
    .innerJoin('meeting_slot as sb', 'sb.session_id', 'c.b_session')
    .where('c.gone_at', 'is', null)
    .where(isEmpty(own) ? sql<boolean>`false` : sql<boolean>`(${hosted('oa')} or ${hosted('ob')} or c.person_id = ${me})`)
    .select([readable('ma', 'oa').as('isReadableA'), readable('mb', 'ob').as('isReadableB')])
}

const detailed = (context: Context) =>
  visibleClashes(context)
    .select(['c.id', 'c.kind', 'c.severity', 'c.minutes', 'c.rev', 'c.starts_at as startsAt', 'c.ignored_at as ignoredAt'])
    .select(['c.person_id as personId', 'p.name as person'])
    .select(['c.a_session as aSession', 'c.a_meeting as aMeeting', 'ma.title as aTitle', 'oa.id as aOfficeId', 'oa.name as aOffice'])
    .select(['sa.title as aName', 'sa.starts_at as aStartsAt', 'sa.ends_at as aEndsAt', 'ma.place as aPlace', 'ma.starts_at as aBegins'])
    .select(['c.b_session as bSession', 'c.b_meeting as bMeeting', 'mb.title as bTitle', 'ob.id as bOfficeId', 'ob.name as bOffice'])
    .select(['sb.title as bName', 'sb.starts_at as bStartsAt', 'sb.ends_at as bEndsAt', 'mb.place as bPlace', 'mb.starts_at as bBegins'])
    .select([sql<string>`oa.path::text`.as('aPath'), sql<string>`ob.path::text`.as('bPath'), 'oa.zone as aZone', 'ob.zone as bZone'])
export type ClashRow = Awaited<ReturnType<ReturnType<typeof detailed>['executeTakeFirstOrThrow']>>

/** One page by when they begin, with how many there are, and how many of the same were ignored. */
export async function pageOfClashes(context: Context, { after, before, most, ...asked }: ClashQuestion & Turn, size?: number) {
  const { rows, next, previous } = await pageOf(
    detailed(context).where(conditionOf(context, asked)).where(inState(asked.state)),
    { name: 'starts', column: sql`c.starts_at`, type: 'timestamptz', descending: false },
    sql.ref('c.id'),
    { after, before, most },
    size,
  )
  return { clashes: rows.map(clashFrom), next, previous }
}

export async function countClashes(context: Context, asked: ClashQuestion): Promise<{ total: number; ignored: number }> {
  const counted = context.db.selectFrom(
    visibleClashes(context).where(conditionOf(context, asked)).select(sql<boolean>`c.ignored_at is not null`.as('ignored')).as('counted'),
  )
  const { open, ignored } = await counted
    .select([
      sql<number>`count(*) filter (where not counted.ignored)`.as('open'),
      sql<number>`count(*) filter (where counted.ignored)`.as('ignored'),
    ])
    .executeTakeFirstOrThrow()
  return { total: asked.state === 'open' ? open : ignored, ignored }
}

const inState = (state: ClashFilter['state']) =>
  state === 'open' ? sql<boolean>`c.ignored_at is null` : sql<boolean>`c.ignored_at is not null`

/** The office is asked of the meetings alone that one may read: that another is hosted there is nobody else's to know. */
function conditionOf(context: Context, { severity, from, until, office, person }: ClashQuestion): RawBuilder<boolean> {
  const { zone } = context.actor
  const first = from ?? (until ? null : context.clock.today(zone))
  const own = reach(context, 'meeting.read')
  const hosted = (alias: string) =>
    sql`(${within(own, { path: sql.ref(`${alias}.path`) })} and ${sql.ref(`${alias}.path`)} <@ (select above.path from office_card above where above.id = ${office}::uuid))`
  const conditions = [
    ...(severity ? [sql`c.severity = ${severity}`] : []),
    ...(first ? [sql`c.starts_at >= ${instantOf(first, 0, zone)}`] : []),
    ...(until ? [sql`c.starts_at < ${instantOf(addDays(until, 1), 0, zone)}`] : []),
    ...(person ? [sql`c.person_id = ${person}::uuid`] : []),
    ...(office ? [sql`(${hosted('oa')} or ${hosted('ob')})`] : []),
  ]
  return conditions.length ? sql<boolean>`(${sql.join(conditions, sql` and `)})` : sql<boolean>`true`
}

export async function findClash(context: Context, id: string): Promise<ClashRow> {
  const row = await detailed(context).where('c.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** Locked first and read after. */
export async function findClashForChange(context: Context, id: string): Promise<ClashRow> {
  await visibleClashes(context).where('c.id', '=', id).select('c.id').forUpdate('c').executeTakeFirst()
  return findClash(context, id)
}

export const clashFrom = (row: ClashRow): Clash => ({
  id: row.id,
  person: { id: row.personId, name: row.person },
  severity: row.severity,
  kind: row.kind,
  minutes: row.minutes,
  startsAt: row.startsAt.toISOString(),
  state: row.ignoredAt ? 'ignored' : 'open',
  sides: [
    sideFrom(
      row.isReadableA,
      row.aSession,
      row.aName,
      row.aMeeting,
      row.aTitle,
      row.aOfficeId,
      row.aOffice,
      row.aPlace,
      row.aStartsAt,
      row.aEndsAt,
    ),
    sideFrom(
      row.isReadableB,
      row.bSession,
      row.bName,
      row.bMeeting,
      row.bTitle,
      row.bOfficeId,
      row.bOffice,
      row.bPlace,
      row.bStartsAt,
      row.bEndsAt,
    ),
  ],
  rev: row.rev,
})

function sideFrom(
  isReadable: boolean,
  session: string,
  name: string,
  meeting: string,
  title: string,
  officeId: string,
  office: string,
  place: string | null,
  startsAt: Date | null,
  endsAt: Date | null,
): ClashSide {
  const span = { startsAt: (startsAt ?? new Date(0)).toISOString(), endsAt: endsAt?.toISOString() ?? null }
  if (!isReadable) return { session: null, meeting: null, office: null, place: null, ...span }
  return { session: { id: session, name }, meeting: { id: meeting, name: title }, office: { id: officeId, name: office }, place, ...span }
}

/** What was said of one, the first first. */
export const clashEventsOf = ({ db }: Pick<Context, 'db'>, id: string) =>
  db
    .selectFrom('meeting_clash_event as e')
    .leftJoin('person_card as p', 'p.id', 'e.by')
    .select(['e.kind', 'e.reason', 'e.at', 'p.name as by'])
    .where('e.clash_id', '=', id)
    .orderBy('e.at')
    .orderBy('e.id')
    .execute()

/** What they are called, of those that the one who asks may read: whom they are about. */
export async function clashNames(context: Context, ids: readonly string[]) {
  const rows = await visibleClashes(context)
    .where('c.id', 'in', [...ids])
    .select(['c.id', 'p.name'])
    .execute()
  return rows.map(({ id, name }) => ({ id, name, path: `/bentrok/${id}` }))
}
