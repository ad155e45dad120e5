import { sql } from 'kysely'
import type { Context } from '../../../platform/operation.ts'
import { reach, within } from '../../../platform/permissions/reach.ts'
import { pathsOf } from '../rules/scored.ts'
import type { Instrument, Side } from '../schema.ts'
import { revealed } from './targets.ts'

/*
 * What the submitted forms of a cycle say together, for reports and dashboards: exact, live, one statement each, in reach, and below
 * `path` when given. While a cycle runs, only forms count whose agreement is complete on both sides: a figure of few answers would
 * tell one side what the other said. Each form counts once, so an office with fifty agreements weighs fifty times one with one.
 */
export type Part = { cycleId: string; path?: string | undefined }
type Counted = { side: Side; n: number }

const counted = (context: Context, { cycleId, path }: Part) => sql`
  target t join office o on o.id = t.office_id join cycle c on c.id = t.cycle_id join agreement a on a.id = t.agreement_id
  where t.cycle_id = ${cycleId} and t.submitted_at is not null and ${revealed}
    and ${within(reach(context, 'answer.read'), { path: sql.ref('o.path'), partner: sql.ref('t.partner_id') })}
    and ${path ? sql<boolean>`o.path <@ ${path}::text::ltree` : sql<boolean>`true`}`

const many = async <T>(context: Context, query: ReturnType<typeof sql<T>>): Promise<T[]> => (await query.execute(context.db)).rows

/** Mean score (two decimals) of each side, and of how many forms; `n` counts those that have a score. */
export const scoresBySide = (context: Context, part: Part): Promise<(Counted & { score: number | null })[]> =>
  many(
    context,
    sql<Counted & { score: number | null }>`
    select t.side, count(t.score)::integer as n, round(avg(t.score), 2)::float8 as score from ${counted(context, part)} group by t.side order by t.side`,
  )

/** Mean score by class of partner. An agreement with partners of several classes counts in each; a partner's form in the partner's own. */
export const scoresByClass = (context: Context, part: Part): Promise<(Counted & { class: string; score: number | null })[]> =>
  many(
    context,
    sql<Counted & { class: string; score: number | null }>`
    select k.class, n.side, count(n.score)::integer as n, round(avg(n.score), 2)::float8 as score
    from (select t.side, t.score, t.partner_id, a.partner_classes from ${counted(context, part)}) n left join partner p on p.id = n.partner_id,
      lateral unnest(case when p.id is null then n.partner_classes else array[p.class] end) as k (class)
    group by k.class, n.side order by k.class, n.side`,
  )

/** Mean points of each scored question and section by side, over all answers that have points; repeated questions count once per obligation. */
export async function scoresByItem(
  context: Context,
  part: Part,
  instrument: Instrument,
): Promise<(Counted & { key: string; average: number })[]> {
  const items = await itemRows(context, part)
  const scored = new Set(pathsOf(instrument))
  return items.filter(({ key, n }) => n > 0 && scored.has(key)).map(({ key, side, n, average }) => ({ key, side, n, average: average! }))
}

/** Sums and means of every question that has points or is a number: how many activities, say. */
export const itemRows = (context: Context, part: Part): Promise<(Counted & { key: string; sum: number; average: number | null })[]> =>
  many(
    context,
    sql<Counted & { key: string; sum: number; average: number | null }>`
    select e.key, n.side, sum((e.value ->> 'n')::integer)::integer as n, sum((e.value ->> 'sum')::numeric)::float8 as sum,
      round(sum((e.value ->> 'sum')::numeric) / nullif(sum((e.value ->> 'n')::integer), 0), 2)::float8 as average
    from (select t.side, t.tally from ${counted(context, part)}) n, lateral jsonb_each(n.tally) e
    group by e.key, n.side order by e.key, n.side`,
  )

/** Mean score of each section by side. */
export const scoresBySection = (context: Context, part: Part): Promise<(Counted & { key: string; score: number })[]> =>
  many(
    context,
    sql<Counted & { key: string; score: number }>`
    select s.key, n.side, count(*)::integer as n, round(avg(s.score), 2)::float8 as score
    from (select t.side, t.sections from ${counted(context, part)}) n, lateral jsonb_to_recordset(n.sections) as s (key text, score numeric)
    where s.score is not null group by s.key, n.side order by s.key, n.side`,
  )

/** How many forms say each level of maturity, 1 to 4, by class of partner. */
export const maturityByClass = (context: Context, part: Part): Promise<(Counted & { class: string; maturity: number })[]> =>
  many(
    context,
    sql<Counted & { class: string; maturity: number }>`
    select k.class, n.side, n.maturity, count(*)::integer as n
    from (select t.side, t.maturity, t.partner_id, a.partner_classes from ${counted(context, part)}) n left join partner p on p.id = n.partner_id,
      lateral unnest(case when p.id is null then n.partner_classes else array[p.class] end) as k (class)
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

/** How often each choice of some questions was chosen: obstacles by category, obligations carried out in full, in part or not at all. */
const choices = (context: Context, part: Part, keys: readonly string[]): Promise<(Counted & { key: string; value: string })[]> =>
  many(
    context,
    sql<Counted & { key: string; value: string }>`
    select e.key, n.side, v.key as value, sum(v.value::integer)::integer as n
    from (select t.side, t.tally from ${counted(context, part)}) n, lateral jsonb_each(n.tally) e, lateral jsonb_each_text(e.value -> 'chosen') v
    where e.key = any (${keys}::text[]) group by e.key, n.side, v.key order by e.key, n.side, v.key`,
  )

/** How often each category was named as an obstacle, of an obligation or in general, by the questions that classify obstacles. */
export async function obstaclesByCategory(
  context: Context,
  part: Part,
  instrument: Instrument,
): Promise<(Counted & { category: string })[]> {
  const classifying = instrument.sections.flatMap(section =>
    section.questions.flatMap(question =>
      'role' in question && question.role === 'obstacle' && 'categoryFrom' in question && question.categoryFrom
        ? [question.categoryFrom]
        : [],
    ),
  )
  const rows = await choices(context, part, classifying)
  const sums = new Map<string, Counted & { category: string }>()
  for (const { side, value, n } of rows) {
    const entry = sums.get(`${value} ${side}`) ?? { category: value, side, n: 0 }
    sums.set(`${value} ${side}`, { ...entry, n: entry.n + n })
  }
  return [...sums.values()]
}

/** What became of the obligations: for each scored question that is asked of every obligation, how often each choice was chosen. */
export const obligationsResults = (
  context: Context,
  part: Part,
  instrument: Instrument,
): Promise<(Counted & { key: string; value: string })[]> =>
  choices(
    context,
    part,
    instrument.sections
      .filter(({ repeat }) => repeat)
      .flatMap(({ questions }) =>
        questions.flatMap(question => (question.type === 'scale' || question.type === 'table-of-scales' ? [question.key] : [])),
      ),
  )
