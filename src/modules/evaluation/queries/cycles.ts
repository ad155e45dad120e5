import { sql } from 'kysely'
import { reach, within } from '../../../platform/authority/reach.ts'
import type { Power } from '../../../platform/authority/roles.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import type { LocalizedText } from '../../questionnaires/schema.ts'
import { phaseOn } from '../rules/phase.ts'
import type { Cycle, Scope } from '../schema.ts'

/**
 * Cycles in reach: of an office in it; opened ones of an office above; and for a partner those that ask it something. Their names and
 * days are no secret to those who will be asked.
 */
export function visibleCycles(context: Context) {
  const own = reach(context, 'cycle.read')
  const paths = [...own.below, ...own.at]
  return context.db
    .selectFrom('cycle as c')
    .innerJoin('office_card as o', 'o.id', 'c.office_id')
    .innerJoin('instrument_card as i', 'i.id', 'c.instrument_id')
    .where(eb =>
      eb.or([
        within(own, { path: sql.ref('o.path') }),
        sql<boolean>`c.opened_at is not null and o.path @> any (${paths}::text[]::ltree[])`,
        sql<boolean>`c.opened_at is not null and exists (select from assignment t where t.cycle_id = c.id and t.partner_id = any (${own.partners}::uuid[]))`,
      ]),
    )
}

/** Counts are of forms in reach, as everywhere. */
const columns = (context: Context, power: Power) => {
  const counted = within(reach(context, power), { path: sql.ref('n.path'), partner: sql.ref('t.partner_id') })
  const count = (condition: ReturnType<typeof sql<boolean>>) =>
    sql<number>`(select count(*)::integer from assignment t join office_card n on n.id = t.office_id where t.cycle_id = c.id and ${counted} and ${condition})`
  return [
    'c.id',
    'c.name',
    'c.office_id as officeId',
    'o.name as officeName',
    sql<string>`o.path::text`.as('officePath'),
    'c.instrument_id as instrumentId',
    'i.key as instrumentKey',
    'i.version as instrumentVersion',
    sql<LocalizedText>`i.definition -> 'title'`.as('instrumentTitle'),
    sql<Cycle['instrument']['sides']>`i.definition -> 'sides'`.as('instrumentSides'),
    'c.period_from as periodFrom',
    'c.period_to as periodTo',
    'c.opens_on as opensOn',
    'c.due_on as dueOn',
    'c.closes_on as closesOn',
    'c.scope',
    'c.opened_at as openedAt',
    'c.closed_at as closedAt',
    'c.rev',
    sql<
      Cycle['regions']
    >`(select coalesce(jsonb_agg(jsonb_build_object('code', s.code, 'name', s.name) order by s.code), '[]') from office_card s where c.scope -> 'offices' ? s.code)`.as(
      'regions',
    ),
    count(sql<boolean>`true`).as('assignments'),
    count(sql<boolean>`t.submitted_at is not null`).as('submitted'),
  ] as const
}
type Row = Awaited<ReturnType<typeof rowsOf>>[number]
const rowsOf = (context: Context) => visibleCycles(context).select(columns(context, 'cycle.read')).execute()

/** Latest first; a cycle that is not opened yet shows only to those who may open it, since `visibleCycles` needs reach of its office. */
export const cycleRows = (context: Context) => visibleCycles(context).select(columns(context, 'cycle.read'))

export async function findCycle(context: Context, id: string): Promise<Cycle> {
  const row = await cycleRows(context).where('c.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return cycleFrom(context, row)
}

/** As `findCycle`, held until the transaction ends: of two who open at once, the second finds it opened. */
export async function findCycleForChange(context: Context, id: string): Promise<Cycle> {
  const row = await visibleCycles(context).select('c.id').where('c.id', '=', id).forUpdate('c').executeTakeFirst()
  if (!row) throw notFound()
  return findCycle(context, id)
}

export function cycleFrom(context: Context, row: Row): Cycle {
  const { officeId, officeName, officePath, instrumentId, instrumentKey, instrumentVersion, instrumentTitle, instrumentSides, scope } = row
  return {
    ...row,
    scope: scope as Scope,
    office: { id: officeId, name: officeName, path: officePath },
    instrument: { id: instrumentId, key: instrumentKey, version: instrumentVersion, title: instrumentTitle, sides: instrumentSides },
    phase: phaseOn(row, context.clock.today(context.actor.zone)),
  }
}
