import { Pager } from '../../../web/list/pager.tsx'
import { Total } from '../../../web/ui/count.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { FileLink } from '../../../web/ui/file-link.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { When } from '../../../web/ui/timeline.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { Attachment, AttachmentPage } from '../schema.ts'
import { words } from '../words.ts'

/** Files as they stand under a comment: pictures small, pressed to see them larger. */
export function Attachments({ attachments }: { attachments: readonly Attachment[] }) {
  if (!attachments.length) return null
  return (
    <ul class="attachments">
      {attachments.map(each => (
        <li>
          <OneAttachment {...each} />
        </li>
      ))}
    </ul>
  )
}

function OneAttachment({ id, name, bytes, type, preview }: Attachment) {
  const w = useWords(words)
  return (
    <>
      {preview && preview !== 'waiting' ? (
        <a href={`/komentar/berkas/${id}/besar`}>
          <img src={`/komentar/berkas/${id}/kecil`} alt={w.larger({ name })} loading="lazy" {...preview} />
        </a>
      ) : null}
      <FileLink
        href={`/komentar/berkas/${id}${type === 'application/pdf' ? '' : '?unduh'}`}
        name={name}
        bytes={bytes}
        note={preview === 'waiting' ? w.noPreview : undefined}
      />
      {type === 'application/pdf' ? (
        <small>
          {' '}
          <a href={`/komentar/berkas/${id}?unduh`} aria-label={w.downloadOf({ name })}>
            {w.download}
          </a>
        </small>
      ) : null}
    </>
  )
}

/** All files on a thing, each with the comment that it came with. */
export function AttachmentList({ page: { attachments, name, total, next, previous }, url }: { page: AttachmentPage; url: string }) {
  const w = useWords(words)
  return (
    <>
      <PageHead title={w.files} lead={name} />
      <p class="hint">
        <Total value={total}>{w.filesUnit}</Total>
      </p>
      {attachments.length ? (
        <ul class="comments">
          {attachments.map(({ comment, author, createdAt, ...each }) => (
            <li>
              <OneAttachment {...each} />
              <p class="hint">
                {author} ·{' '}
                <a href={`/komentar/${comment}`}>
                  <When at={createdAt} />
                </a>
              </p>
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState title={w.noFiles} />
      )}
      <Pager url={url} next={next} previous={previous} />
    </>
  )
}
