import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { as, browser, db, kernel, person, program } from '../../../test/world.ts'
import { changeAgreement, createAgreement } from '../agreements/operations/write.ts'
import { changePartner } from '../partners/operations/write.ts'
import { listRows, showImport } from './operations/listing.ts'
import { uploadImport } from './operations/reading.ts'
import { confirmImport, importAgreements } from './operations/running.ts'
import { changedSincePreview } from './operations/updating.ts'
import type { JudgedRow } from './schema/rows.ts'

afterAll(() => kernel.close())
const officer = await person('Ratna', 'cooperation_officer')
const head = 'Nomor KPU,Jenis Naskah,Nama Mitra,Tanggal Penandatanganan,Kode Wilayah,Tentang'
const csv = (...rows: string[]) => ({ name: 'daftar.csv', bytes: new TextEncoder().encode(`${head}\n${rows.join('\n')}\n`) })
const bring = async (...rows: string[]) => {
  await as(officer)(importAgreements, { file: csv(...rows) })
  await kernel.jobs.drain(kernel)
}
const upload = async (...rows: string[]): Promise<string> => {
  const { id } = await as(officer)(uploadImport, { file: csv(...rows) })
  await kernel.jobs.drain(kernel)
  return id
}
const outcomes = async (id: string) =>
  (await as(officer)(listRows, { id })).rows.map((row: { outcome: string; appliedAs: string | null; problems: string[] }) => [
    row.outcome,
    row.appliedAs,
    ...row.problems,
  ])
const said = (title: string, number: string, partner: string) => ({
  kind: 'mou',
  title,
  parties: [
    { side: 'kpu', office: '35.10', number },
    { side: 'partner', partner },
  ],
  scope: [],
  signedOn: '2025-02-01',
})
const correct = async (number: string, title: string, partner: string) => {
  const { id, rev } = await db.selectFrom('agreement').select(['id', 'rev']).where('kpu_number', '=', number).executeTakeFirstOrThrow()
  await as(officer)(changeAgreement, { id, rev, ...said(title, number, partner) })
}
const titles = async (like: string) =>
  (await db.selectFrom('agreement').select('title').where('kpu_number', 'like', like).orderBy('title').execute()).map(({ title }) => title)

test('what people did since the preview is judged and shown again before anything is recorded', async () => {
  await bring('9/E/2025,MoU,Universitas E,2025-02-01,35.10,Judul lama')
  const id = await upload(
    '1/E/2025,MoU,Universitas E,2025-02-01,35.10,Data pemilih',
    '9/E/2025,MoU,Universitas E,2025-02-01,35.10,Judul berkas',
  )
  expect(await outcomes(id)).toEqual([
    ['ready', null],
    ['update', null],
  ])
  await as(officer)(createAgreement, { ...said('Data pemilih', 'Nomor: 01/E/2025', 'Universitas E'), stage: 'signed' })
  await correct('9/E/2025', 'Judul dibetulkan', 'Universitas E')
  const here = await browser(officer)
  const answer = await here.post(`/impor/${id}/konfirmasi`, { rev: '0' })
  expect(answer.status).toBe(303)
  expect((await as(officer)(showImport, { id })).state).toBe('preview')
  expect(await outcomes(id)).toEqual([
    ['duplicate', null],
    ['update', null],
  ])
  expect(await titles('%/E/2025')).toEqual(['Data pemilih', 'Judul dibetulkan'])
  expect((await as(officer)(confirmImport, { id })).state).toBe('running')
  await kernel.jobs.drain(kernel)
  expect(await titles('%/E/2025')).toEqual(['Data pemilih', 'Judul berkas'])
})

test('what people did between the approval and the recording is neither doubled nor written over', async () => {
  await bring('9/F/2025,MoU,Universitas F,2025-02-01,35.10,Judul lama')
  const id = await upload(
    '1/F/2025,MoU,Universitas F,2025-02-01,35.10,Data pemilih',
    '9/F/2025,MoU,Universitas F,2025-02-01,35.10,Judul berkas',
  )
  expect((await as(officer)(confirmImport, { id })).state).toBe('running')
  await as(officer)(createAgreement, { ...said('Dicatat tangan', 'Nomor: 01/F/2025', 'Universitas F'), stage: 'signed' })
  await correct('9/F/2025', 'Judul dibetulkan', 'Universitas F')
  await kernel.jobs.drain(kernel)
  expect(await outcomes(id)).toEqual([
    ['ready', 'duplicate'],
    ['attention', 'skipped', 'register_changed'],
  ])
  expect(await titles('%/F/2025')).toEqual(['Dicatat tangan', 'Judul dibetulkan'])
})

test.each([
  ['office', { side: 'kpu', office: '35.11', number: '9/P/35.11/2025' }],
  ['partner', { side: 'partner', partner: 'Universitas P Kedua', number: 'B-9' }],
] as const)('a further %s that somebody has written since the approval is not written over', async (kind, party) => {
  const number = `9/P${kind}/2025`
  await bring(`${number},MoU,Universitas P,2025-02-01,35.10,Judul`)
  if (party.side === 'partner') await bring('1/P/2025,MoU,Universitas P Kedua,2025-02-01,35.10,Lain')
  const id = await upload(`${number},MoU,Universitas P,2025-02-01,35.10,Judul`)
  const standing = await db
    .selectFrom('agreement')
    .select(['id', 'rev', 'office_id'])
    .where('kpu_number', '=', number)
    .executeTakeFirstOrThrow()
  const row = await db.selectFrom('import_row').select(['id', 'judged']).where('batch_id', '=', id).executeTakeFirstOrThrow()
  const judged = row.judged as JudgedRow
  const name = kind === 'office' ? 'furtherOffices' : 'furtherPartners'
  const beside =
    kind === 'office'
      ? { office: '35.12', number: '9/P/35.12/2025', signatory: { name: null, position: null } }
      : {
          partner: 'Universitas P Ketiga',
          partnerId: null,
          partnerClass: 'university' as const,
          number: 'B-7',
          signatory: { name: null, position: null },
        }
  const { before, parties } = await rowsOf(standing.id)
  const update = { ...judged, [name]: [beside], applies: [name], changes: { [name]: [[], [beside]] } } as unknown as JudgedRow
  const offices = new Map(
    (
      await db
        .selectFrom('office')
        .select(['id', 'code', sql<string>`path::text`.as('path')])
        .execute()
    ).map(each => [each.code, each]),
  )
  expect(changedSincePreview({ before, parties, scope: [] }, update, offices)).toBe(false)
  const { title, parties: told } = said('Judul', number, 'Universitas P')
  await as(officer)(changeAgreement, {
    ...said(title, number, 'Universitas P'),
    id: standing.id,
    rev: standing.rev,
    parties: [...told, party],
  })
  const now = await rowsOf(standing.id)
  expect(changedSincePreview({ ...now, scope: [] }, update, offices)).toBe(true)
})

const rowsOf = async (id: string) => ({
  before: await db.selectFrom('agreement').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  parties: await db.selectFrom('agreement_party').selectAll().where('agreement_id', '=', id).orderBy('seq').execute(),
})

test('a partner renamed since the preview stays one partner', async () => {
  await bring('1/G/2025,MoU,Universitas Slah Tulis,2025-02-01,35.10,Data')
  const id = await upload('2/G/2025,MoU,Universitas Slah Tulis,2025-02-01,35.10,Data')
  const { id: partner, rev } = await db
    .selectFrom('partner')
    .select(['id', 'rev'])
    .where('name', '=', 'Universitas Slah Tulis')
    .executeTakeFirstOrThrow()
  await as(officer)(changePartner, { id: partner, rev, name: 'Universitas Salah Tulis', class: 'university' })
  expect((await as(officer)(confirmImport, { id })).state).toBe('running')
  await kernel.jobs.drain(kernel)
  expect(await db.selectFrom('partner').select('name').where('name', 'like', 'Universitas S%').execute()).toEqual([
    { name: 'Universitas Salah Tulis' },
  ])
  const names = await db.selectFrom('agreement').select('partner_names').where('kpu_number', 'like', '%/G/2025').execute()
  expect(names.map(({ partner_names }) => partner_names)).toEqual(['Universitas Salah Tulis', 'Universitas Salah Tulis'])
})

test('of two colleagues at one file the second is told, on every way, and nothing is recorded that only the first has seen', async () => {
  const id = await upload('1/M/2025,MoU,Universitas M,2025-02-01,35.10,Data', '2/M/2025,Surat,Universitas M,2025-02-01,35.10,Lain')
  const [first, second, rest] = [await browser(officer), await browser(await person('Dewi', 'cooperation_officer')), await program(officer)]
  const rev = async (path: string) => (await (await second.get(path)).text()).match(/name="rev" value="([^"]*)"/)![1]!
  const seen = await rev(`/impor/${id}`)
  const row = {
    'correction.kpuNumber': '1/M/2025',
    'correction.kind': 'MoU',
    'correction.partner': 'Universitas M',
    'correction.signedOn': '2025-02-01',
  }
  const typed = { ...row, 'correction.officeCode': '35.10' }
  expect((await first.post(`/impor/${id}/baris/2`, { ...typed, rev: seen, 'correction.title': 'Judul orang lain' })).status).toBe(303)
  const late = await second.post(`/impor/${id}/baris/2`, { ...typed, rev: seen, 'correction.title': 'Judul saya' })
  const told = await late.text()
  expect(late.status).toBe(409)
  for (const said of ['Impor ini baru saja diubah orang lain', 'Isi terbaru yang tersimpan', 'Judul orang lain', 'Judul saya'])
    expect(told).toContain(said)
  const columns = await second.post(`/impor/${id}/kolom`, { rev: seen, kind: 'pks' })
  expect([columns.status, /<option value="title" selected/.test(await columns.text())]).toEqual([409, true])
  for (const way of ['konfirmasi', 'keputusan', 'usulan', 'pemisahan', 'tersembunyi'])
    expect([
      way,
      (await second.post(`/impor/${id}/${way}`, { rev: seen, rows: '3', decision: 'skip', number: '1/M/2025', hidden: 'true' })).status,
    ]).toEqual([way, 303])
  expect((await rest('PUT', `/imports/${id}/confirmation`, { rev: Number(seen) })).status).toBe(409)
  const batch = await as(officer)(showImport, { id })
  expect([batch.state, batch.leaveOutHidden, batch.settings, batch.rev]).toEqual([
    'preview',
    false,
    expect.objectContaining({ kind: null, apart: [] }),
    1,
  ])
  expect((await as(officer)(listRows, { id })).rows.map((each: { decision: string | null }) => each.decision)).toEqual([null, null])
  expect((await second.post(`/impor/${id}/konfirmasi`, { rev: await rev(`/impor/${id}`) })).status).toBe(303)
  await kernel.jobs.drain(kernel)
  expect(await titles('%/M/2025')).toEqual(['Judul orang lain'])
})
