import { officeId } from '../../src/modules/organisation/schema.ts'
import { newId } from '../../src/platform/operation/operation.ts'
import { example } from '../../src/platform/values/example-ids.ts'
import type { ExamplePages } from '../browser/pages.ts'
import { db, now } from '../world.ts'

/** Somebody who came to the session that goes on, noted at two desks. */
export async function seedAttendance(): Promise<void> {
  await db
    .insertInto('meeting_invitee')
    .values({
      id: example.runningInvitee,
      meeting_id: example.runningMeeting,
      key: `g:${example.runningInvitee}`,
      office_id: officeId('35.10'),
      name: 'Rahasia Peserta',
      position: 'Rahasia jabatan',
      involvement: 'must',
      mode: 'hybrid',
      sent_at: now.at,
      created_at: now.at,
    })
    .execute()
  const noted = { meeting_id: example.runningMeeting, session_id: example.releasedSession, invitee_id: example.runningInvitee }
  const came = { ...noted, kind: 'in' as const, at: now.at, mode: 'onsite' as const, recorded_at: now.at }
  await db
    .insertInto('attendance_event')
    .values([
      { ...came, id: example.attendanceEvent, source: 'Rahasia meja', method: 'qr' },
      { ...came, id: newId(), source: 'Rahasia meja lain', method: 'name', proxy: 'Rahasia pengganti' },
    ])
    .execute()
}

/** Its pages, and at which addresses they are opened. */
export const pages: ExamplePages = {
  '/rapat/:id/kehadiran': [
    { id: example.runningMeeting },
    { id: example.meeting },
    { id: example.cancelledMeeting },
    `/rapat/${example.runningMeeting}/kehadiran?status=present&wilayah=35.10&terlambat=ya`,
    `/rapat/${example.runningMeeting}/kehadiran?q=tidak-ada-yang-begini`,
  ],
  '/rapat/:id/kehadiran/:session/kode': [{ id: example.runningMeeting, session: example.releasedSession }],
  '/rapat/:id/kehadiran/:session/:invitee': [
    { id: example.runningMeeting, session: example.releasedSession, invitee: example.runningInvitee },
  ],
  '/rapat/:id/kehadiran/lembar': [{ id: example.runningMeeting }, { id: example.cancelledMeeting }],
  '/rapat/:id/kode-saya': [{ id: example.meeting }],
  '/rapat/:id/hadir': [{ id: example.meeting }],
  '/rapat/:id/meja': [{ id: example.runningMeeting }, { id: example.meeting }],
}
