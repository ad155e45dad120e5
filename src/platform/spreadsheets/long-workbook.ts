import { on } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Cell } from './cells.ts'
import { type LongSheet, writeWorkbook } from './write.ts'

type Page = (readonly Cell[])[]
/** Megabytes that the thread may hold, and of these for what is young: rows become bytes while they come, so nothing grows old. */
const [memory, young] = [128, 32]

/**
 * A sheet whose rows come page by page. One page is written as every workbook, with a bold header and filters. What is longer is a
 * `longWorkbook`, written in a thread of its own, so that rows are read from the database meanwhile and the server goes on answering.
 */
export async function* longWorkbookApart(sheet: LongSheet, pages: AsyncIterable<Page>): AsyncGenerator<Uint8Array, void> {
  const source = pages[Symbol.asyncIterator]()
  try {
    const begun = [await source.next(), await source.next()]
    if (begun[1]!.done) yield await writeWorkbook([{ ...sheet, rows: begun[0]!.value ?? [] }], sheet.zone)
    else yield* inThread(sheet, () => begun.shift() ?? source.next())
  } finally {
    await source.return?.()
  }
}

async function* inThread(
  sheet: LongSheet,
  next: () => IteratorResult<Page, void> | Promise<IteratorResult<Page, void>>,
): AsyncGenerator<Uint8Array, void> {
  const thread = new Worker(worker, {
    workerData: sheet,
    resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: young },
  })
  try {
    for await (const [said] of on(thread, 'message', { close: ['exit'] })) {
      if (said === 'end') return
      if (said === 'next') thread.postMessage((await next()).value ?? null)
      else yield said
    }
    throw new Error('The writer of workbooks ended before its file')
  } finally {
    await thread.terminate()
  }
}

/** The bundle has the worker beside it as `workbook-worker.js`; from the sources Node runs the TypeScript itself. */
const worker = join(import.meta.dirname, `workbook-worker.${import.meta.filename.endsWith('.ts') ? 'ts' : 'js'}`)
