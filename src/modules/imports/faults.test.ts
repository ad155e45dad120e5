import { randomBytes } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { as, browser, db, kernel, operator, person } from '../../../test/world.ts'
import { endRun } from '../../platform/runs/carry-on.ts'
import { retry } from '../runs/operations/moving.ts'
import { listRows, showImport, showUnread } from './operations/listing.ts'
import { uploadImport } from './operations/reading.ts'
import { confirmImport, importAgreements } from './operations/running.ts'
import { cancelImport } from './operations/stopping.ts'

afterAll(() => kernel.close())
const officer = await person('Ratna', 'cooperation_officer')
const head = 'Nomor KPU,Jenis Naskah,Nama Mitra,Tanggal Penandatanganan,Berlaku Sampai,Kode Wilayah,Tentang'
const csv = (...rows: string[]) => ({ name: 'daftar.csv', bytes: new TextEncoder().encode(`${head}\n${rows.join('\n')}\n`) })
const rowsOf = async (id: string) => (await as(officer)(listRows, { id })).rows
const became = async (id: string) =>
  (await rowsOf(id)).map((row: { outcome: string; appliedAs: string; problems: string[] }) => [row.outcome, row.appliedAs, ...row.problems])
const incompressible = randomBytes(6000).toString('base64').replace(/[+/=]/g, ' ')

test('an update after which the end would be before the start waits for a person, and the rest is recorded', async () => {
  await as(officer)(importAgreements, { file: csv('1/A/2023,MoU,Universitas A,2023-01-01,2024-01-01,35.10,Data') })
  await kernel.jobs.drain(kernel)
  const { batch } = await as(officer)(importAgreements, {
    file: csv('1/A/2023,MoU,Universitas A,2025-02-01,,35.10,Data', '2/A/2025,MoU,Universitas B,2025-02-01,,35.10,Lain'),
  })
  await kernel.jobs.drain(kernel)
  expect(await became(batch.id)).toEqual([
    ['attention', 'skipped', 'ends_before_start'],
    ['ready', 'created'],
  ])
  expect((await as(officer)(showImport, { id: batch.id })).state).toBe('done')
})

test('texts longer than a form takes wait for a person', async () => {
  const { batch } = await as(officer)(importAgreements, {
    file: csv(
      '1/C/2025,MoU,Universitas C,2025-02-01,,35.10,Data',
      `2/C/2025,MoU,Universitas C,2025-02-01,,35.10,${incompressible}`,
      `3/C/2025,MoU,${incompressible},2025-02-01,,35.10,Data`,
    ),
  })
  await kernel.jobs.drain(kernel)
  expect(await became(batch.id)).toEqual([
    ['ready', 'created'],
    ['attention', 'skipped', 'too_long'],
    ['attention', 'skipped', 'too_long'],
  ])
})

test('a row that was judged to be ready and cannot be recorded is set aside with its problem, and the import comes to its end', async () => {
  const { id } = await as(officer)(uploadImport, {
    file: csv('1/D/2025,MoU,Universitas D,2025-02-01,,35.10,Data', '2/D/2025,MoU,Universitas D,2025-02-01,,35.10,Lain'),
  })
  await kernel.jobs.drain(kernel)
  await as(officer)(confirmImport, { id })
  const { judged } = await db
    .selectFrom('import_row')
    .select('judged')
    .where('batch_id', '=', id)
    .where('row_number', '=', 2)
    .executeTakeFirstOrThrow()
  const longer = JSON.stringify({ ...(judged as object), title: incompressible })
  await db.updateTable('import_row').set({ judged: longer }).where('batch_id', '=', id).where('row_number', '=', 2).execute()
  await kernel.jobs.drain(kernel)
  expect(await became(id)).toEqual([
    ['attention', 'skipped', 'too_long'],
    ['ready', 'created'],
  ])
  const { state, counts } = await as(officer)(showImport, { id })
  expect([state, counts]).toEqual(['done', { ready: 1, duplicate: 0, update: 0, attention: 1 }])
})

test('what is told of a file that was not read is cut between two characters, so the file is read whatever it says', async () => {
  const long = (before: string) => `${before}${'😀'.repeat(1500)}`
  const file = csv('1/C/2025,MoU,Universitas C,2025-02-01,,35.10,Data', `2/C/2025,MoU,Universitas C,2025-02-01,,35.10,Lain,${long('a')}`)
  const named = { ...file, bytes: new Uint8Array([...new TextEncoder().encode(`${long('b')}\n`), ...file.bytes]) }
  const { id } = await as(officer)(uploadImport, { file: named })
  await kernel.jobs.drain(kernel)
  expect([(await as(officer)(showImport, { id })).state, (await rowsOf(id)).length]).toEqual(['preview', 2])
  const { rows, cells } = await as(officer)(showUnread, { id })
  const texts = [...rows, ...cells].map(({ text }: { text: string }) => text)
  expect(texts.map((text: string) => [text[0], text.length, text.isWellFormed()])).toEqual([
    ['b', 1999, true],
    ['a', 1999, true],
  ])
})

test('an import that somebody has cancelled meanwhile does not fail afterwards, and the trail does not say so', async () => {
  const { id } = await as(officer)(uploadImport, { file: csv('1/E/2025,MoU,Universitas E,2025-02-01,,35.10,Data') })
  const cancelled = await as(officer)(cancelImport, { id })
  expect(await as(operator)(endRun, { id: cancelled.runId, refusal: { id: 'Terlambat', en: 'Late' } })).toEqual({})
  expect(await as(officer)(showImport, { id })).toEqual(cancelled)
  const lines = await db.selectFrom('audit_event').select('operation').where('subject_id', '=', id).orderBy('id').execute()
  expect(lines.map(({ operation }) => operation)).toEqual(['imports.upload', 'imports.cancel'])
})

test('who decides without having chosen a row is asked to, rather than told that it was saved', async () => {
  const { id } = await as(officer)(uploadImport, { file: csv(',MoU,Universitas F,2025-02-01,,35.10,Data') })
  await kernel.jobs.drain(kernel)
  const page = await browser(officer)
  const answer = await page.post(`/impor/${id}/keputusan`, { rev: '0', decision: 'skip' })
  const notice = decodeURIComponent(answer.headers.get('set-cookie') ?? '')
  expect([answer.status, notice]).toEqual([303, expect.stringContaining('Pilih dahulu baris yang Anda putuskan.')])
  expect((await as(officer)(showImport, { id })).rev).toBe(0)
})

test.each(['reading', 'running'] as const)(
  'an import whose %s meets an error at every try is stopped, and whoever brought it sees why and has it tried again',
  async state => {
    const row = state === 'reading' ? '1/G/2025' : '2/G/2025'
    const { id } = await as(officer)(uploadImport, { file: csv(`${row},MoU,Universitas G,2025-02-01,,35.10,Data ${state}`) })
    if (state === 'running') {
      await kernel.jobs.drain(kernel)
      await as(officer)(confirmImport, { id })
    }
    const table = state === 'reading' ? 'import_row' : 'agreement'
    await kernel.store.pool.query(`create function a_bug() returns trigger language plpgsql as $$ begin raise 'a bug'; end $$;
    create trigger a_bug before insert on ${table} for each row execute function a_bug()`)
    for (let turn = 0; turn < 6; turn++) {
      await kernel.jobs.drain(kernel)
      await kernel.store.pool.query("update jobs.job set start_after = now() - interval '1 second' where state = 'retry'")
    }
    await kernel.store.pool.query('drop function a_bug cascade')
    expect((await as(officer)(showImport, { id })).state).toBe('stopped')
    const here = await browser(officer)
    const page = await (await here.get(`/impor/${id}`)).text()
    for (const said of ['Terhenti', 'kesalahan pada Sinergi', 'Coba lagi']) expect(page).toContain(said)
    expect((await here.post(`/impor/${id}/pengulangan`, {})).status).toBe(303)
    const { runId } = await as(officer)(showImport, { id })
    await expect(as(officer)(retry, { id: runId })).rejects.toThrow('not stopped')
    await kernel.jobs.drain(kernel)
    expect((await as(officer)(showImport, { id })).state).toBe(state === 'reading' ? 'preview' : 'done')
  },
)

test('why a file cannot be taken is told in the trail in the language of whoever reads', async () => {
  const { id } = await as(officer)(uploadImport, { file: { name: 'judul.csv', bytes: new TextEncoder().encode(`${head}\n`) } })
  await kernel.jobs.drain(kernel)
  await db.updateTable('person').set({ locale: 'en' }).where('id', '=', officer.personId).execute()
  const trail = await (await (await browser(officer)).get(`/jejak/import/${id}`)).text()
  await db.updateTable('person').set({ locale: 'id' }).where('id', '=', officer.personId).execute()
  expect(trail).toContain('The table has a heading row but nothing below it.')
  expect(trail).not.toContain('Judul kolomnya ada')
})
