import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { openKernel } from '../src/kernel.ts'
import { showBoard } from '../src/modules/evaluation/operations/board.ts'
import { closeCycle, openCycle } from '../src/modules/evaluation/operations/cycle-lifecycle.ts'
import { createCycle } from '../src/modules/evaluation/operations/cycles.ts'
import { responseByCycle, responseByProvince } from '../src/modules/evaluation/queries/board.ts'
import {
  maturityByClass,
  obligationsResults,
  recommendations,
  scoresByClass,
  scoresByItem,
  scoresBySection,
  scoresBySide,
} from '../src/modules/evaluation/queries/results.ts'
import { columnsOf, tallyOf } from '../src/modules/evaluation/rules/tally.ts'
import { cooperationInstrument as instrument } from '../src/modules/questionnaires/instrument/cooperation.ts'
import { loadInstruments } from '../src/modules/questionnaires/operations.ts'
import { scoreOf } from '../src/modules/questionnaires/rules/score.ts'
import { system } from '../src/platform/authority/actor.ts'
import { type Context, call, type Kernel } from '../src/platform/operation/operation.ts'
import { readConfig } from '../src/platform/process/config.ts'
import { addDays } from '../src/platform/values/clock.ts'
import { complete } from '../test/evaluation-answers.ts'
import { register } from './setup/register.ts'

/**
 * The national roll-up over 553 offices, five agreements each, both sides answered, ten cycles: every figure of a report, live from
 * the answers' tallies, through the application and as its bare statements on the same connection.
 * `npm run bench -- rollup [runs] [cycles] [agreements]`
 */
const [runs, cycles, agreements] = [Number(process.argv[2] ?? 20), Number(process.argv[3] ?? 10), Number(process.argv[4] ?? 2765)]
const kernel = await openKernel(
  readConfig({ ...process.env, DATA_DIR: mkdtempSync(join(tmpdir(), 'sinergi-bench-')), LOG_LEVEL: 'silent' }),
)
try {
  await measure(kernel, await answered(kernel))
} finally {
  await kernel.close()
}

/** @returns the id of the last of the cycles, all submitted and closed */
async function answered(kernel: Kernel): Promise<string> {
  await register(kernel, agreements)
  await call(kernel, system(), loadInstruments, {}, 'setup')
  const today = kernel.clock.today()
  let last = ''
  for (let nth = cycles; nth > 0; nth--) {
    const dates = {
      periodFrom: addDays(today, -365),
      periodTo: today,
      opensOn: today,
      dueOn: addDays(today, 30),
      closesOn: addDays(today, 60),
    }
    const { id } = await call(kernel, system(), createCycle, { name: `Siklus ${nth}`, ...dates }, 'setup')
    const started = performance.now()
    const { added } = await call(kernel, system(), openCycle, { id, rev: 0 }, 'setup')
    if (nth === 1) console.log(`opening a cycle: ${added} forms in ${Math.round(performance.now() - started)} ms`)
    await answer(kernel, id)
    await call(kernel, system(), closeCycle, { id }, 'setup')
    last = id
  }
  await sql`analyze`.execute(kernel.store.db)
  const { rows } = await sql<{ assignments: string; offices: string }>`
    select count(*) as assignments, count(distinct office_id) as offices from assignment`.execute(kernel.store.db)
  console.log(`${rows[0]!.offices} offices, ${cycles} cycles, ${rows[0]!.assignments} forms submitted`)
  return last
}

/** Every form gets one of forty computed responses, chosen by its id. */
async function answer({ store: { db } }: Kernel, cycleId: string): Promise<void> {
  const samples = (['kpu', 'partner'] as const).flatMap(side =>
    Array.from({ length: 40 }, (_, at) => {
      const form = { instrument, side, obligations: [] }
      const answers = complete(form, at, at % 3 ? { obstacle_categories: at % 2 ? ['budget', 'data'] : ['people'] } : {})
      const { score, sections, maturity, rating, recommendation } = scoreOf(form, answers)
      return { side, at, score, sections, maturity, rating, recommendation, ...columnsOf(tallyOf(form, answers), sections) }
    }),
  )
  await sql`
    update assignment t set started_at = now(), submitted_at = now(), score = r.score, sections = r.sections, maturity = r.maturity,
      rating = r.rating, recommendation = r.recommendation,
      item_keys = r.item_keys, item_counts = r.item_counts, item_sums = r.item_sums, choices = r.choices
    from jsonb_to_recordset(${JSON.stringify(samples)}::jsonb)
      as r (side text, at integer, score numeric, sections jsonb, maturity integer, rating integer, recommendation text,
        item_keys text[], item_counts integer[], item_sums bigint[], choices text[])
    where t.cycle_id = ${cycleId} and r.side = t.side and r.at = abs(hashtext(t.id::text)::bigint) % 40`.execute(db)
}

async function measure(kernel: Kernel, cycleId: string): Promise<void> {
  const actor = system()
  const { db } = kernel.store
  const context = { actor, db, clock: kernel.clock, locale: 'id', asked: new Set(), lines: [] } as unknown as Context
  const part = { cycleId }
  const figures: [string, () => Promise<unknown>][] = [
    ['responses by province', () => responseByProvince(context, cycleId)],
    ['responses by cycle, all', () => responseByCycle(context)],
    ['scores by side', () => scoresBySide(context, part)],
    ['scores by class', () => scoresByClass(context, part)],
    ['scores by section', () => scoresBySection(context, part, instrument)],
    ['scores by question', () => scoresByItem(context, part, instrument)],
    ['maturity by class', () => maturityByClass(context, part)],
    ['recommendations', () => recommendations(context, part)],
    ['results of obligations', () => obligationsResults(context, part, instrument)],
  ]
  for (const [name, work] of figures) await compare(name, work)
  await compare('the whole roll-up', async () => {
    for (const [, work] of figures) await work()
  })
  await compare('the board of a cycle', () => call(kernel, actor, showBoard, { id: cycleId }))
}

async function compare(name: string, work: () => Promise<unknown>): Promise<void> {
  const statements = await statementsOf(work)
  const bare = async () => {
    for (const { text, values } of statements) await kernel.store.pool.query(text, values)
  }
  const [ours, raw]: [number[], number[]] = [[], []]
  for (let run = 0; run < runs; run++) {
    ours.push(await timed(work))
    raw.push(await timed(bare))
  }
  const ratio = at(ours, 0.5) / at(raw, 0.5)
  console.log(
    `${name.padEnd(24)} p50 ${at(ours, 0.5).toFixed(0).padStart(4)} ms, p95 ${at(ours, 0.95).toFixed(0).padStart(4)} ms; bare SQL p50 ${at(raw, 0.5).toFixed(0).padStart(4)} ms; ratio ${ratio.toFixed(2)} (${statements.length} statements)`,
  )
}

async function statementsOf(work: () => Promise<unknown>): Promise<{ text: string; values: unknown[] }[]> {
  const statements: { text: string; values: unknown[] }[] = []
  const query = pg.Client.prototype.query
  pg.Client.prototype.query = function (this: unknown, ...args: unknown[]) {
    if (typeof args[0] === 'string') statements.push({ text: args[0], values: (args[1] as unknown[]) ?? [] })
    return query.apply(this as never, args as never)
  } as never
  await work()
  pg.Client.prototype.query = query
  return statements
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

function at(values: number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!
}
