import { sql } from 'kysely'
import { linkToken } from '../../src/modules/invitations/rules/links.ts'
import { officeId } from '../../src/modules/organisation/schema.ts'
import { newId } from '../../src/platform/operation/operation.ts'
import { example } from '../../src/platform/values/example-ids.ts'
import type { ExamplePages } from '../browser/pages.ts'
import { db, kernel, now } from '../world.ts'

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
  await seedReports()
}

/** A participant report that is looked at, with somebody whom nobody can tell, and one that is recorded. */
async function seedReports(): Promise<void> {
  const report = { meeting_id: example.meeting, zone: 'Asia/Jakarta', row_count: 3, waiting_count: 1, created_at: now.at }
  const problems = JSON.stringify([{ row: 4, name: 'Rahasia baris', problem: 'time_invalid' }])
  const named = { call: 'Rahasia 1', topic: 'Rahasia topik', file_name: 'Rahasia.csv', problems: sql`${problems}::jsonb` }
  await db
    .insertInto('attendance_report')
    .values([
      { ...report, ...named, id: example.participantReport, number: 1, starts_at: now.at, ends_at: now.at },
      { ...report, ...named, id: example.recordedReport, number: 2, state: 'recorded', recorded_at: now.at },
    ])
    .execute()
  const at = now.at.getTime()
  const guest = { minutes: 60, devices: 1, candidates: ['35.07', '35.73'], first_in: now.at, last_out: now.at }
  const connections = sql`${JSON.stringify([[2, at, at + 3_600_000]])}::jsonb`
  const open = { ...guest, connections, name: 'Rahasia tampil', email: 'rahasia@surel.example', status: 'ambiguous', how: 'read' } as const
  await db
    .insertInto('attendance_report_guest')
    .values([
      { ...open, id: example.participant, report_id: example.participantReport, place: 1 },
      { ...open, id: newId(), report_id: example.participantReport, place: 2, status: 'waiting' },
      { ...open, id: newId(), report_id: example.recordedReport, place: 1, status: 'matched', invitee_id: example.invitee },
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
  '/rapat/:id/peserta-daring': [{ id: example.meeting }, { id: example.runningMeeting }],
  '/rapat/:id/peserta-daring/:report': [
    { id: example.meeting, report: example.participantReport },
    { id: example.meeting, report: example.recordedReport },
    `/rapat/${example.meeting}/peserta-daring/${example.participantReport}?status=matched&q=tidak-ada-yang-begini`,
  ],
  '/rapat/:id/peserta-daring/:report/:guest': [{ id: example.meeting, report: example.participantReport, guest: example.participant }],
  '/jawab/:token/hadir': [{ token: linkToken(kernel.secret, { invitee: example.ownInvitee, version: 1 }) }],
  '/kehadiran': [`/kehadiran?satker=35.10`, `/kehadiran?orang=${example.person}`],
  '/rapat/:id/hadir': [{ id: example.meeting }],
  '/rapat/:id/meja': [{ id: example.runningMeeting }, { id: example.meeting }],
}
