import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buffer, text } from 'node:stream/consumers'
import { root } from '../root.ts'
import { printableAll } from './text.ts'

export type PdfOptions = {
  /** The document's own date, an instant. The same template, data and date give the same bytes. */
  made: string
  signal?: AbortSignal
  /** Milliseconds after which the work is given up; 2 minutes unless told. */
  timeout?: number
}

/**
 * A PDF from a Typst template (a path from the project's folder, `src/modules/reports/documents/national.typ`) and plain data, which the
 * template reads with `json(bytes(sys.inputs.data))`. Text in the data is made printable first.
 *
 * Typesetting runs in a process of its own: it is synchronous and may take seconds, the server goes on answering meanwhile, its memory
 * goes back to the system afterwards (so there is no cache to evict), and it can be stopped. Throws when the template is wrong, when
 * `signal` aborts, or after `timeout`.
 */
export async function renderPdf(template: string, data: unknown, { made, signal, timeout = 120_000 }: PdfOptions): Promise<Uint8Array> {
  const stop = AbortSignal.any([AbortSignal.timeout(timeout), ...(signal ? [signal] : [])])
  stop.throwIfAborted()
  const child = spawn(process.execPath, [worker], { stdio: ['pipe', 'pipe', 'pipe'], signal: stop, killSignal: 'SIGKILL' })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', error => reject(stop.aborted ? stop.reason : error))
    child.once('close', resolve)
  })
  // A child that dies early closes its input; its exit code tells why, not the broken pipe.
  child.stdin.on('error', () => {})
  child.stdin.end(JSON.stringify({ root, template, made, data: printableAll(data) }))
  const [code, pdf, complaints] = await Promise.all([ended, buffer(child.stdout), text(child.stderr)])
  if (code !== 0) throw new Error(`The PDF of ${template} could not be made: ${complaints.trim().slice(0, 2000) || `exit ${code}`}`)
  return pdf
}

/** The bundle has the worker beside it as `pdf-worker.js`; from the sources Node runs the TypeScript itself. */
const worker = join(import.meta.dirname, import.meta.filename.endsWith('.ts') ? 'pdf-worker.ts' : 'pdf-worker.js')
