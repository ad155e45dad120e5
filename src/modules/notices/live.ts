import { sql } from 'kysely'
import type { LiveTopic } from '../../platform/live/topic.ts'
import { inboxLines } from '../../platform/notices/lines.ts'

/** How many lines the inbox of the person has, as in the header. */
export const inboxTopic: LiveTopic = {
  kind: 'inbox',
  own: true,
  async look({ db }, personId) {
    const { rows } = await sql<{ lines: number }>`select ${inboxLines(sql`${personId}::uuid`)} as lines`.execute(db)
    return { lines: rows[0]!.lines }
  },
}
