import { type RawBuilder, sql } from 'kysely'
import { reachOf } from '../../../platform/authority/reach.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import type { Searched } from '../../../platform/search/searched.ts'
import { excerptOf, hasEvery, type Sought } from '../../../platform/search/sought.ts'
import { findSubjects } from '../../../platform/subject/subject.ts'
import { titles } from '../words/titles.ts'
import { readComments } from './comments.ts'
import { sidesOf } from './things.ts'

/**
 * Comments that were not removed and have the words, on things in reach: of a thing that is shared, a partner's people read those for both
 * sides. The same as `thingsFor` says of one, as a select of `id` and `created_at`.
 */
function commentsInReach(context: Context, sought: Sought): RawBuilder<unknown> {
  const kinds = [...new Set(context.subjects.kinds.values())]
  const sides = sidesOf(context, 'comment.read')
  const parts = sides.flatMap(({ side, own, as }) =>
    kinds.flatMap(({ kind, placed }) => {
      if (!placed) return []
      // All things of a few offices are looked at once; of more, one for each comment: few have the words.
      if (ofFewOffices(as))
        return [
          sql`select s.id, s.created_at from said s where s.subject_kind = ${kind} and (s.subject_id in (select r.id from (${placed(as)}) r)) is true`,
        ]
      const shared = side === 'partner' ? sql`s.audience = 'both' and t.partners && ${[...own]}::uuid[]` : sql`true`
      return [
        sql`select s.id, s.created_at from said s
        cross join lateral (select r.partners from (${placed(as)}) r where r.id = s.subject_id offset 0) t
        where s.subject_kind = ${kind} and ${shared}`,
      ]
    }),
  )
  if (!parts.length) return sql`select null::uuid as id, null::timestamptz as created_at where false`
  return sql`with said as materialized (
      select k.id, k.created_at, k.subject_kind, k.subject_id, k.audience from comment k where k.removed_at is null and ${hasEvery(sought, sql.ref('k.search'))}
      union all select k.id, k.created_at, k.subject_kind, k.subject_id, k.audience from comment k
        where k.removed_at is null and (${hasEvery(sought, sql.ref('k.search'))}) is not true and k.id in (
          select a.comment_id from file_text_card x join comment_file a on a.file_id = x.file_id where ${hasEvery(sought, sql.ref('x.words'))}))
    ${sql.join(parts, sides.length > 1 ? sql` union ` : sql` union all `)}`
}

/** For the commission, at single offices below a province: there are few things there, however much is said of all others. */
function ofFewOffices({ actor }: Context): boolean {
  const { everywhere, below, at, partners } = reachOf(actor, 'comment.read')
  const places = [...below, ...at]
  return !everywhere && !partners.length && places.length <= fewOffices && places.every(path => path.split('.').length > 2)
}
const fewOffices = 5

/**
 * By their words, and by the names and the text of their files as far as it could be read, the latest first; called by what they hang on.
 */
export const searchedComments: Searched = {
  group: titles.comments,
  isLast: true,
  matching: (context, sought) => sql`select id, extract(epoch from created_at) as rank from (${commentsInReach(context, sought)}) found`,
  async lines(context, ids, sought) {
    const found = (await readComments(context, ids)).filter(({ row }) => row.removedAt === null)
    const files = await filesWith(context, ids, sought)
    const things = await findSubjects(
      context,
      found.map(({ thing }) => thing),
    )
    return found.flatMap(({ row }, index) => {
      const name = things[index]?.name
      if (name === undefined) return []
      const own = files.filter(({ comment }) => comment === row.id)
      return {
        id: row.id,
        title: name,
        number: null,
        about: [row.author, ...(row.institution ? [row.institution] : []), ...own.map(({ file }) => file)],
        texts: [row.text, ...own.map(({ text }) => text)],
        path: `/komentar/${row.id}`,
      }
    })
  },
}

/** The files of these comments that have the words, each with the piece around them. */
async function filesWith({ db }: Context, comments: string[], sought: Sought): Promise<{ comment: string; file: string; text: string }[]> {
  return db
    .selectFrom('comment_file as a')
    .innerJoin('stored_file_card as s', 's.id', 'a.file_id')
    .innerJoin('file_text_card as t', 't.file_id', 'a.file_id')
    .where('a.comment_id', 'in', comments)
    .where(hasEvery(sought, sql.ref('t.words')))
    .orderBy('a.seq')
    .select(['a.comment_id as comment', 's.name as file', excerptOf(sought, sql.ref('t.text')).as('text')])
    .execute()
}
