import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../../src/platform/process/root.ts'

/** A server of its own process, as people run it; `address` is where it listens. */
export type Server = { process: ChildProcess; address: string }

/** What every measured server is started with; a key of its own lets the measurement sign people in. */
export function environmentOf(folder: string, port: number): NodeJS.ProcessEnv {
  const embedded = process.argv.includes('--embedded') ? { DATABASE_URL: '' } : {}
  const secret = 'a-secret-of-the-measurement-that-is-long-enough'
  return { ...process.env, ...embedded, DATA_DIR: folder, SECRET: secret, PORT: String(port), LOG_LEVEL: 'error' }
}

/** Starts the server that was built and waits until it answers. */
export async function startServer(environment: NodeJS.ProcessEnv): Promise<Server> {
  const server = launchServer(environment)
  await answering(server)
  return server
}

/** Starts it without waiting. */
export function launchServer(environment: NodeJS.ProcessEnv): Server {
  const child = spawn(process.execPath, [join(root, 'build', 'main.js')], { env: environment, stdio: ['ignore', 'ignore', 'inherit'] })
  children.add(child)
  child.once('exit', () => children.delete(child))
  return { process: child, address: `http://127.0.0.1:${environment.PORT}` }
}

/** Waits until something answers at the address, at most a minute. */
export async function answering({ process: child, address }: Server): Promise<void> {
  for (const from = Date.now(); Date.now() - from < 60_000; ) {
    const answer = await fetch(`${address}/healthz`, { signal: AbortSignal.timeout(5_000) }).catch(() => null)
    if (answer?.ok) return
    if (child.exitCode !== null || child.signalCode) break
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error('The server did not start')
}

/** SIGKILL is `kill -9`: nothing in the process hears of it. One that does not end by itself within a minute is ended so. */
export async function stopServer({ process: child }: Server, signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode) return
  const ended = new Promise(resolve => child.once('exit', resolve))
  child.kill(signal)
  const late = setTimeout(() => child.kill('SIGKILL'), 60_000)
  await ended
  clearTimeout(late)
}

/** No server outlives its measurement, however that ends. */
const children = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL')
})
