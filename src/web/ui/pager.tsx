import { formatNumber } from '../../platform/i18n/format.ts'
import { useViewer, useWords } from '../viewer.ts'
import { words } from '../words.ts'
import { Icon } from './icon.tsx'

type PagerProps = {
  previous?: string | null | undefined
  next?: string | null | undefined
  from?: number | undefined
  to?: number | undefined
  total?: number | undefined
}

/**
 * Previous and next (by keyboard: access keys `p` and `n`) as addresses made by the caller, by key or by offset; and which rows these are.
 * On paper it only says that the list goes on.
 */
export function Pager({ previous, next, from, to, total }: PagerProps) {
  const w = useWords(words)
  const { locale } = useViewer()
  if (!previous && !next && total === undefined) return null
  const n = (value: number) => formatNumber(locale, value)
  const range =
    from === undefined || to === undefined
      ? ''
      : total === undefined
        ? w.rangeOpen({ from: n(from), to: n(to) })
        : w.range({ from: n(from), to: n(to), total: n(total) })
  return (
    <nav class="pager" aria-label={w.pages}>
      {previous ? (
        <a class="button quiet" href={previous} rel="prev" accesskey="p">
          <Icon name="previous" />
          {w.previous}
        </a>
      ) : null}
      {range ? <span class="range">{range}</span> : null}
      {next ? (
        <a class="button quiet" href={next} rel="next" accesskey="n">
          {w.next}
          <Icon name="next" />
        </a>
      ) : null}
      <span class="on-paper">{w.partOnPaper}</span>
    </nav>
  )
}
