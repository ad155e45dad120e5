import type { Zone } from '../../../platform/i18n/format.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { addDays } from '../../../platform/values/clock.ts'
import { firstDay, holdsOn } from '../../invitations/queries/holding.ts'
import { localAt } from '../../meetings/rules/local-time.ts'
import type { PastSeat } from '../schema/past.ts'
import { eventsOfMany, seatsIn } from './events.ts'
import { belongsIn, classesOfMany, visiblePeople } from './people.ts'
import { sessionsOfMany } from './sessions.ts'

/** So many days count. */
export const daysBack = 365
const mostMeetings = 500

/**
 * Each session that was held and to which somebody was invited, or somebody of an office, and what they were there; the last first. Of
 * meetings on whose day they did not hold any more what they were invited as nothing is asked of them.
 */
export async function pastSeats(context: Context, of: { person: string } | { office: string }): Promise<PastSeat[]> {
  const now = context.clock.now()
  const since = addDays(context.clock.today(), -daysBack)
  const rows = await visiblePeople(context)
    .where(eb => ('person' in of ? eb('i.person_id', '=', of.person) : eb('i.office_id', '=', of.office)))
    .where('i.sent_at', 'is not', null)
    .where('i.gone_at', 'is', null)
    .where(holdsOn(firstDay))
    .where('m.state', '<>', 'cancelled')
    .where('m.starts_at', '>=', new Date(`${since}T00:00:00Z`))
    .where('m.starts_at', '<=', now)
    .select(['i.id as invitee', 'i.name', 'i.position', 'm.id', 'm.title', 'm.place', 'm.state', 'h.zone'])
    .select(['m.starts_at as startsAt', 'm.ends_at as endsAt'])
    .orderBy('m.starts_at', 'desc')
    .orderBy('i.rank')
    .orderBy('i.id')
    .limit(mostMeetings)
    .execute()
  const meetings = new Map(
    rows.map(row => [row.id!, { ...row, id: row.id!, title: row.title!, startsAt: row.startsAt!, state: row.state! as never }]),
  )
  const ids = [...meetings.keys()]
  const sessions = await sessionsOfMany(context, [...meetings.values()])
  const events = await eventsOfMany(
    context,
    ids,
    rows.map(({ invitee }) => invitee!),
  )
  const classes = await classesOfMany(context, ids)
  return rows.flatMap(row =>
    (sessions.get(row.id!) ?? [])
      .filter(session => session.over && belongsIn(session, classes.get(row.id!) ?? new Map())({ id: row.invitee! }))
      .toReversed()
      .map((session): PastSeat => {
        const { status } = seatsIn(session, events.get(row.id!) ?? []).of(row.invitee!)
        const day = localAt(session.startsAt ?? row.startsAt!, row.zone as Zone).slice(0, 10)
        return {
          invitee: row.invitee!,
          name: row.name!,
          position: row.position,
          meeting: { id: row.id!, name: row.title! },
          session: { id: session.id, name: session.title },
          day,
          status,
        }
      }),
  )
}
