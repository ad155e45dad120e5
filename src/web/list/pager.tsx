import { pageSize, placeOf } from '../../platform/database/keyset.ts'
import { formatNumber } from '../../platform/i18n/format.ts'
import { Icon } from '../ui/icon.tsx'
import { withQuery } from '../ui/url.ts'
import { useViewer, useWords } from '../viewer.ts'
import { words } from '../words.ts'
import { firstPage } from './read.ts'

/** Where the page of an operation ends and begins, when there is more: a marker, or the number of a line. */
type Props = {
  url: string
  next?: string | number | null | undefined
  previous?: string | number | null | undefined
  /** How many rows all pages have, where the list counts them; `more` than that where it stops counting. */
  total?: number | undefined
  more?: boolean | undefined
  /** What the two are called where the order of the rows says more than "next". */
  labels?: { next: string; previous: string } | undefined
}

/** Which rows these are of how many, previous and next (by keyboard: access keys `p` and `n`), by key. On paper it only says that the list goes on. */
export function Pager({ url, next, previous, total, more, labels }: Props) {
  const w = useWords(words)
  const { locale } = useViewer()
  const [has, had] = [next !== null && next !== undefined, previous !== null && previous !== undefined]
  if (!has && !had) return null
  const from = had ? placeAt(previous) : 1
  const to = has ? placeAt(next) : more ? null : total
  const n = (value: number) => formatNumber(locale, value)
  return (
    <nav class="pager" aria-label={w.pages}>
      {from && to && (total === undefined || more || to <= total) ? (
        <span>
          {total === undefined ? `${n(from)}–${n(to)}` : w.rowsOf({ from: n(from), to: n(to), total: more ? `${n(total)}+` : n(total) })}
        </span>
      ) : null}
      {had && (from === null || from > pageSize + 1) ? (
        <a class="button quiet" href={withQuery(url, firstPage)}>
          {w.toStart}
        </a>
      ) : null}
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

const placeAt = (marker: Props['next']): number | null => (typeof marker === 'string' ? placeOf(marker) : null)
