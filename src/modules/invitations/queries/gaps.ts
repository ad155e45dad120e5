import { sql } from 'kysely'
import { inForce } from '../../../platform/authority/in-force.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import type { MeetingRow } from '../../meetings/queries/visible.ts'
import type { Gaps } from '../schema/gaps.ts'
import { busyElsewhere } from './proxies.ts'
import { dayOfMeeting } from './resolving.ts'

/** Positions that one person holds at an office; of a division or section each. */
const single = ['ketua', 'sekretaris', 'sekretaris_jenderal', 'ketua_divisi', 'kepala_subbagian']

/**
 * At which offices of the rules nobody holds a position that they name on the day of the meeting, and at which two hold one that one
 * person holds; how many people several rules name, and who must be elsewhere meanwhile. Five statements, however many offices.
 */
export async function gapsOf({ db }: Pick<Context, 'db'>, meeting: MeetingRow): Promise<Gaps> {
  const day = dayOfMeeting(meeting)
  const { rows } = await sql<Gaps['positions'][number]>`
    with asked as (
      select distinct w.word, o.id as office_id, o.name as office, o.code, r.units
      from meeting_invitation_rule r
      join office_card o on o.kind = any (r.levels) and o.path <@ ${meeting.path}::text::ltree
        and (r.places = '{}' or exists (select from office_card place where place.id = any (r.places) and o.path <@ place.path))
        and o.opened_on <= ${day}::date and coalesce(o.closed_on, 'infinity') > ${day}::date
      cross join unnest(r.positions) as w (word)
      where r.meeting_id = ${meeting.id}::uuid and r.removed_at is null and r.kind = 'positions'
        and exists (select from position_card po where (po.kind = w.word or lower(po.name) = lower(w.word)) and po.level in (o.kind, 'any'))),
    counted as (
      select q.word, q.office, q.code, count(a.id) as holders,
        coalesce(max(n.same), 0) as same
      from asked q
      left join lateral (
        select a.id, po.kind, a.unit from appointment_card a join position_card po on po.id = a.position_id
        where a.office_id = q.office_id and ${inForce('a', day)} and (q.units = '{}' or a.unit = any (q.units))
          and (po.kind = q.word or lower(po.name) = lower(q.word))) a on true
      left join lateral (
        select count(*) as same from appointment_card b join position_card po on po.id = b.position_id
        where b.office_id = q.office_id and ${inForce('b', day)} and b.unit is not distinct from a.unit and po.kind = a.kind and po.kind = any (${single}::text[])
      ) n on true
      group by q.word, q.office, q.code)
    select c.word as position,
      (count(*) filter (where c.holders = 0))::integer as vacant,
      coalesce((array_agg(c.office order by c.code) filter (where c.holders = 0))[1:20], '{}') as "vacantAt",
      (count(*) filter (where c.same > 1))::integer as doubled,
      coalesce((array_agg(c.office order by c.code) filter (where c.same > 1))[1:20], '{}') as "doubledAt"
    from counted c group by c.word having bool_or(c.holders = 0 or c.same > 1) order by c.word`.execute(db)
  const { rows: twice } = await sql<{ count: number }>`
    select count(*)::integer as count from (
      select l.invitee_id from meeting_invitee_rule l join meeting_invitee i on i.id = l.invitee_id
      where i.meeting_id = ${meeting.id}::uuid group by l.invitee_id having count(*) > 1) several`.execute(db)
  return { positions: rows, twice: twice[0]!.count, ...(await busyAmong({ db }, meeting)) }
}

async function busyAmong({ db }: Pick<Context, 'db'>, { id, startsAt, endsAt }: MeetingRow): Promise<Pick<Gaps, 'busy' | 'busyNames'>> {
  const people = await db
    .selectFrom('meeting_invitee')
    .select(['person_id as person', 'name'])
    .where('meeting_id', '=', id)
    .where('sent_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('gone_at', 'is', null)
    .where('person_id', 'is not', null)
    .orderBy('rank')
    .orderBy('name')
    .execute()
  const overAt = endsAt ?? new Date(startsAt.getTime() + 86_400_000)
  const meanwhile = { meetingId: id, startsAt, overAt }
  const busy = await busyElsewhere(
    { db },
    meanwhile,
    people.flatMap(({ person }) => person ?? []),
  )
  const names = people.filter(({ person }) => person !== null && busy.has(person)).map(({ name }) => name)
  return { busy: names.length, busyNames: names.slice(0, 20) }
}
