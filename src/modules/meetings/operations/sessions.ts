import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { authorize } from '../../../platform/authority/reach.ts'
import type { Zone } from '../../../platform/i18n/format.ts'
import { type Context, newId, operation } from '../../../platform/operation/operation.ts'
import { checkRevision, notFound } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id, seenRev } from '../../../platform/values/shapes.ts'
import { personMeant } from '../queries/persons.ts'
import { draftOf, findSessionForChange, type LockedSession } from '../queries/programmes.ts'
import { findMeeting, findMeetingForChange, placeOf } from '../queries/visible.ts'
import { dayOf, instantAt, localAt } from '../rules/local-time.ts'
import { PartAddition, ProgrammeView, SessionAddition, SessionChange } from '../schema/programmes.ts'
import { refusals } from '../words/refusals.ts'
import { checkOpen, checkSize, touch, viewOf } from './programmes.ts'

const sample = { kind: 'plenary' as const, title: 'Rahasia arahan pimpinan', startsAt: '2099-03-02T09:00', endsAt: '2099-03-02T10:00' }

export const addSession = operation({
  name: 'sessions.create',
  summary: 'Add a session to the draft of a programme; nobody reads it before it is released',
  power: 'meeting.write',
  input: SessionAddition,
  output: ProgrammeView,
  example: { ...sample, meeting: example.meeting },
  async run(context, { meeting: meetingId, ...plan }) {
    const meeting = await findMeetingForChange(context, meetingId)
    authorize(context, 'meeting.write', { path: meeting.path })
    checkOpen(meeting)
    checkSize('title', [...(await draftOf(context, meetingId)).map(({ parts }) => parts.length), 0])
    const id = newId()
    await context.db
      .insertInto('meeting_session')
      .values({ id, meeting_id: meetingId, ...columnsOf(plan, meeting.zone) })
      .execute()
    await touch(context, meeting)
    record(context, placeOf(meeting), null, { session: plan.title, ...plan })
    return viewOf(context, await findMeeting(context, meetingId))
  },
})

export const changeSession = operation({
  name: 'sessions.change',
  summary: 'Change a session in the draft of a programme',
  power: 'meeting.write',
  input: SessionChange,
  output: ProgrammeView,
  example: { ...sample, id: example.meetingSession, rev: 0 },
  async run(context, { id, rev, ...plan }) {
    const { meeting, session } = await lock(context, id, rev)
    await context.db
      .updateTable('meeting_session')
      .set({ ...columnsOf(plan, meeting.zone), rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    await touch(context, meeting)
    record(context, placeOf(meeting), audited(session, meeting.zone), { session: plan.title, ...plan })
    return viewOf(context, await findMeeting(context, meeting.id))
  },
})

export const removeSession = operation({
  name: 'sessions.remove',
  summary: 'Take a session out of the draft of a programme; the next release cancels it',
  power: 'meeting.write',
  input: z.object({ id, rev: seenRev }),
  output: ProgrammeView,
  example: { id: example.meetingSession, rev: 0 },
  async run(context, { id, rev }) {
    const { meeting, session } = await lock(context, id, rev)
    await context.db
      .updateTable('meeting_session')
      .set({ removed_at: context.clock.now(), rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    await touch(context, meeting)
    record(context, placeOf(meeting), audited(session, meeting.zone), null)
    return viewOf(context, await findMeeting(context, meeting.id))
  },
})

export const addPart = operation({
  name: 'parts.create',
  summary: 'Give somebody a part in a session: a person in your reach or a guest by name, perhaps in the place of somebody else',
  power: 'meeting.write',
  input: PartAddition,
  output: ProgrammeView,
  example: { session: example.meetingSession, rev: 0, role: 'moderates', guest: 'Rahasia Narasumber', institution: 'Rahasia Kampus' },
  async run(context, { session: sessionId, rev, person: ref, guest, institution, role, involvement, behalfOf, readsMessage }) {
    const { meeting, session } = await lock(context, sessionId, rev)
    const person = ref ? await personMeant(context, ref) : null
    checkSize(
      'role',
      (await draftOf(context, meeting.id)).map(({ id, parts }) => parts.length + (id === sessionId ? 1 : 0)),
    )
    await context.db
      .insertInto('meeting_part')
      .values({
        id: newId(),
        session_id: sessionId,
        seq: sql`coalesce((select max(seq) from meeting_part where session_id = ${sessionId}::uuid), 0) + 1`,
        person_id: person?.id ?? null,
        guest,
        institution,
        role,
        involvement,
        behalf_of: behalfOf,
        reads_message: readsMessage,
      })
      .execute()
    await touchSession(context, session)
    await touch(context, meeting)
    record(context, placeOf(meeting), null, {
      session: session.title,
      role,
      who: person?.name ?? guest,
      institution,
      behalfOf,
      readsMessage,
    })
    return viewOf(context, await findMeeting(context, meeting.id))
  },
})

export const removePart = operation({
  name: 'parts.remove',
  summary: 'Take somebody’s part in a session away',
  power: 'meeting.write',
  input: z.object({ id, rev: seenRev.describe('Of the session') }),
  output: ProgrammeView,
  example: { id: example.meetingPart, rev: 0 },
  async run(context, { id, rev }) {
    const part = await context.db
      .selectFrom('meeting_part as q')
      .leftJoin('person_card as p', 'p.id', 'q.person_id')
      .select(['q.session_id', 'q.role', 'q.guest', 'p.name'])
      .where('q.id', '=', id)
      .executeTakeFirst()
    if (!part) throw notFound()
    const { meeting, session } = await lock(context, part.session_id, rev)
    await context.db.deleteFrom('meeting_part').where('id', '=', id).execute()
    await touchSession(context, session)
    await touch(context, meeting)
    record(context, placeOf(meeting), { session: session.title, role: part.role, who: part.guest ?? part.name }, { session: session.title })
    return viewOf(context, await findMeeting(context, meeting.id))
  },
})

/** The meeting and the session, locked, and nobody changed it since it was seen. */
async function lock(context: Context, id: string, seen: number) {
  const found = await findSessionForChange(context, id)
  authorize(context, 'meeting.write', { path: found.meeting.path })
  checkRevision(seen, found.session, refusals.session)
  if (found.session.removed_at) throw notFound()
  checkOpen(found.meeting)
  return found
}

const touchSession = (context: Context, { id, rev }: LockedSession) =>
  context.db
    .updateTable('meeting_session')
    .set({ rev: rev + 1 })
    .where('id', '=', id)
    .execute()

type Plan = Omit<z.output<typeof SessionAddition>, 'meeting'>
const columnsOf = ({ kind, title, description, class: group, owner, room, expected, startsAt, endsAt }: Plan, zone: Zone) => ({
  kind,
  title,
  description,
  class: group,
  owner,
  room,
  expected,
  day: startsAt && dayOf(startsAt),
  starts_at: startsAt && instantAt(startsAt, zone),
  ends_at: endsAt && instantAt(endsAt, zone),
})

const audited = (row: LockedSession, zone: Zone): Plan & { session: string } => ({
  session: row.title,
  kind: row.kind,
  title: row.title,
  description: row.description,
  class: row.class,
  owner: row.owner,
  room: row.room,
  expected: row.expected,
  startsAt: row.starts_at && localAt(row.starts_at, zone),
  endsAt: row.ends_at && localAt(row.ends_at, zone),
})
