import { afterAll, expect, test, vi } from 'vitest'
import { heldBytes } from '../src/platform/intake/limits.ts'
import { full, roomFor } from '../src/platform/intake/room.ts'
import { type Shelf, shelfFor } from '../src/platform/intake/shelf.ts'
import { createApp } from '../src/server.tsx'
import { agreement, partner } from './evaluation-world.ts'
import { app, browser, kernel, person } from './world.ts'

afterAll(() => kernel.close())

const site = 'http://sinergi.test'
const megabyte = 1_048_576
const multipart = 'multipart/form-data; boundary=b'
const part = (name: string, more: string) => `--b\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n`

/** A body of which these pieces come, and never the rest, until it is broken off. `read` resolves when all pieces were taken. */
function hanging(...pieces: (string | Uint8Array)[]) {
  const left = [...pieces]
  let end = (): void => {}
  const { promise: read, resolve } = Promise.withResolvers<void>()
  const body = new ReadableStream({
    start(controller) {
      end = () => controller.error(new Error('hung up'))
    },
    pull(controller) {
      const next = left.shift()
      if (next === undefined) return resolve()
      controller.enqueue(typeof next === 'string' ? Buffer.from(next) : next)
    },
  })
  return { body, read, end: () => end() }
}
type Hanging = ReturnType<typeof hanging>

type Sender = { ip?: string; cookie?: string; to?: typeof app }
const send = (path: string, type: string, body: BodyInit, { ip = '198.51.100.7', cookie = '', to = app }: Sender = {}) =>
  to.request(
    site + path,
    { method: 'POST', headers: { origin: site, 'content-type': type, cookie }, body, duplex: 'half' } as RequestInit,
    { incoming: { socket: { remoteAddress: ip } } },
  ) as Promise<Response>

async function ended(sent: readonly Hanging[], answers: readonly Promise<Response>[]): Promise<void> {
  for (const each of sent) each.end()
  await Promise.all(answers)
}

test.each(['application/x-www-form-urlencoded', multipart])(
  'what strangers have half sent is bounded, a place at a time, and others are heard (%s)',
  async type => {
    const piece = new Uint8Array(megabyte / 2).fill(120)
    const sent = Array.from({ length: 31 }, () => hanging(type === multipart ? part('email', '') : 'email=', piece))
    const answers = sent.map(({ body }) => send('/masuk', type, body))
    await Promise.all(sent.map(({ read }) => read))
    expect(31 * piece.length + megabyte).toBeGreaterThan(heldBytes.own)
    const form = type === multipart ? `${part('email', '')}${'x'.repeat(megabyte - 200)}\r\n--b--` : `email=${'x'.repeat(megabyte - 200)}`
    const refused = await send('/masuk', type, form)
    expect([refused.status, await refused.text()]).toEqual([429, expect.stringContaining('Terlalu banyak kiriman pada saat yang sama')])
    expect((await send('/masuk', type, form, { ip: '203.0.113.9' })).status).toBe(422)
    const { cookie } = await browser(await person('Ratna', 'national_admin'))
    expect((await send('/perjanjian/baru', type, form, { cookie })).status).toBe(422)
    await ended(sent, answers)
    expect((await send('/masuk', type, form)).status).toBe(422)
  },
)

test('what comes byte by byte counts for what it costs', async () => {
  const many = Math.ceil(heldBytes.own / heldBytes.chunk)
  let count = 0
  const drops = new ReadableStream({
    pull(controller) {
      if (count++ < many) controller.enqueue(Uint8Array.of(120))
      else controller.close()
    },
  })
  const answer = await send('/masuk', 'application/x-www-form-urlencoded', drops)
  expect([answer.status, count < many]).toEqual([429, true])
})

test('files that wait for the rest of their form are bounded, for each and for all; what was typed is kept, and others upload', async () => {
  const limit = megabyte
  const { shelf, taken } = watched(shelfFor(8 * limit, 6 * limit, full))
  const files = { ...kernel.files, limit, room: roomFor(3 * limit), shelf }
  const to = createApp({ ...kernel, files })
  const path = `/perjanjian/${await agreement('Kerja sama', ['35.10'], [await partner('Mitra')])}/dokumen/baru`
  const [ratna, sari, dewi] = await Promise.all(
    ['Ratna', 'Sari', 'Dewi'].map(async name => (await browser(await person(name, 'national_admin'))).cookie),
  )
  const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n%%EOF\n'), Buffer.alloc(0.9 * limit, 32)])
  const file = [part('file', '; filename="a.pdf"'), pdf, '\r\n']
  const half = (count: number) => hanging(part('label', ''), 'Naskah yang diketik\r\n', ...Array.from({ length: count }, () => file).flat())
  const whole = () => Buffer.concat([part('label', ''), 'Naskah yang diketik\r\n', ...file, '--b--'].map(each => Buffer.from(each)))
  const sent = [half(3), half(3)]
  const answers = sent.map(({ body }) => send(path, multipart, body, { cookie: ratna!, to }))
  await Promise.all(sent.map(({ read }) => read))
  const lieThere = (count: number) => vi.waitFor(() => expect(taken()).toBeGreaterThan((count - 0.05) * pdf.length), { timeout: 20_000 })
  await lieThere(6) // what was read is written a moment later
  const refused = await send(path, multipart, whole(), { cookie: ratna!, to })
  const page = await refused.text()
  expect([refused.status, refused.headers.has('retry-after')]).toEqual([503, true])
  for (const kept of ['Terlalu banyak berkas sedang diunggah', 'Naskah yang diketik', 'Pilih lagi berkas a.pdf'])
    expect(page).toContain(kept)
  expect((await send(path, multipart, whole(), { cookie: sari!, to })).status).toBe(303)
  const more = half(2)
  const answer = send(path, multipart, more.body, { cookie: dewi!, to })
  await more.read
  await lieThere(8)
  expect((await send(path, multipart, whole(), { cookie: sari!, to })).status).toBe(503)
  await ended([...sent, more], [...answers, answer])
  expect((await send(path, multipart, whole(), { cookie: ratna!, to })).status).toBe(303)
})

/** A shelf that tells how many bytes lie on it. */
function watched(shelf: Shelf): { shelf: Shelf; taken: () => number } {
  let all = 0
  const place = (owner: string) => {
    const own = shelf.place(owner)
    let mine = 0
    return {
      take(bytes: number) {
        own.take(bytes)
        mine += bytes
        all += bytes
      },
      leave() {
        own.leave()
        all -= mine
        mine = 0
      },
    }
  }
  return { shelf: { place }, taken: () => all }
}

test('a shelf gives back all that was taken, and takes nothing of what does not fit', () => {
  const shelf = shelfFor(10, 6, full)
  const [a, other, b] = [shelf.place('a'), shelf.place('a'), shelf.place('b')]
  a.take(4)
  expect(() => other.take(3)).toThrow()
  other.take(2)
  expect(() => b.take(5)).toThrow()
  b.take(4)
  a.leave()
  a.leave()
  other.take(4)
  for (const place of [other, b]) place.leave()
  shelf.place('c').take(6)
})
