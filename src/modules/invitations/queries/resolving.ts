import { type RawBuilder, sql } from 'kysely'
import { inForce } from '../../../platform/authority/in-force.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import type { MeetingRow } from '../../meetings/queries/visible.ts'
import { localAt } from '../../meetings/rules/local-time.ts'

/** The day that decides who holds what: the first of the meeting, by the clock of its office. */
export const dayOfMeeting = ({ startsAt, zone }: Pick<MeetingRow, 'startsAt' | 'zone'>): string => localAt(startsAt, zone).slice(0, 10)

/**
 * Whom the rules of a meeting name on its day, a row for each rule and person: officials of offices at or below the hosting one by their
 * appointments of that day, contacts of partners that these offices know, persons, guests. Somebody who had left by then is not named.
 */
export function namedByRules(meeting: Pick<MeetingRow, 'id' | 'path' | 'startsAt' | 'zone'>): RawBuilder<unknown> {
  const day = dayOfMeeting(meeting)
  const rules = sql`(select * from meeting_invitation_rule q where q.meeting_id = ${meeting.id}::uuid and q.removed_at is null)`
  const hosting = sql`${meeting.path}::text::ltree`
  const stays = (left: string) => sql`(${sql.ref(left)} is null or (${sql.ref(left)} at time zone 'Asia/Jakarta')::date > ${day}::date)`
  return sql`(
    select r.id as rule_id, r.seq, 'p:' || p.id as key, p.id as person_id, null::uuid as contact_id, null::uuid as partner_id, o.id as office_id,
      p.name, p.email, null::text as institution, po.name as position, a.unit, a.acting, po.rank, r.involvement, r.mode
    from ${rules} r
    join office_card o on o.kind = any (r.levels) and o.path <@ ${hosting}
      and (r.places = '{}' or exists (select from office_card place where place.id = any (r.places) and o.path <@ place.path))
      and o.opened_on <= ${day}::date and coalesce(o.closed_on, 'infinity') > ${day}::date
    join appointment_card a on a.office_id = o.id and ${inForce('a', day)} and (r.units = '{}' or a.unit = any (r.units))
    join position_card po on po.id = a.position_id and ${meant('r')}
    join person_card p on p.id = a.person_id and ${stays('p.left_at')}
    where r.kind = 'positions'
    union all
    select r.id, r.seq, coalesce('p:' || p.id, 'c:' || c.id), p.id, c.id, k.id, null,
      coalesce(p.name, c.name), coalesce(p.email, c.email), k.name, c.position, null, null, 999, r.involvement, r.mode
    from ${rules} r
    join partner_card k on k.class = any (r.classes) or k.id = any (r.partners)
    join partner_contact_card c on c.partner_id = k.id and ${inForce('c', day)}
    join office_card o on o.id = c.office_id and o.path <@ ${hosting}
    left join person_card p on p.id = c.person_id
    where r.kind = 'contacts' and ${stays('p.left_at')}
    union all
    select r.id, r.seq, 'p:' || p.id, p.id, null, null, held.office_id, p.name, p.email, null, held.position, held.unit, held.acting,
      coalesce(held.rank, 999), r.involvement, r.mode
    from ${rules} r join person_card p on p.id = r.person_id and ${stays('p.left_at')}
    left join lateral (
      select a.office_id, po.name as position, a.unit, a.acting, po.rank from appointment_card a join position_card po on po.id = a.position_id
      where a.person_id = p.id and ${inForce('a', day)} order by po.rank, a.from_on desc, a.id limit 1) held on true
    where r.kind = 'person'
    union all
    select r.id, r.seq, 'g:' || r.id, null, null, null, null, r.guest, r.email, r.institution, null, null, null, 999, r.involvement, r.mode
    from ${rules} r where r.kind = 'guest')`
}

/** A position `po` that a rule names, by what it is called or by what it is. */
export const meant = (rule: string) =>
  sql<boolean>`(po.kind = any (${sql.ref(`${rule}.positions`)}) or lower(po.name) in (select lower(w) from unnest(${sql.ref(`${rule}.positions`)}) w))`

/** One row for each who is named, with what binds most and the highest position, whichever of the rules say it. */
export const namedOnce = (meeting: Parameters<typeof namedByRules>[0]): RawBuilder<unknown> => sql`(
  select distinct on (n.key) n.* from ${namedByRules(meeting)} n
  order by n.key, array_position(array['must', 'expected', 'optional'], n.involvement), n.rank, n.seq)`

/** Whom nobody has written to and who has not answered follows the rules; whom somebody left out stays out. */
const follows = sql<boolean>`(i.sent_at is null and i.withdrawn_at is null and i.answer = 'waiting')`

/**
 * Brings the invitees of a meeting up to its rules, in a fixed number of statements for however many. What was sent stays as it was sent:
 * of it only that no rule names it any more is noted, or that one does again.
 */
export async function resolveInvitees({ db, clock }: Context, meeting: MeetingRow): Promise<void> {
  const now = clock.now()
  await sql`
    insert into meeting_invitee as i (id, meeting_id, key, person_id, contact_id, partner_id, office_id, name, email, institution, position, unit, acting, rank, involvement, mode, created_at)
    select gen_random_uuid(), ${meeting.id}::uuid, n.key, n.person_id, n.contact_id, n.partner_id, n.office_id, n.name, n.email, n.institution, n.position, n.unit, n.acting, n.rank, n.involvement, n.mode, ${now}
    from ${namedOnce(meeting)} n
    on conflict (meeting_id, key) do update set person_id = excluded.person_id, contact_id = excluded.contact_id, partner_id = excluded.partner_id,
      office_id = excluded.office_id, name = excluded.name, email = excluded.email, institution = excluded.institution, position = excluded.position,
      unit = excluded.unit, acting = excluded.acting, rank = excluded.rank, involvement = excluded.involvement, mode = excluded.mode
    where ${follows}`.execute(db)
  await sql`delete from meeting_invitee_rule l using meeting_invitee i where i.id = l.invitee_id and i.meeting_id = ${meeting.id}::uuid`.execute(
    db,
  )
  await sql`
    insert into meeting_invitee_rule (invitee_id, rule_id)
    select distinct i.id, n.rule_id from ${namedByRules(meeting)} n join meeting_invitee i on i.meeting_id = ${meeting.id}::uuid and i.key = n.key`.execute(
    db,
  )
  const named = sql<boolean>`exists (select from meeting_invitee_rule l where l.invitee_id = i.id)`
  await sql`delete from meeting_invitee i where i.meeting_id = ${meeting.id}::uuid and ${follows} and not ${named}`.execute(db)
  await sql`
    update meeting_invitee i set gone_at = case when ${named} then null else ${now}::timestamptz end
    where i.meeting_id = ${meeting.id}::uuid and not ${follows} and ${named} <> (i.gone_at is null)`.execute(db)
}
