import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { covers, type Reach, reach, within } from '../../../platform/authority/reach.ts'
import { fittingOrNear, hasInOrder, isNear, mostNear, nearness } from '../../../platform/database/search.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { choiceRefusals } from '../../../platform/refusals/choice-words.ts'
import { invalid, namesNothing, notFound } from '../../../platform/refusals/refusal.ts'
import { isId } from '../../../platform/values/shapes.ts'
import { refusals } from '../words/refusals.ts'

/** Offices in reach. Everybody signed in knows the names of the offices above their own; that is `ancestry`. */
export const visible = (context: Context) =>
  context.db.selectFrom('office as o').where(within(reach(context, 'office.read'), { path: sql.ref('o.path') }))

/** What somebody may type for an office `o`: words of its name in their order, or how its code begins, with or without the dots. */
export function nameMatches(typed: string): RawBuilder<boolean> {
  const digits = typed.replaceAll('.', '')
  const named = hasInOrder(sql`o.name`, typed)
  return /^\d+$/.test(digits) ? sql<boolean>`(${named} or replace(o.code, '.', '') like ${`${digits}%`})` : named
}

/** Not closed on this day. */
export const isOpen = (alias: string, { clock }: Context) =>
  sql<boolean>`coalesce(${sql.ref(`${alias}.closed_on`)}, 'infinity') > ${clock.today()}::date`

/** `children` are as many as a list of those right below shows to the same reader: open ones in reach, with `closed` all in reach. */
export const officeColumns = (context: Context, closed = false) =>
  [
    'o.id',
    'o.code',
    'o.name',
    'o.kind',
    'o.parent_id as parentId',
    sql<string>`o.path::text`.as('path'),
    'o.zone',
    'o.opened_on as openedOn',
    'o.closed_on as closedOn',
    'o.rev',
    sql<number>`(select count(*) from office child where child.parent_id = o.id and ${within(reach(context, 'office.read'), { path: sql.ref('child.path') })} and ${closed ? sql`true` : isOpen('child', context)})`.as(
      'children',
    ),
  ] as const

/** @param ref id or code */
export async function findOffice(context: Context, ref: string) {
  const office = await byRef(context, ref).select(officeColumns(context)).executeTakeFirst()
  if (!office) throw notFound()
  return office
}

/** The office that a field of a form names: by id, code or whole name, or as lists offer it, `KPU RI (00)`. Refuses the `field` where none in reach is so called. */
export async function officeNamed(context: Context, ref: string, field: string) {
  const code = ref.match(/\(([\d.]+)\)$/)?.[1] ?? ref
  const named = sql<boolean>`(o.id = ${isId(ref) ? ref : null}::uuid or o.code = ${code} or lower(o.name) = lower(${ref}))`
  const [office, another] = await visible(context).where(named).select(officeColumns(context)).limit(2).execute()
  if (!office || another) throw namesNothing(field, choiceRefusals.office({ text: ref }))
  return office
}

/** The office that a filter names; refuses the `field` when none in reach has that id or code. */
export async function officeMeant(context: Context, ref: string, field: string): Promise<{ id: string; path: string }> {
  const office = await byRef(context, ref)
    .select(['o.id', sql<string>`o.path::text`.as('path')])
    .executeTakeFirst()
  if (office) return office
  throw namesNothing(field, refusals.officeCodeUnknown)
}

export async function findOfficeForChange(context: Context, ref: string) {
  const office = await byRef(context, ref).select(officeColumns(context)).forUpdate().executeTakeFirst()
  if (!office) throw notFound()
  return office
}

const byRef = (context: Context, ref: string) =>
  z.uuid().safeParse(ref).success ? visible(context).where('o.id', '=', ref) : visible(context).where('o.code', '=', ref)

/** The paths at which the reach begins: those not below another of them. */
export function tops({ everywhere, below, at }: Reach): string[] {
  if (everywhere) return ['id']
  const paths = [...new Set([...below, ...at])]
  return paths.filter(path => !below.some(other => path.startsWith(`${other}.`)))
}

/** Above this office, from the national one down: names, whatever the reach, and which of them lie in it. */
export async function ancestry(context: Context, path: string): Promise<{ id: string; name: string; inReach: boolean }[]> {
  const own = reach(context, 'office.read')
  const { rows } = await sql<{ id: string; name: string; path: string }>`
    select id, name, path::text as path from office where path @> ${path}::text::ltree and path <> ${path}::text::ltree order by nlevel(path)`.execute(
    context.db,
  )
  return rows.map(({ id, name, path }) => ({ id, name, inReach: covers(own, { path }) }))
}

/** Open offices in reach that `ref` can mean: an id, a code, or words of a name; an exact name or code comes alone. */
export async function officesFor(context: Context, ref: string) {
  const meant = isId(ref) ? sql<boolean>`o.id = ${ref}::uuid` : nameMatches(ref)
  const rows = await visible(context)
    .where(meant)
    .select(['o.id', 'o.code', 'o.name', sql<string>`o.path::text`.as('path'), 'o.zone'])
    .orderBy('o.code')
    .limit(30)
    .execute()
  const exact = rows.filter(({ code, name }) => code === ref || name.toLowerCase() === ref.toLowerCase())
  return exact.length === 1 ? exact : rows
}

/** The office that `ref` means, of those in reach; refuses `invalid` where there is none. */
export async function resolveOffice(context: Context, ref: string): Promise<{ id: string; name: string }> {
  const [office] = await officesFor(context, ref)
  if (office) return { id: office.id, name: office.name }
  const near = (await comingNear(context, ref).execute()).map(({ name, code }) => `“${name}” (${code})`)[0]
  throw invalid('office', near ? choiceRefusals.officeNear({ text: ref, near }) : choiceRefusals.office({ text: ref }))
}

/** Open offices in reach by what was typed, without it the topmost; where there are none, those that come near it. */
export function officeChoices(context: Context, typed: string): Promise<{ name: string; code: string; near: boolean }[]> {
  const all = visible(context).where(isOpen('o', context)).select(['o.name', 'o.code'])
  const starts = tops(reach(context, 'office.read'))
  const fitting = all.where(typed === '' ? sql<boolean>`o.path = any (${starts}::text[]::ltree[])` : nameMatches(typed))
  return fittingOrNear(context.db, fitting.orderBy('o.code').limit(20), comingNear(context, typed))
}

function comingNear(context: Context, typed: string) {
  const near = nearness(sql`o.name`, typed)
  return visible(context)
    .where(isOpen('o', context))
    .where('o.kind', 'in', ['national', 'province', 'regency'])
    .where(isNear(sql`o.name`, typed))
    .select(['o.name', 'o.code', near.as('nearness')])
    .orderBy(near, 'desc')
    .orderBy('o.code')
    .limit(mostNear)
}
