import { record } from '../../../platform/audit/record.ts'
import { operation } from '../../../platform/operation/operation.ts'
import { notFound, Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { placeOf } from '../../meetings/queries/visible.ts'
import { editionsOf, findPerson } from '../queries/people.ts'
import { BadgeOf, Reissue } from '../schema/attendance.ts'
import { refusals } from '../words/refusals.ts'
import { badgeOf } from './badges.ts'
import { findMeetingToRecord } from './record.ts'

export const reissueBadge = operation({
  name: 'attendance.reissue',
  summary:
    'Issue the badge of an invitee anew, with the reason: the one before is refused from now on, at a desk without a connection as soon as it has the new list',
  power: 'meeting.write',
  secret: true,
  input: Reissue,
  output: BadgeOf,
  example: { meeting: example.meeting, invitee: example.ownInvitee, reason: 'Kartu hilang' },
  async run(context, { meeting: meetingId, invitee, reason }) {
    const meeting = await findMeetingToRecord(context, meetingId)
    const person = await findPerson(context, meeting.id, invitee)
    if (!person) throw notFound()
    const before = (await editionsOf(context, meeting.id)).get(invitee) ?? 1
    if (before >= last) throw new Refusal('conflict', refusals.noMoreBadges)
    const issued = { edition: before + 1, reason, issued_by: context.actor.personId, issued_at: context.clock.now() }
    await context.db
      .insertInto('attendance_badge')
      .values({ invitee_id: invitee, meeting_id: meeting.id, ...issued })
      .onConflict(conflict => conflict.column('invitee_id').doUpdateSet(issued))
      .execute()
    record(context, placeOf(meeting), { badge: null }, { badge: before + 1, who: person.name, reason })
    return badgeOf(context, meeting, person, before + 1)
  },
})

/** The edition is one byte of a badge. */
const last = 255
