import { sql } from 'kysely'
import type { Actor } from '../../../platform/authority/actor.ts'
import { actorOfPerson } from '../../../platform/authority/load-actor.ts'
import { covers, reachOf } from '../../../platform/authority/reach.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { engaged } from '../../meetings/queries/visible.ts'
import type { Criterion } from '../schema/awards.ts'
import { actsFor, type EntryRow } from './entries.ts'
import { partsOf, type RoundRow } from './visible.ts'

type Db = Pick<Context, 'db'>

export const findAward = ({ db }: Db, roundId: string) =>
  db.selectFrom('award').selectAll().where('round_id', '=', roundId).executeTakeFirst()
export type AwardRow = NonNullable<Awaited<ReturnType<typeof findAward>>>

/** Whoever gives something keeps it from being stopped meanwhile; whoever stops it waits for them. */
export const lockAward = ({ db }: Db, roundId: string, how: 'share' | 'update') => {
  const query = db.selectFrom('award').selectAll().where('round_id', '=', roundId)
  return (how === 'share' ? query.forShare() : query.forUpdate()).executeTakeFirst()
}

export async function criteriaOf({ db }: Db, roundId: string): Promise<Criterion[]> {
  const rows = await db
    .selectFrom('award_criterion')
    .select(['id', 'name', 'weight', 'levels'])
    .where('round_id', '=', roundId)
    .orderBy('seq')
    .execute()
  return rows.map(row => ({ ...row, levels: row.levels as string[] }))
}

/** Those with the part `judges` in its session as released last, and those who were named. */
export async function juryOf(context: Context, round: RoundRow): Promise<{ id: string; name: string; byPart: boolean }[]> {
  const parts = await partsOf(context, round)
  const byPart = parts.flatMap(({ role, personId, name }) => (role === 'judges' && personId ? [{ id: personId, name, byPart: true }] : []))
  const named = await context.db
    .selectFrom('award_judge as j')
    .innerJoin('person_card as p', 'p.id', 'j.person_id')
    .where('j.round_id', '=', round.id)
    .select(['p.id', 'p.name'])
    .orderBy('p.name')
    .orderBy('p.id')
    .execute()
  const all = [...byPart, ...named.map(each => ({ ...each, byPart: false }))]
  return [...new Map(all.toReversed().map(each => [each.id, each])).values()].reverse()
}

/** The last that each gave each entry. */
export async function marksOf({ db }: Db, roundId: string, person: string | null = null) {
  const { rows } = await sql<{ entry: string; person: string; path: string | null; points: Record<string, number> | null }>`
    select distinct on (k.entry_id, k.person_id) k.entry_id as entry, k.person_id as person, k.path::text as path, k.points from award_mark k
    where k.round_id = ${roundId}::uuid and (${person}::uuid is null or k.person_id = ${person}::uuid)
    order by k.entry_id, k.person_id, k.at desc, k.id desc`.execute(db)
  return rows
}

/** How many entries each has marked: that they did, and nothing of what. */
export async function markedBy({ db }: Db, roundId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('award_mark as k')
    .where('k.round_id', '=', roundId)
    .select(['k.person_id as person', sql<number>`count(distinct k.entry_id)::integer`.as('count')])
    .groupBy('k.person_id')
    .execute()
  return new Map(rows.map(({ person, count }) => [person, count]))
}

/** The last that each office chose in each stage. */
export async function votesOf({ db }: Db, roundId: string, office: string | null = null) {
  const { rows } = await sql<{ stage: string; officeId: string; office: string; path: string; person: string; entry: string | null }>`
    select distinct on (k.stage, k.office_id) k.stage, k.office_id as "officeId", o.name as office, o.path::text as path, k.person_id as person,
      k.entry_id as entry
    from award_vote k join office_card o on o.id = k.office_id
    where k.round_id = ${roundId}::uuid and (${office}::uuid is null or k.office_id = ${office}::uuid)
    order by k.stage, k.office_id, k.at desc, k.id desc`.execute(db)
  return rows
}

/**
 * Who votes for which office, until attendance says who was there: whoever has a part in the meeting or is invited, and whoever acts for
 * an office that presents; each for their own office, of which the last vote counts. Nobody of the jury votes as well.
 */
export async function votesFor(
  context: Context,
  round: RoundRow,
  entries: readonly EntryRow[],
  actor: Actor = context.actor,
): Promise<NonNullable<Actor['office']> | null> {
  const { office, personId } = actor
  if (!office || !personId || actor.scope === 'read') return null
  const presents = entries.some(({ officeId, path }) => officeId === office.id && actsFor({ actor }, { officeId, path }))
  return presents || (covers(reachOf(actor, 'meeting.read'), { path: office.path }) && (await isEngaged(context, round, personId)))
    ? office
    : null
}

async function isEngaged({ db }: Db, { meetingId }: RoundRow, personId: string): Promise<boolean> {
  const { rows } = await sql<{
    is: boolean
  }>`select ${engaged({ actor: { personId } as Actor }, sql`${meetingId}::uuid` as never)} as is`.execute(db)
  return rows[0]!.is
}

/** Somebody as they are today, with their office; null of whoever has left. */
export const personNow = ({ db, clock }: Pick<Context, 'db' | 'clock'>, id: string): Promise<Actor | null> =>
  actorOfPerson(db, id, clock.today())
