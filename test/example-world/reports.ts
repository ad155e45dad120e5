import { createHash } from 'node:crypto'
import { officeId } from '../../src/modules/organisation/schema.ts'
import { example } from '../../src/platform/values/example-ids.ts'
import type { ExamplePages } from '../browser/pages.ts'
import { db, kernel, now } from '../world.ts'

/** A report that is being made, and an office's own Word template. */
export async function seedReports(): Promise<void> {
  const office_id = officeId('35.10')
  const bytes = new TextEncoder().encode('Rahasia')
  await kernel.files.disk.put('rahasia/templat', bytes)
  const file = {
    id: example.templateFile,
    name: 'Rahasia.docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    key: 'rahasia/templat',
    reach: '{id.35.3510}',
    created_at: now.at,
  }
  await db.insertInto('stored_file').values(file).execute()
  await db
    .insertInto('report_template')
    .values({ id: example.template, office_id, kind: 'national', file_id: file.id, uploaded_at: now.at })
    .execute()
  const asked = { number: '', signatory: { name: 'Rahasia', position: 'Sekretaris', place: 'Banyuwangi' } }
  const made = { kind: 'reports.make', subject_kind: 'report', subject_id: example.report, path: 'id.35.3510', asked_at: now.at }
  await db
    .insertInto('run')
    .values([{ ...made, id: example.run, state: 'running', done: 1, total: 4 }])
    .execute()
  await db
    .insertInto('report')
    .values({
      id: example.report,
      run_id: example.run,
      number: 'LAP-2025-9001',
      cycle_id: example.cycle,
      office_id,
      title: 'Rahasia laporan',
      locale: 'id',
      narrative: { asked },
      created_at: now.at,
    })
    .execute()
}

/** Its pages, and at which addresses they are opened. */
export const pages: ExamplePages = {
  '/laporan': [{}],
  '/laporan/baru': [{}],
  '/laporan/templat': [{}],
  '/laporan/dasbor/:cycle': [{ cycle: example.cycle }],
  '/laporan/:id': [{ id: example.report }],
}

/** Those that show nothing of what people wrote. */
export const silentPages = ['/laporan/templat']
