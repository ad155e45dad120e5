import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { app, as, browser, countQueries, db, kernel, operator, person, program } from '../../../test/world.ts'
import { operations } from '../../modules.ts'
import { runCommand } from '../../platform/doors/command.ts'
import { root } from '../../platform/process/root.ts'
import { endRun } from '../../platform/runs/carry-on.ts'
import { readRows } from '../../platform/spreadsheets/read.ts'
import { addDays } from '../../platform/values/clock.ts'
import { bytesOf } from '../../platform/values/file-answer.ts'
import { changePerson, createPerson, showPerson } from '../organisation/operations/persons.ts'
import { type Appointment, positionId } from '../organisation/schema.ts'
import { resumeRuns, retry } from '../runs/operations/moving.ts'
import { correctPersonRow, decidePersonRows } from './operations/deciding.ts'
import { listPersonImports, listPersonRows, showPersonImport } from './operations/listing.ts'
import { importPersons, uploadPersons } from './operations/reading.ts'
import { applyPersons, cancelPersons, confirmPersons } from './operations/running.ts'
import { personProblemRows, personTemplate } from './operations/workbooks.ts'
import type { PersonBatchRow, PersonPreview } from './schema.ts'

afterAll(() => kernel.close())
const path = join(root, 'test/data/people/people.xlsx')
const people = () => ({ name: 'people.xlsx', bytes: new Uint8Array(readFileSync(path)) })
const expected = JSON.parse(readFileSync(join(root, 'test/data/people/people.expected.json'), 'utf8'))
const csv = (...lines: string[]) => ({
  name: 'daftar.csv',
  bytes: new TextEncoder().encode(
    `${['Nama;NIP;Jabatan;Satuan Kerja;Kode Wilayah;No. HP/WA;Email;Mulai Menjabat;Akhir Masa Jabatan', ...lines].join('\n')}\n`,
  ),
})
const admin = await person('Dewi', 'national_admin')
const persons = async () => (await db.selectFrom('person').select('id').execute()).length
const appointments = async () => (await db.selectFrom('appointment').select('id').execute()).length
const uploaded = async (who: typeof admin, file: ReturnType<typeof csv>) => {
  const { id } = await as(who)(uploadPersons, { file })
  await kernel.jobs.drain(kernel)
  return id
}
const rowsOf = async (who: typeof admin, id: string): Promise<PersonBatchRow[]> => (await as(who)(listPersonRows, { id })).rows
type Told = PersonPreview['rows'][number]
const told = ({ outcome, problems }: Told) => [outcome, ...problems].join(' ')

test('command and REST say of all 400 rows what is expected, and change nothing', async () => {
  const before = [await persons(), await appointments()]
  const [out, err] = [new PassThrough(), new PassThrough()]
  const open = async () => ({ ...kernel, close: async () => {} })
  expect(await runCommand(['persons', 'import', path, '--preview', '--json'], { operations, open, out, err })).toBe(0)
  out.end()
  expect(JSON.parse(String(await buffer(out)))).toEqual(expected)
  const body = new FormData()
  body.append('preview', 'true')
  body.append('file', new File([people().bytes], 'people.xlsx'))
  const { cookie } = await browser(admin)
  const answer = await app.request('http://sinergi.test/api/v1/persons/imports', {
    method: 'POST',
    headers: { cookie, origin: 'http://sinergi.test' },
    body,
  })
  expect(await answer.json()).toEqual(expected)
  expect([await persons(), await appointments()]).toEqual(before)
  expect(await db.selectFrom('import_batch').select('id').execute()).toEqual([])
})

test('the register is recorded whole in one go, no letter leaves, and a second time gives only duplicates', async () => {
  const before = await persons()
  const { batch } = await as(admin)(importPersons, { file: people() })
  await kernel.jobs.drain(kernel)
  expect(await as(admin)(showPersonImport, { id: batch!.id })).toMatchObject({ state: 'done', done: 400, counts: expected.counts })
  expect((await persons()) - before).toBe(290)
  expect(await db.selectFrom('mail_message').select('id').execute()).toEqual([])
  const one = await as(admin)(showPerson, { id: 'agung.sulaiman@kpu.example' })
  expect(one).toMatchObject({
    name: 'Agung Sulaiman, S.H.',
    nip: '197104092002121007',
    phones: ['+6284296491496'],
    state: 'new',
    appointments: [{ position: { name: 'Kepala Subbagian' }, unit: 'sosdiklih', acting: null, fromOn: '2021-04-02', toOn: '2026-04-02' }],
  })
  const plt = await as(admin)(showPerson, { id: 'dian.gunawan87@contoh.example' })
  expect(plt.appointments[0]).toMatchObject({ acting: 'plt', unit: 'teknis', fromOn: '2025-03-16', toOn: null })
  const again = await as(admin)(importPersons, { file: people() })
  expect(again.counts).toEqual({ ready: 0, duplicate: 323, update: 0, attention: 77 })
  await kernel.jobs.drain(kernel)
  expect((await persons()) - before).toBe(290)
  const lines = await db.selectFrom('audit_event').select('subject_id').where('operation', '=', 'person-imports.apply').execute()
  const registered = await db.selectFrom('import_row').select('person_id').where('applied_as', 'in', ['created', 'updated']).execute()
  expect(registered.filter(({ person_id }) => !lines.some(({ subject_id }) => subject_id === person_id))).toEqual([])
})

test('stopped in the middle it goes on, two at once register nobody twice, cancelled it stays as it is', async () => {
  const lines = Array.from(
    { length: 250 },
    (_, i) => `Bertahap ${String.fromCharCode(65 + (i % 26))}${'b'.repeat(i / 26)}x;;Staf;;35.10;;;;`,
  )
  const id = await uploaded(admin, csv(...lines))
  const other = await uploaded(admin, csv(...lines))
  const before = await persons()
  for (const each of [id, other]) await as(admin)(confirmPersons, { id: each, rev: 0 })
  expect(await as(admin)(applyPersons, { id })).toMatchObject({ state: 'running', done: 100 })
  // Killed here: the next start takes up what was running, of whatever kind.
  expect((await as(operator)(resumeRuns, {})).resumed).toBe(2)
  await Promise.all([as(admin)(applyPersons, { id }), as(admin)(applyPersons, { id: other })])
  await kernel.jobs.drain(kernel)
  expect((await persons()) - before).toBe(250)
  const ends = await Promise.all([id, other].map(each => as(admin)(showPersonImport, { id: each })))
  expect(ends.map(({ state, done }) => [state, done])).toEqual([
    ['done', 250],
    ['done', 250],
  ])
  const third = await uploaded(admin, csv(...lines.map(line => line.replace('Bertahap', 'Dibatalkan'))))
  await as(admin)(confirmPersons, { id: third, rev: 0 })
  await as(admin)(applyPersons, { id: third })
  expect(await as(admin)(cancelPersons, { id: third })).toMatchObject({ state: 'cancelled', done: 100 })
  await kernel.jobs.drain(kernel)
  expect((await persons()) - before).toBe(350)
  await expect(as(admin)(cancelPersons, { id: third })).rejects.toMatchObject({ code: 'conflict' })
})

test('an error of our own stops it, and it is tried again', async () => {
  const id = await uploaded(admin, csv('Dicoba Lagi;;Staf;;35.10;;;;'))
  await as(admin)(confirmPersons, { id, rev: 0 })
  const { runId } = await as(admin)(showPersonImport, { id })
  await as(operator)(endRun, { id: runId, refusal: null })
  expect(await as(admin)(showPersonImport, { id })).toMatchObject({ state: 'stopped', finishedAt: null })
  await as(admin)(retry, { id: runId })
  expect(await as(admin)(showPersonImport, { id })).toMatchObject({ state: 'running' })
  await kernel.jobs.drain(kernel)
  expect(await as(admin)(showPersonImport, { id })).toMatchObject({ state: 'done', done: 1 })
})

test('a province registers its regencies, nobody outside its reach; a partner and an operator nobody', async () => {
  const province = await person('Wahyu', 'national_admin', '35')
  const regency = await person('Agus', 'office_leader', '35.10', false)
  const file = csv(
    'Di Provinsi;;Staf;;35;;;;',
    'Di Kabupaten;;Staf;;35.11;;;;',
    'Di Luar;;Staf;;32.04;;;;',
    'Tak Dikenal;;Staf;KPU Negeri Awan;;;;;',
  )
  const outcomes = async (who: typeof admin) => (await as(who)(importPersons, { file, preview: true })).rows!.map(told)
  expect(await outcomes(province)).toEqual(['ready', 'ready', 'attention office_out_of_reach', 'attention office_unknown'])
  expect(await outcomes(regency)).toEqual([
    'attention office_out_of_reach',
    'attention office_out_of_reach',
    'attention office_out_of_reach',
    'attention office_unknown',
  ])
  const { batch } = await as(province)(importPersons, { file })
  await kernel.jobs.drain(kernel)
  expect((await rowsOf(province, batch!.id)).map(({ appliedAs }) => appliedAs)).toEqual(['created', 'created', 'skipped', 'skipped'])
  await expect(as(regency)(showPersonImport, { id: batch!.id })).rejects.toMatchObject({ code: 'not_found' })
  for (const nobody of [await person('Sari', 'office_operator', '35.10', false), await person('Rina', 'auditor')])
    await expect(as(nobody)(importPersons, { file, preview: true })).rejects.toMatchObject({ code: 'forbidden' })
})

test('what the register knows better is not overwritten: an address of somebody else, a change that nobody has seen', async () => {
  await as(admin)(importPersons, { file: csv('Pemilik Alamat;;Staf;;35.10;;pemilik@contoh.go.id;1/2/2025;') })
  await kernel.jobs.drain(kernel)
  const preview = async (line: string) => (await as(admin)(importPersons, { file: csv(line), preview: true })).rows![0]!
  expect(await preview('Orang Lain;;Staf;;35.11;;pemilik@contoh.go.id;;')).toMatchObject({ problems: ['email_taken'] })
  expect(await preview('PEMILIK ALAMAT, SH;;Staf;;35.10;;;;')).toMatchObject({ outcome: 'update', problems: [] })
  // The same person at another office keeps the account and gets a second appointment.
  await as(admin)(importPersons, { file: csv('Pemilik Alamat;;Anggota;;35.11;;pemilik@contoh.go.id;1/3/2025;') })
  await kernel.jobs.drain(kernel)
  const owner = await as(admin)(showPerson, { id: 'pemilik@contoh.go.id' })
  expect((owner.appointments as Appointment[]).map(({ position, office }) => [position.name, office.name])).toEqual([
    ['Anggota', 'KPU Kabupaten Bondowoso'],
    ['Staf', 'KPU Kabupaten Banyuwangi'],
  ])
  // A new position from a later day ends the one before it.
  await as(admin)(importPersons, { file: csv('Pemilik Alamat;;Kasubbag Hukum;;35.10;0841234567;;1/6/2025;') })
  await kernel.jobs.drain(kernel)
  const moved = await as(admin)(showPerson, { id: owner.id })
  expect(moved.phones).toEqual(['+62841234567'])
  expect((moved.appointments as Appointment[]).filter(({ office }) => office.name.endsWith('Banyuwangi'))).toMatchObject([
    { position: { name: 'Kepala Subbagian' }, unit: 'hukum', fromOn: '2025-06-01', toOn: null },
    { position: { name: 'Staf' }, fromOn: '2025-02-01', toOn: '2025-05-31' },
  ])
  // Two files say something new of one person; the second was judged before the first was recorded.
  const [first, second] = [
    await uploaded(admin, csv('Berebut;;Staf;;35.10;;;1/2/2025;')),
    await uploaded(admin, csv('Berebut;;Operator;;35.10;;;1/2/2025;')),
  ]
  await as(admin)(confirmPersons, { id: first, rev: 0 })
  await kernel.jobs.drain(kernel)
  expect(await as(admin)(confirmPersons, { id: second, rev: 0 })).toMatchObject({ state: 'preview', counts: { ready: 0, update: 1 } })
})

test('what somebody corrects by hand while a list is looked at, or before its turn comes, is not written over', async () => {
  await as(admin)(importPersons, { file: csv('Dibetulkan;;Staf;;35.10;0841111111;dibetulkan@contoh.go.id;1/1/2020;') })
  await kernel.jobs.drain(kernel)
  const phones = async () => (await as(admin)(showPerson, { id: 'dibetulkan@contoh.go.id' })).phones
  const correct = async (phone: string) => {
    const { id, name, email } = await as(admin)(showPerson, { id: 'dibetulkan@contoh.go.id' })
    await as(admin)(changePerson, { id, name, email, phones: [phone] })
  }
  const id = await uploaded(admin, csv('Dibetulkan;;Staf;;35.10;0842222222;dibetulkan@contoh.go.id;1/1/2020;'))
  await correct('+62843333333')
  expect(await as(admin)(confirmPersons, { id, rev: 0 })).toMatchObject({ state: 'preview', counts: { update: 1 } })
  expect(await as(admin)(confirmPersons, { id, rev: 1 })).toMatchObject({ state: 'running' })
  await correct('+62844444444')
  await kernel.jobs.drain(kernel)
  expect((await rowsOf(admin, id)).map(({ appliedAs, problems }) => [appliedAs, problems])).toEqual([['skipped', ['register_changed']]])
  expect(await phones()).toEqual(['+62844444444'])
})

test('two of one name at one office, each with a NIP of their own, are not made one', async () => {
  const [first, second] = ['Bernama Sama;197104092002121007;Staf;;35.10;;;;', 'Bernama Sama;198501012010011002;Operator;;35.10;;;;']
  const preview = async (...lines: string[]) => (await as(admin)(importPersons, { file: csv(...lines), preview: true })).rows!.map(told)
  expect(await preview(first!, second!)).toEqual(['ready', 'attention nip_differs'])
  await as(admin)(importPersons, { file: csv(first!) })
  await kernel.jobs.drain(kernel)
  expect(await preview(second!)).toEqual(['attention nip_differs'])
})

test('a NIP that is not one is said with what is written, and waits until it is corrected or its row is skipped', async () => {
  const id = await uploaded(
    admin,
    csv(
      'Pendek Nipnya;12345;Staf;;35.10;;;;',
      'Rusak Oleh Excel;1.99309222008061E+17;Staf;;35.10;;;;',
      'Dilewati Nipnya;non-ASN;Staf;;35.10;;;;',
      'Tanpa Nip;-;Staf;;35.10;;;;',
      'Bernip;19710409 200212 1 007;Staf;;35.11;;;;',
    ),
  )
  const now = async () => (await rowsOf(admin, id)).map(({ outcome, problems }) => [outcome, ...problems].join(' '))
  const wrong = 'attention nip_invalid'
  expect(await now()).toEqual([wrong, wrong, wrong, 'ready', 'ready'])
  const here = await browser(admin)
  const page = await (await here.get(`/impor-orang/${id}`)).text()
  for (const said of [
    'NIP terdiri atas 18 angka; tertulis “12345”.',
    'tertulis “1.99309222008061E+17”.',
    'NIP “12345”',
    'NIP 197104092002121007',
  ])
    expect(page).toContain(said)
  expect(page).not.toContain('“-”')
  expect(await (await here.get(`/impor-orang/${id}/baris/3`)).text()).toContain('tertulis “1.99309222008061E+17”.')
  await as(admin)(correctPersonRow, { id, row: 2, rev: 0, correction: { nip: '198501012010011002' } })
  await as(admin)(correctPersonRow, { id, row: 3, rev: 1, correction: { nip: '' } })
  expect(await now()).toEqual(['ready', 'ready', wrong, 'ready', 'ready'])
  await as(admin)(decidePersonRows, { id, rev: 2, rows: [4], decision: 'skip' })
  await as(admin)(confirmPersons, { id, rev: 3 })
  await kernel.jobs.drain(kernel)
  expect((await rowsOf(admin, id)).map(({ appliedAs }) => appliedAs)).toEqual(['created', 'created', 'skipped', 'created', 'created'])
})

test('an e-mail address that two names of one file share is found before recording, and the other row is named', async () => {
  const lines = [
    'Pemakai Pertama;;Staf;;35.10;;bersama@contoh.go.id;;',
    'Pemakai Kedua;;Staf;;35.11;;BERSAMA@contoh.go.id;;',
    'Pemakai Pertama, S.H.;;Staf;;35.11;;bersama@contoh.go.id;;',
    'Tak Terbaca;;Satpam;;35.10;;lepas@contoh.go.id;;',
    'Boleh Memakai;;Staf;;35.10;;lepas@contoh.go.id;;',
  ]
  const preview = (await as(admin)(importPersons, { file: csv(...lines), preview: true })).rows!
  expect(preview.map(told)).toEqual(['ready', 'attention email_repeated', 'ready', 'attention position_unknown', 'ready'])
  expect(preview[1]!.sameEmail).toEqual({ row: 2, sheet: null, name: 'Pemakai Pertama' })
  const id = await uploaded(admin, csv(...lines))
  const here = await browser(admin)
  for (const path of [`/impor-orang/${id}`, `/impor-orang/${id}/baris/3`])
    expect(await (await here.get(path)).text()).toContain('Alamat surel ini tertulis juga untuk Pemakai Pertama (Baris 2).')
  // With another address in the row above, the second name has this one to itself.
  await as(admin)(correctPersonRow, { id, row: 2, rev: 0, correction: { email: 'pertama@contoh.go.id' } })
  expect((await rowsOf(admin, id)).map(({ problems }) => problems.join())).toEqual(['', '', 'email_repeated', 'position_unknown', ''])
  await as(admin)(correctPersonRow, { id, row: 4, rev: 1, correction: { email: 'pertama@contoh.go.id' } })
  await as(admin)(confirmPersons, { id, rev: 2 })
  await kernel.jobs.drain(kernel)
  expect((await rowsOf(admin, id)).map(({ appliedAs }) => appliedAs)).toEqual(['created', 'created', 'created', 'skipped', 'created'])
})

test('upload, look, correct, skip and record by pages; rows with problems come as a workbook and are brought again', async () => {
  const agus = await person('Agus Halaman', 'office_leader', '35.10', false)
  const here = await browser(agus)
  const file = csv(
    'Lewat Halaman;;Staf;;35.10;;;;',
    '<b>Tebal</b>;;Satpam;;35.10;=1+1;;;',
    'Tanpa Surel;;Plt. Sekretaris;KPU Kab. Banyuwangi;;;salah@;31/02/2025;',
  )
  expect(await (await here.get('/impor-orang')).text()).toContain('Belum ada daftar orang yang diimpor')
  const sent = await here.post('/impor-orang', { file: new File([file.bytes], 'daftar.csv', { type: 'text/csv' }) })
  expect(sent.status).toBe(303)
  const at = sent.headers.get('location')!
  await kernel.jobs.drain(kernel)
  const page = await (await here.get(at)).text()
  for (const said of [
    'Siap dicatat',
    'Jabatan tidak dikenal',
    'Alamat surel tidak benar',
    'Ada tanggal yang tidak terbaca',
    '&lt;b>Tebal',
    'Plt.',
  ])
    expect(page).toContain(said)
  const id = at.split('/').at(-1)!
  const workbook = await bytesOf(await as(agus)(personProblemRows, { id }))
  const [sheet] = (await readRows(workbook)).sheets
  expect(sheet!.rows.map(({ cells }) => cells.slice(-2))).toEqual([
    ['Baris asal', 'Alasan'],
    ['Baris 3', expect.stringContaining('Jabatan tidak dikenal')],
    ['Baris 4', expect.stringContaining('Alamat surel tidak benar')],
  ])
  const rev = async () => `${(await as(agus)(showPersonImport, { id })).rev}`
  const form = await (await here.get(`${at}/baris/4`)).text()
  expect(form).toContain('Alamat surel tidak benar')
  const fixed = await here.post(`${at}/baris/4`, {
    rev: await rev(),
    'correction.name': 'Tanpa Surel',
    'correction.position': 'Plt. Sekretaris',
    'correction.officeName': 'KPU Kab. Banyuwangi',
    'correction.startsOn': '28/02/2025',
  })
  expect(fixed.status).toBe(303)
  expect((await rowsOf(agus, id))[2]).toMatchObject({ outcome: 'ready', correction: { email: '', startsOn: '28/02/2025' } })
  await expect(as(agus)(correctPersonRow, { id, row: 4, rev: 0, correction: { name: 'x' } })).rejects.toMatchObject({ code: 'conflict' })
  await as(agus)(decidePersonRows, { id, rev: Number(await rev()), rows: [3], decision: 'skip' })
  expect((await here.post(`${at}/konfirmasi`, { rev: await rev() })).status).toBe(303)
  await kernel.jobs.drain(kernel)
  expect((await rowsOf(agus, id)).map(({ appliedAs }) => appliedAs)).toEqual(['created', 'skipped', 'created'])
  expect(await (await here.get(at)).text()).toContain('Tercatat')
  const again = await as(agus)(importPersons, { file: { name: 'perbaikan.xlsx', bytes: workbook }, preview: true })
  expect(again.rows!.map(told)).toEqual(['attention phone_invalid position_unknown', 'attention date_invalid email_invalid'])
})

test('a file without the columns, without rows, or that is none says what to do; the template is read back', async () => {
  const refused = async (file: ReturnType<typeof csv>) =>
    as(admin)(importPersons, { file, preview: true }).then(
      () => null,
      error => error.fields.file[0].en,
    )
  const bytes = (text: string) => ({ name: 'x.csv', bytes: new TextEncoder().encode(text) })
  expect(await refused(bytes('Nama,Alamat\nA,B\n'))).toContain('no heading row with the columns')
  expect(await refused(csv())).toContain('nothing below it')
  const template = { name: 'contoh.xlsx', bytes: await bytesOf(await as(admin)(personTemplate, {})) }
  // Its two examples are people only by example: nobody who leaves them in their file registers them.
  expect((await as(admin)(importPersons, { file: template, preview: true })).rows!.map(told)).toEqual([
    'attention example_row',
    'attention example_row',
  ])
})

test('what stands in a cell that was not understood is shown, and an empty cell is called empty', async () => {
  const id = await uploaded(
    admin,
    csv('Tak Terbaca;;Satpam;Kantor Awan;;telepon;salah@;31/02/2025;31/02/2026', 'Kosong;;;;;;;;', 'Sampai Kini;;Staf;;35.10;;;;sekarang'),
  )
  const page = await (await (await browser(admin)).get(`/impor-orang/${id}`)).text()
  for (const said of ['“Satpam”', '“Kantor Awan”', '“telepon, salah@”', '“31/02/2025”', '“31/02/2026”', '“sekarang”'])
    expect(page).toContain(said)
  for (const said of ['Jabatannya kosong.', 'Satuan kerjanya kosong.', 'Jabatan tidak dikenal.']) expect(page.split(said)).toHaveLength(2)
})

test('nobody is placed at an office that has closed, but for a term that ended before', async () => {
  const closing = (closed_on: string | null) => db.updateTable('office').set({ closed_on }).where('code', '=', '35.12').execute()
  const [open, over, shut] = [
    'Masih Buka;;Staf;;35.12;;;1/2/2025;',
    'Sudah Lewat;;Staf;;35.12;;;1/2/2024;19/11/2025',
    'Baru;;Staf;;35.12;;;;',
  ]
  const late = 'Lewat Sehari;;Staf;;35.12;;;1/2/2024;20/11/2025'
  await as(admin)(importPersons, { file: csv(open!) })
  const waiting = await uploaded(admin, csv(shut!, over!))
  await kernel.jobs.drain(kernel)
  // It closes tomorrow: whoever is placed there today still is.
  await closing(addDays(kernel.clock.today(), 1))
  expect((await as(admin)(importPersons, { file: csv(shut!), preview: true })).rows!.map(told)).toEqual(['ready'])
  await closing('2025-11-20')
  const preview = await as(admin)(importPersons, { file: csv(open!, over!, shut!, late), preview: true })
  expect(preview.rows!.map(told)).toEqual(['duplicate', 'ready', 'attention office_closed', 'attention office_closed'])
  // What was judged before it closed is judged again, by row and with the day.
  await as(admin)(confirmPersons, { id: waiting, rev: 0 })
  const [again] = await rowsOf(admin, waiting)
  expect(again!.judged.reason!.id).toContain('Satuan kerja ini ditutup pada 20 November 2025')
  expect(await (await (await browser(admin)).get(`/impor-orang/${waiting}`)).text()).toContain('ditutup pada 20 November 2025')
  const one = { office: '35.12', fromOn: '2025-11-20', email: 'satu@contoh.go.id', name: 'Satu Orang', locale: 'id', invite: false }
  for (const placed of [{ positionId: positionId('Staf', 'any') }, { role: 'office_operator' }])
    await expect(as(admin)(createPerson, { ...one, ...placed })).rejects.toMatchObject({ fields: { office: expect.anything() } })
  const rest = await program(admin)
  const answer = await rest('POST', '/persons', { ...one, positionId: positionId('Staf', 'any') })
  expect([answer.status, JSON.stringify(await answer.json())]).toEqual([422, expect.stringContaining('ditutup pada 20 November 2025')])
  const before = { ...one, fromOn: '2024-01-01', toOn: '2025-11-19', positionId: positionId('Staf', 'any') }
  expect(await as(admin)(createPerson, before)).toMatchObject({ appointments: [{ toOn: '2025-11-19' }] })
  await closing(null)
})

test('rows of one office are asked about together: many take as many questions for who is there as one', async () => {
  const questions = async (count: number, name: string) => {
    const lines = Array.from({ length: count }, (_, at) => `${name} ${'abcdefghij'[at]}x;;Staf;;35.13;;;1/2/2025;`)
    await as(admin)(importPersons, { file: csv(...lines) })
    await kernel.jobs.drain(kernel)
    const id = await uploaded(admin, csv(...lines))
    await as(admin)(confirmPersons, { id, rev: 0 })
    return countQueries(() => as(admin)(applyPersons, { id }))
  }
  expect(await questions(10, 'Sepuluh')).toBe(await questions(1, 'Sendiri'))
})

test('a list of imports takes as many queries for many as for one', async () => {
  const one = await countQueries(() => as(admin)(listPersonImports))
  await uploaded(admin, csv('Satu Lagi;;Staf;;35.10;;;;'))
  expect(await countQueries(() => as(admin)(listPersonImports))).toBe(one)
})
