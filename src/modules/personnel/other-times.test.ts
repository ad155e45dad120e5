import { afterAll, expect, test } from 'vitest'
import { as, kernel, now, person } from '../../../test/world.ts'
import { leavePerson, showPerson } from '../organisation/operations/persons.ts'
import type { Appointment } from '../organisation/schema.ts'
import { listPersonRows } from './operations/listing.ts'
import { importPersons } from './operations/reading.ts'
import type { PersonBatchRow } from './schema.ts'

afterAll(() => kernel.close())
const admin = await person('Dewi', 'national_admin')
/** Each line is name, position, first and last day at KPU Kabupaten Banyuwangi. @returns what became of each row, and why not */
async function bring(...lines: [string, string, string, string][]) {
  const head = 'Nama;Jabatan;Satuan Kerja;Kode Wilayah;Email;Mulai Menjabat;Akhir Masa Jabatan'
  const rows = lines.map(([name, position, from, to]) => `${name};${position};;35.10;${mail(name)};${from};${to}`)
  const file = { name: 'daftar.csv', bytes: new TextEncoder().encode(`${[head, ...rows].join('\n')}\n`) }
  const { batch } = await as(admin)(importPersons, { file })
  await kernel.jobs.drain(kernel)
  const { rows: kept } = await as(admin)<{ rows: PersonBatchRow[] }>(listPersonRows, { id: batch!.id })
  return kept.map(({ appliedAs, judged }) => judged.reason?.en ?? appliedAs)
}
const mail = (name: string) => `${name.toLowerCase().replaceAll(' ', '.')}@contoh.go.id`
const found = (name: string) => as(admin)(showPerson, { id: mail(name) })
const appointments = async (name: string) =>
  ((await found(name)).appointments as Appointment[]).map(({ position, fromOn, toOn }) => [position.name, fromOn, toOn])

test('whoever comes back in another position is placed anew from today; what ended stays as it was', async () => {
  await bring(['Kembali', 'Anggota', '1/1/2016', '1/1/2021'])
  expect(await bring(['Kembali', 'Staf', '', ''])).toEqual(['updated'])
  expect(await appointments('Kembali')).toEqual([
    ['Staf', '2025-11-20', null],
    ['Anggota', '2016-01-01', '2021-01-01'],
  ])
})

test('a second term in the same position is another appointment, whichever of the two is brought first', async () => {
  const terms = [
    ['Anggota', '2021-01-02', '2026-01-02'],
    ['Anggota', '2016-01-01', '2021-01-01'],
  ]
  await bring(['Dua Masa', 'Anggota', '1/1/2016', '1/1/2021'])
  expect(await bring(['Dua Masa', 'Anggota', '2/1/2021', '2/1/2026'])).toEqual(['updated'])
  expect(await appointments('Dua Masa')).toEqual(terms)
  await bring(['Masa Terbalik', 'Anggota', '2/1/2021', '2/1/2026'])
  expect(await bring(['Masa Terbalik', 'Anggota', '1/1/2016', '1/1/2021'])).toEqual(['updated'])
  expect(await appointments('Masa Terbalik')).toEqual(terms)
  await bring(['Tanpa Akhir', 'Anggota', '1/1/2016', '1/1/2021'])
  expect(await bring(['Tanpa Akhir', 'Anggota', '2/1/2021', ''])).toEqual(['updated'])
  expect((await appointments('Tanpa Akhir'))[0]).toEqual(['Anggota', '2021-01-02', null])
})

test('an older list changes neither what is to begin nor what has begun since', async () => {
  const after = [
    ['Kepala Subbagian', '2026-01-01', null],
    ['Staf', '2020-01-01', '2025-12-31'],
  ]
  await bring(['Naik Jabatan', 'Staf', '1/1/2020', ''])
  await bring(['Naik Jabatan', 'Kasubbag Hukum', '1/1/2026', ''])
  const refused = expect.stringContaining('A position there is already recorded from 1 January 2026')
  expect(await bring(['Naik Jabatan', 'Staf', '', ''])).toEqual([refused])
  expect(await bring(['Naik Jabatan', 'Operator', '1/1/2021', ''])).toEqual([refused])
  expect(await appointments('Naik Jabatan')).toEqual(after)
  now.at = new Date('2026-02-01T03:00:00Z')
  expect(await bring(['Naik Jabatan', 'Staf', '1/1/2020', ''])).toEqual([refused])
  expect(await appointments('Naik Jabatan')).toEqual(after)
})

test('a wrong position or day of one appointment is corrected in place', async () => {
  await bring(['Dibetulkan', 'Staf', '1/1/2020', '1/1/2030'])
  expect(await bring(['Dibetulkan', 'Operator', '1/1/2020', '1/1/2030'])).toEqual(['updated'])
  expect(await bring(['Dibetulkan', 'Operator', '1/6/2020', '1/6/2029'])).toEqual(['updated'])
  expect(await appointments('Dibetulkan')).toEqual([['Operator', '2020-06-01', '2029-06-01']])
})

test('whoever has left is not placed by a list', async () => {
  await bring(['Sudah Berhenti', 'Staf', '1/1/2020', ''])
  await as(admin)(leavePerson, { id: (await found('Sudah Berhenti')).id })
  const before = await appointments('Sudah Berhenti')
  expect(await bring(['Sudah Berhenti', 'Operator', '', '1/1/2027'])).toEqual(['This person has left.'])
  expect(await appointments('Sudah Berhenti')).toEqual(before)
})
