import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { showAssignment } from '../../src/modules/evaluation/operations/assignments.ts'
import { saveAnswers } from '../../src/modules/evaluation/operations/save-answers.ts'
import type { Assignment } from '../../src/modules/evaluation/schema.ts'
import { formValues } from '../../src/modules/questionnaires/rules/form.ts'
import type { Actor } from '../../src/platform/authority/actor.ts'
import { complete } from '../evaluation-answers.ts'
import { agreement, formOf, openedCycle, partner, submitted } from '../evaluation-world.ts'
import { as, browser, db, kernel, now, person } from '../world.ts'
import { judged } from './example-site.ts'
import { launchKept } from './launch.ts'
import { type Site, startSite } from './offline-site.ts'

/** One person with one form of some forty questions and a place for files, on a browser whose folder survives it. */
let site: Site
let sari: Actor, budi: Actor, form: string, address: string
let profile: string
let context: BrowserContext
let page: Page

beforeAll(async () => {
  site = await startSite()
  sari = await person('Sari', 'office_leader', '35.10', false)
  budi = await person('Budi', 'office_leader', '35.10', false)
})
beforeEach(async () => {
  const admin = await person('Admin', 'national_admin')
  const id = await agreement('Penyuluhan hukum', ['35.10'], [await partner('Kejari Banyuwangi')], 12)
  form = await formOf(await openedCycle(admin, '00'), id, 'kpu')
  address = `${site.url}/evaluasi/isian/${form}`
  profile = mkdtempSync(join(tmpdir(), 'sinergi-profile-'))
  await reopen(sari)
  return async () => {
    Object.assign(site, { isCut: false, isSlow: false, version: 1 })
    await context.close()
    rmSync(profile, { recursive: true, force: true })
  }
})
afterAll(async () => {
  await site.close()
  await kernel.close()
})

/** Closes the browser and opens it again on what it kept, as somebody or as whoever was there. */
async function reopen(who?: Actor): Promise<void> {
  await context?.close()
  context = await launchKept(profile)
  if (who) await enter(who)
  page = await context.newPage()
}

async function enter(who: Actor): Promise<void> {
  const { cookie } = await browser(who)
  const at = cookie.indexOf('=')
  await context.clearCookies()
  await context.addCookies([
    { name: cookie.slice(0, at), value: cookie.slice(at + 1), domain: 'localhost', path: '/', expires: 4_000_000_000 },
  ])
}

const shown = () => as(sari)<Assignment>(showAssignment, { id: form })
const status = () => page.locator('.draft-status').textContent()

/** Opened once, and kept with all that it needs. */
async function openOnce(): Promise<void> {
  await page.goto(address)
  await expect.poll(() => page.evaluate(isReady, new URL(address).pathname), { timeout: 10_000 }).toBe(true)
}
const isReady = async (path: string): Promise<boolean> =>
  Boolean((await caches.match(path)) && (await caches.match('/perangkat')) && navigator.serviceWorker.controller)

/** Ticks, chooses and writes what these answers say, as a hand would. */
async function fill(entries: [string, string][]): Promise<void> {
  for (const [name, value] of entries) {
    const field = page.locator(`[name="${name}"]`).first()
    const type = await field.evaluate(element => (element as HTMLInputElement).type)
    if (type === 'radio' || type === 'checkbox') await page.locator(`[name="${name}"][value="${value}"]`).check({ force: true })
    else await field.fill(value)
  }
}

/** The same without the hand: by the event that typing makes. */
const fillAtOnce = (entries: [string, string][]): Promise<void> =>
  page.evaluate(all => {
    for (const [name, value] of all) {
      const fields = [...document.querySelectorAll<HTMLInputElement>(`[name="${name}"]`)]
      const field = fields.find(each => each.value === value && /radio|checkbox/.test(each.type)) ?? fields[0]!
      if (/radio|checkbox/.test(field.type)) field.checked = true
      else field.value = value
      field.dispatchEvent(new Event('input', { bubbles: true }))
    }
  }, entries)

/** What stands in the form now. */
const filled = () =>
  page.evaluate(() =>
    [...new FormData(document.querySelector<HTMLFormElement>('draft-form form')!)]
      .filter(([name, value]) => name !== 'rev' && (typeof value === 'string' ? value : value.name))
      .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : value.name}`)
      .sort(),
  )

const evidence = { name: 'bukti.pdf', mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4\n${'bukti '.repeat(2000)}\n%%EOF`) }

/** What the server has of this form: its answers, its files and how often it was submitted. */
async function arrived() {
  const files = await db
    .selectFrom('answer_file as w')
    .innerJoin('stored_file as f', 'f.id', 'w.file_id')
    .select(['f.name', sql<number>`f.size::integer`.as('bytes')])
    .where('w.assignment_id', '=', form)
    .execute()
  const { state, given } = await shown()
  const submissions = await db
    .selectFrom('audit_event')
    .select('id')
    .where('operation', '=', 'answers.submit')
    .where('subject_id', '=', form)
    .execute()
  return { state, answers: given!.answers, files, submissions: submissions.length }
}

test('a form that was opened once is filled in, with a file, sent and closed without a connection, and arrives once, whole', async () => {
  await openOnce()
  await page.close()
  site.isCut = true
  page = await context.newPage()
  await page.goto(address)
  await page.getByText('Ini salinan yang disimpan di perangkat ini').waitFor()
  const assignment = await shown()
  const answers = complete(assignment, 3)
  await fill(formValues(assignment, answers))
  expect(Object.keys(answers).length).toBeGreaterThanOrEqual(40)
  await page.setInputFiles('[name=evidence]', evidence)
  await page.getByRole('button', { name: 'Kirim evaluasi' }).click()
  await expect.poll(status, { timeout: 10_000 }).toContain('Menunggu dikirim sejak')

  await reopen()
  await page.goto(address)
  await expect.poll(status).toContain('Menunggu dikirim sejak')
  await expect.poll(filled).toEqual([...formValues(assignment, answers).map(pair => pair.join(': ')), 'evidence: bukti.pdf'].sort())
  expect((await arrived()).state).toBe('not_started')

  site.isCut = false
  await page.goto(`${site.url}/`)
  await expect.poll(async () => (await arrived()).state, { timeout: 10_000 }).toBe('submitted')
  const { answers: kept, ...rest } = await arrived()
  expect(rest).toEqual({ state: 'submitted', files: [{ name: 'bukti.pdf', bytes: evidence.buffer.length }], submissions: 1 })
  const { evidence: stored, ...others } = kept
  expect(others).toEqual(answers)
  expect(stored).toHaveLength(1)
  await expect.poll(() => page.locator('on-device').isHidden()).toBe(true)
})

test('what the server took, its answer lost on the way, is sent again and recorded once, beside a file from before', async () => {
  await openOnce()
  const files = page.locator('[name=evidence][type=file]')
  await files.setInputFiles({ ...evidence, name: 'sebelumnya.pdf' })
  await page.getByRole('button', { name: 'Simpan draf' }).click()
  await page.getByRole('link', { name: 'sebelumnya.pdf' }).waitFor()
  expect(await files.evaluate(input => (input as HTMLInputElement).files!.length)).toBe(0)
  await openOnce()
  site.isCut = true
  const answers = complete(await shown(), 1)
  await fillAtOnce(formValues(await shown(), answers))
  await files.setInputFiles(evidence)
  await page.getByRole('button', { name: 'Kirim evaluasi' }).click()
  await expect.poll(status, { timeout: 10_000 }).toContain('Menunggu dikirim sejak')
  site.loses = { path: new RegExp(`^/evaluasi/isian/${form}$`), times: 2 }
  site.isCut = false
  for (let tries = 0; tries < 3; tries++) await page.evaluate(() => dispatchEvent(new Event('online')))
  await expect.poll(() => waits(), { timeout: 10_000 }).toEqual([])
  const { state, files: stored, submissions } = await arrived()
  expect([state, stored.map(({ name }) => name).sort(), submissions]).toEqual(['submitted', ['bukti.pdf', 'sebelumnya.pdf'], 1])
})

test('a new version that came in between loses nothing: the kept page works with its own scripts, and what waits arrives', async () => {
  await openOnce()
  site.isCut = true
  site.version = 2
  await reopen()
  await page.goto(address)
  await fillAtOnce([['suggestion', 'Ditulis pada versi lama']])
  await expect.poll(status, { timeout: 10_000 }).toContain('Tidak ada jaringan')
  site.isCut = false
  await page.goto(address)
  await expect.poll(async () => (await arrived()).answers, { timeout: 10_000 }).toEqual({ suggestion: 'Ditulis pada versi lama' })
  expect(await page.evaluate(() => document.querySelector('script')!.src)).toContain('-v2.')
  await expect.poll(assetsKept, { timeout: 10_000 }).toEqual({ old: 0, here: true })
  site.isCut = true
  await page.goto(address)
  await page.getByText('Ini salinan yang disimpan di perangkat ini').waitFor()
})
const assetsKept = () =>
  page.evaluate(async () => {
    const names = await caches.keys()
    const all = await Promise.all(names.map(async name => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)))
    const assets = all.flat().filter(path => path.startsWith('/assets/'))
    return { old: assets.filter(path => !path.includes('-v2.')).length, here: assets.length > 0 }
  })

test('of two values written without each other the one that was not chosen stands in the history of the form', async () => {
  await openOnce()
  site.isCut = true
  await fillAtOnce([['suggestion', 'Usul Sari di lapangan']])
  await expect.poll(status, { timeout: 10_000 }).toContain('Tidak ada jaringan')
  await as(budi)(saveAnswers, { id: form, rev: '0', answers: { suggestion: 'Usul Budi di kantor' } })
  await reopen()
  site.isCut = false
  await page.goto(address)
  const theirs = page.locator('.conflict button:has-text("Usul Budi di kantor")')
  await theirs.waitFor()
  site.isCut = true
  await theirs.click()
  await expect.poll(status, { timeout: 10_000 }).toContain('Tidak ada jaringan')
  await reopen()
  site.isCut = false
  await page.goto(address)
  await expect.poll(status, { timeout: 10_000 }).toMatch(/^Draf disimpan \d\d\.\d\d/)
  expect((await arrived()).answers).toEqual({ suggestion: 'Usul Budi di kantor' })
  await page.getByRole('link', { name: 'Riwayat jawaban' }).click()
  const lines = page.getByRole('list', { name: 'Riwayat jawaban' }).getByRole('listitem')
  expect(await lines.first().textContent()).toMatch(/Dikirim, tetapi tidak dipilih.*Sari.*Usul Sari di lapangan/)
  expect(await judged(page)).toEqual([])
})

test('a form that was sent off in time and came late is late, and says when it was filled in and when it came', async () => {
  const before = now.at
  await page.clock.setFixedTime(new Date('2025-12-09T14:06:00Z'))
  await openOnce()
  site.isCut = true
  await fillAtOnce(formValues(await shown(), complete(await shown(), 2)))
  await page.getByRole('button', { name: 'Kirim evaluasi' }).click()
  await expect.poll(status, { timeout: 10_000 }).toContain('Menunggu dikirim sejak 21.06')
  try {
    now.at = new Date('2025-12-11T01:10:00Z')
    await reopen(sari)
    site.isCut = false
    await page.goto(`${site.url}/`)
    await expect.poll(async () => (await arrived()).state, { timeout: 10_000 }).toBe('submitted')
    expect((await shown()).late).toBe(true)
    await page.goto(address)
    expect(await page.locator('main').textContent()).toContain('Terkirim terlambat')
    const said = page.getByText('diisi 9 Des 2025, 21.06 WIB, terkirim 11 Des 2025, 08.10 WIB')
    expect(await said.count()).toBe(2)
    await page.goto(`${address}/riwayat`)
    expect(await said.count()).toBe(1)
    expect(await judged(page)).toEqual([])
  } finally {
    now.at = before
  }
})

test('a device that is full says at once what is not kept, the form works on with a connection, and nothing is lost unsaid', async () => {
  await openOnce()
  const room = async (quotaSize?: number) =>
    devtools.send('Storage.overrideQuotaForOrigin', { origin: site.url, ...(quotaSize === undefined ? {} : { quotaSize }) })
  const devtools = await context.newCDPSession(page)
  await room(1)
  await fillAtOnce([['suggestion', 'Ditulis tanpa ruang']])
  await expect.poll(status).toContain('yang baru Anda isi belum tersimpan di sini')
  await expect.poll(status, { timeout: 10_000 }).toMatch(/^Draf disimpan \d\d\.\d\d/)
  expect((await arrived()).answers).toEqual({ suggestion: 'Ditulis tanpa ruang' })

  site.isCut = true
  const answers = complete(await shown(), 2)
  await fillAtOnce(formValues(await shown(), answers))
  await page.setInputFiles('[name=evidence]', evidence)
  await page.getByRole('button', { name: 'Kirim evaluasi' }).click()
  await expect.poll(status, { timeout: 10_000 }).toContain('belum terkirim dan tidak tersimpan di sini')
  expect(await waits()).toEqual([])
  site.isCut = false
  await page.getByRole('button', { name: 'Kirim evaluasi' }).click()
  await expect.poll(async () => (await arrived()).state, { timeout: 10_000 }).toBe('submitted')
  expect((await arrived()).files).toEqual([{ name: 'bukti.pdf', bytes: evidence.buffer.length }])
  await page.getByText('Evaluasi terkirim').waitFor()

  const id = await agreement('Magang tanpa ruang', ['35.10'], [await partner('Universitas')], 1)
  const other = await formOf(await openedCycle(await person('Admin', 'national_admin'), '00'), id, 'kpu')
  const said = page.getByText('halaman ini tidak tersimpan di sini dan hanya dapat dibuka selagi tersambung')
  await page.goto(`${site.url}/evaluasi/isian/${other}`)
  await said.waitFor()
  expect(await judged(page)).toEqual([])
  await page.goto(`${site.url}/evaluasi/isian?saya=1`)
  await page.getByRole('button', { name: 'Simpan untuk dikerjakan tanpa jaringan' }).click()
  await page.getByText('Perangkat ini penuh: 0 dari').waitFor()
  await room()
  await page.getByRole('button', { name: 'Simpan untuk dikerjakan tanpa jaringan' }).click()
  await page.getByText(/isian disimpan di perangkat ini \(/).waitFor()
})

test('a later version that changes the databases of the device sends what the version before left waiting, in any tab', async () => {
  await openOnce()
  site.isCut = true
  await fillAtOnce(formValues(await shown(), complete(await shown(), 2)))
  await page.getByRole('button', { name: 'Kirim evaluasi' }).click()
  await expect.poll(status, { timeout: 10_000 }).toContain('Menunggu dikirim sejak')
  Object.assign(site, { isCut: false, version: 3 })
  const later = await context.newPage() // beside the tab of the version before
  await later.goto(`${site.url}/`)
  await expect.poll(async () => (await arrived()).state, { timeout: 10_000 }).toBe('submitted')
  expect(await later.evaluate(versions)).toEqual({ 'kotak-kirim': 2, sinergi: 2 })
})

test('a tab of an earlier version that holds the database is named; the form works on, and what waits goes once it is closed', async () => {
  const answers = complete(await shown(), 2)
  const entry = {
    id: crypto.randomUUID(),
    person: sari.personId,
    form: `${sari.personId}:${form}`,
    page: `/evaluasi/isian/${form}`,
    title: 'Penyuluhan hukum',
    url: `/evaluasi/isian/${form}`,
    fields: [...formValues(await shown(), answers), ['rev', '0'], ['aksi', 'kirim']],
    files: [],
    at: 1,
    tries: 0,
    state: 'waiting',
  }
  const old = await context.newPage()
  await old.goto(`${site.url}/evaluasi/isian`)
  await old.evaluate(holding, entry)
  site.version = 3
  await page.goto(address)
  await fillAtOnce([['suggestion', 'Ditulis selagi tertahan']])
  await expect.poll(status, { timeout: 10_000 }).toContain('masih terbuka di tab lain')
  await expect.poll(status, { timeout: 10_000 }).toMatch(/^Draf disimpan/)
  expect([(await arrived()).answers, (await arrived()).state]).toEqual([{ suggestion: 'Ditulis selagi tertahan' }, 'draft'])
  for (const each of [old, page]) await each.close()
  page = await context.newPage()
  await page.goto(`${site.url}/`)
  await expect.poll(async () => (await arrived()).state, { timeout: 10_000 }).toBe('submitted')
  expect((await arrived()).answers).toEqual({ ...answers, suggestion: 'Ditulis selagi tertahan' })
  expect(await page.evaluate(versions)).toEqual({ 'kotak-kirim': 2, sinergi: 2 })
})
const versions = async () => Object.fromEntries((await indexedDB.databases()).map(({ name, version }) => [name, version]))
/** What the first version of the database was, made by hand and kept open. */
const holding = async (entry: object): Promise<void> => {
  for (const [name, store] of [
    ['kotak-kirim', 'entries'],
    ['sinergi', 'drafts'],
  ] as const) {
    await new Promise<void>(done => {
      const forgotten = indexedDB.deleteDatabase(name)
      forgotten.onsuccess = () => {
        const asked = indexedDB.open(name, 1)
        asked.onupgradeneeded = () => {
          const made = asked.result.createObjectStore(store, { keyPath: 'id' })
          if (store === 'entries') made.put(entry)
        }
        asked.onsuccess = () => {
          Object.assign(globalThis, { [name]: asked.result })
          done()
        }
      }
    })
  }
}

test('a copy that was not opened for thirty days goes with the next connection, unless something of it waits; not without one', async () => {
  const id = await agreement('Magang lama', ['35.10'], [await partner('Universitas')], 1)
  const other = await formOf(await openedCycle(await person('Admin', 'national_admin'), '00'), id, 'kpu')
  const paths = [`/evaluasi/isian/${form}`, `/evaluasi/isian/${other}`]
  await openOnce()
  await page.goto(site.url + paths[1])
  await expect.poll(() => page.evaluate(isReady, paths[1]!), { timeout: 10_000 }).toBe(true)
  site.isCut = true
  await fillAtOnce([['suggestion', 'Belum terkirim']])
  await expect.poll(status, { timeout: 10_000 }).toContain('Tidak ada jaringan')
  const age = (days: number) => page.evaluate(ageBy, { paths, days })
  await age(31)
  await page.goto(address)
  await page.getByText('Ini salinan yang disimpan di perangkat ini').waitFor()
  await page.goto(`${site.url}/perangkat`)
  expect(await page.evaluate(pagesKept)).toEqual([...paths, '/perangkat'].sort())

  await age(29)
  site.isCut = false
  const looked = async () => {
    await page.goto(`${site.url}/?${Math.random()}`)
    await page.waitForLoadState('networkidle')
    return page.evaluate(pagesKept)
  }
  expect(await looked()).toEqual([...paths, '/perangkat'].sort())
  await age(31)
  await expect.poll(looked, { timeout: 10_000 }).toEqual([paths[1], '/perangkat'])
})

test('another person on the same device sees nothing of it and sends nothing of it; it goes when its own person is back', async () => {
  await openOnce()
  site.isCut = true
  await fillAtOnce(formValues(await shown(), complete(await shown(), 2)))
  await page.getByRole('button', { name: 'Kirim evaluasi' }).click()
  await expect.poll(status, { timeout: 10_000 }).toContain('Menunggu dikirim sejak')
  await enter(budi)
  site.isCut = false
  await page.goto(`${site.url}/perangkat`)
  await page.getByText('Isinya tidak ditampilkan').waitFor()
  expect(await page.locator('main').textContent()).not.toContain('Penyuluhan hukum')
  expect(await page.evaluate(keptForOthers, budi.personId!)).toEqual([])
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await expect.poll(() => waits('signedOut')).toEqual([true])
  expect((await arrived()).state).toBe('not_started')
  await expect.poll(() => page.evaluate(async () => Boolean(await caches.match('/perangkat')))).toBe(true)
  site.isCut = true
  await page.goto(address)
  await page.getByText('halaman itu belum disimpan di perangkat ini').waitFor()
  await enter(sari)
  site.isCut = false
  await page.goto(`${site.url}/`)
  await expect.poll(async () => (await arrived()).state, { timeout: 10_000 }).toBe('submitted')
  expect(await db.selectFrom('assignment').select('submitted_by').where('id', '=', form).executeTakeFirst()).toEqual({
    submitted_by: sari.personId,
  })
})

test('signing out says that something waits, and leaves nothing of this person on the device', async () => {
  await openOnce()
  site.isCut = true
  await fillAtOnce([['suggestion', 'Belum terkirim']])
  await expect.poll(status, { timeout: 10_000 }).toContain('Tidak ada jaringan')
  const asked: string[] = []
  const answer = (accept: boolean) =>
    page.once('dialog', dialog => {
      asked.push(dialog.message())
      void (accept ? dialog.accept() : dialog.dismiss())
    })
  answer(false)
  await page.locator('.account summary').click()
  await page.getByRole('button', { name: 'Keluar' }).click()
  await expect.poll(() => asked.length).toBe(1)
  expect(asked[0]).toContain('belum terkirim')
  expect(await page.evaluate(() => caches.keys())).toHaveLength(1)
  site.isCut = false
  answer(true)
  await page.getByRole('button', { name: 'Keluar' }).click()
  await page.waitForURL(/masuk/)
  expect(await page.evaluate(() => caches.keys())).toEqual([])
  expect(await waits()).toEqual([])
})

test('a form that is refused stays with the reason, keeps no other waiting, and is taken away by itself', async () => {
  const id = await agreement('Magang pemilu', ['35.10'], [await partner('Universitas')], 1)
  const other = await formOf(await openedCycle(await person('Admin', 'national_admin'), '00'), id, 'kpu')
  await openOnce()
  site.isCut = true
  await fillAtOnce(formValues(await shown(), complete(await shown(), 2)))
  await page.getByRole('button', { name: 'Kirim evaluasi' }).click()
  await expect.poll(status, { timeout: 10_000 }).toContain('Menunggu dikirim sejak')
  await submitted(budi, form)
  site.isCut = false
  await page.goto(`${site.url}/evaluasi/isian/${other}`)
  await page.getByText('Menunggu di perangkat ini').click()
  await page.getByText('Belum diterima: Isian ini sudah dikirim').waitFor()
  expect(await judged(page)).toEqual([])
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Unduh: Penyuluhan hukum' }).click()
  expect((await download).suggestedFilename()).toBe('kiriman.json')
  page.once('dialog', dialog => void dialog.accept())
  await page.getByRole('button', { name: 'Hapus: Penyuluhan hukum' }).first().click()
  await page.getByText('Tidak ada yang menunggu').waitFor()
  expect(await waits()).toEqual([])
})

test('of what was sent without a connection with one wrong number all else arrives, and the number is marked and named with its reason', async () => {
  await openOnce()
  site.isCut = true
  const answers = complete(await shown(), 2)
  await fillAtOnce([...formValues(await shown(), answers), ['activities', 'banyak']])
  await page.getByRole('button', { name: 'Kirim evaluasi' }).click()
  await expect.poll(status, { timeout: 10_000 }).toContain('Menunggu dikirim sejak')
  site.isCut = false
  await page.goto(address)
  await expect
    .poll(status, { timeout: 10_000 })
    .toMatch(/Kiriman Anda belum diterima: .*kegiatan.*: Tulis angka saja, misalnya 12 atau 1\.000\./)
  await page.waitForSelector('.wrong [name=activities]', { timeout: 10_000 })
  expect([await page.inputValue('[name=activities]'), await page.locator('.wrong').count()]).toEqual(['banyak', 1])
  const { activities: _, ...others } = answers as Record<string, unknown>
  expect(await arrived()).toMatchObject({ state: 'draft', answers: others, submissions: 0 })
  await page.fill('[name=activities]', '7')
  await page.getByRole('button', { name: 'Kirim evaluasi' }).click()
  await page.getByText('Evaluasi terkirim').first().waitFor()
  await expect.poll(async () => (await arrived()).submissions, { timeout: 10_000 }).toBe(1)
  expect((await arrived()).answers).toMatchObject({ activities: 7 })
  expect(await waits()).toEqual([])
})

test('a form that comes back is no saved form: what was refused is still on the device after leaving it, and is asked about', async () => {
  await page.goto(address)
  await fillAtOnce([
    ['suggestion', 'Usul Sari'],
    ['activities', 'banyak'],
  ])
  await page.getByRole('button', { name: 'Simpan draf' }).click()
  await page.getByText('Ada 1 pertanyaan').waitFor()
  expect(await page.locator('draft-form').getAttribute('data-stored')).toBe('{"activities":{"value":[]}}')
  await page.goto(`${site.url}/`)
  await page.goto(address)
  expect(await page.locator('draft-form').getAttribute('data-stored')).toBe(null)
  await page.waitForSelector('.wrong [name=activities]', { timeout: 10_000 })
  expect(await page.inputValue('[name=activities]')).toBe('banyak')
  await page.fill('[name=activities]', '')
  await expect.poll(() => page.locator('.wrong').count(), { timeout: 10_000 }).toBe(0)
  expect((await arrived()).answers).toEqual({ suggestion: 'Usul Sari' })
})

test('of a form that comes back since somebody else changed it, the device keeps the own value until one is chosen', async () => {
  await page.goto(address)
  await fillAtOnce([['suggestion', 'Usul Sari']])
  const theirs = { suggestion: 'Usul Budi', criticism: 'Kritik Budi' }
  // The draft of the device does not get through, the whole form does.
  await page.route('**/draf', route => route.abort())
  await as(budi)(saveAnswers, { id: form, rev: '0', answers: theirs })
  await page.getByRole('button', { name: 'Simpan draf' }).click()
  await page.waitForSelector('draft-form[data-stored] .conflict')
  expect(await page.locator('[name=_pakai]').count()).toBe(0)
  await page.unroute('**/draf')
  await page.goto(`${site.url}/`)
  await page.goto(address)
  await page.locator('.conflict button:has-text("Usul Sari")').click()
  await expect.poll(async () => (await arrived()).answers, { timeout: 10_000 }).toEqual({ ...theirs, suggestion: 'Usul Sari' })
  expect(await page.locator('.conflict').count()).toBe(0)
})

test('on a weak line the kept copy comes when the page does not, and says so; the newest is a button away', async () => {
  await openOnce()
  site.isSlow = true
  await page.goto(address)
  await page.getByText('Ini salinan yang disimpan di perangkat ini hari ini').waitFor()
  site.isSlow = false
  await page.getByRole('button', { name: 'Muat yang terbaru' }).click()
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset.kept)).toBeUndefined()
  expect(await page.locator('on-device').isHidden()).toBe(true)
})

test('turned off at the server, the service worker goes and takes what was kept along; what was filled in stays', async () => {
  await openOnce()
  site.isCut = true
  await fillAtOnce([['suggestion', 'Belum terkirim']])
  await expect.poll(status, { timeout: 10_000 }).toContain('Tidak ada jaringan')
  site.isCut = false
  kernel.config.OFFLINE = false
  try {
    await page.goto(`${site.url}/perangkat`)
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
    const left = async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length]
    await expect.poll(() => page.evaluate(left), { timeout: 10_000 }).toEqual([0, 0])
    await page.goto(address)
    await expect.poll(async () => (await arrived()).answers, { timeout: 10_000 }).toEqual({ suggestion: 'Belum terkirim' })
    expect(await page.evaluate(left)).toEqual([0, 0])
  } finally {
    kernel.config.OFFLINE = true
  }
})

/** Makes the copies of these pages older than they are. */
const ageBy = async ({ paths, days }: { paths: string[]; days: number }): Promise<void> => {
  for (const path of paths) {
    const [name] = await caches.keys()
    const cache = await caches.open(name!)
    const kept = (await cache.match(path))!
    const headers = new Headers(kept.headers)
    headers.set('kept-at', new Date(Date.now() - days * 86_400_000).toISOString())
    await cache.put(path, new Response(await kept.text(), { headers }))
  }
}
const pagesKept = async (): Promise<string[]> => {
  const all = await Promise.all((await caches.keys()).map(async name => (await caches.open(name)).keys()))
  return all
    .flat()
    .flatMap(({ url }) => (url.includes('/assets/') ? [] : [new URL(url).pathname]))
    .sort()
}

/** A cache that was emptied may go on having a name. */
const keptForOthers = async (person: string): Promise<string[]> => {
  const others = (await caches.keys()).filter(name => name !== `orang:${person}`)
  return (await Promise.all(others.map(async name => (await (await caches.open(name)).keys()).map(({ url }) => url)))).flat()
}

/** The entries of the outbox, or one field of each. */
const waits = (field?: string): Promise<unknown[]> =>
  page.evaluate(
    name =>
      new Promise<unknown[]>((resolve, reject) => {
        const asked = indexedDB.open('kotak-kirim')
        asked.onerror = () => reject(asked.error)
        asked.onsuccess = () => {
          const all = asked.result.transaction('entries').objectStore('entries').getAll()
          all.onsuccess = () => {
            asked.result.close()
            resolve(all.result.map(entry => (name ? entry[name] : entry.title)))
          }
        }
      }),
    field,
  )
