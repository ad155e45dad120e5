import { AllOf, CountLink } from '../../../web/ui/count.tsx'
import { Section } from '../../../web/ui/page-head.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { CommentPage } from '../schema.ts'
import { words } from '../words.ts'
import { Comments } from './comment.tsx'
import { CommentForm, pathOf, type Subject } from './form.tsx'

/** `id`, `title` and `count` are for the line of parts of a page (`Anchors`). */
type Props = { id: string; title: string; count: number | undefined; subject: Subject; page: CommentPage; idempotencyKey: string }

/** What was said last about a thing, and the way to all of it. */
export function CommentSection({ id, title, count, subject, page, idempotencyKey }: Props) {
  const w = useWords(words)
  const { comments, total, attachments, audiences, mayWrite } = page
  return (
    <Section title={title} id={id} count={count}>
      {comments.length ? <Comments comments={comments.toReversed()} sided={audiences.length > 1} /> : null}
      <AllOf href={pathOf(subject)} shown={comments.filter(({ removed }) => !removed).length} total={total} />
      {attachments ? (
        <p>
          <CountLink href={`${pathOf(subject)}/lampiran`} count={attachments}>
            {w.filesCounted({ count: attachments })}
          </CountLink>
        </p>
      ) : null}
      {mayWrite ? <CommentForm subject={subject} audiences={audiences} idempotencyKey={idempotencyKey} mentions={1} /> : null}
    </Section>
  )
}
