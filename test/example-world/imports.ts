import { createHash } from 'node:crypto'
import { readImport } from '../../src/modules/imports/operations/reading.ts'
import { officeId } from '../../src/modules/organisation/schema.ts'
import { system } from '../../src/platform/authority/actor.ts'
import { example } from '../../src/platform/values/example-ids.ts'
import type { ExamplePages } from '../browser/pages.ts'
import { as, db, kernel, now } from '../world.ts'

const csv = `Nomor KPU,Jenis Naskah,Nama Mitra,Tanggal Penandatanganan,Kode Wilayah,Tentang
7/PR.07-NK/35.10/2025,Nota Kesepahaman,Universitas Rahasia Jaya,2025-01-02,35.10,Rahasia pertukaran data,Rahasia di luar tabel
8/PR.07-NK/35.10/2025,Nota Kesepahaman,Universitas Rahasia Jaya,kapan-kapan,35.10,Rahasia tanpa tanggal
`

/** An import that waits for approval: a row that is ready, a row that needs attention; and one that an error has stopped. */
export async function seedImports(): Promise<void> {
  const office_id = officeId('35.10')
  const bytes = new TextEncoder().encode(csv)
  await kernel.files.disk.put('rahasia/impor', bytes)
  const file = {
    id: example.importFile,
    name: 'Rahasia.csv',
    type: 'text/csv',
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    key: 'rahasia/impor',
    reach: '{id.35.3510}',
    created_at: now.at,
  }
  await db.insertInto('stored_file').values(file).execute()
  await db
    .insertInto('import_batch')
    .values({
      id: example.batch,
      name: 'Rahasia.csv',
      file_id: file.id,
      office_id,
      state: 'reading',
      mapping: {},
      counts: {},
      created_at: now.at,
    })
    .execute()
  const run = { kind: 'imports.read', subject_kind: 'import', subject_id: example.stoppedBatch, path: 'id.35.3510', asked_at: now.at }
  await db
    .insertInto('run')
    .values({ ...run, id: example.stoppedRun, state: 'stopped', ended_at: now.at })
    .execute()
  await db
    .insertInto('import_batch')
    .values({
      id: example.stoppedBatch,
      run_id: example.stoppedRun,
      name: 'Rahasia kedua.csv',
      file_id: file.id,
      office_id,
      state: 'stopped',
      mapping: {},
      counts: {},
      created_at: now.at,
    })
    .execute()
  await as(system())(readImport, { id: example.batch })
}

/** Its pages, and at which addresses they are opened. */
export const pages: ExamplePages = {
  '/impor': [{}],
  '/impor/:id': [{ id: example.batch }, `/impor/${example.batch}?hasil=needs_attention`],
  '/impor/:id/kolom': [{ id: example.batch }],
  '/impor/:id/pembatalan': [{ id: example.batch }],
  '/impor/:id/baris/:row': [
    { id: example.batch, row: '2' },
    { id: example.batch, row: '3' },
  ],
}
