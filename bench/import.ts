/**
 * A spreadsheet of ten thousand agreements goes in over REST and is recorded by the jobs of a server: how long it takes from upload
 * to the last row, and how long one corrected cell of it takes. Then another, with the server killed with -9 in the middle and two started
 * again: every row is there once.
 * `npm run bench -- import [rows] [--embedded]`
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { freePort } from '../bin/free-port.js'
import { openKernel } from '../src/kernel.ts'
import type { Batch } from '../src/modules/imports/schema/batches.ts'
import { loadOffices } from '../src/modules/organisation/operations/loading.ts'
import { system } from '../src/platform/authority/actor.ts'
import { call, type Kernel } from '../src/platform/operation/operation.ts'
import { readConfig } from '../src/platform/process/config.ts'
import { programToken } from './setup/people.ts'
import { environmentOf, startServer, stopServer } from './setup/server.ts'
import { agreementsWorkbook, type Workbook } from './setup/workbook.ts'

const mostSeconds = 30
const count = Number(process.argv[2]) || 10_000
const embedded = process.argv.includes('--embedded')
const folder = mkdtempSync(join(tmpdir(), 'sinergi-import-'))
const environment = environmentOf(folder, await freePort())
const config = readConfig({ ...environment, LOG_LEVEL: 'silent' })
const { token, offices } = await withKernel(async kernel => {
  await call(kernel, system(), loadOffices, {}, 'setup')
  const rows = await kernel.store.db.selectFrom('office').select('code').where('kind', 'in', ['national', 'province', 'regency']).execute()
  return { token: await programToken(kernel), offices: rows.map(({ code }) => code).sort() }
})

const first = await agreementsWorkbook(count, offices, 'A')
let server = await startServer(environment)
const seconds = await imported(first, id => shown(id, ({ state }) => state === 'done'))
await stopServer(server)
const wrong = await withKernel(kernel => faults(kernel, first))
console.log(
  `${count} rows in one go: ${seconds.toFixed(1)} s (${embedded ? 'embedded database' : `at most ${mostSeconds} s is wanted`}), ${wrong.join(', ') || 'every row once'}`,
)

const second = await agreementsWorkbook(count, offices, 'B')
server = await startServer(environment)
const killed = await imported(second, async id => {
  await shown(id, ({ done }) => done > count * 0.4)
  await stopServer(server, 'SIGKILL')
  console.log('  killed with -9')
  server = await startServer(environment)
  // Several may share PostgreSQL: then a second one takes up the same import at the same time.
  const other = embedded ? null : await startServer({ ...environment, PORT: String(await freePort()) })
  await shown(id, ({ state }) => state === 'done')
  if (other) await stopServer(other)
})
await stopServer(server)
const wrongAfter = await withKernel(kernel => faults(kernel, second))
console.log(
  `${count} rows with a kill in the middle: ${killed.toFixed(1)} s with the restart, ${wrongAfter.join(', ') || 'every row once'}`,
)
rmSync(folder, { recursive: true, force: true })
process.exit(wrong.length || wrongAfter.length || (!embedded && seconds > mostSeconds) ? 1 : 0)

/** Seconds from the upload to the end of what comes after the confirmation. */
async function imported({ bytes, rows }: Workbook, toTheEnd: (id: string) => Promise<unknown>): Promise<number> {
  console.log(`${rows} rows in ${(bytes.byteLength / 1e6).toFixed(1)} MB`)
  const started = performance.now()
  const form = new FormData()
  form.append('file', new File([bytes as Uint8Array<ArrayBuffer>], 'perjanjian.xlsx'))
  const { id } = await asked('POST', '/imports', form)
  const { counts, rev } = await shown(id, ({ state }) => state === 'preview')
  console.log(
    `  judged after ${((performance.now() - started) / 1000).toFixed(1)} s: ${Object.entries(counts)
      .map(([outcome, many]) => `${many} ${outcome}`)
      .join(', ')}`,
  )
  await asked('PUT', `/imports/${id}/confirmation?rev=${await answered(id, rev)}`)
  await toTheEnd(id)
  return (performance.now() - started) / 1000
}

/** One row corrected five times, as a person types: how long each takes. @returns the `rev` after that */
async function answered(id: string, rev: number): Promise<number> {
  const { rows } = await asked<{ rows: { place: number }[] }>('GET', `/imports/${id}/rows?outcome=ready`)
  const took: number[] = []
  for (let time = 0; time < 5; time++) {
    const started = performance.now()
    const body = JSON.stringify({ rev: rev + time, correction: { advice: `Saran ${time}` } })
    await asked('PATCH', `/imports/${id}/rows/${rows[7]!.place}`, body)
    took.push((performance.now() - started) / 1000)
  }
  console.log(`  one corrected cell: ${took.map(seconds => `${seconds.toFixed(2)} s`).join(', ')}`)
  return rev + took.length
}

/** Asks for the import until it is as wanted, and says every two seconds how far it is. */
async function shown(id: string, isWanted: (batch: Batch) => boolean): Promise<Batch> {
  for (let told = Date.now(), from = told; Date.now() - from < 300_000; ) {
    const batch = await asked('GET', `/imports/${id}`)
    if (isWanted(batch)) return batch
    if (batch.state === 'failed' || batch.state === 'cancelled') throw new Error(`The import ended: ${batch.failure}`)
    if (Date.now() - told > 2000) {
      console.log(`  ${batch.state}, ${batch.done} of ${batch.total}`)
      told = Date.now()
    }
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error('The import did not come to its end in five minutes')
}

async function asked<T = Batch>(method: string, path: string, body: FormData | string | null = null): Promise<T> {
  const headers = { authorization: `Bearer ${token}`, ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}) }
  const answer = await fetch(`${server.address}/api/v1${path}`, { method, body, headers, signal: AbortSignal.timeout(60_000) })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as T
}

/** Compares the register with what the spreadsheet was made from; nothing is asked of the import itself but how it counted. */
async function faults({ store: { db } }: Kernel, { numbers, rows, outcomes }: Workbook): Promise<string[]> {
  const found = await db
    .selectFrom('agreement')
    .select(['kpu_number as number', eb => eb.fn.countAll<number>().as('times')])
    .where(sql<boolean>`kpu_number = any (${numbers}::text[])`)
    .groupBy('kpu_number')
    .execute()
  const times = new Map(found.map(({ number, times }) => [number, times]))
  const batch = await db
    .selectFrom('import_batch as b')
    .innerJoin('run as r', 'r.id', 'b.run_id')
    .select(['b.id', 'r.done'])
    .orderBy('b.created_at', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const applied = await db
    .selectFrom('import_row')
    .select(['applied_as as as', eb => eb.fn.countAll<number>().as('many'), sql<number>`count(distinct agreement_id)`.as('agreements')])
    .where('batch_id', '=', batch.id)
    .groupBy('applied_as')
    .execute()
  const many = Object.fromEntries(applied.map(row => [row.as, row.many]))
  const expected = { created: outcomes.ready, duplicate: outcomes.duplicate, updated: outcomes.update, skipped: outcomes.attention }
  const missing = numbers.filter(number => !times.has(number)).length
  const double = [...times.values()].filter(found => found > 1).length
  return [
    ...(missing ? [`${missing} missing`] : []),
    ...(double ? [`${double} double`] : []),
    ...(batch.done === rows ? [] : [`${batch.done} of ${rows} rows counted`]),
    ...Object.entries(expected).flatMap(([as, wanted]) => (many[as] === wanted ? [] : [`${many[as] ?? 0} ${as}, not ${wanted}`])),
    ...(applied.find(row => row.as === 'created')?.agreements === outcomes.ready ? [] : ['rows that share an agreement']),
  ]
}

async function withKernel<T>(work: (kernel: Kernel) => Promise<T>): Promise<T> {
  const kernel = await openKernel(config)
  return work(kernel).finally(() => kernel.close())
}
