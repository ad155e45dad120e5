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
  const over = { state: 'done' as const, done: 4, total: 4, ended_at: now.at }
  await db
    .insertInto('run')
    .values([
      { ...made, id: example.run, state: 'running', done: 1, total: 4 },
      { ...made, ...over, id: example.readyReportRun, subject_id: example.readyReport },
      { ...made, ...over, id: example.sharedReportRun, subject_id: example.sharedReport },
    ])
    .execute()
  const row = { cycle_id: example.cycle, office_id, title: 'Rahasia laporan', locale: 'id', narrative: { asked }, created_at: now.at }
  const office = { code: '35.10', name: 'Rahasia satuan kerja', targets: 3, submitted: 2, findings: 2, obstacles: 1, followUps: 1 }
  const data = { offices: [{ ...office, kpu: { n: 1, sum: 80 }, partner: { n: 1, sum: 70 }, done: 0, overdue: 1 }] }
  const ready = { ...row, data, data_hash: 'rahasia', cutoff_at: now.at }
  await db
    .insertInto('report')
    .values([
      { ...row, id: example.report, run_id: example.run, number: 'LAP-2025-9001' },
      { ...ready, id: example.readyReport, run_id: example.readyReportRun, number: 'LAP-2025-9002' },
      { ...ready, id: example.sharedReport, run_id: example.sharedReportRun, number: 'LAP-2025-9003' },
    ])
    .execute()
  await db.insertInto('report_share').values({ id: example.reportShare, report_id: example.sharedReport, shared_at: now.at }).execute()
}

/** Its pages, and at which addresses they are opened. */
export const pages: ExamplePages = {
  '/laporan': [{}],
  '/laporan/baru': [{}],
  '/laporan/templat': [{}],
  '/laporan/dasbor/:cycle': [{ cycle: example.cycle }],
  '/laporan/dasbor/:cycle/butir': [{ cycle: example.cycle }],
  '/laporan/:id': [{ id: example.report }, { id: example.readyReport }, { id: example.sharedReport }],
  '/laporan/:id/bagian': [{ id: example.sharedReport }],
}

/** Those that show nothing of what people wrote. */
export const silentPages = ['/laporan/templat']
