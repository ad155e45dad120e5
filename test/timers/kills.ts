import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../../src/platform/process/root.ts'

type Run = { folder: string; DATABASE_URL?: string | undefined; seed: number; acts: number; kills: number; helpers: number }

/**
 * Has processes take a plan to its end, while one of them after the other is killed with -9; answers how many were killed in the middle.
 */
export async function runThroughKills({ folder, DATABASE_URL = '', seed, acts, kills, helpers }: Run): Promise<number> {
  const script = join(root, 'test/timers/acting-process.ts')
  const launch = async (index: number): Promise<ChildProcess> => {
    const args = [folder, seed, acts, helpers, ...(index ? [index] : [])].map(String)
    const environment = { ...process.env, DATABASE_URL, NODE_OPTIONS: '' }
    const child = spawn(process.execPath, [script, ...args], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] })
    children.add(child)
    await new Promise<void>((resolve, reject) => {
      child.stdout!.once('data', () => resolve())
      child.once('exit', code => reject(new Error(`It ended with ${code} before it began`)))
    })
    child.removeAllListeners('exit')
    return child
  }
  const children = new Set<ChildProcess>()
  try {
    const processes = await Promise.all(Array.from({ length: 1 + helpers }, (_, index) => launch(index)))
    let killed = 0
    for (; killed < kills; killed++) {
      const index = killed % processes.length
      await new Promise(resolve => setTimeout(resolve, Math.random() * 150))
      const child = processes[index]!
      if (child.exitCode !== null) break
      const ended = gone(child)
      child.kill('SIGKILL')
      await ended
      processes[index] = await launch(index)
    }
    const codes = await Promise.all(processes.map(gone))
    if (codes.some(code => code !== 0)) throw new Error(`They ended with ${codes.join(', ')}`)
    return killed
  } finally {
    for (const child of children) child.kill('SIGKILL')
  }
}

const gone = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise(resolve => child.once('exit', code => resolve(code)))
