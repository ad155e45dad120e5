import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import { makeDemoWorld } from '../database/demo/world.ts'
import { openKernel } from './kernel.ts'
import { setupLink } from './modules/account/operations/setup.ts'
import { resumeRuns } from './modules/runs/operations/moving.ts'
import { system } from './platform/authority/actor.ts'
import { call, type Kernel } from './platform/operation/operation.ts'
import { readConfig } from './platform/process/config.ts'
import { inFlight } from './platform/process/in-flight.ts'
import { hurry, patience } from './platform/process/listening.ts'
import { loadReferenceData } from './reference-data.ts'
import { createApp } from './server.tsx'

const demo = process.argv.includes('--demo')
const environment = { ...process.env, ...(demo && !process.env.DATA_DIR ? { DATA_DIR: 'data/demo' } : {}) }
const config = await (async () => readConfig(environment, demo))().catch(giveUp)
const kernel = await openKernel(config).catch(giveUp)
let closing = false
await prepareData(kernel)
if (demo) await makeDemoWorld(kernel, line => console.log(`Membuat dunia contoh / making the demo world: ${line}`))
const setup = demo ? null : await setupLink(kernel)
await kernel.jobs.work(kernel)
kernel.timers.work(kernel)
const app = createApp(kernel, () => closing)
const requests = inFlight()
const server = serve(
  {
    fetch: (request, bindings) => requests.track(app.fetch(request, bindings)),
    port: config.PORT,
    hostname: config.HOST,
    serverOptions: patience,
  },
  ({ port }) => {
    console.log(`Sinergi: ${kernel.baseUrl.replace(/:0$/, `:${port}`)}${demo ? '/demo' : ''}`)
    if (setup)
      console.log(
        `Daftarkan administrator pertama (sekali, dalam 24 jam) / Register the first administrator (once, within 24 hours):\n${setup.replace(/:0\//, `:${port}/`)}`,
      )
  },
)
hurry(server as Server)
server.on('error', giveUp)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(signal))

async function prepareData(kernel: Kernel) {
  await loadReferenceData(kernel)
  await call(kernel, system(), resumeRuns, {}, 'setup')
}

/** A wrong setting, a folder or a port in use: said in one line, without a trace. */
function giveUp(error: Error): never {
  console.error(error.message)
  process.exit(1)
}

/** Finishes what runs, refuses what is new, then closes the database. Whoever still sends or reads has a while, and is broken off then. */
async function stop(signal: string) {
  if (closing) return
  closing = true
  kernel.log.info('server.stopping', { signal })
  const forced = setTimeout(() => process.exit(1), 30_000)
  const broken = setTimeout(() => (server as Server).closeAllConnections(), 10_000)
  kernel.jobs.endSoon()
  void kernel.timers.stop() // what fires now is waited for when the kernel closes
  await kernel.live.close() // pages come again by themselves
  await new Promise(resolve => server.close(resolve))
  clearTimeout(broken)
  await requests.ended()
  await kernel.close()
  clearTimeout(forced)
  kernel.log.info('server.stopped')
  process.exit(0)
}
