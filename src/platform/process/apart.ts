import { spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { serialize } from 'node:v8'

export type Limits = {
  signal?: AbortSignal
  /** Milliseconds after which the work is given up; 5 minutes unless told. */
  timeout?: number
  /** Megabytes of objects beyond which the process ends itself, as it does beyond twice as many in all; what the machine gives unless told. */
  memory?: number
}

/** The work ended its process: it took too much memory, or broke what does it. */
export class WorkTooHard extends Error {
  override name = 'WorkTooHard'
}

/**
 * Does a task in a process of its own: the server goes on answering, memory goes back to the system afterwards (so no cache is left to
 * evict), a hostile file can harm nothing else, and the work can be stopped. Not in a thread: one that takes too much memory may end the
 * whole process, whatever limits it was given. Throws what the process complained of, the reason of `signal`, a `TimeoutError`, or
 * `WorkTooHard`. The worker is a file that calls `answerTask`.
 */
export async function runApart(worker: string, task: object, { signal, timeout = 300_000, memory }: Limits = {}): Promise<Uint8Array> {
  const stop = AbortSignal.any([AbortSignal.timeout(timeout), ...(signal ? [signal] : [])])
  stop.throwIfAborted()
  const command = memory ? [`--max-old-space-size=${memory}`, worker, String(2_000_000 * memory)] : [worker]
  const child = spawn(process.execPath, command, { stdio: ['pipe', 'pipe', 'pipe'], signal: stop, killSignal: 'SIGKILL' })
  const ended = new Promise<[code: number | null, signal: NodeJS.Signals | null]>((resolve, reject) => {
    child.once('error', error => reject(stop.aborted ? stop.reason : error))
    child.once('close', (...how) => resolve(how))
  })
  // A child that dies early closes its input; its exit code tells why, not the broken pipe.
  child.stdin.on('error', () => {})
  child.stdin.end(serialize(task))
  const [[code, by], result, complaints] = await Promise.all([ended, buffer(child.stdout), beginningOf(child.stderr)])
  if (code === 0) return result
  const told = complaints.trim() || `The process apart ended with ${code ?? by}`
  // One that is told to end, as the server is at the same time, or that complains itself, is not ended by its work.
  throw code === 1 || (by && asked.includes(by)) ? new Error(told) : new WorkTooHard(told)
}

const asked: readonly NodeJS.Signals[] = ['SIGTERM', 'SIGINT', 'SIGHUP']

/** A file can make its reader complain without end, so the rest is let go. */
async function beginningOf(stream: Readable, most = 2000): Promise<string> {
  let said = ''
  for await (const piece of stream.setEncoding('utf8')) if (said.length < most) said += piece
  return said.slice(0, most)
}
