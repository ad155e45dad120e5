import { sql } from 'kysely'
import { canAnywhere } from '../../../platform/authority/reach.ts'
import { dayIn } from '../../../platform/i18n/format.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { holdsOn, proxyHoldsOn } from '../../invitations/queries/holding.ts'
import type { MeetingOfParticipants } from '../../meetings/queries/participants.ts'

/** As what somebody takes part: `sessions` null means in all of them but `without`. */
export type Seat = {
  inviteeId: string | null
  personId: string | null
  name: string
  position: string | null
  officeId: string | null
  institution: string | null
  partnerId: string | null
  behalfOf: string | null
  sessions: string[] | null
  without: string[]
}
type Db = Pick<Context, 'db'>
type Invited = { person: string } | { invitee: string }

/** Whoever is invited, was written to, still holds what they are invited as on the day, does not stay away and sends nobody else. */
async function invitedSeats({ db }: Db, { id, startsAt, zone }: MeetingOfParticipants, who: Invited): Promise<Seat[]> {
  const rows = await db
    .selectFrom('meeting_invitee_card as i')
    .where('i.meeting_id', '=', id)
    .where('person' in who ? sql<boolean>`i.person_id = ${who.person}::uuid` : sql<boolean>`i.id = ${who.invitee}::uuid`)
    .where('i.state', '=', 'sent')
    .where('i.gone_at', 'is', null)
    .where('i.answer', 'not in', ['declined', 'proxy'])
    .where(holdsOn(dayIn(startsAt, zone)))
    .select(['i.id as inviteeId', 'i.person_id as personId', 'i.name', 'i.position', 'i.office_id as officeId', 'i.institution'])
    .select('i.partner_id as partnerId')
    .select(
      sql<
        string[]
      >`array(select x.session_id from meeting_proxy_card x where x.invitee_id = i.id and x.session_id is not null and x.ended_at is null)`.as(
        'without',
      ),
    )
    .execute()
  return rows.map(row => ({ ...row, behalfOf: null, sessions: null }))
}

/** Whoever goes in the place of somebody who is invited, as long as they do. */
async function proxySeats({ db }: Db, { id, startsAt, zone }: MeetingOfParticipants, person: string): Promise<Seat[]> {
  const day = dayIn(startsAt, zone)
  const rows = await db
    .selectFrom('meeting_proxy_card as x')
    .innerJoin('meeting_invitee_card as i', 'i.id', 'x.invitee_id')
    .where('x.meeting_id', '=', id)
    .where('x.person_id', '=', person)
    .where('x.ended_at', 'is', null)
    .where('i.state', '=', 'sent')
    .where('i.gone_at', 'is', null)
    .where(proxyHoldsOn(day))
    .select(['x.invitee_id as inviteeId', 'x.person_id as personId', 'x.name', 'x.position', 'x.office_id as officeId'])
    .select(['x.institution', 'i.partner_id as partnerId', 'i.name as behalfOf', 'x.session_id as session'])
    .execute()
  return rows.map(({ session, ...row }) => ({ ...row, sessions: session ? [session] : null, without: [] }))
}

/** Whoever has a part in a session as it was released last, and still holds a role. */
async function partSeats(context: Pick<Context, 'db' | 'actor'>, { id }: MeetingOfParticipants, person: string): Promise<Seat[]> {
  if (!canAnywhere(context.actor, 'meeting.read')) return []
  const rows = await context.db
    .selectFrom('meeting_engagement_card')
    .select('session_id')
    .where('meeting_id', '=', id)
    .where('person_id', '=', person)
    .execute()
  if (!rows.length) return []
  const { actor } = context
  return [
    {
      inviteeId: null,
      personId: person,
      name: actor.name,
      position: null,
      officeId: actor.office?.id ?? null,
      institution: actor.partner ?? null,
      partnerId: null,
      behalfOf: null,
      sessions: rows.map(row => row.session_id),
      without: [],
    },
  ]
}

/** As what somebody signed in takes part in a meeting; nothing for whoever does not. */
export async function seatsOf(context: Pick<Context, 'db' | 'actor'>, meeting: MeetingOfParticipants, person: string): Promise<Seat[]> {
  return [
    ...(await invitedSeats(context, meeting, { person })),
    ...(await proxySeats(context, meeting, person)),
    ...(await partSeats(context, meeting, person)),
  ]
}

/** As what whoever has the personal link of an invitation takes part. */
export const seatsByLink = (context: Db, meeting: MeetingOfParticipants, invitee: string): Promise<Seat[]> =>
  invitedSeats(context, meeting, { invitee })

/** The one by which somebody takes part in a session. */
export const seatIn = (seats: readonly Seat[], session: string): Seat | undefined =>
  seats.find(({ sessions, without }) => (sessions === null || sessions.includes(session)) && !without.includes(session))
