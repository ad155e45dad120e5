import { sql } from 'kysely'
import { canAnywhere, covers, reach, reachOf, within } from '../../../platform/authority/reach.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { lastRelease } from '../../meetings/queries/programmes.ts'
import { readersAmong as meetingReadersAmong, visible as visibleMeetings } from '../../meetings/queries/visible.ts'
import type { PartRole } from '../../meetings/schema/programmes.ts'
import type { Queue } from '../rules/queue.ts'

/** Rounds of meetings that one may read, those in which an office presents that one acts for, and those whose jury one was named to. */
export function visible(context: Context) {
  const meeting = visibleMeetings(context).where(sql<boolean>`m.id = r.meeting_id`).select('m.id')
  const own = within(reach(context, 'round.write'), { path: sql.ref('x.path') })
  const presents = sql`exists (select from round_entry e join office_card x on x.id = e.office_id where e.round_id = r.id and ${own})`
  const inJury = sql`exists (select from award_judge j where j.round_id = r.id and j.person_id = ${context.actor.personId}::uuid)`
  const named = canAnywhere(context.actor, 'meeting.read') ? inJury : sql`false`
  return context.db.selectFrom('round as r').where(sql<boolean>`(exists (${meeting}) or ${presents} or ${named})`)
}

/**
 * Which of several people may read one round, in their order: what decides in `visible` is read once, and each is held against it. As many
 * statements however many ask.
 */
export async function readersAmong(contexts: readonly [Context, ...Context[]], id: string): Promise<boolean[]> {
  const { rows } = await sql<{ meetingId: string; presenting: string[]; jury: string[] }>`
    select r.meeting_id as "meetingId",
      array(select x.path::text from round_entry e join office_card x on x.id = e.office_id where e.round_id = r.id) as presenting,
      array(select person_id::text from award_judge where round_id = r.id) as jury
    from round r where r.id = ${id}`.execute(contexts[0].db)
  const round = rows[0]
  if (!round) return contexts.map(() => false)
  const ofMeeting = await meetingReadersAmong(contexts, round.meetingId)
  const [presenting, jury] = [[...new Set(round.presenting)], new Set(round.jury)]
  return contexts.map((context, at) => {
    const { actor } = context
    const own = reach(context, 'round.write')
    const inJury = canAnywhere(actor, 'meeting.read') && actor.personId !== null && jury.has(actor.personId)
    return ofMeeting[at]! || inJury || presenting.some(path => covers(own, { path }))
  })
}

const detailed = (context: Context) =>
  visible(context)
    .innerJoin('meeting_card as c', 'c.id', 'r.meeting_id')
    .innerJoin('office_card as h', 'h.id', 'c.office_id')
    .select(['r.id', 'r.meeting_id as meetingId', 'r.session_id as sessionId', 'r.title', 'r.minutes', 'r.rev', 'r.queue', 'r.since'])
    .select([
      'r.current_id as currentId',
      'c.title as meetingTitle',
      'c.state as meetingState',
      'h.zone',
      'h.name as hostName',
      sql<string>`h.path::text`.as('path'),
    ])

export type RoundRow = Omit<Awaited<ReturnType<ReturnType<typeof detailed>['executeTakeFirstOrThrow']>>, 'queue'> & { queue: Queue }

export async function findRound(context: Context, id: string): Promise<RoundRow> {
  const row = await detailed(context).where('r.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  const { order, used, over } = row.queue as Pick<Queue, 'order' | 'used' | 'over'>
  return { ...row, queue: { order, used, over, current: row.currentId, since: row.since?.getTime() ?? null } }
}

/** Locked first and read after: of two at once the second finds what the first left behind. */
export async function findRoundForChange(context: Context, id: string): Promise<RoundRow> {
  await visible(context).where('r.id', '=', id).select('r.id').forUpdate('r').executeTakeFirst()
  return findRound(context, id)
}

/** How its clock stands, in one short row; whether one may read it is asked apart. */
export const clockOf = ({ db }: Pick<Context, 'db'>, id: string) =>
  db
    .selectFrom('round as r')
    .leftJoin('round_entry as n', 'n.id', 'r.current_id')
    .where('r.id', '=', id)
    .select(['r.rev', 'r.since', 'r.current_id as current', 'n.minutes'])
    .select(sql<number>`coalesce((r.queue -> 'used' ->> r.current_id::text)::float8, 0)`.as('used'))
    .executeTakeFirst()

/** Who has which part in its session, as released last. */
export async function partsOf(
  context: Pick<Context, 'db'>,
  { meetingId, sessionId }: Pick<RoundRow, 'meetingId' | 'sessionId'>,
): Promise<{ personId: string | null; name: string; role: PartRole }[]> {
  const release = await lastRelease(context, meetingId)
  return release?.sessions.find(({ id }) => id === sessionId)?.parts ?? []
}

const runners: readonly PartRole[] = ['moderates', 'chairs', 'hosts']

/** Whoever runs the rounds of the office that hosts, and whoever moderates, chairs or hosts the session as it was released. */
export async function runs(context: Context, round: RoundRow): Promise<boolean> {
  const { actor } = context
  if (actor.scope === 'read') return false
  if (covers(reachOf(actor, 'round.write'), { path: round.path })) return true
  return (await partsOf(context, round)).some(({ personId, role }) => personId === actor.personId && runners.includes(role))
}

/** Nothing of it changes any more. */
export const isOver = ({ meetingState }: Pick<RoundRow, 'meetingState'>): boolean => ['reported', 'cancelled'].includes(meetingState)
