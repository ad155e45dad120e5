import { type RawBuilder, sql } from 'kysely'

/** So many unread notices of a kind stand each in a line of their own; more of them are one line. */
export const mostLines = 3

/**
 * How many lines the inbox has: what is unread, with many of a kind as one. Of 1,000 unread at most, which is read on every page: 48 times
 * the same is one thing to look at, and a number that only ever says "99+" says nothing.
 */
export const unreadLines = (person: RawBuilder<unknown>): RawBuilder<number> => sql<number>`
  (select coalesce(sum(case when k.unread > ${sql.lit(mostLines)} then 1 else k.unread end), 0)::integer from (select count(*) as unread from
    (select n.kind from notice_card n where n.person_id = ${person} and n.read_at is null limit 1000) waiting group by kind) k)`
