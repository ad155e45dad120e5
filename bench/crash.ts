import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openKernel } from '../src/kernel.ts'
import { readConfig } from '../src/platform/config.ts'
import { newId } from '../src/platform/operation.ts'
import { root } from '../src/platform/root.ts'
import { prepareWriters, type Writer } from './writers.ts'

/**
 * Programs write over REST while the server is killed with -9 again and again. Each sends its request with an Idempotency-Key and
 * repeats it until it is acknowledged. Afterwards: everything acknowledged is there, nothing is there twice, the audit chain holds.
 * `npm run bench -- crash [kills]`, with `--embedded` on the embedded database.
 */
const kills = Number(process.argv[2] ?? 20) || 20
const embedded = process.argv.includes('--embedded')
const folder = mkdtempSync(join(tmpdir(), 'sinergi-crash-'))
const port = 18_441
const secret = 'a-secret-of-the-measurement-that-is-long-enough'
const environment = { ...process.env, DATA_DIR: folder, SECRET: secret, PORT: String(port), LOG_LEVEL: 'error', ...(embedded ? { DATABASE_URL: '' } : {}) }
const address = `http://127.0.0.1:${port}/api/v1`

const config = readConfig({ ...environment, LOG_LEVEL: 'silent' })
const before = await openKernel(config)
const writers = await prepareWriters(before)
await before.close()

let server = start()
let stopping = false
const acknowledged: { writer: Writer; marker: string }[] = []
const clients = writers.map(write)
for (let kill = 1; kill <= kills; kill++) {
  await until(acknowledged.length + 10)
  await new Promise(resolve => setTimeout(resolve, Math.random() * 400))
  server.kill('SIGKILL')
  await gone(server)
  server = start()
}
await until(acknowledged.length + 10)
stopping = true
await Promise.all(clients)
server.kill('SIGTERM')
await gone(server)

const after = await openKernel(config)
let missing = 0
let double = 0
for (const { writer, marker } of acknowledged) {
  const found = await writer.count(after, marker)
  if (found === 0) missing++
  if (found > 1) double++
}
const broken = await writers[0]!.verify(after)
await after.close()
console.log(`${embedded ? 'embedded database' : 'PostgreSQL'}: killed ${kills} times, ${acknowledged.length} writes acknowledged, ${missing} missing, ${double} double, audit chain ${broken ? `broken at ${broken}` : 'whole'}`)
process.exit(missing || double || broken ? 1 : 0)

async function write(writer: Writer): Promise<void> {
  while (!stopping) {
    const marker = newId()
    const { method, path, body } = writer.request(marker)
    const key = newId()
    for (;;) {
      const answer = await fetch(address + path, { method, headers: { authorization: `Bearer ${writer.token}`, 'content-type': 'application/json', 'idempotency-key': key }, body: JSON.stringify(body) }).catch(() => null)
      if (answer?.ok) {
        acknowledged.push({ writer, marker })
        break
      }
      if (answer && answer.status !== 503) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  }
}

function start(): ChildProcess {
  return spawn(process.execPath, [join(root, 'build', 'main.js')], { env: environment, stdio: ['ignore', 'ignore', 'inherit'] })
}
const gone = (child: ChildProcess): Promise<unknown> => (child.exitCode !== null || child.signalCode ? Promise.resolve() : new Promise(resolve => child.once('exit', resolve)))
async function until(count: number): Promise<void> {
  for (const from = Date.now(); acknowledged.length < count; ) {
    if (Date.now() - from > 60_000) throw new Error('No write was acknowledged for a minute')
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}
