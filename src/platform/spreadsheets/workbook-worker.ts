import { on } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import type { Cell } from './cells.ts'
import { type LongSheet, longWorkbook } from './write.ts'

// A thread of its own, started by long-workbook.ts: the sheet as its data; it asks for pages of rows with `next`, is given `null` after the
// last, and says the bytes as they come, then `end`.
const port = parentPort!
for await (const bytes of longWorkbook(workerData as LongSheet, pages())) port.postMessage(bytes)
port.postMessage('end')
port.close()

/** One page is asked for ahead, so that there is one to begin with while the next is read from the database. */
async function* pages(): AsyncGenerator<(readonly Cell[])[], void> {
  const given = on(port, 'message')
  port.postMessage('next')
  port.postMessage('next')
  for await (const [page] of given) {
    if (page === null) return
    yield page
    port.postMessage('next')
  }
}
