import { endOf, pageSize, placeOf } from '../../platform/database/keyset.ts'
import { formatNumber } from '../../platform/i18n/format.ts'
import { Icon } from '../ui/icon.tsx'
import { withQuery } from '../ui/url.ts'
import { useViewer, useWords } from '../viewer.ts'
import { words } from '../words.ts'
import { fewRows, firstPage, rowsIn } from './read.ts'

/** Where the page of an operation ends and begins, when there is more: a marker, or the number of a line. */
export type Turning = {
  url: string
  next?: string | number | null | undefined
  previous?: string | number | null | undefined
  /** How many rows all pages have, where the list counts them; `more` than that where it stops counting. */
  total?: number | undefined
  more?: boolean | undefined
}
type Props = Turning & {
  /** What the two are called where the order of the rows says more than "next". */
  labels?: { next: string; previous: string } | undefined
  /** One may choose how many rows a page has: the list takes `most`. */
  sizes?: boolean | undefined
}

/** Which rows these are of how many, previous and next (by keyboard: access keys `p` and `n`), by key. On paper it only says that the list goes on. */
export function Pager({ labels, sizes, ...turning }: Props) {
  const w = useWords(words)
  const { locale } = useViewer()
  const { url, next, previous, total, more } = turning
  const [has, had] = [isThere(next), isThere(previous)]
  const rows = sizes ? rowsIn(new URL(url, 'http://list').searchParams) : pageSize
  const other = rows === fewRows ? pageSize : fewRows
  const canChoose = sizes && (has || had || (total !== undefined && total > fewRows))
  if (!has && !had && !canChoose) return null
  const { from, to } = rangeOf(turning)
  const n = (value: number) => formatNumber(locale, value)
  return (
    <nav class="pager" aria-label={w.pages}>
      {from && to && (total === undefined || more || to <= total) ? (
        <span>
          {total === undefined ? `${n(from)}–${n(to)}` : w.rowsOf({ from: n(from), to: n(to), total: more ? `${n(total)}+` : n(total) })}
        </span>
      ) : null}
      {had && (from === null || from > rows + 1) ? (
        <a class="button quiet" href={withQuery(url, firstPage)}>
          {w.toStart}
        </a>
      ) : null}
      {had ? (
        <a class="button quiet" href={previousPage(turning)} rel="prev" accesskey="p">
          <Icon name="previous" />
          {labels?.previous ?? w.previous}
        </a>
      ) : null}
      {has ? (
        <a class="button quiet" href={nextPage(turning)} rel="next" accesskey="n">
          {labels?.next ?? w.next}
          <Icon name="next" />
        </a>
      ) : null}
      {to && total !== undefined && !more && to + rows < total ? (
        <a class="button quiet" href={withQuery(url, { ...firstPage, sebelum: endOf(total) })}>
          {w.toEnd}
        </a>
      ) : null}
      {canChoose ? (
        <a class="button quiet" href={withQuery(url, { ...firstPage, baris: other === fewRows ? null : other })}>
          {other === fewRows ? w.fewRows : w.manyRows}
        </a>
      ) : null}
      {has || had ? <span class="on-paper">{w.partOnPaper}</span> : null}
    </nav>
  )
}

/** The same above the list, beside what it counts: which rows these are, previous and next. Nothing where all are on one page. */
export function PagerAbove(turning: Turning) {
  const w = useWords(words)
  const { locale } = useViewer()
  const { next, previous, total, more } = turning
  if (!isThere(next) && !isThere(previous)) return null
  const { from, to } = rangeOf(turning)
  const n = (value: number) => formatNumber(locale, value)
  return (
    <span class="pager-above">
      {from && to && (total === undefined || more || to <= total) ? <span>{w.rowsHere({ from: n(from), to: n(to) })}</span> : null}
      {isThere(previous) ? (
        <a class="icon-button" href={previousPage(turning)} aria-label={w.previous} title={w.previous}>
          <Icon name="previous" />
        </a>
      ) : null}
      {isThere(next) ? (
        <a class="icon-button" href={nextPage(turning)} aria-label={w.next} title={w.next}>
          <Icon name="next" />
        </a>
      ) : null}
    </span>
  )
}

const isThere = (marker: Turning['next']): boolean => marker !== null && marker !== undefined
const previousPage = ({ url, previous }: Turning): string => withQuery(url, { ...firstPage, sebelum: previous })
const nextPage = ({ url, next }: Turning): string => withQuery(url, { ...firstPage, sesudah: next })

function rangeOf({ next, previous, total, more }: Turning): { from: number | null; to: number | null | undefined } {
  return {
    from: isThere(previous) ? placeAt(previous) : 1,
    to: isThere(next) ? placeAt(next) : more ? null : total,
  }
}

const placeAt = (marker: Turning['next']): number | null => (typeof marker === 'string' ? placeOf(marker) : null)
