import type { Context } from '../../../platform/operation/operation.ts'
import { firstDay, proxyHoldsOn } from '../../invitations/queries/holding.ts'

/** Who was sent in somebody's place to a session of a meeting and has not been taken back; null where nobody was. */
export type Appointed = (session: string, invitee: string) => string | null

/** For one session alone goes before for the whole meeting. */
export async function appointedIn({ db }: Pick<Context, 'db'>, meetingId: string): Promise<Appointed> {
  const rows = await db
    .selectFrom('meeting_proxy_card')
    .select(['invitee_id as invitee', 'session_id as session', 'name'])
    .where('meeting_id', '=', meetingId)
    .where('ended_at', 'is', null)
    .execute()
  const names = new Map(rows.map(({ invitee, session, name }) => [`${session ?? ''} ${invitee}`, name]))
  return (session, invitee) => names.get(`${session} ${invitee}`) ?? names.get(` ${invitee}`) ?? null
}

/** Whose seat somebody takes at a meeting: their own, or that of the one who sent them there, perhaps only to one session. */
export type Seat = { invitee: string; proxy: string | null; session: string | null }

export async function seatsTaken({ db, actor }: Pick<Context, 'db' | 'actor'>, meetingId: string, own: string | null): Promise<Seat[]> {
  if (own) return [{ invitee: own, proxy: null, session: null }]
  if (!actor.personId) return []
  const rows = await db
    .selectFrom('meeting_proxy_card as x')
    .innerJoin('meeting_invitee_card as i', 'i.id', 'x.invitee_id')
    .innerJoin('meeting_card as m', 'm.id', 'x.meeting_id')
    .innerJoin('office_card as h', 'h.id', 'm.office_id')
    .select(['x.invitee_id as invitee', 'x.session_id as session', 'x.name as proxy'])
    .where('x.meeting_id', '=', meetingId)
    .where('x.person_id', '=', actor.personId)
    .where('x.ended_at', 'is', null)
    .where('i.state', '=', 'sent')
    .where('i.gone_at', 'is', null)
    .where(proxyHoldsOn(firstDay))
    .orderBy('x.created_at')
    .orderBy('x.id')
    .execute()
  return rows.flatMap(({ invitee, session, proxy }) => (invitee ? [{ invitee, session, proxy }] : []))
}
