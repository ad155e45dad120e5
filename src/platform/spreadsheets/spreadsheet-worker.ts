import { parentPort, workerData } from 'node:worker_threads'
import { readRows } from './read.ts'
import { UnreadableSpreadsheet } from './unreadable.ts'

// A thread of its own, started by apart.ts: the bytes of a file as its data, and one message back: the sheets, or why there are none.
try {
  parentPort!.postMessage(await readRows(workerData as Uint8Array))
} catch (error) {
  if (!(error instanceof UnreadableSpreadsheet)) throw error
  parentPort!.postMessage({ reason: error.reason, message: error.message })
}
