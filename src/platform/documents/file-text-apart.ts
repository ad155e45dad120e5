import { deserialize } from 'node:v8'
import { WorkTooHard } from '../process/apart.ts'
import { runInWorker } from './apart.ts'
import type { FileText } from './file-text.ts'

/** Megabytes and milliseconds that reading one file may take. */
const limits = { memory: 400, timeout: 20_000 }

/**
 * What a file says, read in a process of its own; null where it cannot be read, or not within the limits. Throws where no such process can
 * be had, through no fault of the file.
 */
export async function readTextApart(bytes: Uint8Array, type: string): Promise<FileText | null> {
  try {
    return deserialize(await runInWorker({ kind: 'text', file: bytes, type }, limits))
  } catch (error) {
    if (error instanceof WorkTooHard || (error as Error).name === 'TimeoutError') return null
    throw error
  }
}
