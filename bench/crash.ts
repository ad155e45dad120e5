/**
 * Programs write over REST while the server is killed with -9 again and again. Each sends its request with an Idempotency-Key and
 * repeats it until it is acknowledged. Meanwhile imports are read and recorded by jobs, and bulk acts are done. Afterwards: everything
 * acknowledged is there, nothing is there twice, all long work has come to its end, each bulk act was done to all its rows or to none and
 * its audit lines equal its rows, the audit chain holds.
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
import { actingInBulk, importing } from './setup/long-work.ts'
import { sendTo } from './setup/send.ts'
import { environmentOf, launchServer, stopServer } from './setup/server.ts'
import { prepareWriters, type Writer } from './setup/writers.ts'

const kills = Number(process.argv[2]) || 20
const folder = mkdtempSync(join(tmpdir(), 'sinergi-crash-'))
const environment = environmentOf(folder, await freePort())
const config = readConfig({ ...environment, LOG_LEVEL: 'silent' })
const before = await openKernel(config)
const writers = await prepareWriters(before, 100 + 150 * kills)
const works = [await importing(before, 600), await actingInBulk(before, 100)]
await before.close()

const acknowledged: { writer: Writer; marker: string }[] = []
let [stopping, repeated] = [false, 0]
let server = launchServer(environment)
const send = sendTo(() => server.address)
const clients = Promise.all([...writers.map(write), ...works.map(each => each.work(send, () => stopping))])
clients.catch(error => {
  console.error(error)
  process.exit(1)
})
for (let kill = 1; kill <= kills; kill++) {
  await goingOn()
  await new Promise(resolve => setTimeout(resolve, Math.random() * 1000))
  await stopServer(server, 'SIGKILL')
  server = launchServer(environment)
}
await goingOn()
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
const faults = (await Promise.all(works.map(each => each.faults(after)))).flat()
const { broken } = await call(after, system(), verifyAudit, {}, 'command')
console.log(
  `${after.store.engine}: killed ${kills} times, ${acknowledged.length} writes acknowledged (${repeated} sent again), ${counts.missing} missing, ${counts.double} double, audit chain ${broken ? `broken at ${broken}` : 'whole'}; ${works.map(each => each.done()).join(', ')}: ${faults.join(', ') || 'each row once, each act whole'}`,
)
await after.close()
rmSync(folder, { recursive: true, force: true })
process.exit(counts.missing || counts.double || faults.length || broken ? 1 : 0)

async function write(writer: Writer): Promise<void> {
  while (!stopping) {
    const marker = newId()
    const { tries } = await send(writer.token, { ...writer.request(marker), key: newId() })
    if (tries) repeated++
    acknowledged.push({ writer, marker })
  }
}

/** Twenty writes more are acknowledged, and one step more of each long work. */
async function goingOn(): Promise<void> {
  const counts = () => [acknowledged.length, ...works.map(each => each.steps())]
  const wanted = counts().map((count, at) => count + (at ? 1 : 20))
  for (const from = Date.now(); counts().some((count, at) => count < wanted[at]!); ) {
    if (Date.now() - from > 180_000) throw new Error(`After three minutes ${counts()} steps, ${wanted} wanted`)
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}
