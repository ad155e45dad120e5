import { serialize } from 'node:v8'
import { answerTask } from '../process/task.ts'
import { readRows } from './read.ts'
import { UnreadableSpreadsheet } from './unreadable.ts'

// A process of its own, started by apart.ts: the bytes of a file as its task, and the sheets as its result, or why there are none.
await answerTask(async (file: Uint8Array) => {
  try {
    return serialize(await readRows(file))
  } catch (error) {
    if (!(error instanceof UnreadableSpreadsheet)) throw error
    return serialize({ reason: error.reason, message: error.message })
  }
})
