import { sql } from 'kysely'
import type { Context } from '../../../platform/operation/operation.ts'
import { dismissReader } from '../../meetings/queries/readers.ts'
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
  await dismissUninvited(
    context,
    row.meetingId,
    ended.map(each => each.person_id),
  )
}

/** Whoever is neither invited nor sent in somebody's place any more reads the meeting no longer as one who is. */
export async function dismissUninvited(context: Context, meetingId: string, persons: readonly (string | null)[]): Promise<void> {
  for (const person of new Set(persons)) {
    if (!person) continue
    const { rows } = await sql<{ stays: boolean }>`select
      exists (select from meeting_invitee i where i.meeting_id = ${meetingId}::uuid and i.person_id = ${person}::uuid and i.sent_at is not null and i.withdrawn_at is null)
      or exists (select from meeting_proxy x where x.meeting_id = ${meetingId}::uuid and x.person_id = ${person}::uuid and x.ended_at is null) as stays`.execute(
      context.db,
    )
    if (!rows[0]!.stays) await dismissReader(context, meetingId, person)
  }
}
