import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import pg from 'pg'
import { openKernel } from '../src/kernel.ts'
import { readConfig } from '../src/platform/config.ts'
import { root } from '../src/platform/root.ts'
import { createApp } from '../src/server.tsx'
import { register, signedIn } from './register.ts'

/**
 * The agreements list (50 rows, signed in, filtered) on PostgreSQL against a bare `node:http` that runs the same statements
 * and sends the same bytes, in alternating runs; then the same page with 124 and with 100,000 agreements.
 * `npm run bench -- pages [seconds a run] [runs]`
 */
const path = '/perjanjian?status=active&jenis=mou&urut=-ditandatangani'
const [seconds, runs] = [Number(process.argv[2] ?? 5), Number(process.argv[3] ?? 5)]
const ports = { sinergi: 18_431, bare: 18_432 }
const secret = 'a-secret-of-the-measurement-that-is-long-enough'
const folder = mkdtempSync(join(tmpdir(), 'sinergi-bench-'))

if (process.argv[2] === '--bare') await bare(process.argv[3]!)
else await measure()

async function measure() {
  const config = readConfig({ ...process.env, DATA_DIR: folder, SECRET: secret, PORT: String(ports.sinergi), LOG_LEVEL: 'silent' })
  const kernel = await openKernel(config)
  await register(kernel, 124)
  const cookie = await signedIn(kernel)
  const statements: { text: string; values: unknown[] }[] = []
  const query = pg.Client.prototype.query
  pg.Client.prototype.query = function (this: unknown, ...args: unknown[]) {
    const given = args[0] as { text?: string; values?: unknown[] } | string
    statements.push({ text: typeof given === 'string' ? given : (given.text ?? ''), values: (typeof given === 'string' ? (args[1] as unknown[]) : given.values) ?? [] })
    return query.apply(this as never, args as never)
  } as never
  const url = `http://127.0.0.1:${ports.sinergi}`
  const page = await createApp(kernel).request(url + path, { headers: { cookie } })
  pg.Client.prototype.query = query
  const body = await page.text()
  const rows = body.match(/<tr role="row"/g)?.length ?? 0
  if (page.status !== 200 || rows < 51) throw new Error(`The page answered ${page.status} with ${rows} rows`)
  writeFileSync(join(folder, 'same.json'), JSON.stringify({ statements, body, type: page.headers.get('content-type') }))
  console.log(`${statements.length} statements, ${Buffer.byteLength(body)} bytes, ${rows - 1} rows a page`)

  const server = await started(spawn(process.execPath, [join(root, 'build', 'main.js')], { env: { ...process.env, DATA_DIR: folder, SECRET: secret, PORT: String(ports.sinergi), LOG_LEVEL: 'error' }, stdio: 'inherit' }), ports.sinergi)
  const plain = await started(fork(process.argv[1]!, ['--bare', folder]), ports.bare)
  const ratios: number[] = []
  await load(ports.sinergi, cookie, 2)
  await load(ports.bare, cookie, 2)
  for (let run = 0; run < runs; run++) {
    const ours = await load(ports.sinergi, cookie)
    const limit = await load(ports.bare, cookie)
    ratios.push(ours.rate / limit.rate)
    console.log(`run ${run + 1}: Sinergi ${ours.rate.toFixed(0)}/s, bare node:http ${limit.rate.toFixed(0)}/s, ratio ${(ours.rate / limit.rate).toFixed(2)}`)
  }
  console.log(`median ratio ${median(ratios).toFixed(2)} (at least 0.50 is wanted)`)
  plain.kill()

  const small = []
  const large = []
  for (let run = 0; run < 3; run++) small.push((await load(ports.sinergi, cookie)).p95)
  await register(kernel, 100_000)
  await load(ports.sinergi, cookie, 2)
  for (let run = 0; run < 3; run++) large.push((await load(ports.sinergi, cookie)).p95)
  console.log(`p95 with 124 agreements ${median(small)} ms, with 100,000 ${median(large)} ms, ratio ${(median(large) / median(small)).toFixed(2)} (at most 2 is wanted)`)
  server.kill()
  await kernel.close()
}

async function bare(from: string) {
  const { statements, body, type } = JSON.parse(await (await import('node:fs/promises')).readFile(join(from, 'same.json'), 'utf8')) as { statements: { text: string; values: unknown[] }[]; body: string; type: string }
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
  const bytes = Buffer.from(body)
  createServer(async (_, response) => {
    for (const { text, values } of statements) await pool.query(text, values)
    response.writeHead(200, { 'content-type': type, 'content-length': bytes.byteLength })
    response.end(bytes)
  }).listen(ports.bare, '127.0.0.1')
}

async function load(port: number, cookie: string, duration = seconds): Promise<{ rate: number; p95: number }> {
  const times: number[] = []
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const running = autocannon({ url: `http://127.0.0.1:${port}${path}`, connections: 8, duration, headers: { cookie } }, (error, done) => (error ? reject(error) : resolve(done)))
    running.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds))
  })
  if (result.non2xx || result.errors) throw new Error(`${result.non2xx} answers other than 200, ${result.errors} errors`)
  return { rate: result.requests.average, p95: times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)]! }
}

async function started(child: ChildProcess, port: number): Promise<ChildProcess> {
  process.once('exit', () => child.kill())
  for (let tries = 0; tries < 150; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null)
    if (answer) return child
    if (child.exitCode !== null) break
    await Promise.race([once(child, 'exit'), new Promise(resolve => setTimeout(resolve, 100))])
  }
  throw new Error('The server did not start')
}

const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!
