import { sql } from 'kysely'
import type { Zone } from '../../../platform/i18n/format.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { choicesOf, whyNotAnswerable } from '../rules/answering.ts'
import type { OwnInvitation } from '../schema/answers.ts'
import type { Invitee } from '../schema/invitations.ts'
import { firstDay, holdsOn } from './holding.ts'

/** Invitations with their meetings, whoever reads them: who asks has been asked who they are. */
const invitations = ({ db }: Pick<Context, 'db'>) =>
  db
    .selectFrom('meeting_invitee as i')
    .innerJoin('meeting_card as m', 'm.id', 'i.meeting_id')
    .innerJoin('office_card as h', 'h.id', 'm.office_id')
    .leftJoin('office_card as o', 'o.id', 'i.office_id')
    .leftJoin('partner_card as k', 'k.id', 'i.partner_id')
    .leftJoin('stored_file_card as f', 'f.id', 'i.reason_file')
    .select(['i.id', 'i.meeting_id as meetingId', 'i.person_id as personId', 'i.name', 'i.position', 'i.unit', 'i.acting', 'i.involvement'])
    .select(['i.mode', 'i.letter', 'i.answer', 'i.answered_at as answeredAt', 'i.reason', 'i.reason_file as fileId', 'f.name as fileName'])
    .select(['i.sent_at as sentAt', 'i.withdrawn_at as withdrawnAt', 'i.rev', 'i.link_version as version', 'i.link_hash as hash'])
    .select(['i.link_revoked_at as revokedAt', 'i.office_id as officeId'])
    .select(sql<boolean>`(i.gone_at is not null or not ${holdsOn(firstDay)})`.as('lapsed'))
    .select(['m.title', 'm.theme', 'm.mode as meetingMode', 'm.place', 'm.link', 'm.state as meetingState', 'm.starts_at as startsAt'])
    .select(['m.ends_at as endsAt', 'h.name as hostName', sql<Zone>`h.zone`.as('zone'), sql<string>`h.path::text`.as('path')])
    .select([
      sql<string | null>`coalesce(o.name, k.name, i.institution)`.as('officeName'),
      sql<Date>`coalesce(m.ends_at, ((m.starts_at at time zone h.zone)::date + 1)::timestamp at time zone h.zone)`.as('overAt'),
      sql<OwnInvitation['history']>`coalesce((select jsonb_agg(jsonb_build_object('answer', w.answer, 'reason', w.reason, 'how', w.how,
        'at', to_char(w.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) order by w.at, w.id) from meeting_invitee_answer w where w.invitee_id = i.id), '[]')`.as(
        'history',
      ),
      sql<OwnInvitation['proxy']>`(select jsonb_build_object('id', x.id, 'name', x.name) from meeting_proxy x
        where x.invitee_id = i.id and x.session_id is null and x.ended_at is null)`.as('proxy'),
    ])

export type InvitationRow = Awaited<ReturnType<ReturnType<typeof invitations>['executeTakeFirstOrThrow']>>

export const findInvitation = (context: Pick<Context, 'db'>, id: string): Promise<InvitationRow | undefined> =>
  invitations(context).where('i.id', '=', id).executeTakeFirst()

/** Locked first and read after; what names it by its id goes on meanwhile. */
export async function findInvitationForChange(context: Pick<Context, 'db'>, id: string): Promise<InvitationRow | undefined> {
  await context.db.selectFrom('meeting_invitee').select('id').where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  return findInvitation(context, id)
}

/** What this person was invited to: what is ahead first, the next before the later ones, then what is over. */
export const invitationsOf = (context: Pick<Context, 'db' | 'clock'>, personId: string): Promise<InvitationRow[]> =>
  invitations(context)
    .where('i.person_id', '=', personId)
    .where('i.sent_at', 'is not', null)
    .orderBy(sql`coalesce(m.ends_at, m.starts_at + interval '1 day') <= ${context.clock.now()}`)
    .orderBy(sql`abs(extract(epoch from m.starts_at - ${context.clock.now()}::timestamptz))`)
    .orderBy('i.id')
    .limit(100)
    .execute()

const stateOf = ({ sentAt, withdrawnAt }: InvitationRow): Invitee['state'] => (withdrawnAt ? 'withdrawn' : sentAt ? 'sent' : 'draft')

export function ownFrom(row: InvitationRow, now: Date): OwnInvitation {
  const problem = whyNotAnswerable({ state: stateOf(row), meetingState: row.meetingState, overAt: row.overAt, lapsed: row.lapsed }, now)
  return {
    id: row.id,
    meeting: {
      id: row.meetingId,
      title: row.title,
      theme: row.theme,
      office: row.hostName,
      mode: row.meetingMode as OwnInvitation['meeting']['mode'],
      place: row.place,
      link: row.link,
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt?.toISOString() ?? null,
      zone: row.zone,
    },
    name: row.name,
    position: row.position,
    unit: row.unit as OwnInvitation['unit'],
    acting: row.acting as OwnInvitation['acting'],
    office: row.officeName,
    involvement: row.involvement,
    letter: row.letter,
    answer: row.answer,
    answeredAt: row.answeredAt?.toISOString() ?? null,
    reason: row.reason,
    reasonFile: row.fileId ? { id: row.fileId, name: row.fileName ?? '' } : null,
    choices: problem ? [] : choicesOf({ mode: row.mode, meetingMode: row.meetingMode as Invitee['mode'] }),
    problem,
    proxy: row.proxy,
    history: row.history,
    rev: row.rev,
  }
}
