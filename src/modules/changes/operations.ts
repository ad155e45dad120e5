import { sql } from 'kysely'
import { z } from 'zod'
import { reach } from '../../platform/authority/reach.ts'
import { operation, self } from '../../platform/operation/operation.ts'
import { whole, wholeFrom } from '../../platform/values/shapes.ts'
import { LineNumber } from '../audit/schema.ts'
import { first, latestChanges, longest, markOf } from './queries/latest.ts'
import { Changes } from './schema.ts'

const day = 86_400_000
/** Changes on one page. */
const page = 50

export const listChanges = operation({
  name: 'changes.list',
  summary:
    'What others changed in your reach since you marked it as seen, and who, a thing a line, the latest first; at most of thirty days',
  power: 'change.read',
  reads: true,
  input: z.object({ most: wholeFrom(1, page).default(page).describe('Changes at most, the latest') }),
  output: Changes,
  example: {},
  async run(context, { most }) {
    const own = reach(context, 'change.read')
    const mark = await markOf(context)
    const now = context.clock.now().getTime()
    const bound = new Date(now - (mark.since ? longest : first) * day)
    const { changes, more, since } = await latestChanges(context, own, { mark, bound }, most, most === page)
    const begin = mark.since && mark.since > bound ? mark.since : bound
    return { since: since ?? begin, line: mark.latest, changes, more }
  },
})

export const markChanges = operation({
  name: 'changes.mark',
  summary: 'Mark what changed as seen, up to the line of the trail that the list named',
  power: 'change.read',
  input: z.object({ line: whole }),
  output: z.object({ line: LineNumber }),
  example: { line: 1 },
  async run(context, { line }) {
    reach(context, 'change.read') // held anywhere is enough: the mark is one's own
    const { rows } = await sql<{ line: number }>`
      insert into change_mark (person_id, line, marked_at)
      values (${self(context)}, least(${line}::bigint, (select coalesce(max(id), 0) from audit_event_card)), ${context.clock.now()})
      on conflict (person_id) do update set line = greatest(change_mark.line, excluded.line), marked_at = excluded.marked_at
      returning line`.execute(context.db)
    return rows[0]!
  },
})
