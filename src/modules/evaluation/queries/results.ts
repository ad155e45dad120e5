import { sql } from 'kysely'
import { reach, within } from '../../../platform/authority/reach.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { pathsOf } from '../../questionnaires/rules/scored.ts'
import type { Instrument, Question, Side } from '../../questionnaires/schema.ts'
import { revealed, scoreInReach } from './assignments.ts'

/*
 * What the submitted forms of a cycle say together, for reports and dashboards: exact, live, one statement each, in reach, and below
 * `path` when given. While a cycle runs, only forms count whose agreement is complete on both sides: a figure of few answers would
 * tell one side what the other said. Each form counts once, so an office with fifty agreements weighs fifty times one with one.
 */
export type Part = { cycleId: string; path?: string | undefined }
type Counted = { side: Side; n: number }

/**
 * Forms that count: `revealed` of queries/assignments.ts said for a whole cycle at once, so that it is worked out once and not for each
 * form.
 */
const counted = (context: Context, { cycleId, path }: Part) => sql`
  assignment t join office_card o on o.id = t.office_id join cycle c on c.id = t.cycle_id
  where t.cycle_id = ${cycleId} and t.submitted_at is not null
    and (c.closed_at is not null or t.agreement_id not in (select w.agreement_id from assignment w where w.cycle_id = ${cycleId} and w.submitted_at is null))
    and ${within(reach(context, 'answer.read'), { path: sql.ref('o.path'), partner: sql.ref('t.partner_id') })}
    and ${path ? sql<boolean>`o.path <@ ${path}::text::ltree` : sql<boolean>`true`}`

/** The same with the class of partner: a partner's form in the partner's own; an office's in each class of the agreement's partners. */
const countedByClass = (context: Context, part: Part) => sql`
  (select t.side, t.score, t.maturity, t.partner_id, t.agreement_id from ${counted(context, part)}) n
    join agreement_card a on a.id = n.agreement_id left join partner_card p on p.id = n.partner_id,
    lateral unnest(case when p.id is null then a.partner_classes else array[p.class] end) as k (class)`

const many = async <T>(context: Context, query: ReturnType<typeof sql<T>>): Promise<T[]> => (await query.execute(context.db)).rows

/** Mean score (two decimals) of each side, and of how many forms; `n` counts those that have a score. */
export const scoresBySide = (context: Context, part: Part): Promise<(Counted & { score: number | null })[]> =>
  many(
    context,
    sql<Counted & { score: number | null }>`
    select t.side, count(t.score)::integer as n, round(avg(t.score), 2)::float8 as score from ${counted(context, part)} group by t.side order by t.side`,
  )

/** How many forms of each office have a score, and their sum, by side. */
export const scoresByOffice = (context: Context, part: Part): Promise<(Counted & { code: string; sum: number })[]> =>
  many(
    context,
    sql<Counted & { code: string; sum: number }>`
    select o.code, t.side, count(t.score)::integer as n, coalesce(sum(t.score), 0)::float8 as sum from ${counted(context, part)} group by o.code, t.side order by o.code, t.side`,
  )

export type CycleScore = { cycleId: string; cycle: string; side: Side; n: number; score: number | null }

/**
 * Mean score of each side by cycle, the latest cycle first, over the forms of one agreement, of all agreements with one partner, or of all;
 * at most the last ten cycles. The blind rule holds for each agreement, as above; a partner reads the other side’s where it has submitted.
 */
export const scoresByCycle = (
  context: Context,
  { agreement, partner }: { agreement?: string | undefined; partner?: string | undefined },
): Promise<CycleScore[]> =>
  many(
    context,
    sql<CycleScore>`
    select c.id as "cycleId", c.name as cycle, t.side, count(t.score)::integer as n, round(avg(t.score), 2)::float8 as score
    from assignment t join office_card o on o.id = t.office_id join cycle c on c.id = t.cycle_id join agreement_card a on a.id = t.agreement_id
    where t.submitted_at is not null and ${revealed}
      and ${agreement ? sql<boolean>`t.agreement_id = ${agreement}::uuid` : partner ? sql<boolean>`${partner}::uuid = any (a.partner_ids)` : sql<boolean>`true`}
      and ${scoreInReach(context)}
    group by c.id, t.side order by c.period_from desc, c.id, t.side limit 20`,
  )

/** Mean score by class of partner. */
export const scoresByClass = (context: Context, part: Part): Promise<(Counted & { class: string; score: number | null })[]> =>
  many(
    context,
    sql<Counted & { class: string; score: number | null }>`
    select k.class, n.side, count(n.score)::integer as n, round(avg(n.score), 2)::float8 as score
    from ${countedByClass(context, part)} group by k.class, n.side order by k.class, n.side`,
  )

type Item = Counted & { key: string; sum: number; average: number }

/** Mean points of each scored question by side, over all answers that have points; repeated questions count once per obligation. */
export const scoresByItem = (context: Context, part: Part, instrument: Instrument): Promise<Item[]> =>
  itemRows(context, part, pathsOf(instrument))

/** Mean score of each section by side. */
export async function scoresBySection(
  context: Context,
  part: Part,
  { sections }: Instrument,
): Promise<(Counted & { key: string; score: number })[]> {
  const rows = await itemRows(
    context,
    part,
    sections.map(({ key }) => `section/${key}`),
  )
  return rows.map(({ key, side, n, average }) => ({ key: key.slice('section/'.length), side, n, score: average }))
}

/** Counts, sums and means of some questions that have points or are numbers: how many activities, say. Sums are of two decimals. */
export const itemRows = (context: Context, part: Part, keys: readonly string[]): Promise<Item[]> =>
  many(
    context,
    sql<Item>`
    select i.key, i.side, sum(i.n)::integer as n, (sum(i.sum) / 100)::float8 as sum, round(sum(i.sum) / sum(i.n) / 100, 2)::float8 as average
    from (select t.side, unnest(t.item_keys) as key, unnest(t.item_counts) as n, unnest(t.item_sums) as sum from ${counted(context, part)}) i
    where i.key = any (${keys}::text[]) group by i.key, i.side order by i.key, i.side`,
  )

/** How many forms say each level of maturity, 1 to 4, by class of partner. */
export const maturityByClass = (context: Context, part: Part): Promise<(Counted & { class: string; maturity: number })[]> =>
  many(
    context,
    sql<Counted & { class: string; maturity: number }>`
    select k.class, n.side, n.maturity, count(*)::integer as n from ${countedByClass(context, part)}
    where n.maturity is not null group by k.class, n.side, n.maturity order by k.class, n.side, n.maturity`,
  )

/** How many forms recommend what. */
export const recommendations = (context: Context, part: Part): Promise<(Counted & { recommendation: string })[]> =>
  many(
    context,
    sql<Counted & { recommendation: string }>`
    select t.recommendation, t.side, count(*)::integer as n from ${counted(context, part)} and t.recommendation is not null
    group by t.recommendation, t.side order by t.recommendation, t.side`,
  )

/** How often each choice of some questions was chosen. */
async function choices(
  context: Context,
  part: Part,
  questions: readonly Question[],
): Promise<(Counted & { key: string; value: string })[]> {
  const wanted = questions.flatMap(question => ('options' in question ? question.options.map(({ v }) => `${question.key}=${v}`) : []))
  const rows = await many(
    context,
    sql<Counted & { choice: string }>`
    select e.choice, e.side, count(*)::integer as n
    from (select t.side, unnest(t.choices) as choice from ${counted(context, part)}) e
    where e.choice = any (${wanted}::text[]) group by e.choice, e.side order by e.choice, e.side`,
  )
  return rows.map(({ choice, side, n }) => ({
    key: choice.slice(0, choice.indexOf('=')),
    value: choice.slice(choice.indexOf('=') + 1),
    side,
    n,
  }))
}

/** What became of the obligations: for each scale that is asked of every obligation, how often each choice was chosen. */
export const obligationsResults = (
  context: Context,
  part: Part,
  { sections }: Instrument,
): Promise<(Counted & { key: string; value: string })[]> =>
  choices(
    context,
    part,
    sections.filter(({ repeat }) => repeat).flatMap(({ questions }) => questions.filter(({ type }) => type === 'scale')),
  )
