import { Pager } from '../../../web/list/pager.tsx'
import { Badge } from '../../../web/ui/badge.tsx'
import { Actions, ButtonLink } from '../../../web/ui/button.tsx'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { When } from '../../../web/ui/timeline.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { CommentDetail } from '../schema.ts'
import { words } from '../words.ts'
import { OneComment, Written } from './comment.tsx'

/** The last part of the address of each act's page. */
export const actPaths = { change: 'suntingan', open: 'pembukaan', close: 'penutupan', remove: 'penghapusan' } as const

/** One comment by itself: where a notice leads, what can be done with it, and what it said before. */
export function CommentPage({ comment, url }: { comment: CommentDetail; url: string }) {
  const w = useWords(words)
  const { acts, earlier, name, path, next, previous } = comment
  return (
    <>
      <PageHead title={w.text} lead={path ? <a href={`${path}#komentar`}>{name}</a> : name} />
      <div class="comments">
        <OneComment comment={comment} sided={acts.includes('open') || acts.includes('close')} />
      </div>
      {acts.length ? (
        <Actions>
          {acts.map(act => (
            <ButtonLink href={`/komentar/${comment.id}/${actPaths[act]}`} kind={act === 'change' ? 'secondary' : 'quiet'}>
              {w.acts[act]}
            </ButtonLink>
          ))}
        </Actions>
      ) : null}
      {earlier.length ? (
        <Section title={w.earlier} id="riwayat">
          <ol class="comments">
            {earlier.map(({ text, audience, at }) => (
              <li>
                <Written text={text} />
                <p class="hint">
                  <When at={at} /> <Badge>{w.audiences[audience]}</Badge>
                </p>
              </li>
            ))}
          </ol>
          <Pager url={url} next={next} previous={previous} />
        </Section>
      ) : null}
    </>
  )
}
