import type { Context } from '../../../platform/operation/operation.ts'
import { findSubjects, type SubjectKind } from '../../../platform/subject/subject.ts'
import { titles } from '../words/titles.ts'
import { readComments } from './comments.ts'
import { searchedComments } from './searched.ts'

/** A comment is called by what it hangs on: what it says is read on its page alone. */
export const commentSubjects: SubjectKind[] = [
  {
    kind: 'comment',
    names: titles.comment,
    isNews: true,
    searched: searchedComments,
    async find(context, ids) {
      const found = await readComments(context, ids)
      const named = await findSubjects(
        context,
        found.map(({ thing }) => thing),
      )
      return found.flatMap(({ row: { id } }, index) => {
        const name = named[index]?.name
        return name === undefined ? [] : [{ id, name, path: `/komentar/${id}` }]
      })
    },
    holdsFile,
    readFiles: db =>
      db
        .selectFrom('comment_file as a')
        .innerJoin('comment as k', 'k.id', 'a.comment_id')
        .where('k.removed_at', 'is', null)
        .select('a.file_id'),
  },
]

/** An attachment of a comment that was not removed, for whoever may read that now. */
export async function holdsFile(context: Context, fileId: string): Promise<boolean> {
  const held = await context.db.selectFrom('comment_file').select('comment_id as id').where('file_id', '=', fileId).executeTakeFirst()
  const [found] = held ? await readComments(context, [held.id]) : []
  return found !== undefined && found.row.removedAt === null
}
