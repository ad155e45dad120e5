import { type RawBuilder, sql } from 'kysely'

/** So many unread notices of a kind stand each in a line of their own; more of them are one line. */
export const mostLines = 3

/** The inbox folds so many of the latest unread notices; what is older is found in the list of a kind, and in that of all. */
export const mostFolded = 1000

export type UnreadNotice = {
  id: string
  kind: string
  params: unknown
  subject_kind: string
  subject_id: string
  created_at: Date
  read_at: null
}

/** What the inbox of a person is made of and what its lines are counted from, one source for both: the latest that they have not read. */
export const latestUnread = (person: RawBuilder<unknown>): RawBuilder<UnreadNotice> => sql<UnreadNotice>`
  (select n.id, n.kind, n.params, n.subject_kind, n.subject_id, n.created_at, n.read_at from notice n
    where n.person_id = ${person} and n.read_at is null order by n.created_at desc, n.id desc limit ${sql.lit(mostFolded)})`

/**
 * How many lines the inbox of a person has, many notices of a kind being one: 48 times the same is one thing to look at, and a number that
 * only ever says "99+" says nothing.
 */
export const inboxLines = (person: RawBuilder<unknown>): RawBuilder<number> => sql<number>`
  (select coalesce(sum(case when k.notices > ${sql.lit(mostLines)} then 1 else k.notices end), 0)::integer
    from (select count(*) as notices from ${latestUnread(person)} n group by n.kind) k)`
