import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { newId } from '../../src/platform/operation/operation.ts'
import { example } from '../../src/platform/values/example-ids.ts'
import type { ExamplePages } from '../browser/pages.ts'
import { db, kernel, now } from '../world.ts'

/** The letters of the example's meeting, made. */
export async function seedPapers(): Promise<void> {
  const bytes = new TextEncoder().encode('%PDF-1.7 rahasia')
  const key = 'rahasia/surat'
  await kernel.files.disk.put(key, bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const file = { id: example.letterFile, name: '00 Rahasia surat.pdf', type: 'application/pdf', size: bytes.byteLength, sha256, key }
  await db
    .insertInto('stored_file')
    .values({ ...file, created_at: now.at })
    .execute()
  const { path } = await db
    .selectFrom('office')
    .innerJoin('meeting', 'meeting.office_id', 'office.id')
    .where('meeting.id', '=', example.meeting)
    .select(sql<string>`office.path::text`.as('path'))
    .executeTakeFirstOrThrow()
  const made = { kind: 'papers.letters', subject_kind: 'meeting', subject_id: example.meeting, path, asked_at: now.at, ended_at: now.at }
  await db
    .insertInto('run')
    .values({ ...made, id: example.letterRun, state: 'done', done: 1, total: 1, input: JSON.stringify({ bundle: example.letterBundle }) })
    .execute()
  await db
    .insertInto('letter_bundle')
    .values({ id: example.letterBundle, meeting_id: example.meeting, run_id: example.letterRun, created_at: now.at })
    .execute()
  await db
    .insertInto('letter_bundle_part')
    .values({ bundle_id: example.letterBundle, seq: 0, letters: 0, file_id: example.letterFile })
    .execute()
  await db.insertInto('meeting_certificate').values({ meeting_id: example.endedMeeting, percent: 1 }).execute()
  const { starts_at: at } = await db
    .selectFrom('meeting')
    .select('starts_at')
    .where('id', '=', example.endedMeeting)
    .executeTakeFirstOrThrow()
  const present = { id: newId(), meeting_id: example.endedMeeting, name: 'Rahasia peserta yang hadir' }
  await db
    .insertInto('meeting_invitee')
    .values({ ...present, key: `g:${present.id}`, involvement: 'must', mode: 'onsite', sent_at: now.at, created_at: now.at })
    .execute()
  const came = { id: newId(), meeting_id: example.endedMeeting, invitee_id: present.id, kind: 'in' as const, mode: 'onsite' as const }
  await db
    .insertInto('attendance_event')
    .values({ ...came, at, source: 'Rahasia meja', method: 'hand', recorded_at: now.at })
    .execute()
}

/** Its pages, and at which addresses they are opened. */
export const pages: ExamplePages = {
  '/rapat/:id/naskah': [{ id: example.minutesMeeting }, { id: example.meeting }],
  '/rapat/:id/sertifikat': [{ id: example.endedMeeting }, { id: example.meeting }],
  '/rapat/:id/naskah/:kind': [
    { id: example.minutesMeeting, kind: 'susunan-acara' },
    { id: example.meeting, kind: 'surat-undangan' },
    { id: example.endedMeeting, kind: 'laporan' },
    `/rapat/${example.minutesMeeting}/naskah/berita-acara`,
    `/rapat/${example.minutesMeeting}/naskah/notula?untuk=${example.distributedMinutes}`,
  ],
}
