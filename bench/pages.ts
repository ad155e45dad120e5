/**
 * The list of agreements (50 rows, signed in, filtered) on PostgreSQL against a bare `node:http` that runs the same statements and
 * sends the same bytes, in alternating runs, plain and compressed; then how long the page takes with 124 and with 100,000 agreements.
 * `npm run bench -- pages [seconds a run] [runs]`
 */
import { fork } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { freePort } from '../bin/free-port.js'
import { openKernel } from '../src/kernel.ts'
import type { Kernel } from '../src/platform/operation/operation.ts'
import { readConfig } from '../src/platform/process/config.ts'
import { createApp } from '../src/server.tsx'
import { type Repeated, type Statement, serveBare } from './setup/bare.ts'
import { load, median } from './setup/load.ts'
import { signedIn } from './setup/people.ts'
import { register } from './setup/register.ts'
import { answering, environmentOf, startServer, stopServer } from './setup/server.ts'

const path = '/perjanjian?status=active&jenis=mou&urut=-ditandatangani&baris=50'
const wanted = { ratio: 0.5, growth: 2 }

if (process.argv[2] === '--bare') serveBare(process.argv[3]!)
else process.exit((await measure(Number(process.argv[2]) || 5, Number(process.argv[3]) || 5)) ? 0 : 1)

async function measure(seconds: number, runs: number): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'sinergi-pages-'))
  const environment = environmentOf(folder, await freePort())
  const kernel = await openKernel(readConfig({ ...environment, LOG_LEVEL: 'silent' }))
  await register(kernel, 124)
  const cookie = await signedIn(kernel)
  const repeated = { ...(await recorded(kernel, cookie)), port: await freePort() }
  writeFileSync(join(folder, 'repeated.json'), JSON.stringify(repeated))

  const server = await startServer(environment)
  const bare = { process: fork(process.argv[1]!, ['--bare', join(folder, 'repeated.json')]), address: `http://127.0.0.1:${repeated.port}` }
  await answering(bare)
  const sinergi = (time: number, headers = {}) => load(server.address + path, time, { cookie, ...headers })
  const limit = (time: number, headers = {}) => load(bare.address + path, time, { cookie, ...headers })
  const ratios: Record<string, number> = {}
  for (const [sent, headers] of [
    ['plain', {}],
    ['compressed', { 'accept-encoding': 'gzip' }],
  ] as const) {
    await sinergi(2, headers)
    await limit(2, headers)
    const each: number[] = []
    for (let run = 1; run <= runs; run++) {
      const [ours, theirs] = [await sinergi(seconds, headers), await limit(seconds, headers)]
      each.push(ours.rate / theirs.rate)
      console.log(
        `${sent}, run ${run}: ${ours.rate.toFixed(0)}/s, bare node:http ${theirs.rate.toFixed(0)}/s, ratio ${each.at(-1)!.toFixed(2)}`,
      )
    }
    ratios[sent] = median(each)
    console.log(`${sent}: median ratio ${ratios[sent].toFixed(2)} (at least ${wanted.ratio} is wanted)`)
  }
  bare.process.kill()

  const p95 = async () => median([await sinergi(seconds), await sinergi(seconds), await sinergi(seconds)].map(run => run.p95))
  const few = await p95()
  await register(kernel, 100_000)
  await sinergi(2)
  const many = await p95()
  console.log(
    `p95 with 124 agreements ${few.toFixed(1)} ms, with 100,000 ${many.toFixed(1)} ms, ratio ${(many / few).toFixed(2)} (at most ${wanted.growth} is wanted)`,
  )
  await stopServer(server)
  await kernel.close()
  rmSync(folder, { recursive: true, force: true })
  return Object.values(ratios).every(ratio => ratio >= wanted.ratio) && many / few <= wanted.growth
}

/** One answer of the application, with the statements that it took, the second time that it is asked for. */
async function recorded(kernel: Kernel, cookie: string): Promise<Omit<Repeated, 'port'>> {
  const ask = () => createApp(kernel).request(`${kernel.baseUrl}${path}`, { headers: { cookie } })
  await ask()
  const statements: Statement[] = []
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function (this: pg.Client, first: Statement | string, values?: unknown[]) {
    statements.push(typeof first === 'string' ? { text: first, values: values ?? [] } : { ...first, values: first.values ?? values ?? [] })
    return query.apply(this, [first, values] as never)
  } as typeof query
  const page = await ask()
  pg.Client.prototype.query = query
  const body = await page.text()
  const rows = (body.match(/<tr role="row"/g)?.length ?? 0) - 1
  if (page.status !== 200 || rows !== 50) throw new Error(`The page answered ${page.status} with ${rows} rows`)
  console.log(`${rows} rows, ${statements.length} statements, ${(Buffer.byteLength(body) / 1000).toFixed(1)} KB`)
  return { statements, body, headers: Object.fromEntries(page.headers) }
}
