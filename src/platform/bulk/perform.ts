import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Changes } from '../audit/record.ts'
import type { Localized } from '../i18n/words.ts'
import { notify } from '../notices/notify.ts'
import type { Context } from '../operation/operation.ts'
import { checkRevision, notFound, Refusal } from '../refusals/refusal.ts'
import type { AnyBulkKind, BulkTarget, RestorableKind } from './kind.ts'

/** One row to take: without a `rev` whatever it is now. */
export type ToTake = { id: string; rev: number | null }
export type Taken = {
  id: string
  rev: number | null
  revAfter: number | null
  reason: Localized | null
  changes: Changes
  before: object | null
}

/** What would become of each, by doing it and taking everything back: so what is foreseen is what is done. */
export async function rehearse(context: Context, kind: AnyBulkKind, params: object, ids: readonly string[]): Promise<Taken[]> {
  const trial = apart(context)
  await sql`savepoint rehearsal`.execute(context.db)
  const taken = await doAll(
    trial,
    kind,
    params,
    ids.map(id => ({ id, rev: null })),
  )
  await sql`rollback to savepoint rehearsal`.execute(context.db)
  await sql`release savepoint rehearsal`.execute(context.db)
  return taken
}

/**
 * Does each that nobody has changed since it was seen; what is refused leaves no trace, the others go through. People are told once for all
 * of it.
 */
export const perform = (context: Context, kind: AnyBulkKind, params: object, rows: readonly ToTake[]): Promise<Taken[]> =>
  tellingOnce(context, all => doAll(all, kind, params, rows))

/** Puts each back that still is as the act left it; `rev` is the revision that it left. */
export const putBack = (context: Context, kind: RestorableKind, rows: readonly (ToTake & { before: object })[]): Promise<Taken[]> =>
  tellingOnce(context, all => {
    const before = new Map(rows.map(row => [row.id, row.before]))
    // Of what had left the reach by the end of the act nobody knows which revision it left.
    const known = rows.map(({ id, rev }) => ({ id, rev: rev ?? -1 }))
    return eachOf(all, kind, known, ({ id }) => kind.restore(all, id, before.get(id)!))
  })

async function doAll(context: Context, kind: AnyBulkKind, params: object, rows: readonly ToTake[]): Promise<Taken[]> {
  const { begin } = kind
  if (!begin) return eachOf(context, kind, rows, ({ id, rev }) => doOne(context, kind, params, id, rev))
  const [lines, told] = [context.lines.length, context.gathered!.length]
  await sql`savepoint beginning`.execute(context.db)
  // The rows are locked before anything is begun for them, as everybody else locks them.
  const locked = await kind.lock(
    context,
    rows.map(({ id }) => id),
  )
  // What was changed meanwhile will be refused, so that nothing is begun for it.
  const seen = new Map(rows.map(({ id, rev }) => [id, rev]))
  const unchanged = locked.filter(({ id, rev }) => (seen.get(id) ?? rev) === rev)
  const begun = await begin.run(
    context,
    params,
    unchanged.map(({ id }) => id),
  )
  for (const line of context.lines.slice(lines)) line.operation ??= begin.operation.name
  const taken = await eachOf(context, kind, rows, ({ id, rev }) => doOne(context, kind, begun, id, rev))
  if (taken.every(({ reason }) => reason)) {
    await sql`rollback to savepoint beginning`.execute(context.db)
    context.lines.length = lines
    context.gathered!.length = told
  }
  await sql`release savepoint beginning`.execute(context.db)
  return taken
}

/** Its lines in the audit trail say what was done, as when it is done to one alone. */
async function doOne(context: Context, { operation }: AnyBulkKind, params: object, id: string, rev: number): Promise<void> {
  const from = context.lines.length
  await operation.run(context, operation.input.parse({ ...params, id, rev }), undefined)
  for (const line of context.lines.slice(from)) line.operation ??= operation.name
}

/** In the order of their ids, as `lock` takes them. */
async function eachOf(
  context: Context,
  kind: AnyBulkKind,
  rows: readonly ToTake[],
  act: (target: BulkTarget) => Promise<unknown>,
): Promise<Taken[]> {
  const ids = rows.map(({ id }) => id)
  const locked = new Map((await kind.lock(context, ids)).map(target => [target.id, target]))
  const taken: Taken[] = []
  for (const { id, rev } of rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const target = locked.get(id)
    const [lines, told] = [context.lines.length, context.gathered?.length]
    await setImmediate() // the embedded database answers within the turn of the event loop: others are heard between two rows
    await sql`savepoint one`.execute(context.db)
    try {
      if (!target) throw notFound()
      if (rev !== null) checkRevision(rev, target, kind.itself)
      await act(target)
      taken.push({ id, rev: target.rev, revAfter: null, reason: null, changes: changesSince(context, lines, id), before: target.before })
      await sql`release savepoint one`.execute(context.db)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      await sql`rollback to savepoint one`.execute(context.db)
      await sql`release savepoint one`.execute(context.db)
      context.lines.length = lines
      if (told !== undefined) context.gathered!.length = told
      taken.push({ id, rev: target?.rev ?? null, revAfter: null, reason: reasonOf(error), changes: {}, before: null })
    }
  }
  const after = new Map((await kind.lock(context, ids)).map(({ id, rev }) => [id, rev]))
  return taken.map(row => (row.reason ? row : { ...row, revAfter: after.get(row.id) ?? null }))
}

/** What a row was refused for: the first field that is wrong, or the whole. */
const reasonOf = ({ fields, localized }: Refusal): Localized => Object.values(fields)[0]?.[0] ?? localized

const changesSince = ({ lines }: Context, from: number, id: string): Changes =>
  Object.assign({}, ...lines.slice(from).flatMap(line => (line.id === id ? [line.changes] : [])))

/** A context of which neither lines nor what people are told go anywhere. */
const apart = (context: Context): Context => ({ ...context, lines: [], gathered: [] })

async function tellingOnce<T>(context: Context, work: (context: Context) => Promise<T>): Promise<T> {
  const gathering: Context = { ...context, gathered: [] }
  const done = await work(gathering)
  await notify(context, gathering.gathered!)
  return done
}
