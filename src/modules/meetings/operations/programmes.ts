import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { authorize, covers, reachOf } from '../../../platform/authority/reach.ts'
import { notify } from '../../../platform/notices/notify.ts'
import { type Context, newId, operation } from '../../../platform/operation/operation.ts'
import { checkRevision, invalid, Refusal } from '../../../platform/refusals/refusal.ts'
import { tellFollowers } from '../../../platform/subject/subject.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { flag, id, seenRev } from '../../../platform/values/shapes.ts'
import { draftOf, lastRelease } from '../queries/programmes.ts'
import { engagedIn, findMeeting, findMeetingForChange, type MeetingRow, placeOf } from '../queries/visible.ts'
import { changesBetween, isMassRemoval, touchedBy } from '../rules/release.ts'
import { isOpen } from '../rules/transitions.ts'
import { involvements, ProgrammeView, type Session } from '../schema/programmes.ts'
import { refusals } from '../words/refusals.ts'
import { refreshClashes } from './refreshing-clashes.ts'
import { thisMeeting } from './write.ts'

export const showProgramme = operation({
  name: 'programmes.show',
  summary: 'The programme of a meeting: for those who write it the draft with what is not released yet, for others what was released last',
  power: 'meeting.read',
  reads: true,
  input: z.object({ meeting: id }),
  output: ProgrammeView,
  example: { meeting: example.meeting },
  run: async (context, { meeting }) => viewOf(context, await findMeeting(context, meeting)),
})

/** The draft for whoever writes the meetings of its office, else what was released. */
export async function viewOf(context: Context, meeting: MeetingRow): Promise<z.infer<typeof ProgrammeView>> {
  const { actor } = context
  const isDraft = covers(reachOf(actor, 'meeting.write'), { path: meeting.path })
  const release = await lastRelease(context, meeting.id)
  const released = release?.sessions ?? []
  const draft = isDraft ? await draftOf(context, meeting.id) : []
  const changes = isDraft ? changesBetween(released, draft) : []
  const changed = new Map(changes.map(change => [change.id, change.kind]))
  return {
    meeting: { id: meeting.id, name: meeting.title },
    zone: meeting.zone,
    isDraft,
    sessions: isDraft
      ? draft.map(session => ({ ...session, change: changed.get(session.id) ?? null }))
      : released.map(session => ({ ...session, rev: 0, change: null })),
    release: release && { number: release.number, at: release.at.toISOString(), by: release.by, changes: release.changes as never },
    changes,
    mayWrite: isDraft && actor.scope !== 'read' && isOpen(meeting.state),
    rev: meeting.rev,
  }
}

export const releaseProgramme = operation({
  name: 'programmes.release',
  summary:
    'Release the draft of a programme: from now on it is what everybody reads. Tells those whom something new, moved, changed or cancelled touches, once each',
  power: 'meeting.write',
  input: z.object({
    meeting: id,
    rev: seenRev,
    confirm: flag.default(false).describe('Also where a great part of what was released goes'),
  }),
  output: ProgrammeView,
  example: { meeting: example.meeting, rev: 0 },
  async run(context, { meeting: meetingId, rev, confirm }) {
    const meeting = await findMeetingForChange(context, meetingId)
    authorize(context, 'meeting.write', { path: meeting.path })
    checkRevision(rev, meeting, thisMeeting)
    checkOpen(meeting)
    const earlier = await lastRelease(context, meetingId)
    const sessions: Session[] = (await draftOf(context, meetingId)).map(({ rev, ...session }) => session)
    const before = earlier?.sessions ?? []
    const changes = changesBetween(before, sessions)
    if (!changes.length) throw new Refusal('conflict', refusals.nothingToRelease)
    const gone = changes.filter(({ kind }) => kind === 'cancelled').length
    if (!confirm && isMassRemoval(changes, before.length))
      throw invalid('confirm', refusals.massRemoval({ count: gone, of: before.length }))
    const release = newId()
    const number = (earlier?.number ?? 0) + 1
    await context.db
      .insertInto('meeting_release')
      .values({
        id: release,
        meeting_id: meetingId,
        number,
        sessions: sql`${JSON.stringify(sessions)}::jsonb`,
        changes: sql`${JSON.stringify(changes)}::jsonb`,
        by: context.actor.personId,
        at: context.clock.now(),
      })
      .execute()
    const engaged = await engagedIn(context, meetingId)
    await writeSlots(context, meetingId, sessions)
    await refreshClashes(context, meetingId, engaged)
    await tellFollowers(context, { kind: 'meeting', id: meetingId }, 'released')
    await touch(context, meeting)
    const counts = Object.fromEntries([...Map.groupBy(changes, ({ kind }) => kind)].map(([kind, some]) => [kind, some.length]))
    record(context, placeOf(meeting), { release: earlier?.number ?? null }, { release: number, ...counts })
    const touched = touchedBy(before, sessions, changes)
    await notify(
      context,
      [...touched].flatMap(([to, count]) =>
        to === context.actor.personId
          ? []
          : [
              {
                to,
                kind: 'meeting.programme',
                key: release,
                subject: { kind: 'meeting', id: meetingId },
                params: { title: meeting.title, count },
              },
            ],
      ),
    )
    return viewOf(context, await findMeeting(context, meetingId))
  },
})

/** When and where, and who is to be there: of somebody with several parts in a session, the one that binds most. */
async function writeSlots({ db }: Context, meetingId: string, sessions: readonly Session[]): Promise<void> {
  await db.deleteFrom('meeting_slot').where('meeting_id', '=', meetingId).execute()
  await sql`insert into meeting_slot (session_id, meeting_id, title, room, starts_at, ends_at)
    select r.id, ${meetingId}::uuid, r.title, r.room, r."startsAt", r."endsAt"
    from jsonb_to_recordset(${JSON.stringify(sessions)}::jsonb) as r (id uuid, title text, room text, "startsAt" timestamptz, "endsAt" timestamptz)`.execute(
    db,
  )
  const engaged = sessions.flatMap(({ id, parts }) =>
    [...Map.groupBy(parts, ({ personId }) => personId)].flatMap(([person, own]) =>
      person === null
        ? []
        : [
            {
              session: id,
              person,
              involvement: involvements.find(each => own.some(part => part.involvement === each))!,
              roles: [...new Set(own.map(({ role }) => role))],
            },
          ],
    ),
  )
  await sql`insert into meeting_engagement (session_id, person_id, meeting_id, involvement, roles)
    select r.session, r.person, ${meetingId}::uuid, r.involvement, array(select jsonb_array_elements_text(r.roles))
    from jsonb_to_recordset(${JSON.stringify(engaged)}::jsonb) as r (session uuid, person uuid, involvement text, roles jsonb)`.execute(db)
}

const most = { sessions: 1000, people: 5000 }
/** @param people how many have a part in each session */
export function checkSize(field: string, people: readonly number[]): void {
  if (people.length > most.sessions) throw invalid(field, refusals.tooManySessions({ most: most.sessions }))
  if (people.reduce((sum, each) => sum + each, 0) > most.people) throw invalid(field, refusals.tooManyPeople({ most: most.people }))
}

export function checkOpen(meeting: MeetingRow): void {
  if (!isOpen(meeting.state)) throw new Refusal('conflict', refusals.meetingOver)
}

/** A change of its programme is one of the meeting: whoever releases has seen all of them. */
export const touch = (context: Context, { id }: Pick<MeetingRow, 'id'>) =>
  context.db.updateTable('meeting').set({ rev: sql<number>`rev + 1` }).where('id', '=', id).execute()
