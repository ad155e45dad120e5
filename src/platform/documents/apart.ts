import { join } from 'node:path'
import { type Limits, runApart } from '../process/apart.ts'
import type { Paper } from './paper.ts'
import type { PdfTask } from './typst.ts'
import type { TemplateFields, WordData } from './word-tags.ts'

/** Work on a document that may take seconds or gigabytes, or on a file that may be made to do harm: `text` is what a file says. */
export type Task =
  | ({ kind: 'pdf' } & PdfTask)
  | { kind: 'word'; template: Uint8Array; data: WordData }
  | { kind: 'paper'; paper: Paper }
  | { kind: 'problems'; template: Uint8Array; fields: TemplateFields; languages: readonly Spoken[] }
  | { kind: 'text'; file: Uint8Array; type: string }

/** A language that was added, with what it says of templates: the process of its own knows only the two that Sinergi is written in. */
export type Spoken = { tag: string; name: string; texts: [key: string, text: string][] }

/** Does a task in a process of its own, as `runApart` says. */
export const runInWorker = (task: Task, limits: Limits = {}): Promise<Uint8Array> => runApart(worker, task, limits)

/** The bundle has the worker beside it as `document-worker.js`; from the sources Node runs the TypeScript itself. */
const worker = join(import.meta.dirname, `document-worker.${import.meta.filename.endsWith('.ts') ? 'ts' : 'js'}`)
