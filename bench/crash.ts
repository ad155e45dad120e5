/**
 * Programs write over REST while the server is killed with -9 again and again. Each sends its request with an Idempotency-Key and
 * repeats it until it is acknowledged. Afterwards: everything acknowledged is there, nothing is there twice, the audit chain holds.
 * `npm run bench -- crash [kills] [--embedded]`
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../bin/free-port.js'
import { openKernel } from '../src/kernel.ts'
import { verifyAudit } from '../src/modules/audit/operations.ts'
import { system } from '../src/platform/authority/actor.ts'
import { call, newId } from '../src/platform/operation/operation.ts'
import { readConfig } from '../src/platform/process/config.ts'
import { environmentOf, launchServer, stopServer } from './setup/server.ts'
import { prepareWriters, type Writer } from './setup/writers.ts'

const kills = Number(process.argv[2]) || 20
const folder = mkdtempSync(join(tmpdir(), 'sinergi-crash-'))
const environment = environmentOf(folder, await freePort())
const config = readConfig({ ...environment, LOG_LEVEL: 'silent' })
const before = await openKernel(config)
const writers = await prepareWriters(before, 100 + 150 * kills)
await before.close()

const acknowledged: { writer: Writer; marker: string }[] = []
let [stopping, repeated] = [false, 0]
let server = launchServer(environment)
const clients = Promise.all(writers.map(write))
clients.catch(() => process.exit(1))
for (let kill = 1; kill <= kills; kill++) {
  await until(acknowledged.length + 20)
  await new Promise(resolve => setTimeout(resolve, Math.random() * 500))
  await stopServer(server, 'SIGKILL')
  server = launchServer(environment)
}
await until(acknowledged.length + 20)
stopping = true
await clients
await stopServer(server)

const after = await openKernel(config)
const counts = { missing: 0, double: 0 }
for (const { writer, marker } of acknowledged) {
  const found = await writer.count(after, marker)
  if (found === 0) counts.missing++
  if (found > 1) counts.double++
}
const { broken } = await call(after, system(), verifyAudit, {}, 'command')
console.log(
  `${after.store.engine}: killed ${kills} times, ${acknowledged.length} writes acknowledged (${repeated} sent again), ${counts.missing} missing, ${counts.double} double, audit chain ${broken ? `broken at ${broken}` : 'whole'}`,
)
await after.close()
rmSync(folder, { recursive: true, force: true })
process.exit(counts.missing || counts.double || broken ? 1 : 0)

async function write(writer: Writer): Promise<void> {
  while (!stopping) {
    const marker = newId()
    const { method, path, body } = writer.request(marker)
    const headers = { authorization: `Bearer ${writer.token}`, 'content-type': 'application/json', 'idempotency-key': newId() }
    for (let tries = 0; ; tries++) {
      const sent = { method, headers, body: JSON.stringify(body), signal: AbortSignal.timeout(60_000) }
      const answer = await fetch(`${server.address}/api/v1${path}`, sent).catch(() => null)
      // What is acknowledged is acknowledged when the whole answer has come.
      const text = await answer?.text().catch(() => null)
      if (answer?.ok && typeof text === 'string') {
        if (tries) repeated++
        acknowledged.push({ writer, marker })
        break
      }
      if (answer && !answer.ok && answer.status !== 503) {
        console.error(`${method} ${path}: ${answer.status} ${text}`)
        throw new Error('A write was refused')
      }
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  }
}

async function until(count: number): Promise<void> {
  for (const from = Date.now(); acknowledged.length < count; ) {
    if (Date.now() - from > 60_000) throw new Error('No write was acknowledged for a minute')
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}
