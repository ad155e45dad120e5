import { afterEach, expect, test, vi } from 'vitest'
import type { Entry } from './outbox.ts'
import { postEntry } from './outbox-post.ts'

afterEach(() => vi.unstubAllGlobals())

const entry = { id: 'satu', person: 'orang', url: '/evaluasi/isian/satu', fields: [['a', 'b']], files: [], at: 0 } as unknown as Entry
const answered = async (answer: () => Response | Promise<Response>) => {
  vi.stubGlobal('fetch', answer)
  return postEntry(entry)
}
const json = (said: object, status = 200) => new Response(JSON.stringify(said), { status })

test('only an answer of ours says that it has arrived; whatever else comes, it waits', async () => {
  expect(await answered(() => json({ to: '/evaluasi/isian/satu' }))).toEqual({ kind: 'sent', to: '/evaluasi/isian/satu' })
  expect(await answered(() => new Response('<h1>Masuk ke jaringan</h1>', { headers: { 'content-type': 'text/html' } }))).toEqual({
    kind: 'later',
  })
  expect(await answered(() => json({}))).toEqual({ kind: 'later' })
  for (const status of [408, 429, 500, 502, 503, 504]) expect(await answered(() => json({}, status))).toEqual({ kind: 'later' })
  expect(await answered(() => json({ title: 'Siklus ditutup' }, 409))).toEqual({
    kind: 'refused',
    reason: 'Siklus ditutup',
    isSaved: false,
  })
  expect(await answered(() => Promise.reject(new TypeError('gone')))).toEqual({ kind: 'offline' })
})

test('what is sent is not waited for without end', async () => {
  let signal: AbortSignal | null | undefined
  vi.stubGlobal('fetch', async (_url: string, asked: RequestInit) => {
    signal = asked.signal
    return json({ to: '/' })
  })
  await postEntry(entry)
  expect(signal).toBeInstanceOf(AbortSignal)
})
