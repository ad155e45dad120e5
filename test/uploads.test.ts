import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../src/platform/authority/actor.ts'
import { readEntries } from '../src/platform/intake/entries.ts'
import { roomFor } from '../src/platform/intake/room.ts'
import { setAside } from '../src/platform/intake/set-aside.ts'
import { newId } from '../src/platform/operation/operation.ts'
import { createApp } from '../src/server.tsx'
import { agreement, formOf, openedCycle, partner } from './evaluation-world.ts'
import { browser, db, kernel, now, office, person } from './world.ts'

const site = 'http://sinergi.test'
const limit = 1_048_576
const files = { ...kernel.files, limit, room: roomFor(3 * limit) }
const app = createApp({ ...kernel, files })
const pdf = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF'
let ratna: Actor
let followUp: string
let assignment: string
let held: string

beforeAll(async () => {
  ratna = await person('Ratna', 'national_admin')
  held = await agreement('Kerja sama', ['35.10'], [await partner('Mitra')])
  const form = await openedCycle(ratna, '00')
  assignment = await formOf(form, held, 'kpu')
  followUp = newId()
  await db
    .insertInto('follow_up')
    .values({
      id: followUp,
      number: 'TL-2025-9001',
      office_id: office('00').id,
      action: 'Kirim berkas',
      owner_id: ratna.personId!,
      due_on: '2025-12-01',
      state: 'open',
      created_at: now.at,
    } as never)
    .execute()
})
afterAll(() => kernel.close())

type Part = [name: string, value: string | Blob]
async function post(path: string, parts: Part[], cookie?: string): Promise<Response> {
  const body = new FormData()
  for (const [name, value] of parts) body.append(name, value as string)
  return app.request(site + path, { method: 'POST', headers: { origin: site, cookie: cookie ?? (await browser(ratna)).cookie }, body })
}
const ofSize = (megabytes: number): Blob => new File([pdf, new Uint8Array(megabytes * limit).fill(32)], 'besar.pdf')
const said = 'Berkas terlalu besar; paling besar 1 MB.'

/** Where a form takes files, what else is typed into it, and the file's field. */
const forms = (): Record<string, { path: string; name: string; typed: Part[] }> => ({
  'an import': { path: '/impor', name: 'file', typed: [] },
  'a document of an agreement': { path: `/perjanjian/${held}/dokumen/baru`, name: 'file', typed: [['label', 'Naskah yang diketik']] },
  'evidence of a follow-up': {
    path: `/tindak-lanjut/${followUp}/laporan`,
    name: 'evidence',
    typed: [['note', 'Sudah diketik panjang lebar']],
  },
  'an answer': {
    path: `/evaluasi/isian/${assignment}`,
    name: 'evidence',
    typed: [
      ['rev', '0'],
      ['suggestion', 'Saran yang diketik'],
      ['aksi', 'kirim'],
    ],
  },
  'the template of the report': { path: '/laporan/templat', name: 'file', typed: [['rev', '0']] },
})

test.each(Object.keys(forms()))(
  'a file of any size for %s is said beside its field, and what was typed before and after it is kept',
  async what => {
    const { path, name, typed } = forms()[what]!
    for (const megabytes of [1, 10]) {
      const answer = await post(path, [...typed.slice(0, 1), [name, ofSize(megabytes)], ...typed.slice(1)])
      const page = await answer.text()
      expect([answer.status, page.includes(said)]).toEqual([422, true])
      const input = [...page.matchAll(/<input[^>]*type="file"[^>]*>/g)].map(([tag]) => tag).find(tag => tag.includes(`name="${name}"`))!
      const id = input.match(/ id="([^"]+)"/)![1]!
      expect(page).toContain(`href="#${id}"`) // the summary leads to the field
      expect(input).toMatch(/aria-invalid|aria-describedby/)
      for (const [, value] of typed) if (typeof value === 'string' && value.includes('diketik')) expect(page).toContain(value)
    }
  },
)

test('what comes beyond all sense is read no further, and the page says so', async () => {
  const answer = await post('/laporan/templat', [['file', ofSize(51)]])
  expect([answer.status, (await answer.text()).includes('Kiriman ini terlalu besar')]).toEqual([413, true])
})

test('a disk that takes no file is a 503 that keeps what was typed before and after it, and no other request notices', async () => {
  const inTheWay = join(kernel.config.DATA_DIR, 'bukan-folder')
  writeFileSync(inTheWay, '')
  const broken = createApp({ ...kernel, files: { ...files, incoming: join(inTheWay, 'incoming') } })
  const body = new FormData()
  for (const [name, value] of [
    ['rev', '0'],
    ['evidence', ofSize(0.9)],
    ['evidence', ofSize(2)],
    ['suggestion', 'Saran yang diketik'],
  ] as const)
    body.append(name, value as string)
  const { cookie } = await browser(ratna)
  const answer = await broken.request(`${site}/evaluasi/isian/${assignment}`, { method: 'POST', headers: { origin: site, cookie }, body })
  const page = await answer.text()
  expect([answer.status, Number(answer.headers.get('retry-after')) > 0]).toEqual([503, true])
  expect(page).toContain('Tempat penyimpanan berkas')
  for (const kept of ['name="rev" value="0"', 'value="Saran yang diketik"', 'Pilih lagi berkas besar.pdf']) expect(page).toContain(kept)
  expect((await broken.request(`${site}/perjanjian`, { headers: { cookie } })).status).toBe(200)
})

test('several files that are too large together are said beside the one that no longer fitted', async () => {
  const three = Array.from({ length: 4 }, (): Part => ['evidence', ofSize(0.9)])
  const answer = await post(`/tindak-lanjut/${followUp}/laporan`, [['note', 'Empat bukti'], ...three])
  expect([answer.status, (await answer.text()).includes('paling besar 3 MB sekali kirim')]).toEqual([422, true])
})

test('the good files of an answer are kept, though another is too large', async () => {
  const good = new File([pdf], 'baik.pdf')
  const answer = await post(`/evaluasi/isian/${assignment}`, [
    ['rev', '0'],
    ['evidence', good],
    ['evidence', ofSize(2)],
  ])
  const page = await answer.text()
  expect([answer.status, page.includes(said), page.includes('baik.pdf')]).toEqual([422, true, true])
})

test('files of one form stay in its order, however long a disk takes for each', async () => {
  const names = createApp({ ...kernel, files }).post('/gema', async c =>
    c.json((await readEntries(c, true)).files.map(({ file }) => file.name)),
  )
  const given = Array.from({ length: 40 }, (_, n) => `berkas ${n}.pdf`)
  const body = new FormData()
  for (const [n, name] of given.entries()) body.append('file', new File([new Uint8Array(n % 3 ? 1 : 10_000)], name))
  const { cookie } = await browser(ratna)
  for (let n = 0; n < 5; n++) {
    const answer = await names.request(`${site}/gema`, { method: 'POST', headers: { origin: site, cookie }, body })
    expect(await answer.json()).toEqual(given)
  }
})

test('the texts of a form with files are counted in bytes, and none is cut short', async () => {
  const answer = await post('/laporan/templat', [['catatan', '€'.repeat(400_000)]])
  expect([answer.status, (await answer.text()).includes('Kiriman ini terlalu besar')]).toEqual([413, true])
})

test('a form that brings no file waits for nobody who brings some', async () => {
  const room = roomFor(100)
  const leave = await room.enter(100)
  const waiting = room.enter(50)
  const full = createApp({ ...kernel, files: { ...files, room } })
  const body = new FormData()
  body.append('email', 'a@contoh.go.id')
  expect((await full.request(`${site}/masuk`, { method: 'POST', headers: { origin: site }, body })).status).toBe(422)
  leave()
  ;(await waiting)()
})

test('what a request holds is given back, though another thing of it cannot be', async () => {
  let left = 0
  const holding = createApp({ ...kernel, files }).post('/gema', c => {
    c.var.afterwards.push(
      () => Promise.reject(new Error('not to be closed')),
      () => left++,
    )
    return c.text('terkirim')
  })
  const { cookie } = await browser(ratna)
  const answer = await holding.request(`${site}/gema`, { method: 'POST', headers: { origin: site, cookie } })
  expect([answer.status, left]).toEqual([200, 1])
})

test('a stranger, and a form that takes no file, bring none', async () => {
  const parts: Part[] = [
    ['email', 'a@contoh.go.id'],
    ['file', ofSize(0.1)],
  ]
  expect((await post('/masuk', parts, '')).status).toBeLessThan(500)
  expect((await post('/masuk', [['file', ofSize(2)]], '')).status).toBe(413)
  expect(existsSync(files.incoming) ? readdirSync(files.incoming) : []).toEqual([])
})

test('a file that is set aside has no name, so nothing of it stays when the process ends', async () => {
  const seen: string[][] = []
  const stream = Readable.from(
    (async function* () {
      for (let n = 0; n < 3; n++) {
        yield Buffer.from(`bagian ${n} `)
        seen.push(readdirSync(files.incoming))
      }
    })(),
  )
  const file = (await setAside(files.incoming, stream, 1000, files.shelf.place('a')))!
  expect([Buffer.from(await file.bytes()).toString(), file.size]).toEqual(['bagian 0 bagian 1 bagian 2 ', 27])
  await file.close()
  expect(seen).toEqual([[], [], []])
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from('a')
      throw new Error('hung up')
    })(),
  )
  await expect(setAside(files.incoming, broken, 1000, files.shelf.place('a'))).rejects.toThrow('hung up')
  expect(readdirSync(files.incoming)).toEqual([])
})

test('of uploads at the same time no more are in memory than there is room for, in turn, and none is lost', async () => {
  const room = roomFor(100)
  const order: string[] = []
  let [inside, most] = [0, 0]
  const upload = async (name: string, bytes: number) => {
    const leave = await room.enter(bytes)
    inside += bytes
    most = Math.max(most, inside)
    order.push(name)
    await new Promise(resolve => setImmediate(resolve))
    inside -= bytes
    leave()
    leave()
  }
  await Promise.all([
    upload('a', 60),
    upload('b', 60),
    upload('c', 30),
    upload('d', 500 - 400),
    ...Array.from({ length: 50 }, (_, n) => upload(`e${n}`, 40)),
  ])
  expect([most <= 100, inside, order.length, order.slice(0, 4)]).toEqual([true, 0, 54, ['a', 'b', 'c', 'd']])
})

test('whoever waits too long for a place is told so, and those behind come in', async () => {
  const room = roomFor(100, 20)
  const leave = await room.enter(100)
  await expect(room.enter(50)).rejects.toMatchObject({ code: 'unavailable' })
  leave()
  ;(await room.enter(100))()
})
