import { Console } from 'node:console'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { deserialize } from 'node:v8'
import { Worker } from 'node:worker_threads'

/**
 * The whole work of a process that `runApart` started: a task on standard input, its result as bytes on standard output, where nothing else
 * may write, within the bounds that it was given.
 */
export async function answerTask<Task>(done: (task: Task) => Promise<Uint8Array | string>): Promise<void> {
  globalThis.console = new Console(process.stderr)
  const resident = Number(process.argv[2] ?? 0)
  if (resident) new Worker(bounds, { workerData: { resident, parent: process.ppid } }).unref()
  process.stdout.write(await done(deserialize(await buffer(process.stdin))))
}

/** The bundle has the worker beside it as `bounds-worker.js`; from the sources Node runs the TypeScript itself. */
const bounds = join(import.meta.dirname, `bounds-worker.${import.meta.filename.endsWith('.ts') ? 'ts' : 'js'}`)
