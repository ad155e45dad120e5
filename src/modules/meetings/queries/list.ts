import { sql } from 'kysely'
import { pageOf } from '../../../platform/database/keyset.ts'
import { hasInOrder } from '../../../platform/database/search.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { hasEachNear, hasEachWord, type Word } from '../../../platform/search/each-word.ts'
import type { Sought } from '../../../platform/search/sought.ts'
import { officesNamed } from '../../followups/queries/names.ts'
import type { Meeting, MeetingFilter } from '../schema/meetings.ts'
import { detailed, engaged, meetingFrom, visible } from './visible.ts'

export type Narrowed = MeetingFilter & { office?: string | undefined; near?: Sought | undefined }
type Turn = Narrowed & {
  sort: 'starts' | '-starts'
  after?: string | undefined
  before?: string | undefined
  most?: number | undefined
}

export async function pageOfMeetings(
  context: Context,
  { sort, after, before, most, ...filter }: Turn,
): Promise<{ meetings: Meeting[]; next: string | null; previous: string | null }> {
  const order = { name: 'starts', column: sql`m.starts_at`, type: 'timestamptz' as const, descending: sort === '-starts' }
  const query = detailed(context).where(filterCondition(context, filter))
  const { rows, next, previous } = await pageOf(query, order, sql`m.id`, { after, before, most })
  return { meetings: rows.map(meetingFrom), next, previous }
}

export async function countMeetings(context: Context, filter: Narrowed): Promise<number> {
  const { count } = await visible(context)
    .where(filterCondition(context, filter))
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** When it is over: the end, or of one without, the end of the day on which it begins. */
export const overAt = sql<Date>`coalesce(m.ends_at, ((m.starts_at at time zone o.zone)::date + 1)::timestamp at time zone o.zone)`

function filterCondition(context: Pick<Context, 'clock' | 'actor'>, { state, kind, mode, when, mine, office, q, near }: Narrowed) {
  const now = context.clock.now()
  const conditions = [
    ...(state ? [sql`m.state = ${state}`] : []),
    ...(kind ? [sql`m.kind_id = ${kind}::uuid`] : []),
    ...(mode ? [sql`m.mode = ${mode}`] : []),
    ...(when === 'ahead' ? [sql`${overAt} > ${now}`] : []),
    ...(when === 'past' ? [sql`${overAt} <= ${now}`] : []),
    ...(mine ? [engaged(context)] : []),
    ...(office ? [sql`o.path <@ (select above.path from office_card above where above.id = ${office}::uuid)`] : []),
    ...(q ? [near ? hasEachNear(near, having) : hasWords(q)] : []),
  ]
  return conditions.length ? sql<boolean>`(${sql.join(conditions, sql` and `)})` : sql<boolean>`true`
}

/** As they were written, or each of them somewhere: in what it is called, or in the name of its office. */
const hasWords = (q: string) =>
  sql`(m.id in (select w.id from meeting w where ${hasInOrder(sql`w.title`, q)} union all select w.id from meeting w where ${hasInOrder(sql`w.number`, q)})
    or ${hasEachWord(q, having)})`

const having = (word: Word) =>
  sql`m.id in (select w.id from meeting w where ${word.in(sql.ref('w.search'))}
    union all select w.id from meeting w where w.office_id in ${officesNamed(word)})`
