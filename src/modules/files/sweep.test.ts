import { readFileSync } from 'node:fs'
import { rm, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { as, browser, db, kernel, now, operator, person, program } from '../../../test/world.ts'
import { keyOf } from '../../platform/files/listing.ts'
import { keepFile } from '../../platform/files/store.ts'
import { newId, operation } from '../../platform/operation/operation.ts'
import { Upload } from '../../platform/values/shapes.ts'
import { showFileState } from './operations/state.ts'
import { sweepFiles } from './operations/sweep.ts'
import { verifyFiles } from './operations/verify.ts'

afterAll(() => kernel.close())
beforeAll(() => db.updateTable('migration').set({ applied_at: '2025-01-01' }).execute())

const admin = await person('Ratna', 'national_admin')
const province = await person('Putri', 'national_admin', '35')
const csv = (text: string) => ({ name: 'nilai.csv', bytes: new TextEncoder().encode(text) })
let last = ''

/** What an upload does; `fails` after the bytes are written, as when the connection to the database breaks. */
const keep = operation({
  name: 'test.keep',
  summary: '',
  power: 'open',
  input: z.object({ file: Upload, fails: z.boolean().default(false) }),
  output: z.any(),
  example: {} as never,
  async run(context, { file, fails }) {
    const kept = await keepFile(context, file, { reach: ['id'] })
    last = kept.id
    if (fails) throw new Error('the connection broke')
    return kept
  },
})

const lies = (id: string) => kernel.files.disk.exists(keyOf(id))
/** Makes a file look as if it had been written so many days before now. */
async function age(id: string, days: number): Promise<string> {
  const at = new Date(now.at.getTime() - days * 86_400_000)
  await utimes(join(kernel.config.DATA_DIR, 'files', keyOf(id)), at, at)
  return id
}
async function failed(days: number): Promise<string> {
  await expect(as(admin)(keep, { file: csv('gagal'), fails: true })).rejects.toThrow('the connection broke')
  return age(last, days)
}
async function kept(text = 'ada'): Promise<string> {
  const { id } = await as(admin)<{ id: string }>(keep, { file: csv(text) })
  return age(id, 300)
}

test('what a failed upload left is removed when it is old; a young file, one with a row and what is not ours stay', async () => {
  const [old, young, owned] = [await failed(8), await failed(6), await kept()]
  await kernel.files.disk.put('catatan/pengelola.txt', 'bukan berkas Sinergi')
  const foreign = join(kernel.config.DATA_DIR, 'files', 'catatan/pengelola.txt')
  await utimes(foreign, 0, 0)
  expect([await lies(old), await lies(young), await lies(owned)]).toEqual([true, true, true])
  expect(await as(admin)(sweepFiles)).toEqual({ looked: 3, removed: 1, bytes: 5, passed: 3, stored: 3 })
  expect([await lies(old), await lies(young), await lies(owned)]).toEqual([false, true, true])
  expect(readFileSync(foreign, 'utf8')).toBe('bukan berkas Sinergi')
  expect(await as(admin)(sweepFiles)).toMatchObject({ removed: 0 })
  const lines = await db.selectFrom('audit_event').select('changes').where('operation', '=', 'files.sweep').execute()
  expect(lines).toEqual([{ changes: { removed: [null, 1], bytes: [null, 5] } }]) // nothing removed is nothing to tell
})

test('a file that the disk took half of leaves no half behind, so that a full disk is not kept full', async () => {
  let half = ''
  const disk = new Proxy(kernel.files.disk, {
    get(target, name) {
      if (name === 'put')
        return async (key: string, bytes: Uint8Array) => {
          half = key
          await target.put(key, bytes.subarray(0, 2))
          throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
        }
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  const whole = kernel.files
  kernel.files = { ...whole, disk }
  await expect(as(admin)(keep, { file: csv('terlalu banyak') })).rejects.toMatchObject({ code: 'ENOSPC' })
  kernel.files = whole
  expect([half !== '', await whole.disk.exists(half)]).toEqual([true, false])
})

test('files from before this database are another’s, and stay', async () => {
  const before = await failed(400)
  await as(admin)(sweepFiles)
  expect(await lies(before)).toBe(true)
})

test('more files than are asked about at a time are all looked at', async () => {
  const many: string[] = []
  for (let at = 0; at < 501; at++) {
    const id = newId()
    await kernel.files.disk.put(keyOf(id), 'x')
    many.push(await age(id, 30))
  }
  const { looked } = await as(admin)<{ looked: number }>(sweepFiles, { days: 100 })
  expect(await as(admin)(sweepFiles)).toEqual({ looked, removed: 501, bytes: 501, passed: looked, stored: looked })
})

test('the sweep ended half way goes on where it was', async () => {
  const two = [await failed(20), await failed(20)]
  let deleted = 0
  const disk = new Proxy(kernel.files.disk, {
    get(target, name) {
      if (name === 'delete' && deleted++ === 1) throw new Error('killed')
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  const whole = kernel.files
  kernel.files = { ...whole, disk }
  await expect(as(admin)(sweepFiles)).rejects.toThrow('killed')
  kernel.files = whole
  expect((await Promise.all(two.map(lies))).filter(Boolean)).toHaveLength(1)
  expect(await as(admin)(sweepFiles)).toMatchObject({ removed: 1 })
})

test('a file that somebody takes away while it is swept does not end the sweep', async () => {
  const lost = await failed(20)
  const whole = kernel.files
  const gone = { key: keyOf(newId()), writtenAt: async () => new Date(now.at.getTime() - 20 * 86_400_000) }
  kernel.files = {
    ...whole,
    async *list() {
      yield gone
      yield* whole.list()
    },
  }
  const done = await as(admin)(sweepFiles)
  kernel.files = whole
  expect(done).toMatchObject({ removed: 1 })
  expect(await lies(lost)).toBe(false)
})

test('the job sweeps, the log counts it, and administrators see it', async () => {
  await failed(9)
  const { removed } = await as(admin)<{ removed: number }>(showFileState)
  await kernel.jobs.send(db, 'files.sweep', {})
  const lines: unknown[] = []
  const log = { ...kernel.log, info: (event: string, details?: object) => void lines.push([event, details]) }
  await kernel.jobs.drain({ ...kernel, log })
  expect(lines).toContainEqual(['files.swept', expect.objectContaining({ removed: 1, bytes: 5 })])
  const page = await (await (await browser(admin)).get('/berkas')).text()
  expect(page).toContain('Pembersihan terakhir')
  expect(await as(admin)(showFileState)).toMatchObject({ removed: removed + 1 })
  expect((await (await browser(province)).get('/berkas')).status).toBe(403)
})

test('by page, by program and by command it is the same', async () => {
  await failed(9)
  expect((await (await browser(admin)).post('/berkas/pembersihan', {})).status).toBe(303)
  await failed(9)
  expect(await (await (await program(admin))('POST', '/files/sweeps', {})).json()).toMatchObject({ removed: 1 })
  await failed(9)
  expect(await as(operator, 'command')(sweepFiles)).toMatchObject({ removed: 1 })
})

test('a file that is gone, cut short or changed is named; whole ones are not', async () => {
  expect(await as(admin)(verifyFiles)).toMatchObject({ bad: 0, shown: [] })
  const [gone, short, changed] = [await kept('hilang'), await kept('dipotong'), await kept('diubah')]
  await rm(join(kernel.config.DATA_DIR, 'files', keyOf(gone)))
  await kernel.files.disk.put(keyOf(short), 'dipo')
  await kernel.files.disk.put(keyOf(changed), 'dirubh')
  const check = await as(operator, 'command')<{ files: number; bad: number; shown: { id: string; problem: string }[] }>(verifyFiles)
  expect(check.bad).toBe(3)
  expect(Object.fromEntries(check.shown.map(({ id, problem }) => [id, problem]))).toEqual({
    [gone]: 'missing',
    [short]: 'size',
    [changed]: 'content',
  })
  expect(verifyFiles.failed?.(check as never)).toBe(true)
  const page = await (await (await browser(admin)).get('/berkas/pemeriksaan')).text()
  for (const word of ['Hilang', 'Ukuran berbeda', 'Isi berbeda']) expect(page).toContain(word)
})

test('a sweep that looks at a part goes on behind it at the next run, by page, program and command, and says how far it came', async () => {
  const lost = [await failed(20), await failed(20), await failed(20)].sort()
  const { stored } = await as(admin)<{ stored: number }>(sweepFiles, { days: 100 })
  const some = stored - 2 // all but the last two, which are the newest
  const first = await (await (await program(admin))('POST', '/files/sweeps', { most: some })).json()
  expect(first).toEqual({ looked: some, removed: 1, bytes: 5, passed: some, stored })
  const left = stored - 1
  expect(await Promise.all(lost.map(lies))).toEqual([false, true, true])
  expect(await (await (await browser(admin)).get('/berkas')).text()).toContain(`${some} dari ${stored}`)
  // One of those it came past is gone since.
  expect(await as(operator, 'command')(sweepFiles, { most: 1 })).toEqual({
    looked: 1,
    removed: 1,
    bytes: 5,
    passed: left - 1,
    stored: left,
  })
  expect((await (await browser(admin)).post('/berkas/pembersihan', { most: '1' })).status).toBe(303)
  expect(await Promise.all(lost.map(lies))).toEqual([false, false, false])
  // From the end it begins anew.
  expect(await as(admin)(sweepFiles, { most: 1 })).toMatchObject({ looked: 1, passed: 1 })
})

test('the job goes on until the whole store is looked at, however much more it holds than one run takes', async () => {
  const lost = [await failed(9), await failed(9)]
  await as(admin)(sweepFiles) // to the end, so that the job begins anew
  const whole = kernel.files
  const later = [await failed(9), await failed(9)]
  kernel.files = {
    ...whole,
    async *list() {
      for (let at = 0; at < 20_001; at++)
        yield { key: keyOf(`00000000-0000-7000-8000-${String(at).padStart(12, '0')}`), writtenAt: async () => undefined }
      yield* whole.list()
    },
  }
  await kernel.jobs.send(db, 'files.sweep', {})
  await kernel.jobs.drain(kernel)
  kernel.files = whole
  expect(await Promise.all([...lost, ...later].map(lies))).toEqual([false, false, false, false])
  const { sweeps } = await as(admin)<{ sweeps: { passed: number; stored: number }[] }>(showFileState)
  expect(sweeps.slice(0, 2).map(({ passed, stored }) => passed < stored)).toEqual([false, true])
})

test('a check that reads a part says how far it came and where to go on, by page, program and command', async () => {
  type Check = { files: number; bad: number; passed: number; stored: number; next: string | null }
  for (const text of ['satu', 'dua', 'tiga']) await kept(text)
  const all = await as(operator, 'command')<Check>(verifyFiles)
  expect([all.files, all.passed, all.next]).toEqual([all.stored, all.stored, null])
  const ask = await program(admin)
  let [files, bad, after] = [0, 0, '']
  for (let parts = 0; parts < all.stored; parts++) {
    const part: Check = await (await ask('GET', `/files/verification?most=2${after && `&after=${after}`}`)).json()
    files += part.files
    bad += part.bad
    expect([part.passed, part.stored]).toEqual([files, all.stored])
    if (!part.next) break
    after = part.next
  }
  expect([files, bad]).toEqual([all.files, all.bad])
  const here = await browser(admin)
  const page = await (await here.get('/berkas/pemeriksaan?most=2')).text()
  expect(page).toContain(`Baru 2 dari ${all.stored} berkas diperiksa`)
  const onward = page.match(/href="(\/berkas\/pemeriksaan\?after=[^"]+)"/)![1]!
  expect(await (await here.get(onward)).text()).not.toContain('Lanjutkan pemeriksaan')
  expect((await here.get('/berkas/pemeriksaan?after=bukan-id')).status).toBe(404)
})
