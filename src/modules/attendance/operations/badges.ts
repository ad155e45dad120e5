import { z } from 'zod'
import { authorize, reach } from '../../../platform/authority/reach.ts'
import { Cursor, Ends } from '../../../platform/database/keyset.ts'
import { type Context, operation } from '../../../platform/operation/operation.ts'
import { Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id } from '../../../platform/values/shapes.ts'
import { findMeeting, type MeetingRow } from '../../meetings/queries/visible.ts'
import { editionsOf, ownInvitation, type PersonRow, pageOfPeople, visiblePeople } from '../queries/people.ts'
import { BadgeOf } from '../schema/attendance.ts'
import { refusals } from '../words/refusals.ts'
import { signerOf } from './read.ts'

const Meeting = z.object({ id, name: z.string() })

export const showBadge = operation({
  name: 'attendance.badge',
  summary: 'Your own badge for a meeting that you are invited to: what a desk scans',
  power: 'meeting.read',
  alsoOwn: true,
  reads: true,
  secret: true,
  input: z.object({ meeting: id }),
  output: z.object({ meeting: Meeting, badge: BadgeOf }),
  example: { meeting: example.meeting },
  async run(context, { meeting: meetingId }) {
    reach(context, 'meeting.read')
    const meeting = await findMeeting(context, meetingId)
    const own = await ownInvitation(context, meeting.id)
    if (!own) throw new Refusal('forbidden', refusals.notInvited)
    const { rows } = await pageOfPeople(context, { meeting: meeting.id, among: [own], most: 1 })
    return {
      meeting: { id: meeting.id, name: meeting.title },
      badge: badgeOf(context, meeting, rows[0]!, (await editionsOf(context, meeting.id)).get(own)),
    }
  },
})

export const listBadges = operation({
  name: 'attendance.badges',
  summary: 'The badges of everybody who is invited to a meeting, by office, to be printed',
  power: 'meeting.write',
  reads: true,
  input: z.object({ meeting: id, after: Cursor.optional(), before: Cursor.optional() }),
  output: z.object({ meeting: Meeting, badges: z.array(BadgeOf), total: z.int(), ...Ends }),
  example: { meeting: example.meeting },
  async run(context, { meeting: meetingId, after, before }) {
    const meeting = await findMeeting(context, meetingId)
    authorize(context, 'meeting.write', { path: meeting.path })
    const { rows, next, previous } = await pageOfPeople(context, { meeting: meeting.id, after, before })
    const { total } = await visiblePeople(context)
      .where('i.meeting_id', '=', meeting.id)
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
    const editions = await editionsOf(context, meeting.id)
    const badges = rows.map(row => badgeOf(context, meeting, row, editions.get(row.id)))
    return { meeting: { id: meeting.id, name: meeting.title }, badges, total: Number(total), next, previous }
  },
})

const day = 86_400_000

/** Holds until a day after the meeting; of one whose end nobody knows, a week after it begins. */
export function badgeOf(context: Context, { id, startsAt, endsAt }: MeetingRow, person: PersonRow, edition = 1): z.infer<typeof BadgeOf> {
  const until = endsAt ? endsAt.getTime() + day : startsAt.getTime() + 7 * day
  return {
    id: person.id,
    name: person.name,
    of: person.officeName ?? person.institution ?? person.position ?? '',
    code: signerOf(context, id).sign({ invitee: person.id, until, edition }),
    until: new Date(until).toISOString(),
  }
}
