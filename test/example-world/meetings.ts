import { meetingKindId } from '../../src/modules/meetings/schema/meetings.ts'
import { officeId } from '../../src/modules/organisation/schema.ts'
import { dayIn } from '../../src/platform/i18n/format.ts'
import { newId } from '../../src/platform/operation/operation.ts'
import { example } from '../../src/platform/values/example-ids.ts'
import type { ExamplePages } from '../browser/pages.ts'
import { db, now } from '../world.ts'

/** One of each state that something can be done in. */
export async function seedMeetings(): Promise<void> {
  const day = 86_400_000
  const planned = {
    kind_id: meetingKindId('rakor'),
    title: 'Rahasia koordinasi pengamanan',
    theme: 'Rahasia tema',
    office_id: officeId('35.10'),
    mode: 'hybrid' as const,
    place: 'Rahasia aula',
    link: 'https://rapat.example/rahasia',
    legal_basis: 'Rahasia dasar hukum',
    starts_at: new Date(now.at.getTime() + 7 * day),
    ends_at: new Date(now.at.getTime() + 7 * day + 10_800_000),
    state: 'planned' as const,
    created_at: now.at,
  }
  const past = { starts_at: new Date(now.at.getTime() - day), ends_at: null }
  await db
    .insertInto('meeting')
    .values([
      { ...planned, id: example.meeting, number: 'RP-2020-0001' },
      { ...planned, ...past, id: example.runningMeeting, number: 'RP-2020-0002', state: 'running' },
      { ...planned, ...past, id: example.endedMeeting, number: 'RP-2020-0003', state: 'ended' },
      { ...planned, id: example.cancelledMeeting, number: 'RP-2020-0004', state: 'cancelled' },
    ])
    .execute()
  await db
    .insertInto('meeting_objective')
    .values({ id: example.meetingObjective, meeting_id: example.runningMeeting, seq: 0, text: 'Rahasia tujuan' })
    .execute()
  const { starts_at, ends_at } = planned
  await db
    .insertInto('meeting_session')
    .values({
      id: example.meetingSession,
      meeting_id: example.meeting,
      kind: 'plenary',
      title: 'Rahasia arahan',
      room: 'Rahasia ruang',
      day: dayIn(starts_at),
      starts_at,
      ends_at,
    })
    .execute()
  await db
    .insertInto('meeting_part')
    .values({
      id: example.meetingPart,
      session_id: example.meetingSession,
      seq: 1,
      role: 'opens',
      guest: 'Rahasia Inspektur',
      involvement: 'must',
      behalf_of: 'Rahasia Sekretaris Jenderal',
      reads_message: true,
    })
    .execute()
  await db
    .insertInto('meeting_part')
    .values({ id: newId(), session_id: example.meetingSession, seq: 2, role: 'speaks', person_id: example.colleague, involvement: 'must' })
    .execute()
  const elsewhere = { id: newId(), meeting_id: example.endedMeeting, title: 'Rahasia bentrok', starts_at, ends_at }
  await db
    .insertInto('meeting_session')
    .values({ ...elsewhere, kind: 'plenary', day: dayIn(starts_at) })
    .execute()
  const { id: session_id, ...slot } = elsewhere
  await db
    .insertInto('meeting_slot')
    .values({ session_id, ...slot })
    .execute()
  await db
    .insertInto('meeting_engagement')
    .values({ session_id, meeting_id: slot.meeting_id, person_id: example.colleague, involvement: 'must' })
    .execute()
  const released = { session_id: example.releasedSession, meeting_id: example.runningMeeting }
  const opened = { ...past, title: 'Rahasia pembukaan', room: 'Rahasia aula' }
  await db
    .insertInto('meeting_session')
    .values({ id: example.releasedSession, meeting_id: example.runningMeeting, kind: 'ceremony', day: dayIn(past.starts_at), ...opened })
    .execute()
  await db
    .insertInto('meeting_slot')
    .values({ ...released, ...opened })
    .execute()
  const session = {
    id: example.releasedSession,
    kind: 'ceremony',
    title: opened.title,
    description: null,
    class: null,
    owner: null,
    room: opened.room,
    day: dayIn(past.starts_at),
    startsAt: past.starts_at.toISOString(),
    endsAt: null,
    parts: [],
  }
  await db
    .insertInto('meeting_release')
    .values({
      id: example.meetingRelease,
      meeting_id: example.runningMeeting,
      number: 1,
      sessions: JSON.stringify([session]),
      changes: JSON.stringify([]),
      at: now.at,
    })
    .execute()
  await db
    .insertInto('meeting_series')
    .values({ id: example.meetingSeries, office_id: officeId('35.10'), name: 'Rahasia seri', created_at: now.at })
    .execute()
  await db
    .updateTable('meeting')
    .set({ series_id: example.meetingSeries })
    .where('id', 'in', [example.meeting, example.endedMeeting])
    .execute()
  await seedClashes(session_id)
  await db
    .insertInto('meeting_material')
    .values({
      ...{ id: example.meetingMaterial, session_id: example.meetingSession, title: 'Rahasia paparan', access: 'readers' },
      ...{ file_id: example.documentFile, created_at: now.at },
    })
    .execute()
  await db
    .insertInto('meeting_room')
    .values({ id: example.meetingRoom, meeting_id: example.meeting, name: 'Rahasia ruang', capacity: 10, place: 'Rahasia hotel' })
    .execute()
}

/** Two people wanted in two places; of one it was said why that may stay so. */
async function seedClashes(a_session: string): Promise<void> {
  const found = {
    kind: 'overlap' as const,
    severity: 'fatal' as const,
    minutes: 30,
    a_session,
    a_meeting: example.endedMeeting,
    b_session: example.releasedSession,
    b_meeting: example.runningMeeting,
    starts_at: new Date(now.at.getTime() + 7 * 86_400_000),
    seen: '',
    found_at: now.at,
  }
  await db
    .insertInto('meeting_clash')
    .values([
      { ...found, id: example.meetingClash, person_id: example.colleague },
      { ...found, id: example.ignoredClash, person_id: example.person, ignored_at: now.at },
    ])
    .execute()
  await db
    .insertInto('meeting_clash_event')
    .values({ id: newId(), clash_id: example.ignoredClash, kind: 'ignored', reason: 'Rahasia alasan', by: example.person, at: now.at })
    .execute()
}

/** Its pages, and at which addresses they are opened. */
export const pages: ExamplePages = {
  '/rapat': [{}, '/rapat?waktu=ahead', '/rapat?q=tidak-ada-yang-begini', `/rapat?jenis=${meetingKindId('rakor')}&status=planned`],
  '/bentrok': [{}, '/bentrok?status=ignored', '/bentrok?bobot=note'],
  '/bentrok/:id': [{ id: example.meetingClash }, { id: example.ignoredClash }],
  '/rapat/:id/ruang': [{ id: example.meeting }],
  '/rapat/:id/ruang/:room': [{ id: example.meeting, room: example.meetingRoom }],
  '/rapat/baru': [{}],
  '/rapat/:id': [{ id: example.meeting }, { id: example.runningMeeting }, { id: example.cancelledMeeting }],
  '/rapat/:id/ubah': [{ id: example.meeting }],
  '/rapat/:id/salinan': [{ id: example.meeting }],
  '/rapat/:id/seri': [{ id: example.meeting }],
  '/seri-rapat': [{}],
  '/seri-rapat/:id': [{ id: example.meetingSeries }],
  '/rapat/:id/capaian': [{ id: example.runningMeeting }],
  '/rapat/:id/acara': [{ id: example.meeting }, { id: example.runningMeeting }],
  '/rapat/:id/acara/berkas': [{ id: example.meeting }],
  '/rapat/:id/acara/baru': [{ id: example.meeting }],
  '/rapat/:id/acara/:session': [{ id: example.meeting, session: example.meetingSession }],
  '/rapat/:id/pembatalan': [{ id: example.meeting }],
  '/rapat/:id/pemulihan': [{ id: example.cancelledMeeting }],
}

/** Those that show nothing of what people wrote. */
export const silentPages = ['/rapat/baru']
