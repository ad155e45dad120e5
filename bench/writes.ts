/**
 * How many writes a second programs get over REST on PostgreSQL, beside what `pgbench` gets from the same server with its smallest
 * transaction that writes (`simple-update`: two statements and a commit), in alternating runs. A write here checks permission and
 * idempotency, records revisions and a sealed audit line, and keeps lists ready to be read.
 * `npm run bench -- writes [seconds a run] [runs]`
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../bin/free-port.js'
import { openKernel } from '../src/kernel.ts'
import { newId } from '../src/platform/operation/operation.ts'
import { readConfig } from '../src/platform/process/config.ts'
import { median } from './setup/load.ts'
import { register } from './setup/register.ts'
import { environmentOf, startServer, stopServer } from './setup/server.ts'
import { agreementWriter, answerWriter, openForms, type Writer } from './setup/writers.ts'

const clients = 8
const [seconds, runs] = [Number(process.argv[2]) || 5, Number(process.argv[3]) || 3]
const folder = mkdtempSync(join(tmpdir(), 'sinergi-writes-'))
const environment = environmentOf(folder, await freePort())
const kernel = await openKernel(readConfig({ ...environment, LOG_LEVEL: 'silent' }))
await register(kernel, 4000)
const assignments = await openForms(kernel)
const each = Math.floor(assignments.length / clients)
const writers: Record<string, Writer[]> = {
  'agreements recorded': await all(() => agreementWriter(kernel)),
  'forms saved, submitted': await all(index => answerWriter(kernel, assignments.slice(index * each, (index + 1) * each))),
}
await kernel.store.pool.query('create database sinergi_pgbench')
const address = Object.assign(new URL(environment.DATABASE_URL ?? ''), { pathname: '/sinergi_pgbench' }).href
pgbench('--initialize', '--quiet', '--scale=10')
const server = await startServer(environment)
for (const [name, programs] of Object.entries(writers)) {
  const rates: number[] = []
  const limits: number[] = []
  const times: number[] = []
  for (let run = 0; run <= runs; run++) {
    const [ours, theirs] = [await write(programs), limit()]
    if (run === 0) continue // the first warms both
    rates.push(ours.rate)
    limits.push(theirs)
    times.push(...ours.times)
  }
  times.sort((a, b) => a - b)
  const [p50, p95] = [0.5, 0.95].map(part => times[Math.floor(times.length * part)]!.toFixed(0))
  const ratio = median(rates.map((rate, run) => rate / limits[run]!))
  console.log(
    `${name.padEnd(24)}${median(rates).toFixed(0).padStart(5)}/s with ${clients} programs, p50 ${p50} ms, p95 ${p95} ms; pgbench ${median(limits).toFixed(0)}/s, ratio ${ratio.toFixed(3)}`,
  )
}
await stopServer(server)
await kernel.store.pool.query('drop database sinergi_pgbench')
await kernel.close()
rmSync(folder, { recursive: true, force: true })
process.exit(0)

async function all(make: (index: number) => Promise<Writer>): Promise<Writer[]> {
  const made: Writer[] = []
  for (let index = 0; index < clients; index++) made.push(await make(index))
  return made
}

/** Each program sends its next write when the last is acknowledged. */
async function write(programs: readonly Writer[]): Promise<{ rate: number; times: number[] }> {
  const times: number[] = []
  const from = performance.now()
  await Promise.all(
    programs.map(async ({ token, request }) => {
      while (performance.now() - from < seconds * 1000) {
        const { method, path, body } = request(newId())
        const began = performance.now()
        const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': newId() }
        const sent = { method, headers, body: JSON.stringify(body), signal: AbortSignal.timeout(60_000) }
        const answer = await fetch(`${server.address}/api/v1${path}`, sent)
        const text = await answer.text()
        if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
        times.push(performance.now() - began)
      }
    }),
  )
  return { rate: times.length / ((performance.now() - from) / 1000), times }
}

/** Transactions a second, as it prints them. */
function limit(): number {
  const printed = pgbench('--no-vacuum', '--builtin=simple-update', `--client=${clients}`, `--time=${seconds}`)
  return Number(printed.match(/tps = ([\d.]+)/)?.[1])
}

function pgbench(...options: string[]): string {
  const { status, stdout, stderr, error } = spawnSync(binary('pgbench'), [...options, address], {
    encoding: 'utf8',
    timeout: (seconds + 120) * 1000,
  })
  if (status !== 0) throw error ?? new Error(`pgbench: ${stderr}`)
  return stdout
}

/** Where the server's own programs are, however it was found. */
function binary(name: string): string {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    process.env.PGBIN ?? '',
    ...(process.env.PATH ?? '').split(':'),
    ...versions.map(version => join(debian, version, 'bin')),
  ]
  const found = folders.map(folder => join(folder, name)).find(existsSync)
  if (!found) throw new Error(`There is no ${name} on this machine; it comes with PostgreSQL`)
  return found
}
