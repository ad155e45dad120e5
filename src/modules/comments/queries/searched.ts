import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/operation/operation.ts'
import type { Searched } from '../../../platform/search/searched.ts'
import { excerptOf, hasEvery, type Sought } from '../../../platform/search/sought.ts'
import { findSubjects } from '../../../platform/subject/subject.ts'
import { titles } from '../words/titles.ts'
import { type CommentRow, readComments } from './comments.ts'
import { sidesOf } from './things.ts'

/**
 * Comments that were not removed, on things in reach: of a thing that is shared, a partner's people read those for both sides. The same as
 * `thingsFor` says of one, as a select of `id` and `created_at`.
 */
function commentsInReach(context: Context, fits: RawBuilder<unknown>): RawBuilder<unknown> {
  const kinds = [...new Set(context.subjects.kinds.values())]
  const parts = sidesOf(context, 'comment.read').flatMap(({ side, own, as }) =>
    kinds.flatMap(({ kind, placed }) => {
      if (!placed) return []
      // One by one: few have the words, and joined as a whole all things in reach would be read for them.
      const shared = side === 'partner' ? sql`k.audience = 'both' and t.partners && ${[...own]}::uuid[]` : sql`true`
      return [
        sql`select k.id, k.created_at from comment k cross join lateral (select r.partners from (${placed(as)}) r where r.id = k.subject_id offset 0) t
        where k.subject_kind = ${kind} and k.removed_at is null and ${fits} and ${shared}`,
      ]
    }),
  )
  return parts.length ? sql.join(parts, sql` union `) : sql`select null::uuid as id, null::timestamptz as created_at where false`
}

const rank = sql`extract(epoch from created_at) as rank`

/** By their words, the latest first; called by what they hang on. */
export const searchedComments: Searched = {
  group: titles.comments,
  matching: (context, sought) => sql`select id, ${rank} from (${commentsInReach(context, hasEvery(sought, sql.ref('k.search')))}) found`,
  async lines(context, ids) {
    const found = await named(context, ids)
    return found.map(({ row, name }) => ({
      id: row.id,
      title: name,
      number: null,
      about: [row.author, ...(row.institution ? [row.institution] : [])],
      texts: [row.text],
      path: `/komentar/${row.id}`,
    }))
  },
}

/** By the text of the file, as far as it could be read, and its name. */
export const searchedAttachments: Searched = {
  group: titles.attachments,
  matching: (context, sought) => {
    const files = filesWith(sought)
    const comments = commentsInReach(context, sql`k.id in (select a.comment_id from comment_file a where a.file_id in (${files}))`)
    return sql`select a.file_id as id, ${rank} from (${comments}) found join comment_file a on a.comment_id = found.id where a.file_id in (${files})`
  },
  async lines(context, ids, sought) {
    const files = await context.db
      .selectFrom('comment_file as a')
      .innerJoin('stored_file_card as s', 's.id', 'a.file_id')
      .innerJoin('file_text_card as t', 't.file_id', 'a.file_id')
      .where('a.file_id', 'in', ids)
      .select(['s.id', 's.name', 't.state', 'a.comment_id as comment'])
      .select(excerptOf(sought, sql.ref('t.text')).as('text'))
      .execute()
    const comments = new Map((await named(context, [...new Set(files.map(({ comment }) => comment))])).map(each => [each.row.id, each]))
    return files.flatMap(({ id, name, state, comment, text }) => {
      const on = comments.get(comment)
      if (!on) return []
      const about = [on.name, on.row.author, ...(state === 'unreadable' ? [titles.unreadable[context.locale]] : [])]
      return [{ id, title: name, number: null, about, texts: text ? [text] : [], path: `/komentar/${comment}` }]
    })
  },
}

const filesWith = (sought: Sought) => sql`select x.file_id from file_text_card x where ${hasEvery(sought, sql.ref('x.words'))}`

/** Those of these comments that are in reach and were not removed, with what they hang on. */
async function named(context: Context, ids: string[]): Promise<{ row: CommentRow; name: string }[]> {
  const found = (await readComments(context, ids)).filter(({ row }) => row.removedAt === null)
  const things = await findSubjects(
    context,
    found.map(({ thing }) => thing),
  )
  return found.flatMap(({ row }, index) => {
    const name = things[index]?.name
    return name === undefined ? [] : [{ row, name }]
  })
}
