import { sql } from 'kysely'
import type { Context } from '../../../platform/operation/operation.ts'
import { refreshClashesFor } from '../../meetings/operations/refreshing-clashes.ts'
import { admitReaders, dismissReaders, type Reader } from '../../meetings/queries/readers.ts'
import type { InvitationRow } from '../queries/own.ts'

/**
 * Nobody goes in the place of an invitee any more.
 * @param how why; `only` are the proxies that end, all where it is left out
 */
export async function endProxiesOf(
  context: Context,
  row: InvitationRow,
  how: 'withdrawn' | 'replaced',
  only?: readonly string[],
): Promise<void> {
  const ended = await context.db
    .updateTable('meeting_proxy')
    .set({ ended_at: context.clock.now(), ended_how: how, ended_by: context.actor.personId })
    .where('invitee_id', '=', row.id)
    .where('ended_at', 'is', null)
    .$if(only !== undefined, query => query.where('id', 'in', [...only!]))
    .returning('person_id')
    .execute()
  await noteParticipants(
    context,
    row.meetingId,
    ended.map(each => each.person_id),
  )
}

/**
 * Says anew of these people whether they read a meeting as invited, or as sent in the place of somebody who is, and how much they are
 * wanted there: not at all who declined or sends somebody. Where that makes them wanted in two places, it is a clash from now on.
 */
export async function noteParticipants(context: Context, meetingId: string, some: readonly (string | null)[]): Promise<void> {
  const persons = [...new Set(some)].filter(person => person !== null)
  if (!persons.length) return
  const { rows } = await sql<Reader & { reads: boolean }>`
    select p.person, bool_or(coalesce(w.reads, false)) as reads,
      (array_agg(w.involvement order by array_position(array['must', 'expected', 'optional'], w.involvement)) filter (where w.involvement is not null))[1] as involvement
    from unnest(${persons}::uuid[]) as p (person) left join lateral (
      select true as reads, case when i.answer not in ('declined', 'proxy') then i.involvement end as involvement from meeting_invitee i
      where i.meeting_id = ${meetingId}::uuid and i.person_id = p.person and i.sent_at is not null and i.withdrawn_at is null
      union all
      select true, case when x.session_id is null then i.involvement end from meeting_proxy x join meeting_invitee i on i.id = x.invitee_id
      where x.meeting_id = ${meetingId}::uuid and x.person_id = p.person and x.ended_at is null) w on true
    group by p.person order by p.person`.execute(context.db)
  await admitReaders(
    context,
    meetingId,
    rows.filter(({ reads }) => reads).map(({ person, involvement }) => ({ person, involvement })),
  )
  await dismissReaders(
    context,
    meetingId,
    rows.filter(({ reads }) => !reads).map(({ person }) => person),
  )
  await refreshClashesFor(context, meetingId, persons)
}
