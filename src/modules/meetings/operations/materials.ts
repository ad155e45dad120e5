import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { authorize } from '../../../platform/authority/reach.ts'
import { keepFile } from '../../../platform/files/store.ts'
import { newId, operation } from '../../../platform/operation/operation.ts'
import { invalid, notFound } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id } from '../../../platform/values/shapes.ts'
import { materialsOf, visibleMaterials } from '../queries/materials.ts'
import { findSessionForChange } from '../queries/programmes.ts'
import { findMeeting, placeOf } from '../queries/visible.ts'
import { MaterialAddition, MaterialList } from '../schema/materials.ts'
import { refusals } from '../words/refusals.ts'

export const listMaterials = operation({
  name: 'materials.list',
  summary: 'The files of the sessions of a meeting that you may read now',
  power: 'meeting.read',
  reads: true,
  input: z.object({ meeting: id }),
  output: MaterialList,
  example: { meeting: example.meeting },
  async run(context, { meeting }) {
    await findMeeting(context, meeting)
    return { materials: await materialsOf(context, meeting) }
  },
})

export const addMaterial = operation({
  name: 'materials.create',
  summary: 'Add a file to a session, or the written message that somebody reads there; whatever the state of the meeting',
  power: 'meeting.write',
  input: MaterialAddition,
  output: MaterialList,
  example: {
    session: example.meetingSession,
    title: 'Rahasia paparan',
    access: 'engaged',
    part: example.meetingPart,
    file: { name: 'paparan.csv', bytes: new TextEncoder().encode('Rahasia;paparan\n') },
  },
  async run(context, { session: sessionId, title, access, part, file }) {
    const { meeting, session } = await findSessionForChange(context, sessionId)
    authorize(context, 'meeting.write', { path: meeting.path })
    if (session.removed_at) throw notFound()
    const before = await context.db
      .selectFrom('meeting_material')
      .select('id')
      .where('session_id', '=', sessionId)
      .where('removed_at', 'is', null)
      .execute()
    if (before.length >= most) throw invalid('file', refusals.tooManyMaterials({ most }))
    const reads = part
      ? await context.db
          .selectFrom('meeting_part')
          .select('id')
          .where('id', '=', part)
          .where('session_id', '=', sessionId)
          .where('reads_message', '=', true)
          .executeTakeFirst()
      : null
    if (part && !reads) throw invalid('part', refusals.readsNoMessage)
    const stored = await keepFile(context, file, { reach: [meeting.path] })
    await context.db
      .insertInto('meeting_material')
      .values({
        ...{ id: newId(), session_id: sessionId, part_id: part, title: title ?? stored.name, access, file_id: stored.id },
        ...{ created_by: context.actor.personId, created_at: context.clock.now() },
      })
      .execute()
    record(context, placeOf(meeting), null, { session: session.title, material: title ?? stored.name, access })
    return { materials: await materialsOf(context, meeting.id) }
  },
})

/** Files of one session. */
const most = 30

export const removeMaterial = operation({
  name: 'materials.remove',
  summary: 'Take a file of a session away; nobody reads it any more',
  power: 'meeting.write',
  input: z.object({ id }),
  output: MaterialList,
  example: { id: example.meetingMaterial },
  async run(context, { id }) {
    const material = await visibleMaterials(context)
      .where('t.id', '=', id)
      .select(['t.session_id as session', 't.title', 't.access'])
      .executeTakeFirst()
    if (!material) throw notFound()
    const { meeting, session } = await findSessionForChange(context, material.session)
    authorize(context, 'meeting.write', { path: meeting.path })
    const { numUpdatedRows } = await context.db
      .updateTable('meeting_material')
      .set({ removed_at: context.clock.now() })
      .where('id', '=', id)
      .where('removed_at', 'is', null)
      .executeTakeFirst()
    if (!numUpdatedRows) throw notFound()
    record(
      context,
      placeOf(meeting),
      { session: session.title, material: material.title, access: material.access },
      { session: session.title },
    )
    return { materials: await materialsOf(context, meeting.id) }
  },
})
