import { Console } from 'node:console'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { deserialize, serialize } from 'node:v8'
import { Worker } from 'node:worker_threads'
import type { Task } from './apart.ts'

// A process of its own, started by apart.ts: a task on standard input, its result as bytes on standard output, where nothing else may
// write. It loads no more than its task needs: the typesetter alone takes longer to load than a template to check.
globalThis.console = new Console(process.stderr)
const resident = Number(process.argv[2] ?? 0)
const extension = import.meta.filename.endsWith('.ts') ? 'ts' : 'js'
if (resident)
  new Worker(join(import.meta.dirname, `bounds-worker.${extension}`), { workerData: { resident, parent: process.ppid } }).unref()
const task = deserialize(await buffer(process.stdin)) as Task
process.stdout.write(await done(task))

async function done(task: Task): Promise<Uint8Array | string> {
  if (task.kind === 'pdf') return (await import('./typst.ts')).typesetPdf(task)
  if (task.kind === 'text') {
    const { textOf } = await import('./file-text.ts')
    return serialize(await textOf(task.file, task.type).catch(() => null))
  }
  if (task.kind === 'rows') return serialize(await rowsOf(task.file))
  const { fillTemplate, templateProblems } = await import('./word-template.ts')
  const template = Buffer.from(task.template)
  if (task.kind === 'problems') {
    const { addLanguage } = await import('../i18n/languages.ts')
    for (const { tag, name, texts } of task.languages) addLanguage(tag, name, new Map(texts))
    const unsafe = (await import('./word-package.ts')).unsafeParts(template)
    return JSON.stringify(unsafe.length ? unsafe : await templateProblems(template, task.fields))
  }
  return fillTemplate(template, task.data)
}

/** The sheets, or why there are none. */
async function rowsOf(file: Uint8Array) {
  const [{ readRows }, { UnreadableSpreadsheet }] = await Promise.all([
    import('../spreadsheets/read.ts'),
    import('../spreadsheets/unreadable.ts'),
  ])
  try {
    return await readRows(file)
  } catch (error) {
    if (!(error instanceof UnreadableSpreadsheet)) throw error
    return { reason: error.reason, message: error.message }
  }
}
