import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shelfFor } from '../intake/shelf.ts'
import { unread } from './limits.ts'
import { tooMany } from './makers.ts'
import { spool } from './spool.ts'

const folder = mkdtempSync(join(tmpdir(), 'sinergi-spool-'))
const shelf = (most: number) => shelfFor(most, most, tooMany)
const pause = async (turns: number) => {
  for (let n = 0; n < turns; n++) await setImmediate()
}

test('what is read is what came, whoever of the two is faster, and nothing stays on disk', async () => {
  const step = fc.record({ size: fc.integer({ min: 1, max: 150_000 }), pause: fc.integer({ min: 0, max: 4 }) })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), fc.array(fc.integer({ min: 0, max: 6 })), async (steps, pauses) => {
      const chunks = steps.map(({ size }, n) => Buffer.alloc(size, n + 1))
      const source = async function* () {
        for (const [n, chunk] of chunks.entries()) {
          await pause(steps[n]!.pause)
          yield chunk
        }
      }
      const place = shelf(10_000_000)
      const { chunks: read } = spool(source(), folder, 100_000, place.place('a'))
      const got: Uint8Array[] = []
      for await (const chunk of read) {
        got.push(chunk)
        await pause(pauses[got.length % (pauses.length || 1)] ?? 0)
      }
      expect(Buffer.concat(got).equals(Buffer.concat(chunks))).toBe(true)
      place.place('a').take(10_000_000) // all room is back
      expect(readdirSync(folder)).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('a disk that has no more room for it ends it with an error, not as a whole', async () => {
  const source = async function* () {
    for (let n = 0; n < 10; n++) yield Buffer.alloc(50_000)
  }
  const { chunks, made } = spool(source(), folder, 100_000, shelf(120_000).place('a'))
  await made
  await expect(chunks.next()).rejects.toMatchObject({ code: 'too_many' })
})

test('however many wait unread, their memory is bounded together; what was read or left makes room', async () => {
  const none = shelf(0) // so that what finds no memory is refused
  const source = async function* () {
    yield Buffer.alloc(unread.memory)
  }
  const begin = () => spool(source(), folder, unread.memory, none.place('a'))
  const waiting = Array.from({ length: unread.memoryOfAll / unread.memory }, begin)
  await Promise.all(waiting.map(({ made }) => made))
  await expect(begin().chunks.next()).rejects.toMatchObject({ code: 'too_many' })
  expect((await waiting[0]!.chunks.next()).value).toHaveLength(unread.memory)
  const next = begin()
  expect((await next.chunks.next()).value).toHaveLength(unread.memory)
  for (const { chunks } of [...waiting, next]) await chunks.return?.()
  const again = Array.from({ length: waiting.length }, begin)
  for (const { chunks } of again) expect((await chunks.next()).value).toHaveLength(unread.memory)
  for (const { chunks } of again) await chunks.return?.()
})

test('one that is ended while nobody reads leaves its source and its file, and whoever comes back is told', async () => {
  let isLeft = false
  const source = async function* () {
    try {
      for (;;) {
        yield Buffer.alloc(50_000)
        await setImmediate()
      }
    } finally {
      isLeft = true
    }
  }
  const room = shelf(1_000_000_000)
  const { chunks, made, fail } = spool(source(), folder, 100_000, room.place('a'))
  expect((await chunks.next()).done).toBe(false)
  await pause(20)
  fail(new Error('terlambat'))
  await made
  expect(isLeft).toBe(true)
  room.place('a').take(1_000_000_000)
  await expect(chunks.next()).rejects.toThrow('terlambat')
})
