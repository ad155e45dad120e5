import { sql } from 'kysely'
import type { z } from 'zod'
import type { AnyBulkKind, BulkField } from '../../platform/bulk/kind.ts'
import { pageSize } from '../../platform/database/keyset.ts'
import { formatDay } from '../../platform/i18n/format.ts'
import { type Localized, textIn } from '../../platform/i18n/words.ts'
import { type Context, self } from '../../platform/operation/operation.ts'
import { problemsIn } from '../../platform/refusals/input-problems.ts'
import { notFound, someWrong } from '../../platform/refusals/refusal.ts'
import { findSubjects, namesIn } from '../../platform/subject/subject.ts'
import type { BulkAct, BulkDetail, BulkRow } from './schema.ts'
import { refusals } from './words/refusals.ts'

/** For so long an act can be put back. */
export const undoMs = 24 * 60 * 60 * 1000

/** Acts of the one who asks: nobody sees or does another's. */
export const visible = (context: Context) => context.db.selectFrom('bulk_act as b').where('b.person_id', '=', self(context))

export const actColumns = [
  'b.id',
  'b.kind',
  'b.params',
  'b.state',
  'b.created_at as createdAt',
  'b.done_at as doneAt',
  sql<
    BulkAct['counts']
  >`(select jsonb_build_object('ready', count(*) filter (where r.outcome = 'ready'), 'refused', count(*) filter (where r.outcome = 'refused'),
    'done', count(*) filter (where r.outcome = 'done'), 'undone', count(*) filter (where r.outcome = 'undone'), 'kept', count(*) filter (where r.outcome = 'kept'))
    from bulk_row r where r.act_id = b.id)`.as('counts'),
] as const

type ActRow = {
  kind: string
  state: BulkAct['state']
  doneAt: Date | null
  params: unknown
  id: string
  createdAt: Date
  counts: BulkAct['counts']
}

/** In the reader's words; of a kind that there no longer is, only that. */
export function actFrom({ bulkKinds, locale, clock }: Context, row: ActRow): z.input<typeof BulkAct> {
  const kind = bulkKinds.get(row.kind)
  const until = row.doneAt && new Date(row.doneAt.getTime() + undoMs)
  return {
    ...row,
    params: row.params as Record<string, unknown>,
    name: kind?.names[locale] ?? row.kind,
    things: kind?.things[locale] ?? '',
    restorable: kind?.restore !== undefined,
    undoUntil: kind?.restore && row.state === 'done' && until && until > clock.now() ? until : null,
  }
}

export async function findAct(context: Context, id: string, lock = false) {
  const row = await visible(context)
    .where('b.id', '=', id)
    .select(['b.id', 'b.kind', 'b.params', 'b.state', 'b.created_at as createdAt', 'b.done_at as doneAt'])
    .$if(lock, query => query.forUpdate())
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** Ids of what a filter takes; refuses what it does not know, since a typing error would take everything. */
export async function foundBy(context: Context, name: string, filter: Record<string, string>, most: number): Promise<string[]> {
  const kind = kindOf(context, name)
  const unknown = Object.keys(filter).filter(each => !Object.hasOwn(kind.filter.shape, each))
  if (unknown.length) throw someWrong(Object.fromEntries(unknown.map(each => [`filter.${each}`, [refusals.unknownFilter]])))
  const parsed = kind.filter.safeParse(filter)
  if (!parsed.success) throw someWrong(problemsIn(parsed.error, filter))
  return kind.find(context, parsed.data, most)
}

export function kindOf({ bulkKinds }: Pick<Context, 'bulkKinds'>, name: string): AnyBulkKind {
  const kind = bulkKinds.get(name)
  if (!kind) throw notFound()
  return kind
}

/** An act with a page of its rows: those that are refused first, since they are what there is to look at. */
export async function detailOf(context: Context, id: string, after = -1): Promise<z.input<typeof BulkDetail>> {
  const act = await visible(context).where('b.id', '=', id).select(actColumns).executeTakeFirst()
  if (!act) throw notFound()
  const kind = context.bulkKinds.get(act.kind)
  const rows = await context.db
    .selectFrom('bulk_row as r')
    .where('r.act_id', '=', id)
    .where('r.seq', '>', after)
    .select(['r.subject_id as id', 'r.seq as place', 'r.outcome', 'r.reason', 'r.changes'])
    .orderBy('r.seq')
    .limit(pageSize + 1)
    .execute()
  const page = rows.slice(0, pageSize)
  const called = await findSubjects(
    context,
    page.map(({ id }) => (kind ? { kind: kind.subject, id } : null)),
  )
  const names = await namesIn(context, [
    ...page.map(row => ({ subject: { id: row.id }, changes: row.changes as object })),
    { subject: { id: '' }, changes: act.params as object },
  ])
  // What a row said is read where its thing is: whoever has lost that reads no more what it was.
  return {
    ...actFrom(context, act),
    given: givenIn(context, kind, act.params as Record<string, unknown>, names),
    about: kind?.about ? await kind.about(context, await idsOf(context, id)) : null,
    rows: page.map((row, index) => ({
      ...row,
      name: called[index]?.name ?? null,
      path: called[index]?.path ?? null,
      reason: textIn((row.reason as Localized | null) ?? undefined, context.locale) ?? null,
      changes: called[index] ? (row.changes as BulkRow['changes']) : {},
    })),
    next: rows.length > pageSize ? page.at(-1)!.place : null,
    names: Object.fromEntries([...names].map(([each, { name }]) => [each, name])),
  }
}

const idsOf = async ({ db }: Context, act: string): Promise<string[]> =>
  (await db.selectFrom('bulk_row').where('act_id', '=', act).select('subject_id as id').execute()).map(({ id }) => id)

/** What was asked once for all rows, as a person reads it. */
function givenIn(
  { locale }: Context,
  kind: AnyBulkKind | undefined,
  params: Readonly<Record<string, unknown>>,
  names: ReadonlyMap<string, { name: string }>,
): BulkDetail['given'] {
  const read = ({ control, options }: BulkField, value: string) => {
    if (control === 'day') return formatDay(locale, value)
    return options?.().find(option => option.value === value)?.label[locale] ?? names.get(value)?.name ?? value
  }
  return (kind?.fields ?? []).flatMap(field => {
    const value = params[field.name]
    return value === undefined || value === null || value === '' ? [] : [{ label: field.label[locale], value: read(field, String(value)) }]
  })
}
