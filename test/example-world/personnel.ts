import { createHash } from 'node:crypto'
import { officeId } from '../../src/modules/organisation/schema.ts'
import { readPersons } from '../../src/modules/personnel/operations/reading.ts'
import { system } from '../../src/platform/authority/actor.ts'
import { newId } from '../../src/platform/operation/operation.ts'
import { example } from '../../src/platform/values/example-ids.ts'
import type { ExamplePages } from '../browser/pages.ts'
import { as, db, kernel, now } from '../world.ts'

const csv = `Nama,Jabatan,Satuan Kerja,Kode Wilayah,Surel
Rahasia Pejabat Baru,Staf,KPU Kabupaten Banyuwangi,35.10,rahasia.pejabat@contoh.go.id
Rahasia Tanpa Jabatan,Satpam,KPU Kabupaten Banyuwangi,35.10,
`

/** An import of persons that waits for approval: a row that is ready, a row that needs attention; and one that an error has stopped. */
export async function seedPersonImports(): Promise<void> {
  const office_id = officeId('35.10')
  const bytes = new TextEncoder().encode(csv)
  await kernel.files.disk.put('rahasia/orang', bytes)
  const file = {
    id: example.personFile,
    name: 'Rahasia orang.csv',
    type: 'text/csv',
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    key: 'rahasia/orang',
    reach: '{id.35.3510}',
    created_at: now.at,
  }
  await db.insertInto('stored_file').values(file).execute()
  const batch = { kind: 'persons' as const, file_id: file.id, office_id, mapping: {}, counts: {}, created_at: now.at }
  const subject = { kind: 'person-imports.read', subject_kind: 'import', subject_id: example.stoppedPersonBatch, path: 'id.35.3510' }
  const { id: run_id } = await db
    .insertInto('run')
    .values({ ...subject, id: newId(), state: 'stopped', asked_at: now.at, ended_at: now.at })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('import_batch')
    .values([
      { ...batch, id: example.personBatch, name: 'Rahasia orang.csv', state: 'reading' },
      { ...batch, id: example.stoppedPersonBatch, name: 'Rahasia orang kedua.csv', state: 'stopped', run_id },
    ])
    .execute()
  await as(system())(readPersons, { id: example.personBatch })
}

/** Its pages, and at which addresses they are opened. */
export const pages: ExamplePages = {
  '/impor-orang': [{}],
  '/impor-orang/:id': [{ id: example.personBatch }, `/impor-orang/${example.personBatch}?hasil=attention`],
  '/impor-orang/:id/pembatalan': [{ id: example.personBatch }],
  '/impor-orang/:id/baris/:row': [{ id: example.personBatch, row: '2' }, `/impor-orang/${example.personBatch}/baris/3`],
}
