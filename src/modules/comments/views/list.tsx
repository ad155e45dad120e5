import { Pager } from '../../../web/list/pager.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { CommentPage } from '../schema.ts'
import { words } from '../words.ts'
import { Comments } from './comment.tsx'
import { CommentForm } from './form.tsx'

type Props = Omit<Parameters<typeof CommentForm>[0], 'audiences' | 'mentions'> & { page: CommentPage; url: string }

/** All that was said about a thing, the newest at the end, where one writes; what is older stands before it. */
export function CommentList({ page, url, ...form }: Props) {
  const w = useWords(words)
  const { comments, next, previous, audiences, mayWrite, name, total } = page
  return (
    <>
      <PageHead title={w.counted({ count: total })} lead={name} />
      {comments.length ? <Comments comments={comments.toReversed()} sided={audiences.length > 1} /> : <EmptyState title={w.empty} />}
      <Pager url={url} next={next} previous={previous} labels={{ next: w.older, previous: w.newer }} />
      {mayWrite ? <CommentForm {...form} audiences={audiences} mentions={3} /> : null}
    </>
  )
}
