import { createHash } from 'node:crypto'
import { officeId } from '../../src/modules/organisation/schema.ts'
import { newId } from '../../src/platform/operation/operation.ts'
import { example } from '../../src/platform/values/example-ids.ts'
import type { ExamplePages } from '../browser/pages.ts'
import { db, kernel, now } from '../world.ts'

/** One in progress, one reported with a file, one that is done; all owned by the example's colleague, for the example's partner. */
export async function seedFollowUps(): Promise<void> {
  const office_id = officeId('35.10')
  const owner_id = example.colleague
  await db
    .insertInto('role_grant')
    .values({ id: newId(), person_id: owner_id, role: 'office_operator', office_id, from_on: '2020-01-01', granted_at: now.at })
    .execute()
  const rows = [
    { id: example.followUp, number: 'TL-2020-0001', state: 'open' as const, due_on: '2025-11-01' },
    { id: example.reportedFollowUp, number: 'TL-2020-0002', state: 'reported' as const, due_on: '2026-02-01' },
    { id: example.doneFollowUp, number: 'TL-2020-0003', state: 'verified' as const, due_on: '2025-10-01' },
  ]
  const said = { detail: 'Rahasia rincian', office_id, partner_id: example.partner, owner_id, created_at: now.at }
  await db
    .insertInto('follow_up')
    .values(rows.map(row => ({ ...row, ...said, action: 'Rahasia menyusun jadwal koordinasi' })))
    .execute()
  for (const { id, due_on } of rows) await event(id, 'assigned', { owner_id, due_on })
  const report = await event(example.reportedFollowUp, 'reported', { note: 'Rahasia sudah disusun' })
  await event(example.doneFollowUp, 'reported', { note: 'Rahasia sudah disusun' })
  await event(example.doneFollowUp, 'verified', { adequate: true, by: null })

  const bytes = new TextEncoder().encode('Rahasia,bukti\n')
  const key = `${example.evidence.slice(0, 2)}/${example.evidence}`
  await kernel.files.disk.put(key, bytes)
  await db
    .insertInto('stored_file')
    .values({
      id: example.evidence,
      name: 'rahasia.csv',
      type: 'text/csv',
      size: bytes.byteLength,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      key,
      created_at: now.at,
    })
    .execute()
  await db.insertInto('follow_up_evidence').values({ event_id: report, file_id: example.evidence }).execute()
  const told = { due_on: '2025-11-01', level: 2, office_id: officeId('35'), person_ids: [example.person], passed_office_ids: [office_id] }
  await db
    .insertInto('follow_up_escalation')
    .values({ id: newId(), follow_up_id: example.followUp, ...told, at: now.at })
    .execute()
}

async function event(follow_up_id: string, kind: 'assigned' | 'reported' | 'verified', more: object): Promise<string> {
  const id = newId()
  await db
    .insertInto('follow_up_event')
    .values({ id, follow_up_id, kind, by: example.colleague, at: now.at, ...more })
    .execute()
  return id
}

/** Its pages, and at which addresses they are opened. */
export const pages: ExamplePages = {
  '/tindak-lanjut': [{}, '/tindak-lanjut?terlambat=ya', '/tindak-lanjut?q=tidak-ada-yang-begini'],
  '/tindak-lanjut/baru': [{}],
  '/tindak-lanjut/perkembangan': [{}],
  '/tindak-lanjut/:id': [{ id: example.followUp }, { id: example.reportedFollowUp }, { id: example.doneFollowUp }],
  '/tindak-lanjut/:id/laporan': [{ id: example.followUp }],
  '/tindak-lanjut/:id/pemeriksaan': [{ id: example.reportedFollowUp }],
  '/tindak-lanjut/:id/penanggung-jawab': [{ id: example.followUp }],
  '/tindak-lanjut/:id/tenggat': [{ id: example.followUp }],
  '/tindak-lanjut/:id/pembatalan': [{ id: example.followUp }],
  '/tindak-lanjut/:id/pembukaan': [{ id: example.doneFollowUp }],
}

/** Those that show nothing of what people wrote. */
export const silentPages = ['/tindak-lanjut/baru']
