import { sql } from 'kysely'
import { covers, isEmpty, reach, reachOf, within } from '../../../platform/authority/reach.ts'
import { type Order, pageOf } from '../../../platform/database/keyset.ts'
import { hasInOrder } from '../../../platform/database/search.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { kinds, type Topic, type TopicFilter, type Voice } from '../schema/voices.ts'

const runners = ['moderates', 'chairs', 'hosts']

/** One moderates, chairs or hosts the session as it was released last; not for whoever has lost every role. */
const isModerated = ({ actor }: Pick<Context, 'actor'>) =>
  sql`t.session_id in (select e.session_id from meeting_engagement_card e where e.person_id = ${actor.personId}::uuid and e.roles && ${runners}::text[])`

/** What was said in meetings of offices in reach, and in the sessions that one moderates. */
export function visible(context: Context) {
  const own = reach(context, 'meeting.read')
  const mine = isEmpty(own) ? sql`false` : isModerated(context)
  return context.db
    .selectFrom('voice_topic as t')
    .innerJoin('meeting_card as m', 'm.id', 't.meeting_id')
    .innerJoin('office_card as h', 'h.id', 'm.office_id')
    .where('t.joined_to', 'is', null)
    .where(sql<boolean>`(${within(own, { path: sql.ref('h.path') })} or ${mine})`)
}

const columns = [
  't.id',
  't.meeting_id as meetingId',
  'm.title as meetingTitle',
  't.session_id as sessionId',
  't.session',
  't.kind',
  't.text',
  't.state',
  't.reply',
  't.replied_at as repliedAt',
  sql<string | null>`(select p.name from person_card p where p.id = t.replied_by)`.as('repliedBy'),
  't.finding_id as findingId',
  't.created_at as createdAt',
  't.rev',
  'm.office_id as officeId',
  sql<string>`m.state`.as('meetingState'),
  sql<string>`h.path::text`.as('path'),
  sql<number>`(select count(*)::integer from voice v where v.topic_id = t.id)`.as('count'),
  sql<number>`(select count(distinct coalesce(v.office_id::text, v.institution, v.name))::integer from voice v where v.topic_id = t.id)`.as(
    'offices',
  ),
] as const

export const detailed = (context: Context) => visible(context).select(columns)
export type TopicRow = Awaited<ReturnType<ReturnType<typeof detailed>['executeTakeFirstOrThrow']>>

export const topicFrom = (row: TopicRow): Topic => ({
  id: row.id,
  session: { id: row.sessionId, title: row.session },
  kind: row.kind,
  text: row.text,
  count: row.count,
  offices: row.offices,
  state: row.state,
  at: row.createdAt.toISOString(),
  rev: row.rev,
})

type Narrowed = TopicFilter & { meeting: string }
type Turn = Narrowed & {
  sort: 'kind' | 'created' | '-created'
  after?: string | undefined
  before?: string | undefined
  most?: number | undefined
}

const rank = sql`array_position(${[...kinds]}::text[], t.kind)`
/** By kind, what waits before what is answered, what most said first. */
const byKind: Order = {
  name: 'kind',
  column: sql`(${rank}::text || (t.state <> 'new')::integer::text || lpad((1000000 - (select count(*) from voice v where v.topic_id = t.id))::text, 7, '0'))`,
  type: 'text',
  descending: false,
}
const created: Order = { name: 'created', column: sql`t.created_at`, type: 'timestamptz', descending: false }
const orders = { kind: byKind, created, '-created': { ...created, descending: true } }

export async function pageOfTopics(context: Context, { sort, after, before, most, ...filter }: Turn) {
  const query = detailed(context).where(filterCondition(filter))
  const { rows, next, previous } = await pageOf(query, orders[sort], sql`t.id`, { after, before, most })
  return { topics: rows.map(topicFrom), next, previous }
}

/** In one statement; the list of a meeting has few topics, its counts are of all of them. */
export async function topicCounts(context: Context, filter: Narrowed) {
  return visible(context)
    .where(filterCondition(filter))
    .select([
      sql<number>`count(*)::integer`.as('topics'),
      sql<number>`coalesce(sum((select count(*) from voice v where v.topic_id = t.id)), 0)::integer`.as('voices'),
      sql<number>`(count(*) filter (where t.state = 'new'))::integer`.as('unanswered'),
      sql<number>`(count(*) filter (where t.state = 'finding'))::integer`.as('findings'),
    ])
    .executeTakeFirstOrThrow()
}

function filterCondition({ meeting, session, kind, state, q }: Narrowed) {
  const said = (words: string) =>
    sql`exists (select from voice v where v.topic_id = t.id and (${hasInOrder(sql`v.text`, words)} or ${hasInOrder(sql`v.name`, words)}))`
  const conditions = [
    sql`t.meeting_id = ${meeting}::uuid`,
    ...(session ? [sql`coalesce(t.session_id, t.meeting_id) = ${session}::uuid`] : []),
    ...(kind ? [sql`t.kind = ${kind}`] : []),
    ...(state ? [sql`t.state = ${state}`] : []),
    ...(q ? [said(q)] : []),
  ]
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`
}

export async function findTopic(context: Context, id: string): Promise<TopicRow> {
  const row = await detailed(context).where('t.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** Locked first and read after: what was waited for is read as it is now. */
export async function findTopicForChange(context: Context, id: string): Promise<TopicRow> {
  await context.db.selectFrom('voice_topic').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return findTopic(context, id)
}

/** Others of the same session that wait. */
export async function likeTopic(context: Context, { id, meetingId, sessionId }: TopicRow): Promise<Topic[]> {
  const rows = await detailed(context)
    .where('t.meeting_id', '=', meetingId)
    .where(sql<boolean>`t.session_id is not distinct from ${sessionId}::uuid`)
    .where('t.id', '<>', id)
    .where('t.state', '=', 'new')
    .orderBy('t.created_at')
    .orderBy('t.id')
    .limit(100)
    .execute()
  return rows.map(topicFrom)
}

/** Everything that was said of a topic, as it was written, the first first. */
export async function voicesOf({ db }: Pick<Context, 'db'>, topicId: string): Promise<Voice[]> {
  const rows = await db
    .selectFrom('voice as v')
    .leftJoin('office_card as o', 'o.id', 'v.office_id')
    .where('v.topic_id', '=', topicId)
    .select([
      'v.id',
      'v.text',
      'v.about',
      'v.name',
      'v.position',
      'v.behalf_of as behalfOf',
      'v.office_id as officeId',
      'o.name as officeName',
    ])
    .select(['v.institution', 'v.created_at as createdAt'])
    .orderBy('v.created_at')
    .orderBy('v.id')
    .limit(1000)
    .execute()
  return rows.map(({ officeId, officeName, createdAt, ...row }) => ({
    ...row,
    office: officeId ? { id: officeId, name: officeName ?? '' } : null,
    sentAt: createdAt.toISOString(),
  }))
}

type Place = { sessionId: string | null; path: string }
/** Whoever writes the meetings of the office that hosts, and whoever moderates, chairs or hosts the session as it was released last. */
export async function moderates(context: Context, { sessionId, path }: Place): Promise<boolean> {
  const { actor } = context
  if (actor.scope === 'read') return false
  if (covers(reach(context, 'meeting.write'), { path })) return true
  const own = reachOf(actor, 'meeting.read')
  if (!sessionId || !actor.personId || isEmpty(own)) return false
  const row = await context.db
    .selectFrom('meeting_engagement_card')
    .select('roles')
    .where('session_id', '=', sessionId)
    .where('person_id', '=', actor.personId)
    .executeTakeFirst()
  return (row?.roles ?? []).some(role => runners.includes(role))
}

/** The sessions of a meeting in which one moderates, and whether one reads all of it. */
export async function readsVoices(context: Context, meeting: { id: string; path: string }): Promise<{ all: boolean; sessions: string[] }> {
  const own = reach(context, 'meeting.read')
  if (covers(own, { path: meeting.path })) return { all: true, sessions: [] }
  if (!context.actor.personId || isEmpty(own)) return { all: false, sessions: [] }
  const rows = await context.db
    .selectFrom('meeting_engagement_card')
    .select('session_id')
    .where('meeting_id', '=', meeting.id)
    .where('person_id', '=', context.actor.personId)
    .where(sql<boolean>`roles && ${runners}::text[]`)
    .execute()
  return { all: false, sessions: rows.map(row => row.session_id) }
}

/** What a finding was made of, whoever asks: that one may read the finding was asked before. */
export async function topicOfFinding({ db }: Pick<Context, 'db'>, finding: string) {
  const row = await db
    .selectFrom('voice_topic as t')
    .innerJoin('meeting_card as m', 'm.id', 't.meeting_id')
    .where('t.finding_id', '=', finding)
    .select(['t.id', 't.session_id as sessionId', 't.session', 't.text', 'm.title as meeting', 'm.office_id as hostId'])
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      topic: { session: { id: row.sessionId, title: row.session }, text: row.text },
      meeting: row.meeting,
      hostId: row.hostId,
    }
  )
}

/** Those of which one sent some oneself. */
export const ownTopics = ({ db, actor }: Pick<Context, 'db' | 'actor'>, ids: readonly string[]) =>
  db
    .selectFrom('voice as v')
    .where('v.topic_id', 'in', [...ids])
    .where('v.person_id', '=', actor.personId)
    .select(['v.topic_id as id', sql<string>`min(v.text)`.as('text'), 'v.meeting_id as meeting'])
    .groupBy(['v.topic_id', 'v.meeting_id'])
    .execute()
