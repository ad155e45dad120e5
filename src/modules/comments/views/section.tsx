import { AllOf } from '../../../web/ui/count.tsx'
import { Section } from '../../../web/ui/page-head.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { CommentPage } from '../schema.ts'
import { words } from '../words.ts'
import { Comments } from './comment.tsx'
import { CommentForm, type Subject } from './form.tsx'

/** What was said last about a thing, and the way to all of it. */
export function CommentSection({ subject, page, idempotencyKey }: { subject: Subject; page: CommentPage; idempotencyKey: string }) {
  const w = useWords(words)
  const { comments, total, audiences, mayWrite } = page
  return (
    <Section title={w.counted({ count: total })} id="komentar">
      {comments.length ? <Comments comments={comments.toReversed()} sided={audiences.length > 1} /> : null}
      <AllOf href={`/komentar?jenis=${subject.kind}&id=${subject.id}`} shown={comments.length} total={total} />
      {mayWrite ? <CommentForm subject={subject} audiences={audiences} idempotencyKey={idempotencyKey} mentions={1} /> : null}
    </Section>
  )
}
