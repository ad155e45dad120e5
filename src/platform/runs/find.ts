import { sql } from 'kysely'
import { reachOf, within } from '../authority/reach.ts'
import type { Queryable } from '../database/database.ts'
import type { Localized } from '../i18n/words.ts'
import type { Context } from '../operation/operation.ts'
import { notFound } from '../refusals/refusal.ts'
import type { Run } from './run.ts'

const columns = [
  'r.id',
  'r.kind',
  'r.subject_id as subjectId',
  sql<string>`r.path::text`.as('path'),
  'r.asked_by as askedBy',
  'r.input',
  'r.cursor',
  sql<Run['state']>`r.state`.as('state'),
  'r.phase',
  'r.done',
  'r.total',
  sql<Localized | null>`r.refusal`.as('refusal'),
] as const

const runs = (db: Queryable) => db.selectFrom('run as r').select(columns)

export const findRun = (db: Queryable, id: string): Promise<Run | undefined> => runs(db).where('r.id', '=', id).executeTakeFirst()

/** The run, held until the transaction ends. Whoever holds both, holds what it is about first. */
export async function lockRun({ db }: Pick<Context, 'db'>, id: string): Promise<Run> {
  const run = await runs(db).where('r.id', '=', id).forUpdate('r').executeTakeFirst()
  if (!run) throw notFound()
  return run
}

/** Whether this person sees a run (alias `r`): their own, and those at offices where they hold the power that its kind names. */
export function seenRun(context: Context) {
  const { actor, runKinds } = context
  const byPower = Map.groupBy(runKinds.values(), ({ seenBy }) => seenBy)
  const conditions = [...byPower].map(([power, kinds]) => {
    const names = kinds.map(({ kind }) => kind)
    return sql<boolean>`(r.kind = any (${names}::text[]) and ${within(reachOf(actor, power), { path: sql.ref('r.path') })})`
  })
  const own = actor.personId ? sql<boolean>`r.asked_by = ${actor.personId}` : sql<boolean>`false`
  return sql<boolean>`(${sql.join([own, ...conditions], sql` or `)})`
}
