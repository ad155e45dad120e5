import { join } from 'node:path'
import { deserialize } from 'node:v8'
import { roomFor } from '../intake/room.ts'
import { runApart, WorkTooHard } from '../process/apart.ts'
import type { Caps, Sheet } from './cells.ts'
import { readRows } from './read.ts'
import { type UnreadableReason, UnreadableSpreadsheet } from './unreadable.ts'

/** What is read in less than the time of a page; a register of a thousand agreements is within it. */
const short: Caps = { rows: 2_000, cells: 50_000, unzippedBytes: 5_000_000 }
/** Megabytes and milliseconds after which a file counts as too large; the largest that is read takes about a third of them. */
const limits = { memory: 1_500, timeout: 60_000 }
/** One at a time: a second one would only take the processor from who waits for a page. */
export const turns = roomFor(1)

/**
 * As `readRows`, but what takes longer than a page is read in a process of its own, so that the server goes on answering. Refuses
 * `unavailable` when others' files keep it busy for a minute, so it is called where no connection is held (`prepare` of an operation).
 */
export async function readRowsApart(bytes: Uint8Array): Promise<{ sheets: Sheet[] }> {
  try {
    return await readRows(bytes, short)
  } catch (error) {
    if (!(error instanceof UnreadableSpreadsheet && error.reason === 'too_large')) throw error
  }
  const leave = await turns.enter(1)
  try {
    return await inProcess(bytes)
  } finally {
    leave()
  }
}

type Answer = { sheets: Sheet[] } | { reason: UnreadableReason; message: string }

async function inProcess(file: Uint8Array): Promise<{ sheets: Sheet[] }> {
  const read = await runApart(worker, file, limits).catch(error => {
    if (!(error instanceof WorkTooHard || error.name === 'TimeoutError')) throw error
    throw new UnreadableSpreadsheet('too_large', 'Not read within the limits', { cause: error })
  })
  const answer = deserialize(read) as Answer
  if ('reason' in answer) throw new UnreadableSpreadsheet(answer.reason, answer.message)
  return answer
}

/** The bundle has the worker beside it as `spreadsheet-worker.js`; from the sources Node runs the TypeScript itself. */
const worker = join(import.meta.dirname, `spreadsheet-worker.${import.meta.filename.endsWith('.ts') ? 'ts' : 'js'}`)
