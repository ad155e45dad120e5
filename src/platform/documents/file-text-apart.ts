import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { FileText } from './file-text.ts'

/** Megabytes and milliseconds that reading one file may take. */
const [memory, time] = [400, 20_000]

/**
 * What a file says, read in a thread of its own, so that the server goes on answering and a file made to do harm ends with its thread;
 * null where it cannot be read, or not within the limits.
 */
export async function readTextApart(bytes: Uint8Array, type: string): Promise<FileText | null> {
  const thread = new Worker(worker, {
    workerData: { bytes, type },
    resourceLimits: { maxOldGenerationSizeMb: memory },
    stdout: true,
    stderr: true,
  })
  const reading = new Promise<FileText | null>(resolve => {
    const timer = setTimeout(() => resolve(null), time)
    thread.once('message', resolve)
    thread.once('error', () => resolve(null))
    thread.once('exit', () => {
      clearTimeout(timer)
      resolve(null)
    })
  })
  return reading.finally(() => thread.terminate())
}

/** The bundle has the worker beside it as `file-text-worker.js`; from the sources Node runs the TypeScript itself. */
const worker = join(import.meta.dirname, `file-text-worker.${import.meta.filename.endsWith('.ts') ? 'ts' : 'js'}`)
