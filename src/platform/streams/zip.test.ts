import { expect, test } from 'vitest'
import { listParts, unpack } from '../spreadsheets/archive.ts'
import { zipOf } from './zip.ts'

test('what was put into an archive comes out of it, whatever it is called', async () => {
  const files = [
    { name: '00 lampiran.pdf', bytes: new TextEncoder().encode('satu') },
    { name: 'surat – é.pdf', bytes: new Uint8Array() },
    { name: '02.pdf', bytes: new Uint8Array(70_000).fill(7) },
  ]
  const chunks: Uint8Array[] = []
  for await (const chunk of zipOf(entries(files))) chunks.push(chunk)
  const archive = new Uint8Array(Buffer.concat(chunks))
  const parts = [...listParts(archive, 1_000_000)].map(([name, part]) => ({ name, bytes: new Uint8Array(unpack(archive, part)) }))
  expect(parts).toEqual(files)
})

async function* entries<T>(all: readonly T[]) {
  yield* all
}
