import { parentPort, workerData } from 'node:worker_threads'
import { textOf } from './file-text.ts'

// A thread of its own, started by file-text-apart.ts: a file as its data, and one message back: what it says, or that it cannot be read.
const { bytes, type } = workerData as { bytes: Uint8Array; type: string }
try {
  parentPort!.postMessage(await textOf(bytes, type))
} catch {
  parentPort!.postMessage(null)
}
