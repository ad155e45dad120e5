import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { as, browser, db, kernel, now, office, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { actorOfPerson } from '../../platform/authority/load-actor.ts'
import { newId } from '../../platform/operation/operation.ts'
import { listAgreements, showAgreement } from '../agreements/operations/read.ts'
import { correctRow } from './operations/deciding.ts'
import { listRows, showImport } from './operations/listing.ts'
import { uploadImport } from './operations/reading.ts'
import { confirmImport, importAgreements } from './operations/running.ts'

afterAll(() => kernel.close())
const head = 'Nomor KPU,Jenis Naskah,Nama Mitra,Tanggal Penandatanganan,Kode Wilayah,Tentang,Nomor Induk'
const csv = (...rows: string[]) => ({ name: 'daftar.csv', bytes: new TextEncoder().encode(`${head}\n${rows.join('\n')}\n`) })
const bring = async (who: Actor, office: string, ...rows: string[]) => {
  const { batch } = await as(who)(importAgreements, { file: csv(...rows), office })
  await kernel.jobs.drain(kernel)
  return (await as(who)(listRows, { id: batch.id })).rows
}
const became = (rows: { appliedAs: string; problems: string[] }[]) => rows.map(row => [row.appliedAs, ...row.problems])

test('an import neither changes nor finds what another office keeps under the same number and partner', async () => {
  const bali = await person('Made', 'office_operator', '51', false)
  const row = (code: string, title: string) => `11/PR.07-NK/2025,MoU,Universitas Udayana,2025-02-03,${code},${title},`
  const [{ agreementId: theirs }] = await bring(bali, '51', row('51', 'Judul Bali'))
  const sari = await person('Sari', 'office_operator', '35.10', false)
  const rows = await bring(sari, '35.10', row('35.10', 'Punya Sari'), row('35.10', 'Punya Sari lengkap'))
  expect(became(rows)).toEqual([['created'], ['updated']])
  expect((await as(sari)(listAgreements, {})).agreements.map((each: { title: string }) => each.title)).toEqual(['Punya Sari lengkap'])
  expect((await as(bali)(showAgreement, { id: theirs })).title).toBe('Judul Bali')
  expect(became(await bring(sari, '35.10', row('35.10', 'Punya Sari lengkap')))).toEqual([['duplicate']])
})

test('of two offices that use one number with the same partner each row means its own, whoever imports', async () => {
  const row = (code: string) => `13/PR.07-NK/2025,MoU,Universitas Dua Kantor,2025-02-03,${code},Judul ${code},`
  const ids: string[] = []
  for (const code of ['35.10', '51']) {
    const [{ agreementId }] = await bring(await person('Wati', 'office_operator', code, false), code, row(code))
    ids.push(agreementId)
  }
  const rows = await bring(await person('Ratna', 'cooperation_officer'), '00', row('51'), row('35.10'))
  expect(rows.map((each: { appliedAs: string; agreementId: string }) => [each.appliedAs, each.agreementId])).toEqual([
    ['duplicate', ids[1]],
    ['duplicate', ids[0]],
  ])
})

test('who reads everywhere but imports for one office changes only what that office keeps', async () => {
  const bali = await person('Putu', 'office_operator', '51', false)
  const row = (code: string, title: string) => `12/PR.07-NK/2025,MoU,Universitas Warmadewa,2025-02-03,${code},${title},`
  const [{ agreementId: theirs }] = await bring(bali, '51', row('51', 'Judul Bali'))
  const { personId } = await person('Dwi', 'auditor')
  await db
    .insertInto('role_grant')
    .values({
      id: newId(),
      person_id: personId!,
      role: 'office_operator',
      office_id: office('35.10').id,
      with_descendants: false,
      from_on: '2020-01-01',
      granted_at: now.at,
    })
    .execute()
  const dwi = (await actorOfPerson(db, personId!, kernel.clock.today()))!
  await bring(dwi, '35.10', row('35.10', 'Satu'), row('35.10', 'Dua'))
  expect((await as(bali)(showAgreement, { id: theirs })).title).toBe('Judul Bali')
})

test('a parent is found only among what may be chosen by hand', async () => {
  const bali = await person('Kadek', 'office_operator', '51', false)
  const [{ agreementId: secret }] = await bring(bali, '51', '7/HK/51/2024,MoU,Polda Bali,2024-02-03,51,Rahasia Bali,')
  await db.updateTable('agreement').set({ openness: 'excluded', exclusion_reason: 'Rahasia' }).where('id', '=', secret).execute()
  const sari = await person('Sari', 'office_operator', '35.10', false)
  const [own] = await bring(sari, '35.10', '9/PR/35.10/2025,PKS,Universitas Baru,2025-02-03,35.10,Biasa,7/HK/51/2024')
  expect((await as(sari)(showAgreement, { id: own.agreementId })).parent).toBe(null)
})

test('two rows that name each other as parent make no circle, and the link that holds is in the trail', async () => {
  const sari = await person('Sari', 'office_operator', '35.10', false)
  const rows = await bring(
    sari,
    '35.10',
    '1/E/2025,MoU,Universitas Lingkar,2025-02-01,35.10,Data,2/E/2025',
    '2/E/2025,PKS,Universitas Lingkar,2025-02-01,35.10,Data,1/E/2025',
  )
  const ids = rows.map((row: { agreementId: string }) => row.agreementId)
  const found = await db.selectFrom('agreement').select(['id', 'parent_id', 'rev']).where('id', 'in', ids).execute()
  const [below, ...others] = found.filter(row => row.parent_id !== null)
  expect([ids.includes(below!.parent_id!), below!.parent_id === below!.id, below!.rev, others]).toEqual([true, false, 1, []])
  const lines = await db.selectFrom('audit_event').select('changes').where('subject_id', '=', below!.id).orderBy('id').execute()
  expect(lines.at(-1)!.changes).toEqual({ parent: [null, expect.stringMatching(/^[12]\/E\/2025$/)] })
})

const row = (number: string, code: string) => `${number}/F/2025,MoU,Universitas Mojo,2025-02-03,${code},Data ${number},`

test('what somebody of wider reach approves is recorded as theirs, whoever brought the file', async () => {
  const sari = await person('Sari', 'office_operator', '35.10', false)
  const province = await person('Dimas', 'office_operator', '35')
  const { id } = await as(sari)(uploadImport, { file: csv(row('33', '35.76'), row('34', '35.10')) })
  await kernel.jobs.drain(kernel)
  await as(province)(correctRow, { id, row: 3, correction: { title: 'Diperiksa provinsi' } })
  await as(province)(confirmImport, { id })
  await kernel.jobs.drain(kernel)
  expect((await as(sari)(showImport, { id })).counts).toMatchObject({ ready: 2, attention: 0 })
  const lines = await db
    .selectFrom('audit_event')
    .select('person_id')
    .where('operation', '=', 'imports.apply')
    .orderBy('id', 'desc')
    .limit(2)
    .execute()
  expect(lines.map(({ person_id }) => person_id)).toEqual([province.personId, province.personId])
})

test('a row that whoever approved it may not record any more is not recorded, and says why', async () => {
  const sari = await person('Sari', 'office_operator', '35.10', false)
  const province = await person('Dimas', 'office_operator', '35')
  const { id } = await as(sari)(uploadImport, { file: csv(row('31', '35.76'), row('32', '35.10')) })
  await kernel.jobs.drain(kernel)
  await as(province)(correctRow, { id, row: 3, correction: { title: 'Diperiksa provinsi' } })
  await as(province)(confirmImport, { id })
  await db
    .updateTable('role_grant')
    .set({ office_id: office('35.10').id })
    .where('person_id', '=', province.personId!)
    .execute()
  await kernel.jobs.drain(kernel)
  const batch = await as(sari)(showImport, { id })
  expect([batch.state, batch.counts]).toEqual(['done', { ready: 1, duplicate: 0, update: 0, attention: 1 }])
  expect(became((await as(sari)(listRows, { id })).rows)).toEqual([['skipped', 'office_out_of_reach'], ['created']])
})

test('the troubles and wishes that an office wrote in its file are for offices, not for the partner', async () => {
  const sari = await person('Sari', 'office_operator', '35.10', false)
  const file = {
    name: 'kendala.csv',
    bytes: new TextEncoder().encode(
      [
        'Timestamp,Nama Satuan Kerja,Kode Wilayah (Permendagri),Jenis Naskah Kerja Sama,Nomor Naskah KPU,Nomor Naskah Mitra,Tentang,Nama Mitra,Jenis Mitra,Tanggal Penandatanganan,Jangka Waktu,Tanggal Berakhir,Nama dan Jabatan Penandatangan,Kendala pelaksanaan,Saran',
        '2025-10-01 10:00,KPU Kabupaten Banyuwangi,35.10,MoU,41/H/2025,,Data,Universitas Kritik,,2025-02-03,,2028-02-03,,Mitra sulit dihubungi,Ganti mitranya',
      ].join('\n'),
    ),
  }
  const { batch } = await as(sari)(importAgreements, { file })
  await kernel.jobs.drain(kernel)
  const [{ agreementId: id }] = (await as(sari)(listRows, { id: batch.id })).rows
  const { id: partnerId } = await db.selectFrom('partner').select('id').where('name', '=', 'Universitas Kritik').executeTakeFirstOrThrow()
  const contact = await person('Mitra', 'partner_contact', '00', false, { partnerId })
  const notes = async (who: Actor) => (await as(who)(showAgreement, { id })).events.map((event: { note: string | null }) => event.note)
  expect(await notes(sari)).toEqual(['Mitra sulit dihubungi\nGanti mitranya'])
  expect(await notes(contact)).toEqual([null])
})

test('rows after a number that no file has are refused, not a fault', async () => {
  const sari = await person('Sari', 'office_operator', '35.10', false)
  const { batch } = await as(sari)(importAgreements, { file: csv('42/H/2025,MoU,Universitas Akhir,2025-02-03,35.10,Data,') })
  await expect(as(sari)(listRows, { id: batch.id, after: 99_999_999_999 })).rejects.toMatchObject({ code: 'invalid' })
  expect((await as(sari)(listRows, { id: batch.id, after: 2_147_483_647 })).rows).toEqual([])
})

test('an import whose uploader may not import any more is closed with the reason', async () => {
  const sari = await person('Sari', 'office_operator', '35.10', false)
  const { id } = await as(sari)(uploadImport, { file: csv('43/H/2025,MoU,Universitas Pindah,2025-02-03,35.10,Data,') })
  await kernel.jobs.drain(kernel)
  await as(sari)(confirmImport, { id })
  await db.updateTable('role_grant').set({ to_on: '2025-01-01' }).where('person_id', '=', sari.personId!).execute()
  await kernel.jobs.drain(kernel)
  const { state, done, failure } = await as(await person('Dimas', 'office_operator', '35'))(showImport, { id })
  expect([state, done, failure]).toEqual(['cancelled', 0, expect.stringContaining('tidak lagi berwenang')])
})

test('an import whose uploader loses the role between two steps records nothing more', async () => {
  const sari = await person('Sari', 'office_operator', '35.10', false)
  const rows = Array.from({ length: 300 }, (_, n) => `${n + 100}/L/2025,MoU,Universitas Lama,2025-02-03,35.10,Data ${n},`)
  const { id } = await as(sari)(uploadImport, { file: csv(...rows) })
  await kernel.jobs.drain(kernel)
  await as(sari)(confirmImport, { id })
  await sql`create function lose_role() returns trigger language plpgsql as $$ begin
    update role_grant set revoked_at = now() where person_id = ${sql.lit(sari.personId!)} and revoked_at is null; return new; end $$`.execute(
    db,
  )
  await sql`create trigger lose_role after update of done on run for each row execute function lose_role()`.execute(db)
  await kernel.jobs.drain(kernel)
  await sql`drop function lose_role cascade`.execute(db)
  const { state, done, failure } = await as(await person('Dimas', 'office_operator', '35'))(showImport, { id })
  expect([state, done, failure]).toEqual(['cancelled', 250, expect.stringContaining('tidak lagi berwenang')])
})

test('the page of an imported agreement tells its import once, with what it stands under', async () => {
  const row = (number: string, above: string) => `${number},MoU,Universitas Bertingkat,2025-02-03,35.10,Judul ${number},${above}`
  const sari = await person('Sari', 'office_operator', '35.10', false)
  const [{ agreementId }] = await bring(sari, '35.10', row('22/PR.07-NK/2025', '21/PR.07-NK/2025'), row('21/PR.07-NK/2025', ''))
  const page = await (await browser(await person('Administrator', 'national_admin'))).get(`/perjanjian/${agreementId}`)
  const text = await page.text()
  const history = text.slice(text.indexOf('id="riwayat"'))
  expect(['Diimpor', 'Mencatat baris impor'].map(title => history.split(`<b>${title}</b>`).length - 1)).toEqual([1, 0])
  expect(history).toContain('21/PR.07-NK/2025')
  expect(history).toContain('Jenis naskah')
})
