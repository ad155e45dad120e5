import { sql } from 'kysely'
import type { LiveTopic } from '../../platform/live/topic.ts'

/** How many notices the person has not read, counted to 100 as in the header. */
export const inboxTopic: LiveTopic = {
  kind: 'inbox',
  own: true,
  async look({ db }, personId) {
    const { rows } = await sql<{ unread: number }>`
      select count(*)::integer as unread from (select from notice where person_id = ${personId} and read_at is null limit 100) waiting`.execute(
      db,
    )
    return { unread: rows[0]!.unread }
  },
}
