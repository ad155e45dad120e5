import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'

const module = join(import.meta.dirname, 'operations/own-export.ts')
const reader = `const { parentPort, workerData } = require('node:worker_threads')
  const read = (ownExport, bytes) => {
    try {
      return ownExport(bytes)?.rows.length ?? 'no JSON'
    } catch (error) {
      return error.reason ?? error.message
    }
  }
  import(workerData.module).then(({ ownExport }) => parentPort.postMessage(workerData.files.map(bytes => read(ownExport, bytes))))`

/** What becomes of texts in a thread that has little memory. */
const readWithin = (megabytes: number, texts: string[]) =>
  new Promise((resolve, reject) => {
    const workerData = { module, files: texts.map(text => new TextEncoder().encode(text)) }
    const thread = new Worker(reader, { eval: true, workerData, resourceLimits: { maxOldGenerationSizeMb: megabytes } })
    thread.once('message', resolve)
    thread.once('error', reject)
  })
const listOf = (count: number, each: string) => `[${Array<string>(count).fill(each).join(',')}]`

test('JSON of very many things that are no agreements is refused in little memory', async () => {
  const texts = [listOf(100_000, '{}'), `[{"offices":${listOf(100_000, '{}')}}]`, listOf(200_000, '{}'), '{"offices":[]}', '[]']
  expect(await readWithin(192, texts)).toEqual(['other_format', 'other_format', 'too_large', 'other_format', 1])
})
