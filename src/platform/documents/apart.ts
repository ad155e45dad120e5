import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buffer, text } from 'node:stream/consumers'
import type { PdfTask } from './typst.ts'
import type { TemplateFields, WordData } from './word-tags.ts'

/** Work on a document that may take seconds or gigabytes. `template` of Word is the .docx in base64. */
export type Task =
  | ({ kind: 'pdf' } & PdfTask)
  | { kind: 'word'; template: string; data: WordData }
  | { kind: 'problems'; template: string; fields: TemplateFields; languages: readonly Spoken[] }

/** A language that was added, with what it says of templates: the process of its own knows only the two that Sinergi is written in. */
export type Spoken = { tag: string; name: string; texts: [key: string, text: string][] }

export type Limits = {
  signal?: AbortSignal
  /** Milliseconds after which the work is given up; 5 minutes unless told. */
  timeout?: number
}

/**
 * Does a task in a process of its own: the server goes on answering, memory goes back to the system afterwards (so no cache is left to
 * evict), a hostile template can harm nothing else, and the work can be stopped. Throws what the process complained of, the reason of
 * `signal`, or a `TimeoutError`.
 */
export async function runInWorker(task: Task, { signal, timeout = 300_000 }: Limits = {}): Promise<Uint8Array> {
  const stop = AbortSignal.any([AbortSignal.timeout(timeout), ...(signal ? [signal] : [])])
  stop.throwIfAborted()
  const child = spawn(process.execPath, [worker], { stdio: ['pipe', 'pipe', 'pipe'], signal: stop, killSignal: 'SIGKILL' })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', error => reject(stop.aborted ? stop.reason : error))
    child.once('close', resolve)
  })
  // A child that dies early closes its input; its exit code tells why, not the broken pipe.
  child.stdin.on('error', () => {})
  child.stdin.end(JSON.stringify(task))
  const [code, result, complaints] = await Promise.all([ended, buffer(child.stdout), text(child.stderr)])
  if (code !== 0) throw new Error(complaints.trim().slice(0, 2000) || `The document worker ended with ${code}`)
  return result
}

/** The bundle has the worker beside it as `document-worker.js`; from the sources Node runs the TypeScript itself. */
const worker = join(import.meta.dirname, `document-worker.${import.meta.filename.endsWith('.ts') ? 'ts' : 'js'}`)
