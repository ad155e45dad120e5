import { everyKind, type PageSection } from '../../../platform/doors/request.ts'
import { call, newId } from '../../../platform/operation/operation.ts'
import { Refusal } from '../../../platform/refusals/refusal.ts'
import { listComments } from '../operations/read.ts'
import { CommentSection } from '../views/section.tsx'
import { words } from '../words.ts'

/** The last comments stand on the page of a thing, of these at most so many. */
const lastFew = 5

/** On the page of whatever takes comments; a partner finds nothing where theirs are not taken. */
export const commentSections: PageSection[] = [
  {
    on: everyKind,
    order: 90,
    power: 'comment.read',
    async render(c, { kind, id, name }) {
      if (!c.var.kernel.subjects.kinds.get(kind)?.places) return null
      const page = await call(c.var.kernel, c.var.actor, listComments, { kind, subject: id, most: lastFew }).catch(unlessHidden)
      if (!page || (page.comments.length === 0 && !page.mayWrite)) return null
      const title = words[c.var.viewer.locale].comments
      return (
        <CommentSection
          id="komentar"
          title={title}
          count={page.total || undefined}
          subject={{ kind, id, name }}
          page={page}
          idempotencyKey={newId()}
        />
      )
    },
  },
]

function unlessHidden(error: unknown): null {
  if (error instanceof Refusal && error.code === 'not_found') return null
  throw error
}
