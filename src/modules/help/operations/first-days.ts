import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { type Context, operation, self } from '../../../platform/operation/operation.ts'
import { isByHand, stepsFor } from '../rules/first-days.ts'
import { byHand, FirstDays, newFor } from '../schema/first-days.ts'
import { stepWords } from '../words/first-days.ts'

export const showFirstDays = operation({
  name: 'firstDays.show',
  summary: 'What somebody with your roles does first, and what of it you have done',
  power: 'own',
  reads: true,
  input: z.object({}),
  output: FirstDays,
  example: {},
  run: context => firstDaysOf(context),
})

export const completeFirstStep = operation({
  name: 'firstDays.complete',
  summary: 'Say that you have done a step of your first days; other steps are done by doing them',
  power: 'own',
  input: z.object({ step: z.enum(byHand) }),
  output: FirstDays,
  example: { step: 'guide' },
  async run(context, { step }) {
    await change(
      context,
      sql`done = (select array_agg(distinct each) from unnest(first_days.done || ${[step]}::text[]) each)`,
      [step],
      null,
    )
    return firstDaysOf(context)
  },
})

export const dismissFirstDays = operation({
  name: 'firstDays.dismiss',
  summary: 'Show the list of your first days no more on your home page',
  power: 'own',
  input: z.object({}),
  output: FirstDays,
  example: {},
  async run(context) {
    await change(context, sql`dismissed_at = coalesce(first_days.dismissed_at, excluded.dismissed_at)`, [], context.clock.now())
    return firstDaysOf(context)
  },
})

export const restoreFirstDays = operation({
  name: 'firstDays.restore',
  summary: 'Show the list of your first days on your home page again',
  power: 'own',
  input: z.object({}),
  output: FirstDays,
  example: {},
  async run(context) {
    await change(context, sql`dismissed_at = null`, [], null)
    return firstDaysOf(context)
  },
})

/** Writes the one row of a person, and what of it differs to the trail. */
async function change(context: Context, set: ReturnType<typeof sql>, done: string[], dismissedAt: Date | null): Promise<void> {
  const { db, actor } = context
  const id = self(context)
  const before = await rowOf(context)
  await sql`
    insert into first_days (person_id, done, dismissed_at) values (${id}, ${done}, ${dismissedAt})
    on conflict (person_id) do update set ${set}`.execute(db)
  const subject = { kind: 'person', id, reach: actor.office ? [actor.office.path] : [] }
  record(context, subject, audited(before), audited(await rowOf(context)))
}

type Row = { done: string[]; dismissed_at: Date | null }
const audited = ({ done, dismissed_at }: Row) => ({ firstStepsDone: [...done].sort(), firstDaysDismissed: dismissed_at !== null })

async function rowOf(context: Context): Promise<Row> {
  const { rows } = await sql<Row>`select done, dismissed_at from first_days where person_id = ${self(context)} for update`.execute(
    context.db,
  )
  return rows[0] ?? { done: [], dismissed_at: null }
}

/**
 * In one statement: what the person said, when they first did anything, and, of who is new, which of the operations of the steps they
 * carried out.
 */
async function firstDaysOf(context: Context): Promise<FirstDays> {
  const { actor, clock, db, locale } = context
  const id = self(context)
  const own = stepsFor(actor.grants.map(({ role }) => role))
  const from = new Date(clock.now().getTime() - newFor * 86_400_000)
  const { rows } = await sql<{ done: string[] | null; dismissed_at: Date | null; isNew: boolean; acts: string[] }>`
    select f.done, f.dismissed_at, first.at is not null and first.at > ${from} as "isNew",
      case when first.at > ${from} then array(select each from unnest(${own.flatMap(({ doneBy = [] }) => doneBy)}::text[]) each
        where exists (select from audit_event_card e where e.person_id = ${id} and e.operation = each)) else '{}' end as acts
    from (select (select e.at from audit_event_card e where e.person_id = ${id} order by e.id limit 1) as at offset 0) first
      left join first_days f on f.person_id = ${id}`.execute(db)
  const { done, dismissed_at, isNew, acts } = rows[0]!
  const steps = (isNew ? own : []).map(({ key, href, doneBy = [] }) => ({
    key,
    href,
    title: stepWords[locale][key],
    isByHand: isByHand(key),
    isDone: (done ?? []).includes(key) || doneBy.some(name => acts.includes(name)),
  }))
  const isShown = dismissed_at === null && steps.some(({ isDone }) => !isDone)
  return { isShown, isNew, dismissedAt: dismissed_at, steps }
}
