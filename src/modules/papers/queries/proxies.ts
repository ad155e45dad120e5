import type { Context } from '../../../platform/operation/operation.ts'

/** Who goes to the whole meeting in the place of an invitee, by invitation. */
export async function actingFor({ db }: Pick<Context, 'db'>, meetingId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('meeting_proxy_card')
    .select(['invitee_id as invitee', 'name'])
    .where('meeting_id', '=', meetingId)
    .where('session_id', 'is', null)
    .where('ended_at', 'is', null)
    .execute()
  return new Map(rows.map(({ invitee, name }) => [invitee, name]))
}
