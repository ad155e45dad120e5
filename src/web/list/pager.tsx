import { Icon } from '../ui/icon.tsx'
import { withQuery } from '../ui/url.ts'
import { useWords } from '../viewer.ts'
import { words } from '../words.ts'
import { firstPage } from './read.ts'

/** Where the page of an operation ends and begins, when there is more: a marker, or the number of a line. */
type Props = {
  url: string
  next?: string | number | null | undefined
  previous?: string | number | null | undefined
  /** What the two are called where the order of the rows says more than "next". */
  labels?: { next: string; previous: string } | undefined
}

/** Previous and next (by keyboard: access keys `p` and `n`), by key. On paper it only says that the list goes on. */
export function Pager({ url, next, previous, labels }: Props) {
  const w = useWords(words)
  const [has, had] = [next !== null && next !== undefined, previous !== null && previous !== undefined]
  if (!has && !had) return null
  return (
    <nav class="pager" aria-label={w.pages}>
      {had ? (
        <a class="button quiet" href={withQuery(url, { ...firstPage, sebelum: previous })} rel="prev" accesskey="p">
          <Icon name="previous" />
          {labels?.previous ?? w.previous}
        </a>
      ) : null}
      {has ? (
        <a class="button quiet" href={withQuery(url, { ...firstPage, sesudah: next })} rel="next" accesskey="n">
          {labels?.next ?? w.next}
          <Icon name="next" />
        </a>
      ) : null}
      <span class="on-paper">{w.partOnPaper}</span>
    </nav>
  )
}
