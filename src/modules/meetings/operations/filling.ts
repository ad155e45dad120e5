import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { authorize, reach } from '../../../platform/authority/reach.ts'
import { newId, operation } from '../../../platform/operation/operation.ts'
import { checkRevision } from '../../../platform/refusals/refusal.ts'
import { firstOf } from '../../../platform/values/cut.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { flag, id, optional, seenRev, Upload } from '../../../platform/values/shapes.ts'
import { Zone } from '../../organisation/schema.ts'
import { draftOf } from '../queries/programmes.ts'
import { findMeeting, findMeetingForChange, placeOf } from '../queries/visible.ts'
import { dayOf, localAt } from '../rules/local-time.ts'
import { readRundown } from '../rules/rundown/read-rundown.ts'
import { rowsOf } from '../rules/schedule/rows.ts'
import { Filled } from '../schema/filling.ts'
import type { FileSession, Session as Row } from '../schema/rundown.ts'
import { checkOpen, checkSize, touch, viewOf } from './programmes.ts'
import { exampleRundown, programmeFile } from './reading.ts'
import { thisMeeting } from './write.ts'

export const fillProgramme = operation({
  name: 'programmes.fill',
  summary:
    'Take the sessions of a spreadsheet (rundown), or of a schedule in JSON or XML, into the draft of a programme; those that it has already, by title and start, are left as they are. With `preview` only say what that would do',
  power: 'meeting.write',
  input: z.object({
    meeting: id,
    rev: seenRev,
    file: Upload,
    preview: flag.default(false),
    zone: optional(Zone).describe('Of its times, unless the file names WIB, WITA or WIT; that of the hosting office unless given'),
  }),
  output: Filled,
  example: { meeting: example.meeting, rev: 0, file: exampleRundown },
  async prepare(context, { file }) {
    reach(context, 'meeting.write')
    return programmeFile(file.bytes)
  },
  async run(context, { meeting: meetingId, rev, zone, preview }, file) {
    const meeting = await findMeetingForChange(context, meetingId)
    authorize(context, 'meeting.write', { path: meeting.path })
    checkRevision(rev, meeting, thisMeeting)
    checkOpen(meeting)
    const sessions = 'sheets' in file ? readRundown(file.sheets, zone ?? meeting.zone).sessions.map(rundownRow) : rowsOf(file.programme)
    const draft = await draftOf(context, meetingId)
    const known = new Set(draft.map(({ title, startsAt }) => keyOf(title, startsAt)))
    const added = sessions.filter(({ title, startsAt }) => !known.has(keyOf(title, startsAt && new Date(startsAt).toISOString())))
    checkSize('file', [...draft.map(({ parts }) => parts.length), ...added.map(({ people }) => people.length)])
    const filled = {
      added: added.length,
      known: sessions.length - added.length,
      problems: added.filter(({ problems }) => problems.length).map(({ title }) => title),
      notes: 'notes' in file ? file.notes : [],
      sessions: added.map(({ title, startsAt, endsAt, class: group, room, people }) => ({
        ...{ title, startsAt, endsAt, class: group, room },
        people: people.map(({ name }) => name),
      })),
    }
    if (preview) return { programme: await viewOf(context, meeting), ...filled }
    const rows = added.map(row => ({
      id: newId(),
      ...columnsOf(row, row.day ?? (row.startsAt && dayOf(localAt(row.startsAt, meeting.zone)))),
    }))
    await sql`insert into meeting_session (id, meeting_id, kind, title, description, class, owner, room, day, starts_at, ends_at)
      select r.id, ${meetingId}::uuid, r.kind, r.title, r.description, r.class, r.owner, r.room, r.day, r.starts_at, r.ends_at
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r (id uuid, kind text, title text, description text, class text, owner text, room text, day date, starts_at timestamptz, ends_at timestamptz)`.execute(
      context.db,
    )
    const parts = added.flatMap((row, at) =>
      row.people.map(({ name, role }, seq) => ({ id: newId(), session: rows[at]!.id, seq: seq + 1, role, guest: firstOf(name, 200) })),
    )
    await sql`insert into meeting_part (id, session_id, seq, role, guest, involvement)
      select r.id, r.session, r.seq, r.role, r.guest, 'must'
      from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as r (id uuid, session uuid, seq integer, role text, guest text)`.execute(
      context.db,
    )
    await touch(context, meeting)
    record(context, placeOf(meeting), null, { sessionsAdded: added.length })
    return { programme: await viewOf(context, await findMeeting(context, meetingId)), ...filled }
  },
})

const keyOf = (title: string, startsAt: string | null): string => `${startsAt ?? ''} ${title.toLowerCase()}`

/** Without a start it has no day either, and no end before it begins. What is longer than its field is whole in the description. */
const columnsOf = ({ kind, title, description, class: group, owner, room, startsAt, endsAt, people }: FileSession, day: string | null) => ({
  kind,
  title: firstOf(title, 300),
  description:
    firstOf(
      [description, tooLong(title, 300), ...[group, owner, room, ...people.map(({ name }) => name)].map(text => tooLong(text, 200))]
        .flatMap(text => text ?? [])
        .join('\n'),
      5000,
    ) || null,
  class: group && firstOf(group, 200),
  owner: owner && firstOf(owner, 200),
  room: room && firstOf(room, 200),
  day: startsAt ? day : null,
  starts_at: startsAt,
  ends_at: startsAt && endsAt && endsAt > startsAt ? endsAt : null,
})
const tooLong = (text: string | null, most: number): string | null => (text !== null && text.length > most ? text : null)

/** Who speaks of a row of a spreadsheet, and who moderates. */
const rundownRow = ({ speakers, moderator, ...row }: Row): FileSession => ({
  ...row,
  description: null,
  people: [
    ...speakers.map(name => ({ name, role: 'speaks' as const })),
    ...(moderator ? [{ name: moderator, role: 'moderates' as const }] : []),
  ],
})
