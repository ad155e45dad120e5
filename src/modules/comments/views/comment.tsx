import { formatTime, listOf } from '../../../platform/i18n/format.ts'
import { Badge } from '../../../web/ui/badge.tsx'
import { When } from '../../../web/ui/timeline.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { linked } from '../rules.ts'
import type { Comment } from '../schema.ts'
import { words } from '../words.ts'
import { Attachments } from './attachments.tsx'

/** In the order in which they were said; `sided` tells whom each is for, where there is more than one side to read. */
export const Comments = ({ comments, sided }: { comments: readonly Comment[]; sided: boolean }) => (
  <ol class="comments">
    {comments.map(comment => (
      <li id={`komentar-${comment.id}`}>
        <OneComment comment={comment} sided={sided} />
      </li>
    ))}
  </ol>
)

export function OneComment({ comment, sided }: { comment: Comment; sided: boolean }) {
  const w = useWords(words)
  const { locale, zone } = useViewer()
  const { id, author, institution, audience, removed, createdAt, editedAt, mentions } = comment
  const about = [
    editedAt ? w.edited({ time: formatTime(locale, editedAt, zone, 'short') }) : '',
    mentions.length ? w.told({ names: listOf(locale, 'conjunction', mentions) }) : '',
  ].filter(Boolean)
  if (removed)
    return (
      <p class="hint">
        <a href={`/komentar/${id}`}>{w.removed({ by: removed.by, time: formatTime(locale, removed.at, zone) })}</a>
      </p>
    )
  return (
    <>
      <p>
        <b>{author}</b> {institution ? <small>{institution}</small> : null} {sided ? <Badge>{w.audiences[audience]}</Badge> : null}
      </p>
      <Written text={comment.text ?? ''} />
      <Attachments attachments={comment.attachments} />
      <p class="hint">
        <a href={`/komentar/${id}`}>
          <When at={createdAt} />
        </a>
        {about.map(each => ` · ${each}`)}
      </p>
    </>
  )
}

/** People's words as they typed them; addresses in them can be pressed. */
export const Written = ({ text }: { text: string }) => (
  <p class="written">
    {linked(text).map(part =>
      typeof part === 'string' ? (
        part
      ) : (
        <a href={part.href} rel="nofollow noopener noreferrer ugc">
          {part.label}
        </a>
      ),
    )}
  </p>
)
