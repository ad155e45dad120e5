import { type Expression, sql } from 'kysely'
import { can, covers, reachOf } from '../../../platform/authority/reach.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { actsOn, type Queue, statusOf, usedAt } from '../rules/queue.ts'
import type { Entry } from '../schema/rounds.ts'
import { findRoundForChange, type RoundRow, visible } from './visible.ts'

const all = ({ db }: Pick<Context, 'db'>) =>
  db
    .selectFrom('round_entry as e')
    .innerJoin('office_card as o', 'o.id', 'e.office_id')
    .leftJoin('stored_file_card as f', 'f.id', 'e.file_id')
    .select(['e.id', 'e.stage', 'e.topic', 'e.minutes', 'e.rev', 'o.id as officeId', 'o.name as office', 'e.file_id as fileId'])
    .select(['e.round_id as roundId', 'f.name as fileName', 'f.size as fileSize', sql<string>`o.path::text`.as('path')])

export type EntryRow = Awaited<ReturnType<ReturnType<typeof all>['executeTakeFirstOrThrow']>>

/** Who presents, those that wait in order, and those that are over. */
export async function entriesOf(context: Context, { id, queue }: Pick<RoundRow, 'id' | 'queue'>): Promise<EntryRow[]> {
  const rows = await all(context).where('e.round_id', '=', id).orderBy('e.created_at').orderBy('e.id').execute()
  const places = new Map([...(queue.current ? [queue.current] : []), ...queue.order].map((entry, at) => [entry, at]))
  return rows.toSorted((a, b) => (places.get(a.id) ?? rows.length) - (places.get(b.id) ?? rows.length))
}

export async function findEntryForChange(context: Context, id: string): Promise<{ round: RoundRow; entry: EntryRow }> {
  const place = await context.db.selectFrom('round_entry').select('round_id').where('id', '=', id).executeTakeFirst()
  if (!place) throw notFound()
  const round = await findRoundForChange(context, place.round_id)
  const entry = await all(context).where('e.id', '=', id).executeTakeFirstOrThrow()
  return { round, entry }
}

/** Whether the one who asks acts for that office: it is their own, and they run rounds there. */
export const actsFor = ({ actor }: Pick<Context, 'actor'>, { officeId, path }: Pick<EntryRow, 'officeId' | 'path'>): boolean =>
  actor.office?.id === officeId && covers(reachOf(actor, 'round.write'), { path })

export function entryFrom(context: Context, row: EntryRow, queue: Queue, now: number, mayRun: boolean, isOver: boolean): Entry {
  const at = queue.order.indexOf(row.id)
  return {
    id: row.id,
    stage: row.stage,
    office: { id: row.officeId, name: row.office },
    topic: row.topic,
    minutes: row.minutes,
    status: statusOf(queue, row.id),
    place: at < 0 ? null : at + 1,
    used: usedAt(queue, row.id, now),
    file: row.fileId && row.fileName !== null ? { id: row.fileId, name: row.fileName, size: Number(row.fileSize) } : null,
    isOwn: actsFor(context, row),
    mayChange: !isOver && (mayRun || mayWriteOwn(context, row)),
    acts: mayRun ? actsOn(queue, row.id) : [],
    rev: row.rev,
  }
}

/** What an office presents is for those who act for it, too. */
export const mayWriteOwn = ({ actor }: Pick<Context, 'actor'>, { path }: Pick<EntryRow, 'path'>): boolean =>
  can(actor, 'round.write', { path })

/** The last of what happened, the latest first. */
export const eventsOf = ({ db }: Pick<Context, 'db'>, roundId: string, most: number) =>
  db
    .selectFrom('round_event as v')
    .innerJoin('round_entry as e', 'e.id', 'v.entry_id')
    .innerJoin('office_card as o', 'o.id', 'e.office_id')
    .leftJoin('person_card as p', 'p.id', 'v.by')
    .where('v.round_id', '=', roundId)
    .select(['v.kind', 'v.entry_id as entry', 'o.name as office', 'v.at', 'p.name as by'])
    .orderBy('v.seq', 'desc')
    .limit(most)
    .execute()

/** A file of an entry, for whoever may read its round. */
export async function holdsFile(context: Context, fileId: string): Promise<boolean> {
  const held = await context.db.selectFrom('round_entry').select('round_id').where('file_id', '=', fileId).executeTakeFirst()
  const found = held && (await visible(context).where('r.id', '=', held.round_id).select('r.id').executeTakeFirst())
  return found !== undefined
}

/** The files of all entries, to be read by search. */
export const filesOf = (db: Context['db']): Expression<unknown> =>
  db.selectFrom('round_entry').where('file_id', 'is not', null).select('file_id')
