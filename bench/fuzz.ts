/**
 * Sends broken, hostile and growing input to every route of a server in a process of its own, as a stranger, a partner, an operator and
 * an administrator of the demo world. No answer may be a bug, twice the input may cost at most 2.5 times the processor, and memory stays.
 * `npm run bench -- fuzz [tries] [seed] [part of the routes' addresses]`
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../bin/free-port.js'
import { makeDemoWorld } from '../database/demo/world.ts'
import { openKernel } from '../src/kernel.ts'
import { readConfig } from '../src/platform/process/config.ts'
import { loadReferenceData } from '../src/reference-data.ts'
import { createApp } from '../src/server.tsx'
import { type Attempt, attemptAt, type Route, routesOf } from '../test/fuzz/attempts.ts'
import { chanceOf } from '../test/fuzz/chance.ts'
import { cpuOf, growing, memoryOf, sizes } from './setup/growing.ts'
import { cookieOf, knownIn, type Sender, senders } from './setup/senders.ts'
import { environmentOf, startServer, stopServer } from './setup/server.ts'

const tries = Number(process.argv[2]) || 14_000
const seed = Number(process.argv[3]) || Date.now() % 1_000_000
/** Cost below these milliseconds is noise; above, twice the input costs at most this many times as much. */
const wanted = { floor: 25, growth: 2.5, memory: 1.5 }

const chance = chanceOf(seed)
const folder = mkdtempSync(join(tmpdir(), 'sinergi-fuzz-'))
const environment = environmentOf(folder, await freePort())
const kernel = await openKernel(readConfig({ ...environment, LOG_LEVEL: 'silent' }))
await loadReferenceData(kernel)
await makeDemoWorld(kernel, () => {})
const known = await knownIn(kernel, chance)
const routes = routesOf(createApp(kernel)).filter(({ path }) => path.includes(process.argv[4] ?? ''))
const server = await startServer(environment)
const pid = server.process.pid!
const findings: string[] = []
const statuses = new Map<number, number>()
const names = await fieldsOnPages()
console.log(`seed ${seed}, ${routes.length} routes, ${names.length} names of fields on pages`)

const middle = Math.ceil(routes.length / 2)
await scatter(Math.ceil(tries / 2))
for (const route of routes.slice(0, middle)) await growAs(route)
const before = memoryOf(pid) // by now every page has been drawn and every kind of input has been as large as it gets
for (const route of routes.slice(middle)) await growAs(route)
await scatter(Math.floor(tries / 2))
const after = memoryOf(pid)
if (after.now > before.now * wanted.memory) findings.push(`memory went from ${before.now.toFixed(0)} to ${after.now.toFixed(0)} MB`)

const count = [...statuses.values()].reduce((sum, each) => sum + each, 0)
console.log(
  [...statuses]
    .sort(([a], [b]) => a - b)
    .map(([status, times]) => `${status}: ${times}`)
    .join(', '),
)
console.log(
  `${count} answers; memory ${before.now.toFixed(0)} MB half way, ${after.now.toFixed(0)} MB at the end, ${after.highest.toFixed(0)} MB at its highest`,
)
for (const finding of new Set(findings)) console.error(finding)
console.log(findings.length ? `${findings.length} findings` : 'nothing was found')
await stopServer(server)
await kernel.close()
rmSync(folder, { recursive: true, force: true })
process.exit(findings.length ? 1 : 0)

async function scatter(times: number): Promise<void> {
  for (let at = 0; at < times; ) {
    const sender = senders[Math.floor(at / 25) % senders.length]!
    const cookie = await cookieOf(kernel, sender)
    for (let turn = 0; turn < 25 && at < times; turn++, at++)
      await send(attemptAt(routes[at % routes.length]!, known, names, chance), cookie, sender)
  }
}

/** Sends it; whatever is a bug, or no answer at all, is a finding. */
async function send({ method, path, headers, body }: Attempt, cookie: string, sender: Sender): Promise<string> {
  const sent = {
    method,
    redirect: 'manual',
    signal: AbortSignal.timeout(60_000),
    ...(body === undefined ? {} : { body: body as string }),
  } as const
  const all = { origin: server.address, cookie, ...headers }
  const said = `${sender} ${method} ${path.slice(0, 200)} ${JSON.stringify(headers).slice(0, 150)} ${String(body ?? '').slice(0, 500)}`
  try {
    const answer = await fetch(server.address + path, { ...sent, headers: all })
    const text = await answer.text()
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
    if (answer.status >= 500) findings.push(`${answer.status} ${said}`)
    return text
  } catch (error) {
    // Ours was no request at all (a header that fetch refuses), or the server hung up.
    const cause = (error as Error).cause as { code?: string } | undefined
    if (cause?.code !== undefined && cause.code !== 'UND_ERR_INVALID_ARG') findings.push(`${cause.code} ${said}`)
    return ''
  }
}

async function growAs(route: Route): Promise<void> {
  for (const sender of ['anonymous', 'admin'] as const) await grow(route, sender)
}

/**
 * Twice as much, twice, of each kind. One step alone may be a table of the engine that has doubled, or other work of the process: then it
 * is measured again, and both steps together must be too steep.
 */
async function grow(route: Route, sender: Sender): Promise<void> {
  const path = route.path.replace(/:(\w+)(\{[^}]*\})?/g, () => known(route.path, ''))
  const cookie = await cookieOf(kernel, sender)
  for (const [kind, make] of Object.entries(growing)) {
    const measured = async (times: number) => {
      const costs: number[] = []
      for (const size of sizes) costs.push(await costOf(make(route, path, size), cookie, sender, times))
      return costs
    }
    if (!isSteep(await measured(1))) continue
    const costs = await measured(5)
    if (costs.at(-1)! > wanted.growth ** (costs.length - 1) * Math.max(costs[0]!, 5))
      findings.push(`${route.method} ${route.path} as ${sender}, ${kind}: ${costs.map(cost => cost.toFixed(0)).join(', ')} ms`)
  }
}

function isSteep(costs: number[]): boolean {
  return costs.some((cost, at) => at > 0 && cost > wanted.floor && cost > wanted.growth * Math.max(costs[at - 1]!, 5))
}

/** The least processor time, in milliseconds, of so many. */
async function costOf(attempt: Attempt, cookie: string, sender: Sender, times: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let time = 0; time < times; time++) {
    const from = cpuOf(pid)
    await send(attempt, cookie, sender)
    least = Math.min(least, cpuOf(pid) - from)
  }
  return least
}

/** The names of fields on all pages that an administrator sees, so that forms are filled in by their own names. */
async function fieldsOnPages(): Promise<string[]> {
  const found = new Set<string>()
  const cookie = await cookieOf(kernel, 'admin')
  for (const { method, path } of routes) {
    if (method !== 'GET' || path.startsWith('/api/v1')) continue
    const text = await send({ method, path: path.replace(/:(\w+)(\{[^}]*\})?/g, () => known(path, '')), headers: {} }, cookie, 'admin')
    for (const [, name] of text.matchAll(/<(?:input|select|textarea)[^>]* name="([^"]+)"/g)) found.add(name!)
  }
  return [...found]
}
