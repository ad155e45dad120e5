import { sql } from 'kysely'
import { unreadLines } from '../../platform/authority/unread.ts'
import type { LiveTopic } from '../../platform/live/topic.ts'

/** How many lines the inbox of the person has, as in the header. */
export const inboxTopic: LiveTopic = {
  kind: 'inbox',
  own: true,
  async look({ db }, personId) {
    const { rows } = await sql<{ unread: number }>`select ${unreadLines(sql`${personId}::uuid`)} as unread`.execute(db)
    return { unread: rows[0]!.unread }
  },
}
