import { sql } from 'kysely'
import type { Localized } from '../i18n/words.ts'
import { type Context, newId } from '../operation/operation.ts'
import { notFound, Refusal } from '../refusals/refusal.ts'
import { findRun, lockRun } from './find.ts'
import { refusals } from './refusal-words.ts'
import { isOver, type Run, type RunKind, type RunState } from './run.ts'

type RunRequest = { subjectId: string; path: string; total?: number; input?: object }

/** Long work begins once this transaction has; it is carried out by a job, as the one who asks. @returns its id */
export async function startRun(context: Context, kind: string, { subjectId, path, total = 0, input = {} }: RunRequest): Promise<string> {
  const id = newId()
  const subject = { subject_kind: kindOf(context, { kind }).subject, subject_id: subjectId, path: sql<string>`${path}::text::ltree` }
  const asked = { asked_by: context.actor.personId, asked_at: context.clock.now(), input: JSON.stringify(input) }
  await context.db
    .insertInto('run')
    .values({ id, kind, ...subject, ...asked, state: 'waiting', total })
    .execute()
  await context.enqueue(kind, { id })
  return id
}

type Progress = { by?: number; total?: number; phase?: number; cursor?: object }

/**
 * How far it came, in the transaction of the work that it counts: one statement, whatever is told. Nothing is told of a run that is over.
 */
export async function advanceRun({ db, clock }: Context, id: string, { by = 0, total, phase, cursor }: Progress): Promise<void> {
  await db
    .updateTable('run')
    .set(eb => ({
      state: 'running',
      begun_at: eb.fn.coalesce('begun_at', eb.val(clock.now())),
      done: eb('done', '+', by),
      ...(total !== undefined && { total }),
      ...(phase !== undefined && { phase }),
      ...(cursor && { cursor: JSON.stringify(cursor) }),
    }))
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
}

/** There is nothing left to do. */
export const finishRun = async (context: Context, id: string): Promise<void> => moveRun(context, await lockRun(context, id), 'done')

/**
 * Ends it for a reason; without one an error of our own has stopped it. Where what it is about is not there any more, that is the reason.
 * Nothing happens to a run that is over.
 */
export async function failRun(context: Context, id: string, refusal: Localized | null): Promise<void> {
  const isThere = await lockSubject(context, id).then(() => true, notThere)
  const run = await lockRun(context, id)
  if (isOver(run)) return
  if (isThere) await moveRun(context, run, refusal ? 'failed' : 'stopped', refusal)
  else await writeState(context, { ...run, state: 'failed', refusal: refusals.workSubjectGone })
}
const notThere = (error: unknown): false => {
  if (error instanceof Refusal && error.code === 'not_found') return false
  throw error
}

/** What it has done stays, the rest is not done. Refuses `conflict` when it is over. */
export async function cancelRun(context: Context, id: string): Promise<void> {
  const run = await heldRun(context, id)
  if (isOver(run) && run.state !== 'stopped') throw new Refusal('conflict', refusals.workOver)
  await moveRun(context, run, 'cancelled')
}

/** Goes on where an error of our own has stopped it. Refuses `conflict` unless it is stopped. */
export async function retryRun(context: Context, id: string): Promise<void> {
  const run = await heldRun(context, id)
  if (run.state !== 'stopped') throw new Refusal('conflict', refusals.workNotStopped)
  await moveRun(context, run, 'waiting')
  await context.enqueue(run.kind, { id })
}

/** What it is about first, then the run itself: everybody who locks both does so in this order. */
async function heldRun(context: Context, id: string): Promise<Run> {
  await lockSubject(context, id)
  return lockRun(context, id)
}

async function lockSubject(context: Context, id: string): Promise<void> {
  const found = await findRun(context.db, id)
  if (!found) throw notFound()
  await kindOf(context, found).hold(context, found)
}

async function moveRun(context: Context, run: Run, state: RunState, refusal: Localized | null = null): Promise<void> {
  const moved = { ...run, state, refusal }
  await writeState(context, moved)
  await kindOf(context, run).moved?.(context, moved, run.state)
}

async function writeState({ db, clock }: Context, run: Pick<Run, 'id' | 'state' | 'refusal'>): Promise<void> {
  const { id, state, refusal } = run
  await db
    .updateTable('run')
    .set({ state, refusal: refusal && JSON.stringify(refusal), ended_at: isOver(run) ? clock.now() : null })
    .where('id', '=', id)
    .execute()
}

/** A kind that no module has any more has no work that anybody could end. */
function kindOf({ runKinds }: Context, { kind }: Pick<Run, 'kind'>): RunKind {
  const found = runKinds.get(kind)
  if (!found) throw notFound()
  return found
}
