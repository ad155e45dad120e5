/**
 * One server process under a mixed load at a fixed rate: pages of strangers, partners, operators and administrators, lists and exports
 * over REST, drafts, uploads, wrong passwords, broken requests. After a sixth of the time its memory must stay within a tenth of what it
 * was in the second sixth (thirty minutes: of minutes 5 to 10), its heap may only become smaller than that, and no answer may be a 5xx.
 * `npm run bench -- soak [minutes=30] [requests a second=8] [--embedded]`
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../bin/free-port.js'
import { openKernel } from '../src/kernel.ts'
import { readConfig } from '../src/platform/process/config.ts'
import { noted, noting, type Sample } from './setup/memory.ts'
import { mixedLoad } from './setup/mixed.ts'
import { environmentOf, startServer, stopServer } from './setup/server.ts'

const [minutes = 30, rate = 8] = process.argv.slice(2).map(Number).filter(Boolean)
const [windows, most, crowd] = [6, 0.1, 64]

const folder = mkdtempSync(join(tmpdir(), 'sinergi-soak-'))
const environment = environmentOf(folder, await freePort())
const memory = join(folder, 'memory.jsonl')
const kernel = await openKernel(readConfig({ ...environment, LOG_LEVEL: 'silent' }))
const { engine } = kernel.store
const next = await mixedLoad(kernel, `http://127.0.0.1:${environment.PORT}`)
await kernel.close()
const server = await startServer(noting(environment, memory))

type Seen = { at: number; took: number; kind: string; status: number }
const seen: Seen[] = []
const wrong = new Set<string>()
let [waiting, left] = [0, 0]
const began = Date.now()
const length = (minutes * 60_000) / windows
console.log(`${engine}: ${minutes} minutes, ${rate} requests a second`)
while (Date.now() - began < minutes * 60_000) {
  if (waiting < crowd) void send()
  else left++ // whoever would come now finds the door full; that is no answer, and is said below
  const due = began + ((seen.length + waiting + left) * 1000) / rate
  await new Promise(resolve => setTimeout(resolve, Math.max(0, due - Date.now())))
}
while (waiting) await new Promise(resolve => setTimeout(resolve, 50))
const samples = noted(memory)
await stopServer(server)
rmSync(folder, { recursive: true, force: true })

const rows = Array.from({ length: windows }, (_, at) => windowOf(at))
const base = rows[1]!
console.log('minutes        rss MB   heap MB   requests   p95 ms')
for (const [at, { from, to, rss, heap, count, p95 }] of rows.entries()) {
  console.log(
    `${`${from.toFixed(1)}–${to.toFixed(1)}`.padEnd(12)} ${rss.toFixed(0).padStart(8)} ${heap.toFixed(0).padStart(9)} ${String(count).padStart(10)} ${p95.toFixed(0).padStart(8)}`,
  )
  if (at < 2) continue
  if (!(Math.abs(rss - base.rss) <= most * base.rss)) wrong.add(`memory went from ${base.rss.toFixed(0)} to ${rss.toFixed(0)} MB`)
  if (!(heap <= (1 + most) * base.heap)) wrong.add(`the heap went from ${base.heap.toFixed(0)} to ${heap.toFixed(0)} MB`)
}
for (const [kind, all] of Map.groupBy(seen, ({ kind }) => kind)) {
  const statuses = [...Map.groupBy(all, ({ status }) => status)].map(([status, some]) => `${status} × ${some.length}`)
  console.log(`${kind.padEnd(8)} p95 ${p95Of(all).toFixed(0)} ms; ${statuses.join(', ')}`)
}
if (left) wrong.add(`${left} requests were not sent since ${crowd} waited for an answer`)
for (const each of wrong) console.error(`WRONG: ${each}`)
console.log(wrong.size ? `${wrong.size} things wrong` : 'memory stayed, nothing failed')
process.exit(wrong.size ? 1 : 0)

async function send(): Promise<void> {
  waiting++
  const { kind, path, init, heard } = next()
  const at = Date.now()
  const answer = await fetch(server.address + path, { redirect: 'manual', signal: AbortSignal.timeout(60_000), ...init }).catch(() => null)
  const text = (await answer?.text().catch(() => null)) ?? null
  const status = text === null ? 0 : answer!.status
  if (status === 0 || status >= 500) wrong.add(`${init?.method ?? 'GET'} ${path} was answered ${status || 'not at all'}`)
  if (status === 200 && text !== null) heard?.(text)
  seen.push({ at, took: Date.now() - at, kind, status })
  waiting--
}

function windowOf(index: number) {
  const [from, to] = [began + index * length, began + (index + 1) * length]
  const within = ({ at }: { at: number }) => at >= from && at < to
  const held = samples.filter(within)
  const all = seen.filter(within)
  const mean = (pick: (sample: Sample) => number) => held.reduce((sum, each) => sum + pick(each), 0) / held.length
  const place = { from: (from - began) / 60_000, to: (to - began) / 60_000 }
  return { ...place, rss: mean(({ rss }) => rss), heap: mean(({ heap }) => heap), count: all.length, p95: p95Of(all) }
}

function p95Of(all: readonly Seen[]): number {
  const times = all.map(({ took }) => took).sort((a, b) => a - b)
  return times[Math.floor(times.length * 0.95)] ?? 0
}
