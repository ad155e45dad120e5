import { type RawBuilder, sql } from 'kysely'
import { reach, within } from '../../../platform/authority/reach.ts'
import { type Order, pageOf } from '../../../platform/database/keyset.ts'
import { hasInOrder, sortKey } from '../../../platform/database/search.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { hasEachNear, hasEachWord, type Word } from '../../../platform/search/each-word.ts'
import type { Sought } from '../../../platform/search/sought.ts'
import type { FollowUp, FollowUpFilter, sorts } from '../schema.ts'
import { agreementsNamed, officesNamed, partnersNamed } from './names.ts'
import { detailed, followUpFrom, overdue, todayHere, visible } from './visible.ts'

type Turn = Narrowed & {
  sort: (typeof sorts)[number]
  after?: string | undefined
  before?: string | undefined
  most?: number | undefined
}

/** One page of what is in reach and fits the filter. */
export async function pageOfFollowUps(
  context: Context,
  { sort, after, before, most, ...filter }: Turn,
  size?: number,
): Promise<{ followUps: FollowUp[]; next: string | null; previous: string | null }> {
  const query = detailed(context).where(filterCondition(context, filter))
  const { rows, next, previous } = await pageOf(query, orders[sort], sql`f.id`, { after, before, most }, size)
  return { followUps: rows.map(followUpFrom), next, previous }
}

const due: Order = { name: 'due', column: sql`f.due_on`, type: 'date', descending: false }
const created: Order = { name: 'created', column: sql`f.created_at`, type: 'timestamptz', descending: false }
const owner: Order = { name: 'owner', column: sortKey(sql`p.name`), type: 'text', descending: false }
const orders = {
  due,
  '-due': { ...due, descending: true },
  created,
  '-created': { ...created, descending: true },
  owner,
  '-owner': { ...owner, descending: true },
} satisfies Record<string, Order>

/** The filter, and words near to its own in place of those, which nothing has. */
export type Narrowed = FollowUpFilter & { near?: Sought | undefined }

/** The filter as a condition on `follow_up f join office o`; what is not given holds for every row. */
export function filterCondition(
  context: Context,
  { state, active, overdue: late, important, office, owner, partner, mine, toVerify, soon, cycle, agreement, q, near }: Narrowed,
) {
  const conditions = [
    ...(active ? [sql`f.state in ('open', 'reported', 'returned')`] : []),
    ...(state ? [sql`f.state = ${state}`] : []),
    ...(late ? [overdue(context)] : []),
    ...(important ? [sql`f.important`] : []),
    ...(office ? [sql`o.path <@ (select above.path from office_card above where above.id = ${office}::uuid)`] : []),
    ...(owner ? [sql`f.owner_id = ${owner}::uuid`] : []),
    ...(partner ? [ofPartner(partner)] : []),
    ...(mine ? [sql`f.owner_id = ${context.actor.personId}::uuid`] : []),
    ...(toVerify ? [judgeable(context)] : []),
    ...(soon ? [dueSoon(context)] : []),
    ...(cycle ? [ofCycle(cycle)] : []),
    ...(agreement ? [ofAgreement(agreement)] : []),
    ...(q ? [near ? hasEachNear(near, word => having(context, word)) : hasWords(context, q)] : []),
  ]
  return conditions.length ? sql<boolean>`(${sql.join(conditions, sql` and `)})` : sql<boolean>`true`
}

/** As they were written, or each of them somewhere: in what is to be done, or in what it is about is called. */
const hasWords = (context: Context, q: string) =>
  sql`(f.id in (select w.id from follow_up w where ${hasInOrder(sql`w.action || ' ' || coalesce(w.detail, '')`, q)}
      union all select w.id from follow_up w where ${hasInOrder(sql`w.number`, q)})
    or ${hasEachWord(q, word => having(context, word))})`

/** Of the findings that it answers, the names of those alone that one may read. */
function having(context: Context, word: Word) {
  const read = sql`(select r.id from office_card r where ${within(reach(context, 'finding.read'), { path: sql.ref('r.path') })})`
  return sql`f.id in (select w.id from follow_up w where ${word.in(sql.ref('w.search'))}
    union all select w.id from follow_up w where w.origin_kind = 'agreement' and w.origin_id in ${agreementsNamed(word)}
    union all select w.id from follow_up w where w.partner_id in ${partnersNamed(word)}
    union all select w.id from follow_up w where w.office_id in ${officesNamed(word)}
    union all select l.follow_up_id from finding_card x join finding_follow_up_card l on l.finding_id = x.id
      where x.agreement_id in ${agreementsNamed(word)} and x.dismissed_at is null and x.office_id in ${read}
    union all select l.follow_up_id from finding_card x join finding_follow_up_card l on l.finding_id = x.id
      where x.partner_id in ${partnersNamed(word)} and x.dismissed_at is null and x.office_id in ${read})`
}

const dueSoon = (context: Context) =>
  sql`(f.state in ('open', 'returned') and not ${overdue(context)} and f.due_on <= ${todayHere(context)} + 7)`

const ofCycle = (cycle: string) =>
  sql`exists (select from finding_follow_up_card l join finding_card x on x.id = l.finding_id where l.follow_up_id = f.id and x.cycle_id = ${cycle}::uuid)`

/** With the findings of cycles that they answer. */
export const ofCycles = (context: Context) =>
  visible(context)
    .innerJoin('finding_follow_up_card as l', 'l.follow_up_id', 'f.id')
    .innerJoin('finding_card as x', 'x.id', 'l.finding_id')
    .where('x.cycle_id', 'is not', null)

const ofAgreement = (agreement: string) =>
  sql`(f.origin_kind = 'agreement' and f.origin_id = ${agreement}::uuid or exists (
    select from finding_follow_up_card l join finding_card x on x.id = l.finding_id where l.follow_up_id = f.id and x.agreement_id = ${agreement}::uuid))`

/** Its own, those of an agreement with it, and those of findings about it: a finding that names no partner is about those of its agreement. */
function ofPartner(partner: string) {
  const agreements = sql`(select y.agreement_id from agreement_party_card y where y.partner_id = ${partner}::uuid)`
  return sql`(f.partner_id = ${partner}::uuid or f.origin_kind = 'agreement' and f.origin_id in ${agreements} or f.id in (
    select l.follow_up_id from finding_follow_up_card l join finding_card x on x.id = l.finding_id
    where x.partner_id = ${partner}::uuid or x.partner_id is null and x.agreement_id in ${agreements}))`
}

type Named = { id: string; name: string }
/** What a filter by owner, partner or cycle is called: from follow-ups in reach, so that a name out of reach stays unknown. */
export async function namesIn(
  context: Context,
  { owner, partner, cycle }: FollowUpFilter,
): Promise<{ owner: Named | null; partner: Named | null; cycle: Named | null }> {
  if (!owner && !partner && !cycle) return { owner: null, partner: null, cycle: null }
  const first = (condition: RawBuilder<unknown>, name: RawBuilder<string>) =>
    sql<string | null>`(${visible(context).where(sql<boolean>`${condition}`).select(name.as('name')).limit(1)})`
  const found = await context.db
    .selectNoFrom([
      first(sql`f.owner_id = ${owner ?? null}::uuid`, sql<string>`(select p.name from person_card p where p.id = f.owner_id)`).as('owner'),
      first(
        partner ? ofPartner(partner) : sql`false`,
        sql<string>`(select p.name from partner_card p where p.id = ${partner ?? null}::uuid)`,
      ).as('partner'),
      first(
        cycle ? ofCycle(cycle) : sql`false`,
        sql<string>`(select x.cycle_name from finding_card x where x.cycle_id = ${cycle ?? null}::uuid limit 1)`,
      ).as('cycle'),
    ])
    .executeTakeFirstOrThrow()
  const named = (id: string | undefined, name: string | null) => (id && name ? { id, name } : null)
  return {
    owner: named(owner, found.owner),
    partner: named(partner, found.partner),
    cycle: named(cycle, found.cycle),
  }
}

/** Reported, and the one who asks may say whether it is adequate. */
function judgeable(context: Context) {
  const person = context.actor.personId
  return sql<boolean>`(f.state = 'reported' and f.owner_id <> ${person}::uuid and ${within(reach(context, 'followup.verify'), { path: sql.ref('o.path') })}
    and not exists (select from follow_up_event e where e.follow_up_id = f.id and (e.owner_id = ${person}::uuid or e.kind = 'reported' and e.by = ${person}::uuid)))`
}

export type Waiting = { total: number; followUps: FollowUp[] }

/**
 * What waits for the one who asks, the most urgent first, each at most `most` of `total`: late, due within a week, to be judged. One
 * statement.
 */
export async function waitingFor(context: Context, most = 10): Promise<{ late: Waiting; soon: Waiting; toVerify: Waiting }> {
  const first = (part: 'late' | 'soon' | 'toVerify', condition: RawBuilder<boolean>) =>
    context.db
      .selectFrom(
        detailed(context)
          .where(condition)
          .select([sql<typeof part>`${sql.lit(part)}::text`.as('part'), sql<number>`count(*) over ()`.as('total')])
          .orderBy('f.due_on')
          .orderBy('f.id')
          .limit(most)
          .as('first'),
      )
      .selectAll()
  const mine = sql`f.owner_id = ${context.actor.personId}::uuid`
  const rows = await first('late', sql<boolean>`(${mine} and ${overdue(context)})`)
    .unionAll(first('soon', sql<boolean>`(${mine} and ${dueSoon(context)})`))
    .unionAll(first('toVerify', judgeable(context)))
    .orderBy('dueOn')
    .orderBy('id')
    .execute()
  const waiting = (part: string): Waiting => {
    const own = rows.filter(row => row.part === part)
    return { total: own[0]?.total ?? 0, followUps: own.map(followUpFrom) }
  }
  return { late: waiting('late'), soon: waiting('soon'), toVerify: waiting('toVerify') }
}
